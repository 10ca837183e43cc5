import { compiledPack, inBench, PACK_SIZES } from './prepare.mjs';
import { requireScript } from '../lib/runScript.mjs';
import { median, quantile } from './statistics.mjs';

/**
 * Types into the search over the largest pack, each round in a process of its own.
 * @param {{rounds: number}} options
 * @returns {Promise<import('./statistics.mjs').Report>}
 */
export async function measureSearch({ rounds }) {
  const size = /** @type {number} */ (PACK_SIZES.at(-1));
  /** @type {Record<string, number>[]} */
  const all = [];
  for (let round = 0; round < rounds; round++) {
    all.push(JSON.parse(await requireScript('A round of searches', [inBench('js', 'searchRound.mjs'), compiledPack(size)])));
    process.stdout.write('.');
  }
  const of = (/** @type {string} */ name) => all.map((samples) => samples[name] ?? Number.NaN);
  const named = (/** @type {string} */ start) => Object.keys(all[0] ?? {}).filter((name) => name.startsWith(start));
  const keys = named('key: ');
  const eachRound = (/** @type {(values: number[]) => number} */ reduce) => all.map((samples) => reduce(keys.map((key) => samples[key] ?? Number.NaN)));
  // Any single keystroke may be held up by the machine; one that is slow of itself is slow in most rounds.
  const slowest = keys.toSorted((a, b) => median(of(b)) - median(of(a)))[0] ?? '';
  return {
    title: `Search over ${size} questions, ${keys.length} keystrokes a round, each round from a cold start`,
    rows: [
      { label: 'reading the index of questions', unit: 'ms', samples: of('read index') },
      { label: 'making the library of it', unit: 'ms', samples: of('library') },
      { label: 'first opening: reading the index of texts', unit: 'ms', samples: of('read text') },
      { label: 'first opening: building the search', unit: 'ms', samples: of('build') },
      { label: 'a keystroke, median', unit: 'ms', samples: eachRound(median) },
      { label: 'a keystroke, 95th percentile', unit: 'ms', samples: eachRound((values) => quantile(values, 0.95)) },
      { label: 'a keystroke, worst', unit: 'ms', samples: eachRound((values) => Math.max(...values)) },
      { label: `the slowest keystroke ("${slowest.replace('key: ', '')}")`, unit: 'ms', samples: of(slowest) },
      ...named('filter: ').map((name) => ({ label: `the sidebar's ${name.replace(': ', ' "')}"`, unit: 'ms', samples: of(name) })),
      { label: 'memory of the process after all this', unit: 'MB', samples: of('heap MB') },
    ],
    aims: [
      { label: `a search keystroke over ${size} questions, the slowest`, value: median(of(slowest)), atMost: 5, unit: ' ms' },
      { label: `a search keystroke over ${size} questions, 95th percentile`, value: median(eachRound((values) => quantile(values, 0.95))), atMost: 5, unit: ' ms' },
    ],
  };
}
