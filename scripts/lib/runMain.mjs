import { onParentGone } from './parentGone.mjs';
import { FailedScript } from './runScript.mjs';
import { SetupProblem } from './setupProblem.mjs';

const SIGNAL_CODES = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * What happens on a wish to end; a command can put its own in place.
 * @type {(code: number) => void}
 */
let stop = (code) => process.exit(code);

/**
 * Runs a command's main function. What a person can mend is told in words, without a stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  // Without these a signal ends the process before its 'exit' event, in which servers are ended.
  for (const [signal, code] of Object.entries(SIGNAL_CODES)) process.on(signal, () => stop(code));
  onParentGone(() => stop(SIGNAL_CODES.SIGTERM));
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof SetupProblem) console.error(`\nCannot continue: ${error.message}`);
    else console.error(error instanceof FailedScript ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
  process.exit();
}

/**
 * From here on a signal is not the end but a wish to end, which resolves the promise. Further ones are ignored:
 * Ctrl+C under npm arrives twice, from the terminal and from npm.
 * @returns {Promise<void>}
 */
export function untilStopped() {
  return new Promise((resolve) => {
    stop = () => resolve();
  });
}
