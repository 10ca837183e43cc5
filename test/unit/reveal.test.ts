import assert from 'node:assert/strict';
import { SECTION_NAMES } from '../../src/core/questions/question';
import { isRevealed, NOTHING_REVEALED, type Reveal, revealAll, revealFromStored, revealHint, revealStep } from '../../src/core/sessions/reveal';

describe('Revealing step by step', () => {
  const walk = (hintCount: number, steps: number): Reveal[] => {
    const seen: Reveal[] = [];
    let reveal = NOTHING_REVEALED;
    for (let step = 0; step < steps; step++) seen.push((reveal = revealStep(reveal, hintCount)));
    return seen;
  };

  it('goes through the hints, then the answer, then everything, and stays there', () => {
    assert.deepEqual(walk(2, 6), [
      { hints: 1, stage: 'asked' },
      { hints: 2, stage: 'asked' },
      { hints: 2, stage: 'answer' },
      { hints: 2, stage: 'depth' },
      { hints: 2, stage: 'depth' },
      { hints: 2, stage: 'depth' },
    ]);
  });

  it('begins with the answer when there are no hints', () => {
    assert.deepEqual(walk(0, 2), [{ hints: 0, stage: 'answer' }, { hints: 0, stage: 'depth' }]);
  });

  it('passes over hints that a question once had', () => {
    assert.deepEqual(revealStep({ hints: 5, stage: 'asked' }, 2), { hints: 5, stage: 'answer' });
  });

  it('does not change what it was given', () => {
    revealStep(NOTHING_REVEALED, 3);
    revealHint(NOTHING_REVEALED, 3);
    revealAll(NOTHING_REVEALED);
    assert.deepEqual(NOTHING_REVEALED, { hints: 0, stage: 'asked' });
  });
});

describe('Revealing', () => {
  it('everything at once keeps the hints as they are', () => {
    assert.deepEqual(revealAll({ hints: 2, stage: 'asked' }), { hints: 2, stage: 'depth' });
    assert.deepEqual(revealAll({ hints: 0, stage: 'answer' }), { hints: 0, stage: 'depth' });
  });

  it('a hint shows one more, as far as there are any, at every stage', () => {
    assert.deepEqual(revealHint({ hints: 1, stage: 'asked' }, 3), { hints: 2, stage: 'asked' });
    assert.deepEqual(revealHint({ hints: 3, stage: 'asked' }, 3), { hints: 3, stage: 'asked' });
    assert.deepEqual(revealHint({ hints: 0, stage: 'depth' }, 3), { hints: 1, stage: 'depth' });
    assert.deepEqual(revealHint(NOTHING_REVEALED, 0), NOTHING_REVEALED);
  });

  it('nothing keeps every section covered', () => {
    for (const section of SECTION_NAMES) assert.equal(isRevealed(section, { hints: 9, stage: 'asked' }), false, section);
  });

  it('the answer uncovers what one says aloud, and no more', () => {
    const shown = SECTION_NAMES.filter((section) => isRevealed(section, { hints: 0, stage: 'answer' }));
    assert.deepEqual(shown, ['Answer', 'Key points', 'One-liner']);
  });

  it('the depth uncovers every section', () => {
    for (const section of SECTION_NAMES) assert.equal(isRevealed(section, { hints: 0, stage: 'depth' }), true, section);
  });
});

describe('A stored reveal', () => {
  it('is read back as it was', () => {
    for (const reveal of [NOTHING_REVEALED, { hints: 3, stage: 'answer' }, { hints: 1, stage: 'depth' }]) {
      assert.deepEqual(revealFromStored(JSON.parse(JSON.stringify(reveal))), reveal);
    }
  });

  it('is nothing revealed when it is no reveal at all', () => {
    for (const value of [undefined, null, 1, 'depth', true, [], {}, ['depth'], () => 1]) {
      assert.deepEqual(revealFromStored(value), NOTHING_REVEALED);
    }
  });

  it('loses only what cannot be read', () => {
    for (const hints of [-1, 1.5, Number.NaN, Infinity, -Infinity, '2', null, {}]) {
      assert.deepEqual(revealFromStored({ hints, stage: 'answer' }), { hints: 0, stage: 'answer' }, JSON.stringify(hints));
    }
    for (const stage of ['DEPTH', 'all', 1, null, ['depth'], 'constructor']) {
      assert.deepEqual(revealFromStored({ hints: 2, stage }), { hints: 2, stage: 'asked' }, String(stage));
    }
  });

  it('never asks for a ridiculous number of hints', () => {
    assert.ok(revealFromStored({ hints: 1e15, stage: 'asked' }).hints <= 100);
  });
});
