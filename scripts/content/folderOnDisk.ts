import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackFolder } from '../../src/core/questions/readPack';

/** A pack's folder on the disk, for the build and for tests. */
export function folderOnDisk(root: string): PackFolder {
  return {
    list: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    },
    read: (path) => readFile(join(root, path), 'utf8'),
  };
}
