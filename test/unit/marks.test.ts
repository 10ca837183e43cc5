import assert from 'node:assert/strict';
import { foldMarks, MARK_TYPES, type MarkEvent, type Marks } from '../../src/core/progress/marks';
import { below, pick, seededRandom } from './support/seededRandom';

const event = (id: string, at: number, type: MarkEvent['type'], question = 'backend/a'): MarkEvent => ({ id, at, question, type });

const plain = ({ seen, done, bookmarked }: Marks) => ({ seen: [...seen].toSorted(), done: [...done].toSorted(), bookmarked: [...bookmarked].toSorted() });
const state = (...events: readonly MarkEvent[]) => plain(foldMarks(events));

/** Puts things in another order, the same in each run. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  return Array.from(items, () => rest.splice(below(random, rest.length), 1)[0]!);
}

describe('Marks', () => {
  it('are none without events', () => {
    assert.deepEqual(state(), { seen: [], done: [], bookmarked: [] });
  });

  it('tell what was seen, done and bookmarked last', () => {
    assert.deepEqual(
      state(event('1', 1, 'seen'), event('2', 2, 'done'), event('3', 3, 'bookmarked'), event('4', 4, 'undone'), event('5', 5, 'done', 'backend/b')),
      { seen: ['backend/a'], done: ['backend/b'], bookmarked: ['backend/a'] },
    );
  });

  it('can be taken back and set again', () => {
    const events = [event('1', 1, 'bookmarked'), event('2', 2, 'unbookmarked'), event('3', 3, 'bookmarked')];
    assert.deepEqual(state(...events.slice(0, 2)).bookmarked, []);
    assert.deepEqual(state(...events).bookmarked, ['backend/a']);
  });

  it('keep a question seen, whatever comes later', () => {
    assert.deepEqual(state(event('1', 1, 'seen'), event('2', 2, 'undone'), event('3', 3, 'unbookmarked')).seen, ['backend/a']);
  });

  it('go by the time of events, not by the order in which they were read', () => {
    assert.deepEqual(state(event('late', 9, 'undone'), event('early', 1, 'done')).done, []);
  });

  it('at the same instant go by the greater id, so that all machines agree', () => {
    const [done, undone] = [event('a', 5, 'done'), event('b', 5, 'undone')];
    assert.deepEqual(state(done, undone).done, []);
    assert.deepEqual(state(undone, done).done, []);
    const [later, earlier] = [event('b', 5, 'done'), event('a', 5, 'undone')];
    assert.deepEqual(state(later, earlier).done, ['backend/a']);
    assert.deepEqual(state(earlier, later).done, ['backend/a']);
  });

  it('keep questions of all names apart', () => {
    assert.deepEqual(state(event('1', 1, 'done', '__proto__'), event('2', 2, 'done', 'constructor'), event('3', 3, 'done', 'other/a')).done, ['__proto__', 'constructor', 'other/a']);
  });

  it('are the same for any order and for any event read twice', () => {
    const random = seededRandom(5);
    for (let run = 0; run < 200; run++) {
      const events = Array.from({ length: 1 + below(random, 25) }, (_, n) => event(`${below(random, 1_000)}-${n}`, below(random, 6), pick(random, MARK_TYPES), `p/${below(random, 3)}`));
      const expected = state(...events);
      assert.deepEqual(state(...shuffled([...events, ...events.filter(() => random() < 0.5)], random)), expected);
    }
  });

  it('merge by union: two halves folded together give what the whole gives', () => {
    const events = MARK_TYPES.map((type, n) => event(`e${n}`, n, type));
    assert.deepEqual(state(...events.slice(3), ...events.slice(0, 3), ...events.slice(2)), state(...events));
  });
});
