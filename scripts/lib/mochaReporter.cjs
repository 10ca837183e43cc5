// Runs inside Mocha under plain Node: prints the events that testEvents.mjs reads.
'use strict';

const MARK = '[[drill-test]] ';

module.exports = class EventReporter {
  /** @param {import('mocha').Runner} runner */
  constructor(runner) {
    const print = (/** @type {object} */ event) => process.stdout.write(`${MARK}${JSON.stringify(event)}\n`);
    const title = (/** @type {import('mocha').Runnable} */ test) => test.titlePath().join(' › ');
    runner.on('pass', (test) => print({ event: 'pass', title: title(test), ms: test.duration }));
    runner.on('pending', (test) => print({ event: 'skip', title: title(test) }));
    runner.on('fail', (test, error) =>
      print({ event: 'fail', title: title(test), ms: test.duration, error: String(error?.stack ?? error).slice(0, 8000) }),
    );
    runner.on('end', () => print({ event: 'end' }));
  }
};
