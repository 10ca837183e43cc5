/** What a test run prints for this script to read, one event a line; everything else on its output is noise. */
const MARK = '[[drill-test]] ';

/**
 * @typedef {{event: 'pass', title: string, ms?: number}
 *   | {event: 'skip', title: string}
 *   | {event: 'fail', title: string, ms?: number, error: string}
 *   | {event: 'end'}} TestEvent
 *
 * @typedef {object} LevelResult
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {{title: string, error: string}[]} failures
 */

/**
 * @param {string} line
 * @returns {TestEvent | undefined}
 */
export function parseTestEvent(line) {
  const at = line.indexOf(MARK);
  if (at < 0) return undefined;
  try {
    return JSON.parse(line.slice(at + MARK.length));
  } catch {
    return undefined;
  }
}

/** Counts the events of one run and prints each test as it comes. */
export class TestTally {
  /** @type {LevelResult} */
  result = { passed: 0, failed: 0, skipped: 0, failures: [] };
  ended = false;
  #level;

  /** @param {string} level the first part of every title */
  constructor(level) {
    this.#level = level;
  }

  /**
   * @param {string} line of a test run's output
   * @returns {boolean} whether it was an event
   */
  readLine(line) {
    const event = parseTestEvent(line);
    if (event) this.add(event);
    return event !== undefined;
  }

  /** @param {TestEvent} event */
  add(event) {
    if (event.event === 'end') {
      this.ended = true;
      return;
    }
    const title = `${this.#level}: ${event.title}`;
    if (event.event === 'skip') {
      this.result.skipped++;
      console.log(`  - ${title} (skipped)`);
      return;
    }
    const time = event.ms === undefined ? '' : ` (${event.ms} ms)`;
    if (event.event === 'pass') {
      this.result.passed++;
      console.log(`  ✓ ${title}${time}`);
    } else {
      this.result.failed++;
      this.result.failures.push({ title, error: event.error });
      console.log(`  ✗ ${title}${time}\n${indent(event.error)}`);
    }
  }

  /**
   * The result; a run that never said it had ended counts as one failure more.
   * @param {string} why for a run without an end
   */
  finish(why) {
    if (!this.ended) this.add({ event: 'fail', title: 'the run itself', error: why });
    return this.result;
  }
}

/** @param {string} text */
export const indent = (text) => text.replace(/^/gm, '      ');
