import type { PackFolder } from '../../../src/core/questions/readPack';

/** A pack's folder in memory; a file whose text is an error cannot be read. */
export function memoryFolder(files: Readonly<Record<string, string | Error>>): PackFolder {
  return {
    list: () => Promise.resolve(Object.keys(files)),
    read: (path) => {
      const text = files[path] ?? new Error('no such file');
      return typeof text === 'string' ? Promise.resolve(text) : Promise.reject(text);
    },
  };
}
