// Draws ../order-fulfillment.bpmn as ../../docs/images/order-fulfillment.svg, with bpmn-js in a headless Chromium
// (CHROMIUM names another browser). The picture contains the model's SHA-256, which a test compares.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const model = new URL('../order-fulfillment.bpmn', import.meta.url);
const picture = new URL('../../docs/images/order-fulfillment.svg', import.meta.url);
const library = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width:2000px;height:1000px"></div>');
  await page.addScriptTag({ path: library });
  const xml = readFileSync(model, 'utf8');
  const svg = await page.evaluate(async (xml) => {
    const viewer = new BpmnJS({ container: '#canvas' });
    await viewer.importXML(xml);
    return (await viewer.saveSVG()).svg;
  }, xml);
  const digest = createHash('sha256').update(xml).digest('hex');
  // bpmn-js generates ids that differ from run to run
  const markers = [...new Set(svg.match(/marker-[0-9a-z]+/g))];
  const stable = markers.reduce((text, id, i) => text.replaceAll(id, `marker-${i}`), svg);
  writeFileSync(picture, stable.replace('<svg ', `<!-- sha256 of the model: ${digest} -->\n<svg style="background:white" `));
} finally {
  await browser.close();
}
