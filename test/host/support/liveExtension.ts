/** The extension as it runs in this host, and what of it a person would see. */
import * as vscode from 'vscode';
import { Library } from '../../../src/core/questions/library';
import type { Pack } from '../../../src/core/questions/pack';
import { type QuestionRef, type QuestionSummary, shortTitle } from '../../../src/core/questions/question';
import { readJson } from '../../../src/platform/files';
import { COMMANDS, type CommandId, PANELS, type Settings } from '../../../src/platform/ids';
import * as assert from './assert';
import { until } from './until';
import { choosing, shownInPanel, tick } from './watchedWindow';

export const PACK = 'backend';

export const extension = vscode.extensions.getExtension('interview-drills.interview-drills')!;

export const workspace = vscode.workspace.workspaceFolders![0]!.uri;

export function run<T = unknown>(command: CommandId, argument?: unknown): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, argument);
}

/** The built-in questions, read by the test itself. */
export async function builtIn(): Promise<Library> {
  const { packs } = await readJson<{ packs: Pack[] }>(vscode.Uri.joinPath(extension.extensionUri, 'dist/content/index.json'));
  return new Library(packs);
}

export async function question(id: string): Promise<QuestionSummary> {
  const found = (await builtIn()).find({ packId: PACK, id });
  assert.ok(found, `The built-in pack has no question '${id}'`);
  return found;
}

export const ref = (id: string, packId = PACK): QuestionRef => ({ packId, id });

export function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

/** Tabs with a question panel. */
export function questionTabs(): vscode.Tab[] {
  return tabs().filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANELS.question));
}

export function untilTab<T>(what: string, condition: () => T | undefined | false): Promise<T> {
  const { onDidChangeTabs, onDidChangeTabGroups } = vscode.window.tabGroups;
  return until(what, condition, onDidChangeTabs as vscode.Event<never>, onDidChangeTabGroups as vscode.Event<never>);
}

/** Waits until the question panel's tab has a title. */
export function untilTitle(title: string): Promise<vscode.Tab> {
  return untilTab(`a question tab '${title}', not '${questionTabs().map(({ label }) => label).join()}'`, () =>
    questionTabs().find(({ label }) => label === title),
  );
}

/** Opens a question and waits until it is before the user's eyes. */
export async function open(id: string, packId = PACK): Promise<void> {
  await run(COMMANDS.openQuestion, ref(id, packId));
  const shown = shownInPanel();
  assert.equal(shown?.type === 'show' ? shown.question.id : shown?.message, id);
  await untilTab(`a panel for ${id}`, () => questionTabs().length === 1);
}

/** The id of the question in the panel; fails when it shows none. */
export function openId(): string {
  const shown = shownInPanel();
  return shown?.type === 'show' ? shown.question.id : assert.fail(`No question is shown but ${JSON.stringify(shown)}`);
}

/** Closes everything, unsaved texts included. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await untilTab('no tabs', () => tabs().length === 0);
}

/** Changes settings while something runs. */
export async function withSettings(values: Partial<Settings>, act: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const set = async (name: string, value: unknown): Promise<void> => configuration.update(name, value, vscode.ConfigurationTarget.Global);
  const before = Object.keys(values).map((name) => [name, configuration.inspect(name)?.globalValue] as const);
  try {
    for (const [name, value] of Object.entries(values)) await set(name, value);
    await act();
  } finally {
    for (const [name, value] of before) await set(name, value);
  }
}

/** Filters by what a person would tick in the list, while something runs. */
export async function withFilter(labels: readonly string[], act: () => Promise<void>): Promise<void> {
  await choosing(tick(...labels), () => run(COMMANDS.filter));
  try {
    await act();
  } finally {
    await run(COMMANDS.clearFilter);
  }
}

export const titleOf = async (id: string): Promise<string> => shortTitle(await question(id));
