import { createServer } from 'node:net';
import { SetupProblem } from './setupProblem.mjs';

/** How many ports after the first are tried. */
const TRIES = 50;

/**
 * The first free port on 127.0.0.1 from `first` on.
 * @param {number} first
 */
export async function findFreePort(first) {
  for (let port = first; port < first + TRIES; port++) if (await isPortFree(port)) return port;
  throw new SetupProblem(`the ports ${first} to ${first + TRIES - 1} are all taken: choose another with --port.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
