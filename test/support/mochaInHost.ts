// Mocha inside an extension host, in Node and in a web worker alike. The test build must bundle Mocha's browser build
// with `--define:module=undefined --define:define=undefined`, see mochaBrowserBuild in scripts/lib/testBundles.mjs.
import 'mocha/mocha.js';

const MARK = '[[drill-test]] ';
const TIMEOUT_MS = 20_000;
const LONGEST_ERROR = 8_000;

declare global {
  /** Put in front of the bundle by scripts/host/testBundle.mjs. */
  // eslint-disable-next-line no-var
  var __DRILL_GREP__: string | undefined;
}

/**
 * Runs tests and prints what happens for scripts/host/runInHost.mjs.
 * @param register loads the test files; `describe` and `it` exist only from here on
 * @param grep only tests whose title matches
 */
export async function runMocha(register: () => void | Promise<void>, grep = globalThis.__DRILL_GREP__): Promise<void> {
  const { Mocha: MochaClass } = globalThis as unknown as { Mocha: typeof Mocha };
  const mocha = new MochaClass({ ui: 'bdd', timeout: TIMEOUT_MS, reporter: reportEvents as unknown as Mocha.ReporterConstructor, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  await register();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  print({ event: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** A Mocha reporter (which needs no more than to be callable with `new`): one line for each test. */
function reportEvents(runner: Mocha.Runner): void {
  runner.on('pass', (test) => print({ event: 'pass', title: title(test), ms: test.duration }));
  runner.on('pending', (test) => print({ event: 'skip', title: title(test) }));
  runner.on('fail', (test, error: unknown) => print({ event: 'fail', title: title(test), ms: test.duration, error: describeError(error) }));
}

function title(test: Mocha.Runnable): string {
  return test.titlePath().join(' › ');
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = '' } = error;
  return (stack.includes(message) ? stack : `${message}\n${stack}`).slice(0, LONGEST_ERROR);
}

function print(event: object): void {
  console.log(MARK + JSON.stringify(event));
}
