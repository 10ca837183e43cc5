import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtExtension, compiledPack, inBench, PACK_SIZES } from './prepare.mjs';

/** Every subject is installed here, so that all run in the same host. */
export const extensionsFolder = inBench('extensions');

/**
 * An extension that is measured.
 * @typedef {object} Subject
 * @property {string} id
 * @property {string} label
 * @property {string} key in Playwright's words: runs the command that opens its panel
 * @property {string} title what the panel's h1 says then
 * @property {string} [prefix] of the command ids, of copies of ours
 */

/** Closes all panels, whatever has the focus. */
export const CLOSE_KEY = 'Control+Alt+F12';

/** Writes the extensions to compare: an empty one, static pages, and ours with the built-in pack and with made-up ones. */
export async function writeSubjects() {
  await rm(extensionsFolder, { recursive: true, force: true });
  const builtIn = path.join(builtExtension, 'dist', 'content');
  const shown = await typicalQuestion(builtIn);
  const page = await pageOf(builtIn, shown);
  // What a host does for the first extension and the first panel of all, it does for this one.
  const warmUp = await writeStatic('warm-up', 'F7', 'Warm-up', page, [{ command: 'workbench.action.closeAllEditors', key: keybinding(CLOSE_KEY) }]);
  const empty = await writeEmpty();
  const staticPage = await writeStatic('static-page', 'F8', shown.title, page);
  const { length: builtInCount } = await questionsOf(builtIn);
  const ours = [await writeOurs('interviewDrills', `ours, built-in pack (${builtInCount} questions)`, 'F9', builtIn, shown)];
  for (const [at, size] of PACK_SIZES.entries()) {
    const content = compiledPack(size);
    ours.push(await writeOurs(`interviewDrills${size}`, `ours, ${size} questions`, `F${4 + at}`, content, await typicalQuestion(content)));
  }
  return { warmUp, empty, staticPage, ours };
}

/** @param {string} content @returns {Promise<{packId: string, id: string, title: string, kind?: string}[]>} */
async function questionsOf(content) {
  const { packs } = JSON.parse(await readFile(path.join(content, 'index.json'), 'utf8'));
  return packs[0].questions;
}

/** The question in the middle when they are sorted by the size of what a panel is sent. @param {string} content */
async function typicalQuestion(content) {
  const questions = (await questionsOf(content)).filter(({ kind }) => kind !== 'practical');
  const sized = await Promise.all(
    questions.slice(0, 200).map(async (question) => ({ question, size: (await stat(bodyFile(content, question))).size })),
  );
  const middle = sized.toSorted((a, b) => a.size - b.size)[sized.length >> 1];
  if (!middle) throw new Error(`There is no question in ${content}.`);
  return middle.question;
}

const bodyFile = (/** @type {string} */ content, /** @type {{packId: string, id: string}} */ { packId, id }) =>
  path.join(content, packId, `${id}.json`);

/** The same question as a page that needs nothing and does nothing but uncover its answer. */
async function pageOf(/** @type {string} */ content, /** @type {{packId: string, id: string, title: string}} */ question) {
  const body = JSON.parse(await readFile(bodyFile(content, question), 'utf8'));
  const style = await readFile(path.join(builtExtension, 'dist', 'webview', 'questionPanel.css'), 'utf8');
  const sections = body.sections.map(
    (/** @type {{name: string, html: string}} */ { name, html }) =>
      `<section class="section section-${name.toLowerCase().replace(/[^a-z]+/g, '-')}"><h2>${name}</h2><div class="prose">${html}</div></section>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-bench'">
<style>${style}</style></head><body><main><h1>TITLE</h1><div class="prompt prose">${body.prompt}</div>
<div class="answer" hidden>${sections.join('')}</div></main>
<script nonce="bench">addEventListener('keydown', ({ key }) => { if (key === ' ') document.querySelector('.answer').hidden = false; });</script>
</body></html>`;
}

async function writeEmpty() {
  await writeExtension('bench.empty', { activationEvents: ['onCommand:empty.command'], main: './extension.js' }, { 'extension.js': 'exports.activate = () => {};' });
  return { id: 'bench.empty', label: 'an empty extension', key: '', title: '' };
}

/**
 * @param {string} name
 * @param {string} functionKey
 * @param {string} title
 * @param {string} page
 * @param {{command: string, key: string}[]} [keybindings]
 * @returns {Promise<Subject>}
 */
async function writeStatic(name, functionKey, title, page, keybindings = []) {
  const command = `${name}.show`;
  const key = `Control+Alt+${functionKey}`;
  const html = page.replace('TITLE', title.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  await writeExtension(
    `bench.${name}`,
    { main: './extension.js', contributes: { commands: [{ command, title: name }], keybindings: [{ command, key: keybinding(key) }, ...keybindings] } },
    {
      'extension.js': `const vscode = require('vscode');
exports.activate = ({ subscriptions }) => subscriptions.push(vscode.commands.registerCommand('${command}', () => {
  const panel = vscode.window.createWebviewPanel('${name}', '${name}', vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = ${JSON.stringify(html)};
}));`,
    },
  );
  return { id: `bench.${name}`, label: 'a static webview extension', key, title };
}

/**
 * A copy of ours with other content. All its ids get another prefix, since a host takes each id only once.
 * @param {string} prefix
 * @param {string} label
 * @param {string} functionKey
 * @param {string} content
 * @param {{packId: string, id: string, title: string}} shown
 * @returns {Promise<Subject & {prefix: string}>}
 */
async function writeOurs(prefix, label, functionKey, content, { packId, id, title }) {
  const hyphened = prefix.replace('interviewDrills', 'interview-drills');
  const own = (/** @type {string} */ text) => text.replaceAll('interviewDrills', prefix).replaceAll('interview-drills', hyphened);
  const read = async (/** @type {string} */ file) => own(await readFile(path.join(builtExtension, file), 'utf8'));
  const manifest = JSON.parse(await read('package.json'));
  const key = `Control+Alt+${functionKey}`;
  manifest.contributes.keybindings = [{ command: `${prefix}.openQuestion`, key: keybinding(key), args: { question: { packId, id } } }];
  const folder = await writeExtension(`${hyphened}.${hyphened}`, manifest, {
    'package.nls.json': await read('package.nls.json'),
    'dist/extension.js': await read('dist/extension.js'),
  });
  await cp(path.join(builtExtension, 'media'), path.join(folder, 'media'), { recursive: true });
  await cp(path.join(builtExtension, 'dist', 'webview'), path.join(folder, 'dist', 'webview'), { recursive: true });
  await cp(path.join(builtExtension, 'dist', 'packReader.js'), path.join(folder, 'dist', 'packReader.js'));
  await symlink(content, path.join(folder, 'dist', 'content'));
  return { id: `${hyphened}.${hyphened}`, label, key, title, prefix };
}

/**
 * @param {string} id
 * @param {object} manifest
 * @param {Record<string, string>} files
 */
async function writeExtension(id, manifest, files) {
  const [publisher, name] = id.split('.');
  const folder = path.join(extensionsFolder, `${id}-1.0.0`);
  const engines = { vscode: '^1.105.0' };
  for (const [file, text] of Object.entries({ ...files, 'package.json': JSON.stringify({ engines, ...manifest, publisher, name, version: '1.0.0' }) })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

/** A key of Playwright as package.json writes it. @param {string} key */
const keybinding = (key) => key.toLowerCase().replace('control', 'ctrl');
