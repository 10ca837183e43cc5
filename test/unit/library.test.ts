import assert from 'node:assert/strict';
import { isTopicRef, Library } from '../../src/core/questions/library';
import type { Category, Pack } from '../../src/core/questions/pack';
import { KINDS, LEVELS, type QuestionSummary } from '../../src/core/questions/question';
import { pick, seededRandom } from './support/seededRandom';
import { summary } from './support/questions';

const category = (id: string): Category => ({ id, title: `The ${id}`, description: `All about ${id}` });

const pack = (questions: readonly QuestionSummary[], more: Partial<Pack> = {}): Pack => ({
  id: 'backend',
  title: 'Backend',
  description: '',
  version: '1.0.0',
  language: 'en',
  categories: [category('apis'), category('data')],
  questions,
  ...more,
});

const library = (...questions: readonly QuestionSummary[]): Library => new Library([pack(questions)]);
const ids = (questions: readonly QuestionSummary[]): string[] => questions.map(({ id }) => id);

describe('The learning order', () => {
  it("follows the pack's categories, whatever order the questions come in", () => {
    const { questions } = library(summary('d', { category: 'data' }), summary('a'), summary('e', { category: 'data' }));
    assert.deepEqual(ids(questions), ['a', 'd', 'e']);
  });

  it('puts easier questions first and those without a level behind all levels', () => {
    const { questions } = library(
      summary('none'),
      summary('hard', { level: 'advanced' }),
      summary('easy', { level: 'beginner' }),
      summary('middle', { level: 'intermediate' }),
    );
    assert.deepEqual(ids(questions), ['easy', 'middle', 'hard', 'none']);
  });

  it('puts code to write at the end of its category, easier first, but before the next category', () => {
    const { questions } = library(
      summary('next', { category: 'data', level: 'beginner' }),
      summary('code-hard', { kind: 'practical', level: 'advanced' }),
      summary('code-easy', { kind: 'practical', level: 'beginner' }),
      summary('talk-none'),
      summary('talk-hard', { kind: 'design', level: 'advanced' }),
    );
    assert.deepEqual(ids(questions), ['talk-hard', 'talk-none', 'code-easy', 'code-hard', 'next']);
  });

  it("keeps the pack's own order among equals", () => {
    const random = seededRandom(7);
    const questions = Array.from({ length: 200 }, (_, index) =>
      summary(`q-${index}`, { category: pick(random, ['apis', 'data']), kind: pick(random, KINDS), level: pick(random, LEVELS) }),
    );
    const ordered = library(...questions).questions;
    assert.equal(new Set(ordered).size, 200);
    const group = (question: QuestionSummary): string => `${question.category} ${question.kind === 'practical'} ${question.level}`;
    for (const wanted of new Set(questions.map(group))) {
      const inOrder = (list: readonly QuestionSummary[]): string[] => ids(list.filter((question) => group(question) === wanted));
      assert.deepEqual(inOrder(ordered), inOrder(questions));
    }
  });

  it('keeps packs together in the order in which they are given', () => {
    const second = pack([summary('x', { packId: 'more' })], { id: 'more' });
    assert.deepEqual(ids(new Library([second, pack([summary('a')])]).questions), ['x', 'a']);
    assert.deepEqual(ids(new Library([pack([summary('a')]), second]).questions), ['a', 'x']);
  });
});

describe('Finding a question in the library', () => {
  const renamed = summary('safe-retries', { aliases: ['retries', 'caching'] });
  const caching = summary('caching');
  const all = library(renamed, caching);

  it('works by its id and by an id that it once had', () => {
    assert.equal(all.find({ packId: 'backend', id: 'safe-retries' }), renamed);
    assert.equal(all.find({ packId: 'backend', id: 'retries' }), renamed);
  });

  it('takes an id before an alias of another question', () => {
    assert.equal(all.find({ packId: 'backend', id: 'caching' }), caching);
  });

  it('takes the first of two questions with the same id or alias', () => {
    const [one, two] = [summary('same', { aliases: ['old'] }), summary('same', { aliases: ['old'], title: 'Later' })];
    assert.equal(library(one, two).find(one), one);
    assert.equal(library(one, two).find({ packId: 'backend', id: 'old' }), one);
  });

  it('never looks into another pack', () => {
    assert.equal(all.find({ packId: 'more', id: 'caching' }), undefined);
    assert.equal(all.find({ packId: 'more', id: 'retries' }), undefined);
  });

  it('finds nothing under names that every object has', () => {
    assert.equal(all.find({ packId: 'backend', id: 'constructor' }), undefined);
    assert.equal(all.find({ packId: '__proto__', id: 'toString' }), undefined);
  });
});

describe('The nearest question to one that is gone', () => {
  const nearest = (questions: readonly QuestionSummary[], id: string, packId = 'backend'): string | undefined =>
    new Library([
      pack(questions.filter((question) => question.packId === 'backend')),
      pack(questions.filter((question) => question.packId === 'more'), { id: 'more' }),
    ]).nearest({ packId, id })?.id;

  it('is the one that shares most words of the id', () => {
    assert.equal(nearest([summary('cache-keys'), summary('cache-keys-eviction'), summary('locks')], 'cache-eviction-keys'), 'cache-keys-eviction');
  });

  it('may share a word with its tags or a former id only', () => {
    assert.equal(nearest([summary('a', { tags: ['cache'] }), summary('b')], 'cache-warmup'), 'a');
    assert.equal(nearest([summary('b'), summary('a', { aliases: ['warm-start'] })], 'cache-start'), 'a');
  });

  it('is the one with fewer other words among equals', () => {
    assert.equal(nearest([summary('cache-and-much-more'), summary('cache-keys')], 'cache'), 'cache-keys');
  });

  it('comes from the same pack when that has any', () => {
    const others = [summary('cache-keys-eviction', { packId: 'more' }), summary('cache-and-more')];
    assert.equal(nearest(others, 'cache-keys-eviction-gone'), 'cache-and-more');
    assert.equal(nearest(others, 'cache-keys-eviction-gone', 'more'), 'cache-keys-eviction');
    assert.equal(nearest(others, 'keys'), 'cache-keys-eviction');
  });

  it('does not exist when no word is shared or there is no question', () => {
    assert.equal(nearest([summary('cache-keys')], 'locks'), undefined);
    assert.equal(nearest([summary('cache-keys')], ''), undefined);
    assert.equal(nearest([], 'locks'), undefined);
  });
});

describe('Grouping the library', () => {
  it('by category gives those that hold questions, under their titles, with questions in learning order', () => {
    const topics = library(summary('b', { level: 'advanced' }), summary('a', { level: 'beginner' })).group('category');
    assert.deepEqual(
      topics.map(({ by, key, title, description, questions }) => ({ by, key, title, description, ids: ids(questions) })),
      [{ by: 'category', key: 'backend/apis', title: 'The apis', description: 'All about apis', ids: ['a', 'b'] }],
    );
  });

  it('by category keeps packs apart that name a category the same', () => {
    const topics = new Library([pack([summary('a')]), pack([summary('x', { packId: 'more' })], { id: 'more' })]).group('category');
    assert.deepEqual(topics.map(({ key, questions }) => [key, ...ids(questions)]), [['backend/apis', 'a'], ['more/apis', 'x']]);
  });

  it('by level goes from easy to hard, with no level last and unnamed', () => {
    const topics = library(summary('n'), summary('h', { level: 'advanced' }), summary('e', { level: 'beginner' })).group('level');
    assert.deepEqual(
      topics.map(({ key, title, questions }) => [key, title, ...ids(questions)]),
      [['beginner', 'beginner', 'e'], ['advanced', 'advanced', 'h'], ['', '', 'n']],
    );
  });

  it('by technology shows a question under each of its own, by name, with none last and unnamed', () => {
    const topics = library(
      summary('none'),
      summary('both', { technologies: ['redis', 'kafka'] }),
      summary('one', { technologies: ['redis'] }),
    ).group('technology');
    assert.deepEqual(
      topics.map(({ key, title, questions }) => [key, title, ...ids(questions)]),
      [['kafka', 'kafka', 'both'], ['redis', 'redis', 'both', 'one'], ['', '', 'none']],
    );
  });

  it('by technology shows a question once though its author named the technology twice', () => {
    const [topic] = library(summary('a', { technologies: ['redis', 'redis'] })).group('technology');
    assert.deepEqual(ids(topic!.questions), ['a']);
  });

  it('of an empty library gives no topics', () => {
    for (const by of ['category', 'level', 'technology'] as const) assert.deepEqual(library().group(by), []);
  });

  it('finds a topic again by its name', () => {
    const all = library(summary('a', { level: 'beginner' }), summary('b', { category: 'data' }));
    assert.deepEqual(ids(all.topic({ by: 'level', key: 'beginner' })!.questions), ['a']);
    assert.deepEqual(ids(all.topic({ by: 'level', key: '' })!.questions), ['b']);
    assert.deepEqual(ids(all.topic(all.categoryOf(all.questions[1]!))!.questions), ['b']);
    assert.equal(all.topic({ by: 'level', key: 'advanced' }), undefined);
    assert.equal(all.topic({ by: 'category', key: 'apis' }), undefined);
  });
});

describe('A stored topic', () => {
  it('is taken with a known grouping and any text as its key', () => {
    assert.equal(isTopicRef({ by: 'category', key: 'backend/apis' }), true);
    assert.equal(isTopicRef({ by: 'technology', key: '' }), true);
  });

  it('is refused when it is anything else', () => {
    const garbage: unknown[] = [
      undefined, null, 0, true, '', 'category', [], ['category', 'a'], {}, { by: 'category' }, { key: 'a' },
      { by: 'category', key: 1 }, { by: 'category', key: null }, { by: 'kind', key: 'a' }, { by: 'Category', key: 'a' },
      { by: ['category'], key: 'a' }, { by: 'constructor', key: 'a' }, { by: '__proto__', key: 'a' }, () => 1,
    ];
    for (const value of garbage) assert.equal(isTopicRef(value), false, JSON.stringify(value));
  });
});
