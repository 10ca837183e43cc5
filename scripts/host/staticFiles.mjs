import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Answers a request from the folders mounted at URL prefixes.
 * @param {Record<string, string>} mounts prefix (with both slashes) to folder
 * @param {string} pathname decoded
 * @param {import('node:http').ServerResponse} response
 */
export async function serveStaticFile(mounts, pathname, response) {
  const [prefix = '', root = ''] = Object.entries(mounts).find(([candidate]) => pathname.startsWith(candidate)) ?? [];
  const file = path.join(root, pathname.slice(prefix.length));
  const isInside = root !== '' && !path.relative(root, file).startsWith('..');
  const info = isInside ? await stat(file).catch(() => undefined) : undefined;
  if (!info?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
