// Runs the tests: node scripts/test.mjs [types|lint|unit|host|web|ui]... [--grep <pattern>]
import util from 'node:util';
import { ensureBrowser } from './host/browser.mjs';
import { ensureEmbeddedHost } from './host/install.mjs';
import { ensureDependencies } from './lib/ensureDependencies.mjs';
import { builtLevels, hostLevels, levels } from './lib/levels.mjs';
import { step } from './lib/progress.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { runMain } from './lib/runMain.mjs';
import { requireScript } from './lib/runScript.mjs';
import { SetupProblem } from './lib/setupProblem.mjs';
import { indent } from './lib/testEvents.mjs';

await runMain(async () => {
  requireNode();
  const { wanted, grep } = readArguments();
  await ensureDependencies();
  const needs = (/** @type {string[]} */ group) => wanted.some((level) => group.includes(level));
  // Installing VS Code mostly waits for the network, so it goes on beside the levels that need none.
  const hostReady = needs(hostLevels) ? prepareHost() : Promise.resolve();
  hostReady.catch(() => {});
  if (needs(builtLevels)) await step('Building the extension and its tests', () => requireScript('The build', ['scripts/build.mjs', '--tests']));
  if (needs(['ui'])) await step('Packaging the extension', () => requireScript('Packaging', ['scripts/package.mjs', '--no-build']));
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{title: string, error: string}[]} */
  const failures = [];
  for (const level of wanted) {
    if (hostLevels.includes(level)) await hostReady;
    console.log(`\n${level}`);
    const result = await levels[level]?.(grep);
    if (!result) continue;
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    failures.push(...result.failures);
  }
  if (failures.length > 0) console.log('\nFailed:');
  for (const { title, error } of failures) console.log(`  ✗ ${title}\n${indent(error)}`);
  if (total.passed + total.failed === 0) console.log(`\nNo test was run${grep ? `: none matches '${grep}'` : ''}.`);
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

async function prepareHost() {
  await step('Preparing VS Code and a browser (about 1.1 GB on the first run)', async () => {
    await ensureEmbeddedHost();
    await ensureBrowser();
  });
}

function readArguments() {
  const names = Object.keys(levels);
  const { values, positionals } = util.parseArgs({ allowPositionals: true, options: { grep: { type: 'string', short: 'g' } } });
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown) throw new SetupProblem(`there is no test level '${unknown}': choose from ${names.join(', ')}.`);
  return { wanted: names.filter((name) => positionals.length === 0 || positionals.includes(name)), grep: values.grep };
}
