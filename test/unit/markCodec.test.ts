import assert from 'node:assert/strict';
import { decodeMarkLog, encodeMarkLog } from '../../src/core/progress/markCodec';
import { MARK_TYPES, type MarkEvent } from '../../src/core/progress/marks';
import { below, pick, seededRandom } from './support/seededRandom';

const EVENTS: readonly MarkEvent[] = [
  { id: 'w1-1', at: 1_700_000_000_000, question: 'backend/caching', type: 'seen' },
  { id: 'w1-2', at: 1_700_000_001_000, question: 'backend/caching', type: 'done' },
  { id: 'w1-3', at: 1_700_000_002_000, question: 'eigene/größe', type: 'bookmarked' },
  { id: 'w1-4', at: 1_700_000_003_000, question: 'backend/locks', type: 'unbookmarked' },
];
const LOG = encodeMarkLog(EVENTS);
const HEADER = LOG.split('\n', 1)[0]!;
const line = (value: unknown): string => JSON.stringify(value);

describe('A log of marks', () => {
  it('is read as it was written', () => {
    assert.deepEqual(decodeMarkLog(LOG), { events: EVENTS, damaged: [], future: false });
    assert.deepEqual(decodeMarkLog(encodeMarkLog([])), { events: [], damaged: [], future: false });
  });

  it('is read as it was written for many random events, whatever their texts hold', () => {
    const random = seededRandom(8);
    const text = (): string => Array.from({ length: below(random, 8) }, () => pick(random, ['a', '/', '"', '\\', '\n', '\r', '\u2028', '🚀', '{', '}'])).join('');
    for (let round = 0; round < 200; round++) {
      const events = Array.from({ length: below(random, 6) }, () => ({
        id: text(), at: below(random, 2 ** 45), question: text(), type: pick(random, MARK_TYPES),
      }));
      assert.deepEqual(decodeMarkLog(encodeMarkLog(events)), { events, damaged: [], future: false });
    }
  });

  it('holds a header and a line for each event, each ended', () => {
    assert.ok(LOG.endsWith('\n'));
    assert.equal(LOG.split('\n').length, EVENTS.length + 2);
    assert.deepEqual(JSON.parse(HEADER), { format: 'interview-drills-marks', version: 1 });
  });

  it('may be empty, have blank lines or Windows line ends, or lack its header', () => {
    assert.deepEqual(decodeMarkLog(''), { events: [], damaged: [], future: false });
    assert.deepEqual(decodeMarkLog(`\n  \n${LOG}\n\n`).events, EVENTS);
    assert.deepEqual(decodeMarkLog(LOG.replaceAll('\n', '\r\n')), { events: EVENTS, damaged: [], future: false });
    assert.deepEqual(decodeMarkLog(LOG.slice(HEADER.length + 1)), { events: EVENTS, damaged: [], future: false });
  });

  it('may be two logs that were joined', () => {
    assert.deepEqual(decodeMarkLog(LOG + LOG), { events: [...EVENTS, ...EVENTS], damaged: [], future: false });
  });

  it('of a later version is left alone', () => {
    const later = LOG.replace('"version":1', '"version":2');
    assert.deepEqual(decodeMarkLog(later), { events: [], damaged: [], future: true });
  });

  it('names the lines that cannot be read, counted from 1', () => {
    const lines = LOG.split('\n');
    lines.splice(2, 0, 'what?', '');
    assert.deepEqual(decodeMarkLog(lines.join('\n')), { events: EVENTS, damaged: [3], future: false });
  });

  it('loses only the lines that are JSON but no event', () => {
    const [good] = EVENTS;
    const foreign = [
      '1', 'null', 'true', '"text"', '[]', '{}', `[${line(good)}]`, line({ ...good, type: 'exploded' }), line({ ...good, type: 'constructor' }),
      line({ ...good, type: ['done'] }), line({ ...good, id: 7 }), line({ ...good, at: '2024' }), line({ ...good, at: null }),
      line({ ...good, question: undefined }), line({ ...good, question: { packId: 'a' } }), '{"__proto__":{"id":"a"}}',
      line({ format: 'of-another-program', version: 9 }),
    ];
    for (const one of foreign) {
      assert.deepEqual(decodeMarkLog(`${LOG}${one}\n${line(good)}\n`), { events: [...EVENTS, good], damaged: [EVENTS.length + 2], future: false }, one);
    }
  });

  it('takes no event from the end of time, which would outdo all that follow', () => {
    const endless = line(EVENTS[1]).replace('1700000001000', '1e999');
    assert.deepEqual(decodeMarkLog(`${LOG}${endless}\n`), { events: EVENTS, damaged: [EVENTS.length + 2], future: false });
  });

  it('takes an event that has more fields than are known', () => {
    assert.deepEqual(decodeMarkLog(line({ ...EVENTS[0], rating: 5 })), { events: [EVENTS[0]], damaged: [], future: false });
  });

  it('loses no other line when any one bit of it is flipped', () => {
    const bytes = Buffer.from(LOG);
    const version = Buffer.from(HEADER).lastIndexOf('1');
    let number = 0;
    for (let at = 0; at < bytes.length; at++) {
      const isLineEnd = bytes[at] === 10;
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= 1 << bit;
        const { events, future } = decodeMarkLog(flipped.toString());
        const where = `byte ${at}, bit ${bit}`;
        if (future) {
          // A header that says 3, 5 or 9 is no damage that anyone could see.
          assert.equal(at, version, where);
          continue;
        }
        // Line 0 is the header. A lost line end joins its line with the next.
        const whole = EVENTS.filter((_, index) => index + 1 !== number && !(isLineEnd && index === number));
        const kept = new Set(events.map(line));
        for (const event of whole) assert.ok(kept.has(line(event)), `${where} lost ${event.id}`);
        assert.ok(events.length <= EVENTS.length, where);
      }
      if (isLineEnd) number++;
    }
    assert.equal(number, EVENTS.length + 1);
  });

  it('keeps all whole lines when it is cut off anywhere', () => {
    const bytes = Buffer.from(LOG);
    for (let length = 0; length <= bytes.length; length++) {
      const { events, damaged, future } = decodeMarkLog(bytes.subarray(0, length).toString());
      const ends = [...LOG.matchAll(/\n/g)].map(({ index }) => Buffer.byteLength(LOG.slice(0, index)));
      const whole = ends.filter((end) => end <= length).length;
      assert.deepEqual(events, EVENTS.slice(0, Math.max(whole - 1, 0)), `cut at ${length}`);
      assert.ok(damaged.length <= 1, `cut at ${length}`);
      assert.equal(future, false);
    }
  });

  it('is never too strange to read', () => {
    const random = seededRandom(21);
    const pieces = ['{', '}', '[', ']', '"', ':', ',', '\n', '\\', 'null', '1e999', '"id"', '"format"', '"interview-drills-marks"', '\u0000', '\ud800', '\ufeff'];
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: below(random, 30) }, () => pick(random, pieces)).join('');
      assert.deepEqual(decodeMarkLog(text).events, [], JSON.stringify(text));
    }
  });
});
