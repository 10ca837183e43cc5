import { inBench } from './prepare.mjs';
import { rotated, within, withHost } from './host.mjs';
import { median } from './statistics.mjs';

const MARK = '[[drill-bench]] ';
const ROUND_TIMEOUT_MS = 120_000;

/**
 * Activates all subjects in one host, again and again in fresh hosts.
 * @param {import('playwright-core').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./subjects.mjs').writeSubjects>>} subjects
 * @param {{rounds: number, memory: boolean}} options
 * @returns {Promise<{activation: import('./statistics.mjs').Report, memory: import('./statistics.mjs').Report}>}
 */
export async function measureActivation(browser, { warmUp, empty, ours }, { rounds, memory }) {
  /** @type {Map<string, number[]>} */
  const samples = new Map();
  for (let round = 0; round < rounds; round++) {
    const order = [warmUp, ...rotated([empty, ...ours], round)];
    for (const { id, figure, value } of await runRound(browser, order, memory)) {
      const name = `${figure} ${id}`;
      samples.set(name, [...(samples.get(name) ?? []), value]);
    }
    process.stdout.write('.');
  }
  const of = (/** @type {string} */ figure, /** @type {{id: string}} */ { id }) => samples.get(`${figure} ${id}`) ?? [];
  const megabytes = (/** @type {string} */ figure, /** @type {{id: string}} */ subject) => of(figure, subject).map((bytes) => bytes / 1e6);
  const baseline = of('activation', empty);
  const [builtIn, ...sized] = /** @type {[typeof ours[number], ...typeof ours]} */ (ours);
  const smallest = sized[0];
  const largest = /** @type {typeof builtIn} */ (sized.at(-1));
  const ratio = (/** @type {{id: string}} */ a, /** @type {{id: string}} */ b) => median(of('activation', a)) / median(of('activation', b));
  return {
    activation: {
      title: 'Activation: await extension.activate()',
      rows: [empty, ...ours].map((subject) => ({ label: subject.label, unit: 'ms', samples: of('activation', subject), baseline })),
      aims: [
        { label: 'activation, against an empty extension', value: ratio(builtIn, empty), atMost: 2, unit: 'x' },
        { label: 'activation, 10,000 questions against 100', value: ratio(largest, smallest), atMost: 1.25, unit: 'x' },
      ],
    },
    memory: {
      title: 'Memory added to the extension host, after collecting garbage',
      rows: [
        ...[empty, ...ours].map((subject) => ({ label: `activated: ${subject.label}`, unit: 'MB', samples: megabytes('activated', subject) })),
        ...ours.map((subject) => ({ label: `first question shown: ${subject.label}`, unit: 'MB', samples: megabytes('shown', subject) })),
        ...ours.map((subject) => ({ label: `first search: ${subject.label}`, unit: 'MB', samples: megabytes('searched', subject) })),
      ],
      aims: [],
    },
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly import('./subjects.mjs').Subject[]} order
 * @param {boolean} memory
 * @returns {Promise<{id: string, figure: string, value: number}[]>}
 */
async function runRound(browser, order, memory) {
  /** @type {string[]} */
  const log = [];
  const files = { 'bench.json': JSON.stringify({ subjects: order, memory }) };
  const code = await withHost(browser, { tests: inBench('js', 'activationRound.js'), files, onLog: (line) => log.push(line) }, ({ exited }) =>
    within(exited, ROUND_TIMEOUT_MS, 'A round of activations'),
  );
  const line = log.find((text) => text.includes(MARK));
  if (code !== 0 || !line) throw new Error(`A round of activations ended with code ${code}:\n${log.slice(-20).join('\n')}`);
  return JSON.parse(line.slice(line.indexOf(MARK) + MARK.length));
}
