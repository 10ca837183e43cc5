import { spawn } from 'node:child_process';

/** How much of a child's output is kept for error messages. */
const KEPT_OUTPUT = 200_000;

/**
 * Runs a program to its end, or to the end of this process. Never rejects because of the exit code; the caller judges it.
 * @param {string} command
 * @param {string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   shell?: boolean,
 *   onLine?: (line: string) => void
 * }} [options] onLine gets every line of stdout and stderr as it comes
 * @returns {Promise<{code: number, output: string}>}
 */
export function runProcess(command, args, { cwd, env = process.env, shell = false, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output = (output + text).slice(-KEPT_OUTPUT)));
      if (onLine) forEachLine(stream, onLine);
    }
    // Otherwise an npm or a test run would go on after this process was told to end.
    const endChild = () => child.kill();
    process.once('exit', endChild);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.removeListener('exit', endChild);
      resolve({ code: code ?? (signal ? 128 : 1), output });
    });
  });
}

/**
 * Calls back with each full line of a text stream, and with what is left when it ends.
 * @param {NodeJS.ReadableStream} stream with its encoding set
 * @param {(line: string) => void} onLine
 */
export function forEachLine(stream, onLine) {
  let rest = '';
  stream.on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  stream.on('end', () => rest && onLine(rest));
}
