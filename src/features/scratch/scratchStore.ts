import * as vscode from 'vscode';
import { attemptFolder, parseAttemptFolder, parseScratchPath, type ScratchFile, scratchPath } from '../../core/exercises/scratchFile';
import type { QuestionRef } from '../../core/questions/question';
import { isNotFound } from '../../platform/files';
import { setting } from '../../platform/settings';

/** Where scratch files lie, and which there are. Files are only ever added, never overwritten. */
export class ScratchStore {
  constructor(private readonly storage: vscode.Uri) {}

  /** The folder that new scratch files go to, by setting; the extension's storage where no folder is open. */
  get root(): vscode.Uri {
    return (setting('interviewDrills.scratch.location') === 'workspace' && this.workspaceRoot) || this.storageRoot;
  }

  /** The scratch file that a document is, wherever it was made. */
  identify(uri: vscode.Uri): ScratchFile | undefined {
    for (const root of [this.workspaceRoot, this.storageRoot]) {
      if (!root || uri.scheme !== root.scheme || uri.authority !== root.authority) continue;
      const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
      if (uri.path.startsWith(prefix)) return parseScratchPath(uri.path.slice(prefix.length).split('/'));
    }
    return undefined;
  }

  uri(file: ScratchFile): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...scratchPath(file));
  }

  /** The number of the latest attempt in a language; 0 when there is none. */
  async latestAttempt({ packId, id }: QuestionRef, language: ScratchFile['language']): Promise<number> {
    const folder = vscode.Uri.joinPath(this.root, packId, id);
    let latest = 0;
    for (const attempt of await attemptsIn(folder)) {
      if (attempt <= latest) continue;
      const name = scratchPath({ packId, id, language, attempt }).at(-1)!;
      const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, attemptFolder(attempt)));
      if (names.some(([found]) => found === name)) latest = attempt;
    }
    return latest;
  }

  private get storageRoot(): vscode.Uri {
    return vscode.Uri.joinPath(this.storage, 'scratch');
  }

  private get workspaceRoot(): vscode.Uri | undefined {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!folder) return undefined;
    // The setting may come from a shared workspace: it names a folder inside, never above.
    const segments = setting('interviewDrills.scratch.folder').split(/[\\/]+/).filter((part) => part && part !== '.');
    return segments.includes('..') ? undefined : vscode.Uri.joinPath(folder, ...segments);
  }
}

async function attemptsIn(folder: vscode.Uri): Promise<number[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => parseAttemptFolder(name)).filter((attempt) => attempt !== undefined);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}
