import * as vscode from 'vscode';
import { registerCommand } from '../../platform/commands';
import { COMMANDS } from '../../platform/ids';
import type { Services } from '../../platform/services';
import { setting } from '../../platform/settings';

/** Adding folders of questions that other people wrote, and reading them again. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(services, COMMANDS.addPack, addPack),
    registerCommand(services, COMMANDS.reloadPacks, () => services.questions.reload()),
  );
}

async function addPack(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Add Pack'),
    title: vscode.l10n.t("Choose a folder that holds a 'pack.yaml'"),
  });
  const folder = chosen?.[0];
  if (!folder) return;
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, 'pack.yaml'));
  } catch {
    throw new Error(
      vscode.l10n.t("{0} is no pack: it holds no 'pack.yaml'. Choose the folder that does.", folder.fsPath),
    );
  }
  const entry = folder.scheme === 'file' ? folder.fsPath : folder.toString();
  const packs = setting('interviewDrills.packs');
  if (packs.includes(entry)) return;
  await vscode.workspace
    .getConfiguration()
    .update('interviewDrills.packs', [...packs, entry], vscode.ConfigurationTarget.Global);
}
