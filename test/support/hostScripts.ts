import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The root of the clone; scripts/test.mjs starts the tests there. */
export const repositoryRoot = process.env.DRILL_ROOT ?? process.cwd();

/** The packaged extension that scripts/package.mjs writes. */
export const packagedExtension = path.join(repositoryRoot, 'dist', 'interview-drills.vsix');

/**
 * The scripts that install and run VS Code, loaded from where they lie: they find their files by their own place, so
 * they must not be bundled into a test.
 */
export async function loadHostScripts() {
  endOnSignal();
  const load = (name: string): Promise<unknown> => import(pathToFileURL(path.join(repositoryRoot, 'scripts', name)).href);
  const [browser, server, extensions, workbench, webHost, calmSettings, temporaryFolder] = await Promise.all([
    load('host/browser.mjs') as Promise<typeof import('../../scripts/host/browser.mjs')>,
    load('host/server.mjs') as Promise<typeof import('../../scripts/host/server.mjs')>,
    load('host/extensions.mjs') as Promise<typeof import('../../scripts/host/extensions.mjs')>,
    load('host/workbench.mjs') as Promise<typeof import('../../scripts/host/workbench.mjs')>,
    load('host/webHost.mjs') as Promise<typeof import('../../scripts/host/webHost.mjs')>,
    load('host/calmSettings.mjs') as Promise<typeof import('../../scripts/host/calmSettings.mjs')>,
    load('lib/temporaryFolder.mjs') as Promise<typeof import('../../scripts/lib/temporaryFolder.mjs')>,
  ]);
  return { ...browser, ...server, ...extensions, ...workbench, ...webHost, ...calmSettings, ...temporaryFolder };
}

let endsOnSignal = false;

/** Without this a signal ends the process before its 'exit' event, in which servers are ended. */
function endOnSignal(): void {
  if (endsOnSignal) return;
  endsOnSignal = true;
  process.once('SIGTERM', () => process.exit(143));
}

export type HostScripts = Awaited<ReturnType<typeof loadHostScripts>>;
