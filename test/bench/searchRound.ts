/**
 * One round of the search figures, in a process of its own, so that the first keystrokes run as cold as they do for a
 * user: reads a compiled pack as the extension does, then types. Prints its samples as JSON.
 *   searchRound.mjs <folder with index.json>
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { matcher, NO_FILTER } from '../../src/core/questions/filter';
import { Library } from '../../src/core/questions/library';
import type { Pack } from '../../src/core/questions/pack';
import { QuestionSearch } from '../../src/core/questions/search';
import type { StoredTextIndex } from '../../src/core/questions/textIndex';

/** As many hits as 'Go to Question' asks for. */
const MOST_HITS = 60;

/** Typed letter by letter; the third is misspelled, the last means nothing. */
const TYPED = ['idempotency key', 'cache stampede', 'idempotnecy', 'why is the database slow', 'zzqxv'];
/** Between two keystrokes, in ms. Without it the system would take a hard-working process for a background job. */
const PAUSE = 25;

const ONE_LETTER = [...'abcdefghijklmnopqrstuvwxyz'];

const [folder] = process.argv.slice(2) as [string];
const samples: Record<string, number> = {};

function timed<T>(name: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  samples[name] = performance.now() - started;
  return result;
}

const readJson = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...file), 'utf8'));
const { packs } = timed('read index', () => readJson('index.json') as { packs: Pack[] });
const library = timed('library', () => new Library(packs));
const indexes = timed('read text', () => packs.map(({ id }) => readJson(id, 'text.json') as StoredTextIndex));
const search = timed('build', () => {
  let offset = 0;
  const text = indexes.map((index, at) => {
    const part = { index, offset };
    offset += packs[at]!.questions.length;
    return part;
  });
  return new QuestionSearch(packs.flatMap(({ questions }) => questions), text);
});
const typed = ['', ...TYPED.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1))), ...ONE_LETTER];
for (const text of new Set(typed)) {
  await setTimeout(PAUSE);
  timed(`key: ${text}`, () => search.find(text, MOST_HITS));
}
const unmarked = { isSeen: () => false, isBookmarked: () => false };
for (const text of ['c', 'cache', 'cache key', 'nothing of the kind']) {
  await setTimeout(PAUSE);
  timed(`filter: ${text}`, () => {
    const matches = matcher({ ...NO_FILTER, text }, unmarked);
    return library.group('category').map((topic) => topic.questions.filter(matches));
  });
}
samples['heap MB'] = process.memoryUsage().heapUsed / 1e6;
console.log(JSON.stringify(samples));
