/** One round of the activation and memory figures, run by VS Code as a test bundle in the extension host. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';

/** What scripts/bench/activation.mjs asks for, in the order in which it is to be done. */
interface Subject {
  readonly id: string;
  /** Of the command ids; only copies of our extension have one. */
  readonly prefix?: string;
}

/** How long 'Go to Question' gets to read and build its search, in ms; nothing tells when it has. */
const SEARCH_TIME = 2_500;

const MARK = '[[drill-bench]] ';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** What is alive, in bytes: the heap, and what lies beside it (file contents, typed arrays). */
function aliveBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function added(work: () => Promise<void>): Promise<number> {
  const before = aliveBytes();
  await work();
  return aliveBytes() - before;
}

export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const { subjects, memory } = JSON.parse(readFileSync(path.join(folder, 'bench.json'), 'utf8')) as {
    subjects: Subject[];
    memory: boolean;
  };
  // VS Code is busy with its own extensions at first.
  await pause(3_000);
  const samples: { id: string; figure: string; value: number }[] = [];
  for (const { id } of subjects) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is ${extension ? 'active before its time' : 'not installed'}.`);
    await pause(100);
    let ms = 0;
    const bytes = await added(async () => {
      const started = performance.now();
      await extension.activate();
      ms = performance.now() - started;
    });
    samples.push({ id, figure: 'activation', value: ms }, { id, figure: 'activated', value: bytes });
  }
  for (const { id, prefix } of memory ? subjects : []) {
    if (prefix === undefined) continue;
    const shown = await added(async () => {
      await vscode.commands.executeCommand(`${prefix}.randomQuestion`);
      await pause(500);
    });
    const searched = await added(async () => {
      void vscode.commands.executeCommand(`${prefix}.goToQuestion`);
      await pause(SEARCH_TIME);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await pause(100);
    });
    samples.push({ id, figure: 'shown', value: shown }, { id, figure: 'searched', value: searched });
  }
  console.log(MARK + JSON.stringify(samples));
}
