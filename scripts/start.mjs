// Opens a VS Code with the extension: node scripts/start.mjs [--host embedded|desktop] [--port <number>]
import util from 'node:util';
import { findCodeCommand, hasDisplay, openDesktop } from './host/desktop.mjs';
import { installExtension } from './host/extensions.mjs';
import { prepareEmbeddedHost } from './host/install.mjs';
import { startServer, workbenchUrl } from './host/server.mjs';
import { openStartProfile } from './host/startProfile.mjs';
import { ensureDependencies } from './lib/ensureDependencies.mjs';
import { findFreePort, isPortFree } from './lib/freePort.mjs';
import { step } from './lib/progress.mjs';
import { inRepository, repositoryRoot } from './lib/repository.mjs';
import { requireNode } from './lib/requireNode.mjs';
import { runMain, untilStopped } from './lib/runMain.mjs';
import { requireScript } from './lib/runScript.mjs';
import { SetupProblem } from './lib/setupProblem.mjs';

const DEFAULT_PORT = 8765;
const sampleWorkspace = inRepository('test', 'fixtures', 'sample-workspace');

await runMain(async () => {
  requireNode();
  const { host, port } = readArguments();
  await ensureDependencies();
  const codeCommand = findCodeCommand();
  const where = host ?? (codeCommand && hasDisplay() ? 'desktop' : 'embedded');
  if (where === 'desktop' && !codeCommand) {
    throw new SetupProblem('desktop VS Code was not found: install it and put its `code` command on the PATH, or leave out --host desktop.');
  }
  return where === 'desktop' && codeCommand ? startDesktop(codeCommand) : startEmbedded(port);
});

/** @param {string} codeCommand */
async function startDesktop(codeCommand) {
  await packageExtension();
  const code = await openDesktop(codeCommand, { extension: repositoryRoot, folder: sampleWorkspace });
  if (code === 0) console.log('\nVS Code is opening a window with the extension. Look for the Interview Drills icon in the activity bar.');
  return code;
}

/** @param {number | undefined} wantedPort */
async function startEmbedded(wantedPort) {
  if (wantedPort !== undefined && !(await isPortFree(wantedPort))) {
    throw new SetupProblem(`port ${wantedPort} is taken: choose another with --port, or leave it out for a free one.`);
  }
  await prepareEmbeddedHost();
  const vsix = await packageExtension();
  const { dataFolder, token } = await openStartProfile();
  await step('Installing the extension', () => installExtension(vsix, { dataFolder }));
  const server = await startServer({ dataFolder, token, port: wantedPort ?? (await findFreePort(DEFAULT_PORT)) });
  const stopped = untilStopped();
  console.log('\nVS Code with Interview Drills is ready. Open this address in a browser on this computer (Ctrl+C ends it):\n');
  console.log(workbenchUrl(server, sampleWorkspace));
  const ended = await Promise.race([stopped, server.exited]);
  await server.stop();
  if (ended === undefined) {
    console.log('\nVS Code has been stopped.');
    return 0;
  }
  console.error(`\nVS Code ended by itself with code ${ended}; what it said last is in ${server.logFile}.`);
  return 1;
}

/** @returns {Promise<string>} the package's path */
async function packageExtension() {
  const output = await step('Building and packaging the extension', () => requireScript('Packaging the extension', ['scripts/package.mjs']));
  return output.trimEnd().split('\n').at(-1) ?? '';
}

function readArguments() {
  const { values } = util.parseArgs({ options: { host: { type: 'string' }, port: { type: 'string' } } });
  if (values.host !== undefined && values.host !== 'embedded' && values.host !== 'desktop') {
    throw new SetupProblem(`--host is either embedded or desktop, not '${values.host}'.`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new SetupProblem(`--port takes a number from 1 to 65535, not '${values.port}'.`);
  }
  return { host: values.host, port };
}
