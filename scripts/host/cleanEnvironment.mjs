/**
 * This process's environment without what npm and a surrounding VS Code add to it: a VS Code that is started
 * from a terminal of another one would otherwise take itself for its child.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
