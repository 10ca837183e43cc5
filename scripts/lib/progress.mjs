/** A reminder that something is still going on, for steps longer than this. */
const HEARTBEAT_MS = 15_000;

/**
 * Runs one long step with a line before, a line after and a line now and then between.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  console.log(`- ${label} ...`);
  const heartbeat = setInterval(() => console.log(`  still working: ${label} (${seconds()})`), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    const result = await work();
    console.log(`  done: ${label} (${seconds()})`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
