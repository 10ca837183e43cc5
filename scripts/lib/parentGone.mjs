const POLL_MS = 500;

/**
 * Calls back when npm, which started this process, is gone. npm hands a signal on to the shell between itself and
 * this process, and not every shell hands it on further.
 * @param {() => void} callback
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, POLL_MS);
  timer.unref();
}
