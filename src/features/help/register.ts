import * as vscode from 'vscode';
import { registerCommand } from '../../platform/commands';
import { COMMANDS, WALKTHROUGH } from '../../platform/ids';
import type { Services } from '../../platform/services';

/** Ways to the walkthrough, the settings and the log. */
export function register(services: Services): vscode.Disposable {
  const { extension } = services.context;
  return vscode.Disposable.from(
    registerCommand(services, COMMANDS.openWalkthrough, () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${WALKTHROUGH}`, false),
    ),
    registerCommand(services, COMMANDS.openSettings, () =>
      vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`),
    ),
    registerCommand(services, COMMANDS.showLog, () => services.log.show()),
  );
}
