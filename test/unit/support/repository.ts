import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The root of the clone; mocha is started there. */
const root = process.env['DRILL_ROOT'] ?? process.cwd();

/** The full path of a file of the repository. */
export function inRepository(...segments: string[]): string {
  return path.join(root, ...segments);
}

export async function readRepositoryJson<T>(...segments: string[]): Promise<T> {
  return JSON.parse(await readFile(inRepository(...segments), 'utf8')) as T;
}
