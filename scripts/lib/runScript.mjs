import { repositoryRoot } from './repository.mjs';
import { runProcess } from './runProcess.mjs';

/**
 * Runs a Node script of the clone from its root.
 * @param {string[]} args the script, relative to the root, and its arguments
 * @param {{env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options]
 */
export function runScript(args, options) {
  return runProcess(process.execPath, args, { cwd: repositoryRoot, ...options });
}

/**
 * The same for a step that must succeed: its output is shown when it does not.
 * @param {string} what
 * @param {string[]} args
 * @returns {Promise<string>} its output
 */
export async function requireScript(what, args) {
  const { code, output } = await runScript(args);
  if (code !== 0) throw new FailedScript(what, output);
  return output;
}

/** A script of the clone that failed; its output says why, not a stack of ours. */
export class FailedScript extends Error {
  /** @override */
  name = 'FailedScript';

  /**
   * @param {string} what
   * @param {string} output
   */
  constructor(what, output) {
    super(`${what} failed:\n${output.trimEnd()}`);
  }
}
