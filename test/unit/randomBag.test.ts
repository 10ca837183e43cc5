import assert from 'node:assert/strict';
import { RandomBag } from '../../src/core/sessions/randomBag';
import { below, seededRandom } from './support/seededRandom';

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const noneIsPreferred = (): boolean => false;
const eachSeed = (test: (bag: RandomBag, seed: number) => void): void => {
  for (let seed = 0; seed < 50; seed++) test(new RandomBag(seededRandom(seed)), seed);
};
const draws = (bag: RandomBag, count: number, offered: readonly string[] = KEYS, preferred = noneIsPreferred as (key: string) => boolean): string[] =>
  Array.from({ length: count }, () => bag.draw(offered, preferred)!);

describe('The random bag', () => {
  it('gives each key once before it gives one again, round after round', () => {
    eachSeed((bag, seed) => {
      for (let round = 0; round < 4; round++) assert.deepEqual(draws(bag, 5).toSorted(), KEYS, `seed ${seed}`);
    });
  });

  it('does not begin a round with the key that ended the one before', () => {
    eachSeed((bag, seed) => {
      const all = draws(bag, 50);
      for (let at = 1; at < all.length; at++) assert.notEqual(all[at], all[at - 1], `seed ${seed}, draw ${at}`);
    });
  });

  it('does not begin a round with the last key even when only that one is preferred', () => {
    eachSeed((bag) => {
      const last = draws(bag, 5).at(-1)!;
      assert.notEqual(bag.draw(KEYS, (key) => key === last), last);
      assert.equal(bag.draw(KEYS, (key) => key === last), last);
    });
  });

  it('gives what is preferred first, then the rest', () => {
    eachSeed((bag) => {
      const preferred = (key: string): boolean => key === 'b' || key === 'e';
      const all = draws(bag, 5, KEYS, preferred);
      assert.deepEqual(all.slice(0, 2).toSorted(), ['b', 'e']);
      assert.deepEqual(all.slice(2).toSorted(), ['a', 'c', 'd']);
    });
  });

  it('comes in another order for other random numbers', () => {
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => draws(new RandomBag(seededRandom(seed)), 5).join('')));
    assert.ok(orders.size > 20, `${orders.size} orders`);
  });

  it('gives every key a fair chance to be first', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed++) {
      const key = new RandomBag(seededRandom(seed)).draw(KEYS, noneIsPreferred)!;
      first.set(key, (first.get(key) ?? 0) + 1);
    }
    for (const key of KEYS) assert.ok(first.get(key)! > 140 && first.get(key)! < 260, `${key} was first ${first.get(key)} times`);
  });

  it('reaches the first and the last key with the smallest and the greatest random number', () => {
    assert.equal(new RandomBag(() => 0).draw(KEYS, noneIsPreferred), 'a');
    assert.equal(new RandomBag(() => 1 - Number.EPSILON / 2).draw(KEYS, noneIsPreferred), 'e');
  });

  it('remembers what was drawn when other keys are offered in between', () => {
    eachSeed((bag) => {
      const before = draws(bag, 3);
      assert.ok(['x', 'y'].includes(bag.draw(['x', 'y'], noneIsPreferred)!));
      assert.deepEqual([...before, ...draws(bag, 2)].toSorted(), KEYS);
    });
  });

  it('gives a key that is newly offered before it starts again', () => {
    eachSeed((bag) => {
      draws(bag, 5);
      assert.equal(bag.draw([...KEYS, 'new'], noneIsPreferred), 'new');
    });
  });

  it('refills only what is offered', () => {
    eachSeed((bag) => {
      draws(bag, 5);
      draws(bag, 1, ['a', 'b']);
      // c, d and e were not offered when a and b were refilled, so of all five just one of a and b is left.
      assert.ok(['a', 'b'].includes(bag.draw(KEYS, noneIsPreferred)!));
    });
  });

  it('only ever gives what is offered, however that changes', () => {
    const random = seededRandom(99);
    const bag = new RandomBag(random);
    let last: string | undefined;
    for (let round = 0; round < 2000; round++) {
      const offered = KEYS.filter(() => below(random, 3) > 0);
      const key = bag.draw(offered, (candidate) => candidate < 'c');
      if (offered.length === 0) assert.equal(key, undefined);
      else assert.ok(offered.includes(key!));
      if (offered.length > 1) assert.notEqual(key, last);
      last = key ?? last;
    }
  });

  it('does not give a key that was set aside until all others were given', () => {
    eachSeed((bag) => {
      bag.setAside('c');
      const all = draws(bag, 4);
      assert.deepEqual(all.toSorted(), ['a', 'b', 'd', 'e']);
    });
  });

  it('does not begin a round with a key that was set aside last', () => {
    eachSeed((bag) => {
      draws(bag, 5);
      bag.setAside('c');
      assert.notEqual(bag.draw(KEYS, (key) => key === 'c'), 'c');
    });
  });

  it('gives a single key again and again, also when it was set aside', () => {
    const bag = new RandomBag(seededRandom(1));
    assert.deepEqual(draws(bag, 3, ['a']), ['a', 'a', 'a']);
    bag.setAside('b');
    assert.equal(bag.draw(['b'], noneIsPreferred), 'b');
  });

  it('gives nothing when nothing is offered', () => {
    assert.equal(new RandomBag(() => 0).draw([], () => true), undefined);
  });
});
