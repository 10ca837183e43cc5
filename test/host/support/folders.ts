/** Folders of a test, below the workspace, since that can be written in every host. */
import * as vscode from 'vscode';
import { workspace } from './liveExtension';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Runs something with a folder of its own, and takes the folder away again. */
export async function withFolder(act: (folder: vscode.Uri) => Promise<void>): Promise<void> {
  const folder = vscode.Uri.joinPath(workspace, `test-${crypto.randomUUID()}`);
  await vscode.workspace.fs.createDirectory(folder);
  try {
    await act(folder);
  } finally {
    await remove(folder);
  }
}

export async function write(folder: vscode.Uri, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), encoder.encode(text));
  }
}

export async function read(uri: vscode.Uri): Promise<string> {
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}

/** The names in a folder; none when there is no such folder. */
export async function names(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  return entries.map(([name]) => name).toSorted();
}

export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
}

/** Does as if another folder were open as the workspace; changing it for real would restart the host. */
export async function withWorkspace(folder: vscode.Uri | undefined, act: () => Promise<void>): Promise<void> {
  const before = Object.getOwnPropertyDescriptor(vscode.workspace, 'workspaceFolders')!;
  const folders = folder && [{ uri: folder, name: 'other', index: 0 }];
  Object.defineProperty(vscode.workspace, 'workspaceFolders', { ...before, get: () => folders });
  try {
    await act();
  } finally {
    Object.defineProperty(vscode.workspace, 'workspaceFolders', before);
  }
}
