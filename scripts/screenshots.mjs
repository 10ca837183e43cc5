// @ts-check
/** Takes the screens that README.md shows from the last UI run (`npm run test:ui`). */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './build/bundles.mjs';

const SCREENS = [
  'question-light',
  'answer-light',
  'answer-oauth2-dark',
  'answer-connection-pooling-narrow',
  'answer-oauth2-highContrast',
  'go-to-light',
  'scratch-light',
];

await mkdir(join(ROOT, 'media/screenshots'), { recursive: true });
for (const name of SCREENS) {
  await copyFile(join(ROOT, 'out/screenshots', `${name}.png`), join(ROOT, 'media/screenshots', `${name}.png`));
}
