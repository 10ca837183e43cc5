// Prints how fast and how large the extension is: node scripts/bench.mjs [--rounds N] [--only activation|memory|panel|reveal|search|sizes]...
import util from 'node:util';
import { measureActivation } from './bench/activation.mjs';
import { measurePanel } from './bench/panel.mjs';
import { prepare } from './bench/prepare.mjs';
import { measureSearch } from './bench/search.mjs';
import { measureSizes } from './bench/sizes.mjs';
import { printAim, printReport } from './bench/statistics.mjs';
import { writeSubjects } from './bench/subjects.mjs';
import { launchBrowser } from './host/browser.mjs';
import { prepareEmbeddedHost } from './host/install.mjs';
import { ensureDependencies } from './lib/ensureDependencies.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { runMain } from './lib/runMain.mjs';
import { SetupProblem } from './lib/setupProblem.mjs';

const PARTS = ['activation', 'memory', 'panel', 'reveal', 'search', 'sizes'];

await runMain(async () => {
  requireNode();
  const { rounds, parts } = readArguments();
  await ensureDependencies();
  await prepare();
  /** @type {Record<string, import('./bench/statistics.mjs').Report>} */
  const reports = {};
  if (parts.includes('sizes')) reports.sizes = await measureSizes();
  if (parts.includes('search')) reports.search = await measureSearch({ rounds });
  if (['activation', 'memory', 'panel', 'reveal'].some((part) => parts.includes(part))) {
    await prepareEmbeddedHost();
    const subjects = await writeSubjects();
    const browser = await launchBrowser();
    try {
      if (parts.includes('activation') || parts.includes('memory')) {
        Object.assign(reports, await measureActivation(browser, subjects, { rounds, memory: parts.includes('memory') }));
      }
      if (parts.includes('panel') || parts.includes('reveal')) Object.assign(reports, await measurePanel(browser, subjects, { rounds }));
    } finally {
      await browser.close();
    }
  }
  const wanted = parts.map((part) => reports[part]).filter((report) => report !== undefined);
  console.log(`\n\nMedian (least .. most) of ${rounds} rounds; ratios are to the first line of each kind.`);
  wanted.forEach(printReport);
  console.log('\nAims');
  for (const { aims } of wanted) aims.forEach(printAim);
  // A missed aim is no failure: how long something takes depends on the machine and on what else it does.
  return 0;
});

function readArguments() {
  const { values } = util.parseArgs({ options: { rounds: { type: 'string', default: '7' }, only: { type: 'string', multiple: true, default: PARTS } } });
  const unknown = values.only.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new SetupProblem(`there is no part '${unknown}' to measure: choose from ${PARTS.join(', ')}.`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new SetupProblem('--rounds takes a number of 1 or more.');
  return { rounds, parts: PARTS.filter((part) => values.only.includes(part)) };
}
