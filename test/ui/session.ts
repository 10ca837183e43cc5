import { type Workbench, type WorkbenchOptions, withWorkbench } from '../support/workbench';

/** Starting VS Code and installing the extension takes a while on a small machine. */
const START_TIMEOUT = 120_000;
const TEST_TIMEOUT = 90_000;

/**
 * One VS Code for all tests of a `describe` block, used one after the other as a person would go on in the
 * same window. Call it inside the block; the function it returns gives the window to each test.
 */
export function session(options: WorkbenchOptions | (() => WorkbenchOptions)): () => Workbench {
  let workbench: Workbench | undefined;
  let finish = (): void => undefined;
  let running: Promise<void> | undefined;
  before(async function () {
    this.timeout(START_TIMEOUT);
    await new Promise<void>((started, failed) => {
      running = withWorkbench(typeof options === 'function' ? options() : options, (opened) => {
        workbench = opened;
        started();
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      });
      running.catch(failed);
    });
  });
  beforeEach(function () {
    this.currentTest?.timeout(TEST_TIMEOUT);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench?.screenshot(`failed-${this.currentTest.title.replace(/[^a-z0-9]+/gi, '-')}`);
    }
  });
  after(async function () {
    this.timeout(START_TIMEOUT);
    finish();
    await running;
  });
  return () => workbench!;
}
