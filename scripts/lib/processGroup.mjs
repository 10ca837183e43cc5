import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Ends a child that was spawned with `detached: true` and everything it started: politely, then by force.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [graceMs]
 */
export async function stopProcessGroup(child, graceMs = 3_000) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') return killProcessGroup(child);
  signalGroup(child.pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  // The leader may be gone long before the processes it started, so ask for the group.
  while (Date.now() < deadline && signalGroup(child.pid, 0)) await delay(POLL_MS);
  // Bounded: where nobody reaps orphans (a container without an init), dead processes stay in the group for ever.
  for (let tries = 0; tries < 20 && signalGroup(child.pid, 'SIGKILL'); tries++) await delay(POLL_MS);
}

/**
 * The same by force and without waiting, for the 'exit' event, where nothing asynchronous runs any more.
 * @param {import('node:child_process').ChildProcess} child
 */
export function killProcessGroup(child) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  else signalGroup(child.pid, 'SIGKILL');
}

/**
 * @param {number} pid of the group's leader
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether any process of the group was there
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
