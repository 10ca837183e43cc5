import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { SetupProblem } from './setupProblem.mjs';

const GIGABYTE = 1e9;

/**
 * Fails when the disk that holds `folder` (which need not exist yet) has less room than asked.
 * @param {string} folder
 * @param {number} bytes
 * @param {{what: string, remedy: string}} words for the message
 */
export async function requireFreeSpace(folder, bytes, { what, remedy }) {
  let existing = path.resolve(folder);
  while (!existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = await fs.statfs(existing);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new SetupProblem(
    `${what} needs ${gigabytes(bytes)} in ${folder}, where ${gigabytes(free)} is free: ${remedy}`,
  );
}

/** @param {number} bytes */
const gigabytes = (bytes) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
