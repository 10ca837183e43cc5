import assert from 'node:assert/strict';
import { fold } from '../../src/core/questions/filter';
import type { QuestionSummary } from '../../src/core/questions/question';
import { isWithin, QuestionSearch } from '../../src/core/questions/search';
import { buildTextIndex, storeTextIndex, wordsOf } from '../../src/core/questions/textIndex';
import { summary } from './support/questions';
import { below, pick, seededRandom } from './support/seededRandom';

const ids = (search: QuestionSearch, typed: string, limit = 50): string[] => search.find(typed, limit).map(({ question }) => question.id);

/** A search over questions with a title each, named q0, q1, … unless named otherwise. */
const titled = (...titles: readonly string[]): QuestionSearch => new QuestionSearch(titles.map((title, n) => summary(`q${n}`, { title })));

describe('Search', () => {
  it('finds nothing typed as everything, in its order, up to the limit', () => {
    const search = titled('C', 'A', 'B');
    assert.deepEqual(ids(search, ''), ['q0', 'q1', 'q2']);
    assert.deepEqual(ids(search, ' \t-!? '), ['q0', 'q1', 'q2']);
    assert.deepEqual(ids(search, '', 2), ['q0', 'q1']);
    assert.deepEqual(ids(new QuestionSearch([]), 'a'), []);
  });

  it('ranks a title before a name, a name before a tag, a tag before the text', () => {
    const questions = [
      summary('text', { title: 'One' }),
      summary('tag', { title: 'Two', tags: ['redis'] }),
      summary('technology', { title: 'Six', technologies: ['redis'] }),
      summary('name', { title: 'Red', aliases: ['redis'] }),
      summary('title', { title: 'Redis' }),
    ];
    const search = new QuestionSearch(questions, [{ index: buildTextIndex(['all about redis', '', '', '', '']), offset: 0 }]);
    assert.deepEqual(ids(search, 'redis'), ['title', 'name', 'tag', 'technology', 'text']);
  });

  it('ranks a whole word before its beginning, and that before an inner part', () => {
    assert.deepEqual(ids(titled('the subcache', 'the cacheable', 'about cache'), 'cache'), ['q2', 'q1', 'q0']);
  });

  it('finds the beginning of a word from its first letter on', () => {
    const search = titled('Idempotency', 'Other');
    for (let length = 1; length <= 'idempotency'.length; length++) {
      assert.equal(ids(search, 'idempotency'.slice(0, length))[0], 'q0');
    }
  });

  it('finds an inner part of a word from three letters on', () => {
    const search = titled('Microservices', 'Other');
    assert.deepEqual(ids(search, 'services'), ['q0']);
    assert.deepEqual(ids(search, 'vic'), ['q0']);
    assert.deepEqual(ids(search, 'ic'), []);
  });

  for (const typo of ['idmpotency', 'idempootency', 'idempotancy', 'idempotecny', 'idempotnecy', 'idempotnc', 'ieempotency']) {
    it(`finds idempotency by '${typo}'`, () => {
      assert.deepEqual(ids(titled('Idempotency', 'Other things'), typo), ['q0']);
    });
  }

  it('finds a misspelled beginning while the word is still being typed', () => {
    assert.deepEqual(ids(titled('Idempotency', 'Other'), 'idmep'), ['q0']);
  });

  for (const [typo, why] of [['xdempotency', 'the first letter is wrong'], ['idmpoetnyc', 'too much is wrong'], ['cahce', 'it means another word than any here']] as const) {
    it(`does not find idempotency by '${typo}', since ${why}`, () => {
      assert.deepEqual(ids(titled('Idempotency', 'Other'), typo), []);
    });
  }

  it('looks for misspellings only when the word means nothing as it stands', () => {
    assert.deepEqual(ids(titled('About cache', 'About caches', 'About cacle'), 'cacle'), ['q2']);
  });

  it('asks short words to be right', () => {
    assert.deepEqual(ids(titled('Jwt', 'Api'), 'jwx'), []);
  });

  it('asks every word to match, in whatever field', () => {
    const search = new QuestionSearch([
      summary('both', { title: 'Cache stampede', tags: ['locks'] }),
      summary('one', { title: 'Cache aside' }),
    ]);
    assert.deepEqual(ids(search, 'cache locks'), ['both']);
    assert.deepEqual(ids(search, 'locks cache'), ['both']);
    assert.deepEqual(ids(search, 'cache nowhere'), []);
    assert.deepEqual(ids(search, 'cache cache').toSorted(), ['both', 'one']);
  });

  it('ranks the words together and in order before the same words scattered', () => {
    assert.deepEqual(ids(titled('Token for each bucket', 'Bucket or token', 'The token bucket'), 'token bucket')[0], 'q2');
  });

  it('ranks a title that begins with what was typed before one that only holds it', () => {
    assert.deepEqual(ids(titled('Why CAP', 'CAP why'), 'cap'), ['q1', 'q0']);
  });

  it('ranks a short title before a long one', () => {
    assert.deepEqual(ids(titled('The cache of a very large and busy shop', 'The cache'), 'cache'), ['q1', 'q0']);
  });

  it('keeps the order of the questions among equals', () => {
    const same = Array.from({ length: 30 }, () => 'Same title');
    assert.deepEqual(ids(titled(...same), 'same'), same.map((_, n) => `q${n}`));
  });

  it('finds a question by what else people call it', () => {
    const search = new QuestionSearch([summary('cache-aside', { title: 'Reading past a cache', aliases: ['lazy-loading'], short: 'Aside' }), summary('other')]);
    for (const typed of ['lazy loading', 'lazy-loading', 'cache-aside', 'aside']) assert.equal(ids(search, typed)[0], 'cache-aside');
  });

  it('takes capitals, accents and hyphens for what they mean', () => {
    const search = titled('Das Café-Problem');
    for (const typed of ['CAFÉ', 'cafe', 'cafe problem', 'café-problem', '  Problem ,  café ']) assert.deepEqual(ids(search, typed), ['q0']);
  });

  it('takes nothing that is typed for a pattern', () => {
    const search = titled('What is C++?', 'C# or Go', 'Plain');
    assert.deepEqual(ids(search, 'c++'), ['q0']);
    assert.deepEqual(ids(search, 'c#'), ['q1']);
    for (const typed of ['(', '[a-z]*', '\\', '.*', '$1', '__proto__', 'constructor']) assert.doesNotThrow(() => search.find(typed, 5));
    assert.deepEqual(ids(search, 'constructor'), []);
  });

  it('survives a whole page pasted into it', () => {
    assert.doesNotThrow(() => titled('Cache').find('cache and other words '.repeat(2_000), 5));
    assert.doesNotThrow(() => titled('Cache').find('x'.repeat(100_000), 5));
  });

  it('knows which text belongs to which question when there are several packs', () => {
    const questions = ['a', 'b', 'c', 'd'].map((id) => summary(id, { title: 'T' }));
    const first = buildTextIndex(['alpha shared', 'beta']);
    const second = buildTextIndex(['gamma', 'delta shared']);
    for (const stored of [false, true]) {
      const search = new QuestionSearch(questions, [
        { index: stored ? storeTextIndex(first) : first, offset: 0 },
        { index: stored ? storeTextIndex(second) : second, offset: 2 },
      ]);
      assert.deepEqual(['alpha', 'beta', 'gamma', 'delta', 'shared'].map((word) => ids(search, word)), [['a'], ['b'], ['c'], ['d'], ['a', 'd']]);
    }
  });

  it('finds in a text only words and their beginnings, not what looks a little like them', () => {
    const search = new QuestionSearch([summary('a', { title: 'T' })], [{ index: buildTextIndex(['microservices']), offset: 0 }]);
    assert.deepEqual(ids(search, 'micro'), ['a']);
    assert.deepEqual(ids(search, 'services'), []);
    assert.deepEqual(ids(search, 'microservicse'), []);
  });

  describe('over hundreds of questions', () => {
    const vocabulary = ['cache', 'cached', 'caching', 'redis', 'index', 'indexes', 'token', 'tokens', 'bucket', 'api', 'apis', 'rate', 'limit', 'limits', 'the', 'a', 'why', 'reindex', 'subtoken'];
    const random = seededRandom(42);
    const some = (most: number): string[] => Array.from({ length: below(random, most + 1) }, () => pick(random, vocabulary));
    const questions: QuestionSummary[] = Array.from({ length: 400 }, (_, n) =>
      summary(`n${n}`, { title: ['q', ...some(4)].join(' '), tags: some(2), technologies: some(1), aliases: some(1) }),
    );
    const texts = questions.map(() => some(6).join(' '));
    const text = [{ index: storeTextIndex(buildTextIndex(texts)), offset: 0 }];
    const search = new QuestionSearch(questions, text);
    const queries = Array.from({ length: 60 }, () => {
      const words = Array.from({ length: 1 + below(random, 3) }, () => pick(random, vocabulary));
      return words.map((word) => word.slice(0, 1 + below(random, word.length))).join(' ');
    });

    it('finds exactly those that have every word, as a word, its beginning or an inner part', () => {
      for (const typed of queries) {
        const wanted = wordsOf(typed);
        const expected = questions.filter((question, n) => {
          const names = wordsOf(fold([question.title, question.id, ...question.aliases, ...question.tags, ...question.technologies].join(' ')));
          return wanted.every(
            (word) =>
              names.some((name) => name.startsWith(word) || (word.length >= 3 && name.includes(word))) ||
              wordsOf(texts[n]!).some((name) => name.startsWith(word)),
          );
        });
        assert.deepEqual(ids(search, typed, 1_000).toSorted(), expected.map(({ id }) => id).toSorted(), typed);
      }
    });

    it('survives 300 odd and misspelt queries, and each hit holds every word or one that is nearly the same', () => {
      const odd = ['(', '.*', '\\', '🚀', '\u0000', '\ud800', '%s', '__proto__', 'x'.repeat(40), '日本', '\u0301', 'INDEX'];
      const typedWord = (): string => {
        const word = pick(random, vocabulary);
        const at = below(random, word.length);
        const changed = [word.slice(at), word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}`];
        return pick(random, [word, ...changed, pick(random, odd)]);
      };
      let hits = 0;
      for (let run = 0; run < 300; run++) {
        const typed = Array.from({ length: 1 + below(random, 3) }, typedWord).join(pick(random, [' ', '  ', '-', '/', ', ']));
        for (const { question } of search.find(typed, 50)) {
          hits++;
          const names = wordsOf([question.title, question.id, ...question.aliases, ...question.tags, ...question.technologies].join(' '));
          const body = wordsOf(texts[questions.indexOf(question)]!);
          for (const word of wordsOf(typed)) {
            const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
            const isNear = (name: string): boolean =>
              name.includes(word) || isWithin(word, name, most) || isWithin(word, name.slice(0, word.length), most);
            assert.ok(names.some(isNear) || body.some((name) => name.startsWith(word)), `'${word}' of '${typed}' is not in ${question.id}`);
          }
        }
      }
      assert.ok(hits > 2_000, String(hits));
    });

    it('gives the same best ones whatever the limit, best first', () => {
      for (const typed of queries) {
        const all = search.find(typed, 1_000);
        for (const [n, hit] of all.slice(1).entries()) assert.ok(hit.score <= all[n]!.score, typed);
        for (const limit of [0, 1, 3, 10, 50]) assert.deepEqual(search.find(typed, limit), all.slice(0, limit), `${typed}, ${limit}`);
      }
    });

    it('gives the same while a word is being typed as when it is typed at once', () => {
      for (const typed of queries.slice(0, 20)) {
        for (let length = 1; length < typed.length; length++) search.find(typed.slice(0, length), 20);
        assert.deepEqual(search.find(typed, 20), new QuestionSearch(questions, text).find(typed, 20), typed);
      }
    });
  });
});

describe('Two words', () => {
  /** Optimal string alignment distance, as its definition says it. */
  function distance(a: string, b: string): number {
    const known = new Map<string, number>();
    const of = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const key = `${i},${j}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      let least = Math.min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, of(i - 2, j - 2) + 1);
      known.set(key, least);
      return least;
    };
    return of(a.length, b.length);
  }

  it('are as far apart as the definition says, for 2,000 pairs', () => {
    const random = seededRandom(2_000);
    const word = (): string => Array.from({ length: 1 + below(random, 8) }, () => pick(random, ['a', 'b', 'c'])).join('');
    let near = 0;
    for (let run = 0; run < 2_000; run++) {
      const a = word();
      const b = word();
      for (const most of [1, 2, 3]) {
        const expected = a[0] === b[0] && distance(a, b) <= most;
        if (expected) near++;
        assert.equal(isWithin(a, b, most), expected, `${a} ${b} ${most}`);
      }
    }
    assert.ok(near > 200);
  });

  for (const [a, b, most, expected] of [
    ['cache', 'cache', 0, true],
    ['cache', 'cahce', 1, true],
    ['cache', 'cach', 1, true],
    ['cache', 'caches', 1, true],
    ['cache', 'cachxs', 1, false],
    ['cache', 'xache', 2, false],
    ['ca', 'abc', 2, false],
    ['', '', 0, true],
    ['a', '', 1, false],
  ] as const) {
    it(`'${a}' and '${b}' are ${expected ? '' : 'not '}within ${most}`, () => {
      assert.equal(isWithin(a, b, most), expected);
      assert.equal(isWithin(b, a, most), expected);
    });
  }
});
