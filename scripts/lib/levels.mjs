import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { canRunDesktop } from '../host/desktop.mjs';
import { runInHost } from '../host/runInHost.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { runScript } from './runScript.mjs';
import { TestTally } from './testEvents.mjs';

/**
 * What `npm test` runs, in this order.
 * @type {Record<string, (grep: string | undefined) => Promise<import('./testEvents.mjs').LevelResult>>}
 */
export const levels = {
  types: (grep) => runChecks('types', typeChecks(), grep),
  lint: (grep) => runChecks('lint', lintChecks, grep),
  unit: (grep) => runMocha('unit', grep),
  host: async (grep) =>
    runInHost({ host: (await canRunDesktop()) ? 'desktop' : 'server', level: 'host', bundle: testBundle('host'), extension: repositoryRoot, grep }),
  web: (grep) => runInHost({ host: 'web', level: 'web', bundle: testBundle('web'), extension: repositoryRoot, grep }),
  ui: (grep) => runMocha('ui', grep),
};

/** The levels that need the tests bundled. */
export const builtLevels = ['unit', 'host', 'web', 'ui'];
/** The levels that need VS Code. */
export const hostLevels = ['host', 'web', 'ui'];

/** @param {string} level */
const testBundle = (level) => inRepository('out', 'test', level, 'index.cjs');

/**
 * A check is a script that exits with 0 when all is well.
 * @typedef {{name: string, args: string[]}} Check
 */

/** @type {Check[]} */
const lintChecks = [
  { name: 'oxlint, with types and import boundaries', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'content of the built-in packs', args: ['scripts/lintContent.mjs'] },
  { name: 'strings for translators', args: ['scripts/l10n.mjs', '--check'] },
];

/**
 * One check for each TypeScript project of the clone.
 * @returns {Promise<Check[]>}
 */
async function typeChecks() {
  const folders = ['src', 'test', 'scripts'].filter((folder) => existsSync(inRepository(folder)));
  const found = await Promise.all(folders.map((folder) => readdir(inRepository(folder), { recursive: true })));
  const projects = found.flatMap((names, at) =>
    names.filter((name) => path.basename(name) === 'tsconfig.json').map((name) => path.posix.join(folders[at] ?? '', name.replaceAll('\\', '/'))),
  );
  return projects.toSorted().map((project) => ({ name: project, args: ['node_modules/typescript/bin/tsc', '--noEmit', '--project', project] }));
}

/**
 * @param {string} level
 * @param {Check[] | Promise<Check[]>} checks
 * @param {string | undefined} grep
 */
async function runChecks(level, checks, grep) {
  const tally = new TestTally(level);
  const wanted = (await checks).filter(({ name }) => !grep || new RegExp(grep).test(name));
  for (const { name, args } of wanted) {
    const started = Date.now();
    const { code, output } = await runScript(args);
    const ms = Date.now() - started;
    tally.add(code === 0 ? { event: 'pass', title: name, ms } : { event: 'fail', title: name, ms, error: output.trim() || `exit code ${code}` });
  }
  tally.add({ event: 'end' });
  return tally.finish('');
}

/**
 * Runs the bundled tests of a level with Mocha in a Node process of its own.
 * @param {string} level
 * @param {string | undefined} grep
 */
async function runMocha(level, grep) {
  const tally = new TestTally(level);
  const { code } = await runScript(
    [
      'node_modules/mocha/bin/mocha.js',
      `out/test/${level}/**/*.test.cjs`,
      ...['--reporter', inRepository('scripts', 'lib', 'mochaReporter.cjs'), '--exit', '--timeout', '30000'],
      ...(grep ? ['--grep', grep] : []),
    ],
    {
      env: { ...process.env, DRILL_ROOT: repositoryRoot },
      onLine: (line) => {
        if (!tally.readLine(line) && line.trim()) console.log(`    | ${line}`);
      },
    },
  );
  return tally.finish(`Mocha ended with code ${code} before the tests were through; its output is above.`);
}
