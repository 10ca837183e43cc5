import { SetupProblem } from './setupProblem.mjs';

const OLDEST_MAJOR = 20;

/**
 * Fails on a Node that is too old to run the tools. To get here on such a Node, the scripts import newer parts of
 * Node as whole modules (`import util from 'node:util'`).
 */
export function requireNode() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR) {
    throw new SetupProblem(
      `this is Node ${process.versions.node}, but Node ${OLDEST_MAJOR} or later is needed: install a current Node.js and run the command again.`,
    );
  }
}
