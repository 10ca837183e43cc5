import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { killProcessGroup, stopProcessGroup } from '../lib/processGroup.mjs';
import { forEachLine } from '../lib/runProcess.mjs';
import { cleanEnvironment } from './cleanEnvironment.mjs';
import { ensureEmbeddedHost } from './install.mjs';

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 50;

/**
 * @typedef {object} ServerOptions
 * @property {string} dataFolder where the server and its user data live
 * @property {string} [extensionsFolder] where installed extensions live; default: inside dataFolder
 * @property {number} [port] default: a free one
 * @property {string} [token] the secret of the address; default: a new one
 * @property {Record<string, unknown>} [settings] the user settings to start with; default: those in dataFolder
 * @property {boolean | undefined} [workspaceTrust] whether to ask for workspace trust (default false: everything is trusted)
 * @property {boolean} [automation] whether the workbench offers its driver to tests
 * @property {NodeJS.ProcessEnv} [env] added to the environment of the server and its extension hosts
 *
 * @typedef {object} RunningServer
 * @property {string} url without a folder, with the token; see workbenchUrl()
 * @property {number} port
 * @property {number} pid
 * @property {string} logFile what the server printed
 * @property {Promise<number>} exited the exit code
 * @property {() => Promise<void>} stop ends it and everything it started
 */

/**
 * Starts the embedded VS Code on 127.0.0.1 and waits until it answers.
 * The address carries a secret, since any web page could otherwise reach a port of this machine.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer({
  dataFolder,
  extensionsFolder = path.join(dataFolder, 'extensions'),
  port = 0,
  token = randomUUID(),
  settings,
  workspaceTrust = false,
  automation = false,
  env = {},
}) {
  const { node, serverMain } = await ensureEmbeddedHost();
  await mkdir(extensionsFolder, { recursive: true });
  if (settings) await writeUserSettings(dataFolder, settings);
  const args = [
    serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(automation ? ['--enable-smoke-test-driver'] : []),
  ];
  // A group of its own, so that the extension hosts and terminals can be ended with it.
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...cleanEnvironment(), ...env } });
  const killAtExit = () => killProcessGroup(child);
  process.once('exit', killAtExit);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const stop = async () => {
    await stopProcessGroup(child);
    process.removeListener('exit', killAtExit);
  };
  const logFile = path.join(dataFolder, 'server.log');
  try {
    const boundPort = await untilListening(child, exited, logFile);
    return { url: `http://127.0.0.1:${boundPort}/?tkn=${token}`, port: boundPort, pid: child.pid ?? 0, logFile, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<number>} exited
 * @param {string} logFile
 * @returns {Promise<number>} the port
 */
async function untilListening(child, exited, logFile) {
  const log = createWriteStream(logFile);
  let tail = '';
  /** @type {(port: number) => void} */
  let onPort = () => {};
  /** @type {Promise<number>} */
  const port = new Promise((resolve) => (onPort = resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      log.write(text);
      tail = (tail + text).slice(-2_000);
    });
  }
  forEachLine(child.stdout, (line) => {
    const listening = /^Extension host agent listening on (\d+)/.exec(line);
    if (listening) onPort(Number(listening[1]));
  });
  const failed = new AbortController();
  const failure = Promise.race([
    exited.then((code) => `ended with code ${code}`),
    delay(START_TIMEOUT_MS, `did not start within ${START_TIMEOUT_MS / 1000} s`, { signal: failed.signal, ref: false }),
  ]).then((what) => {
    throw new Error(`The embedded VS Code ${what}. Its last words (all of them: ${logFile}):\n${tail}`);
  });
  failure.catch(() => {});
  const bound = await Promise.race([port, failure]);
  await Promise.race([untilAnswering(`http://127.0.0.1:${bound}/version`), failure]);
  failed.abort();
  return bound;
}

/** @param {string} url */
async function untilAnswering(url) {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await delay(POLL_MS);
  }
}

/**
 * The address that opens a folder.
 * @param {{url: string}} server
 * @param {string} [folder] default: an empty window
 */
export function workbenchUrl(server, folder) {
  return `${server.url}&${folder ? `folder=${encodeURIComponent(folder)}` : 'ew=true'}`;
}

/**
 * Writes the user settings of a server that is not yet running, or that is (it notices).
 * @param {string} dataFolder
 * @param {Record<string, unknown>} settings
 */
export async function writeUserSettings(dataFolder, settings) {
  const file = userSettingsFile(dataFolder);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** @param {string} dataFolder */
export const userSettingsFile = (dataFolder) => path.join(dataFolder, 'data', 'User', 'settings.json');
