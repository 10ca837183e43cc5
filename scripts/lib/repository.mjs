import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this clone. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path inside the clone.
 * @param {...string} segments
 */
export const inRepository = (...segments) => path.join(repositoryRoot, ...segments);
