import * as vscode from 'vscode';
import { read } from './folders';
import { extension } from './liveExtension';

/** The files of test/fixtures/hostile-pack, by name: no listing, since the web host cannot list what it is served. */
const FILES = [
  'pack.yaml',
  ...[
    'climbing-id',
    'coffee-front-matter',
    'constructor-front-matter',
    'html',
    'images',
    'javascript-front-matter',
    'js-front-matter',
    'json-front-matter',
    'links',
    'prototype',
    'yaml-bomb',
    'yaml-tags',
  ].map((name) => `attacks/${name}.md`),
];

/** Each file of the hostile pack with its text. */
export async function hostilePack(): Promise<Record<string, string>> {
  const folder = vscode.Uri.joinPath(extension.extensionUri, 'test/fixtures/hostile-pack');
  const texts = await Promise.all(FILES.map((name) => read(vscode.Uri.joinPath(folder, name))));
  return Object.fromEntries(FILES.map((name, index) => [name, texts[index]!]));
}
