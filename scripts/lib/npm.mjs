import { runProcess } from './runProcess.mjs';
import { SetupProblem } from './setupProblem.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--engine-strict=false'];

/**
 * Runs npm in a folder and turns its failures into sentences.
 * @param {string[]} args
 * @param {string} cwd
 */
export async function runNpm(args, cwd) {
  // Under `npm start` and `npm test` npm says where it is; this also avoids a shell on Windows.
  const npmCli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const onWindows = process.platform === 'win32';
  const { code, output } = await (npmCli
    ? runProcess(process.execPath, [npmCli, ...args, ...QUIET], { cwd })
    : runProcess(onWindows ? 'npm.cmd' : 'npm', [...args, ...QUIET], { cwd, shell: onWindows })
  ).catch((error) => {
    throw error.code === 'ENOENT'
      ? new SetupProblem('npm was not found: install npm (it comes with Node.js), or put it on the PATH, and run the command again.')
      : error;
  });
  if (code !== 0) throw explainNpmFailure(args, cwd, output);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} output
 */
function explainNpmFailure(args, cwd, output) {
  if (/\bENOSPC\b|no space left/i.test(output)) {
    return new SetupProblem(`the disk of ${cwd} is full: free some space (the embedded VS Code needs about 1.3 GB) and run the command again.`);
  }
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/.exec(output);
  if (network) {
    return new SetupProblem(
      `the npm registry cannot be reached (${network[1]}): connect to the network or set your proxy or mirror ("npm config set proxy" or "registry"), and run the command again.`,
    );
  }
  if (/can only install packages when your package\.json and/.test(output)) {
    return new SetupProblem(`package-lock.json in ${cwd} does not fit package.json: run "npm install" there and commit the new lock file.`);
  }
  const shown = output.trim().split('\n').slice(0, 15).join('\n  ');
  return new SetupProblem(`"npm ${args.join(' ')}" failed in ${cwd}. npm said:\n  ${shown}`);
}
