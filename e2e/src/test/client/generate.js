// Generates a client from each document in the given directory.
const { execFileSync } = require("node:child_process");
const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const ts = require("typescript");

const directory = process.argv[2];
const generator = join(__dirname, "node_modules", "openapi-zod-client", "bin.js");

for (const document of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
  const client = join(directory, document.replace(".json", ".ts"));
  execFileSync(process.execPath, [
    generator,
    join(directory, document),
    "--output",
    client,
    // unknown members are refused
    "--strict-objects",
    "--additional-props-default-value=false",
    "--media-type-expr",
    'mediaType === "application/json" || mediaType === "application/problem+json"',
  ]);
  const { outputText } = ts.transpileModule(readFileSync(client, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(client.replace(".ts", ".js"), outputText);
}
