import * as vscode from 'vscode';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The text of a file; rejects with VS Code's FileSystemError. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}

export async function readJson<T>(uri: vscode.Uri): Promise<T> {
  return JSON.parse(await readText(uri)) as T;
}

/**
 * Writes a file as a whole: readers see the old text or the new, never half of it. Missing folders are
 * made. Where the file system cannot rename, the file is written in place.
 */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  const bytes = encoder.encode(text);
  const temporary = uri.with({ path: `${uri.path}.tmp` });
  await vscode.workspace.fs.writeFile(temporary, bytes);
  await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** All files below a folder, as paths relative to it. Links to folders are not followed: they may go in circles. */
export async function listFiles(root: vscode.Uri, deepest: number): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: vscode.Uri, prefix: string, depth: number): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      if (type === vscode.FileType.Directory && depth < deepest) {
        await visit(vscode.Uri.joinPath(folder, name), `${prefix}${name}/`, depth + 1);
      } else if (type & vscode.FileType.File) {
        found.push(prefix + name);
      }
    }
  };
  await visit(root, '', 1);
  return found;
}

/** One word or two about why a file operation failed, for a sentence to the user. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|no space/i.test(message)) return vscode.l10n.t('the disk is full');
  if (/EROFS|read-only|readonly/i.test(message)) return vscode.l10n.t('the folder is read-only');
  if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions') {
    return vscode.l10n.t('you have no permission to write there');
  }
  if (/EACCES|EPERM|permission/i.test(message)) return vscode.l10n.t('you have no permission to write there');
  if (isNotFound(error)) return vscode.l10n.t('it does not exist');
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
