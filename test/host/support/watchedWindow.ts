/**
 * What the extension asks of `vscode.window`, as the tests see it. Tests run in the extension's own host and share
 * its `vscode` object, so messages, dialogs and lists can be watched and answered where VS Code would ask a person.
 * Everything else (panels, editors, trees, quick picks) stays real and is only looked at.
 */
import * as vscode from 'vscode';
import { parsePanelState, type ToPanel } from '../../../src/protocol/questionPanel';

/** A panel of the extension, with what it was sent. */
export interface WatchedPanel {
  readonly panel: vscode.WebviewPanel;
  readonly posted: ToPanel[];
  /** Does as if the page had sent a message. */
  send(message: unknown): void;
}

interface Message {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly buttons: readonly string[];
}

type ListChoice = (items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | vscode.QuickPickItem[] | undefined;

type Changeable<T> = { -readonly [K in keyof T]: T[K] };

const { window } = vscode;
const changeable = window as unknown as Changeable<Record<keyof typeof window, unknown>>;
const real = {
  createWebviewPanel: window.createWebviewPanel,
  createTreeView: window.createTreeView,
  createQuickPick: window.createQuickPick,
  createInputBox: window.createInputBox,
  showQuickPick: window.showQuickPick,
};

let said: Message[] = [];
let press: string | undefined;
let choose: ListChoice | undefined;
let folder: vscode.Uri | undefined;

/** All question panels made so far, closed ones too. */
export const panels: WatchedPanel[] = [];
/** The latest quick pick and input box. */
export const latest: { quickPick?: vscode.QuickPick<vscode.QuickPickItem>; inputBox?: vscode.InputBox } = {};
/** The sidebar's tree, once the extension made it. */
export const sidebar: {
  provider?: vscode.TreeDataProvider<unknown>;
  view?: vscode.TreeView<unknown>;
} = {};

const message =
  (severity: Message['severity']) =>
  (text: string, ...rest: unknown[]): Promise<string | undefined> => {
    const buttons = rest.filter((part) => typeof part === 'string');
    said.push({ severity, text, buttons });
    return Promise.resolve(buttons.find((button) => button === press));
  };

changeable.showInformationMessage = message('information');
changeable.showWarningMessage = message('warning');
changeable.showErrorMessage = message('error');
changeable.showOpenDialog = () => Promise.resolve(folder && [folder]);
changeable.showQuickPick = async (items: vscode.QuickPickItem[], options: vscode.QuickPickOptions) =>
  choose ? choose(items) : real.showQuickPick(items, options);
changeable.createQuickPick = () => (latest.quickPick = real.createQuickPick());
changeable.createInputBox = () => (latest.inputBox = real.createInputBox());
changeable.createTreeView = (id: string, options: vscode.TreeViewOptions<unknown>) => {
  const view = real.createTreeView(id, options);
  if (id === 'interviewDrills.questions') {
    sidebar.provider = options.treeDataProvider;
    sidebar.view = view;
  }
  return view;
};
changeable.createWebviewPanel = (...given: Parameters<typeof window.createWebviewPanel>) => {
  const panel = real.createWebviewPanel(...given);
  watchPanel(panel);
  return panel;
};

/** Watches a panel that the extension did not make itself, such as a restored one. */
export function watchPanel(panel: vscode.WebviewPanel): WatchedPanel {
  const posted: ToPanel[] = [];
  const listeners: ((message: unknown) => unknown)[] = [];
  const webview = panel.webview as unknown as Changeable<Pick<vscode.Webview, 'postMessage' | 'onDidReceiveMessage'>>;
  const { postMessage, onDidReceiveMessage } = panel.webview;
  webview.postMessage = (message_: ToPanel) => {
    posted.push(message_);
    return postMessage.call(panel.webview, message_);
  };
  webview.onDidReceiveMessage = (listener: (message: unknown) => unknown, ...rest: []) => {
    listeners.push(listener);
    return onDidReceiveMessage.call(panel.webview, listener, ...rest);
  };
  const watched: WatchedPanel = {
    panel,
    posted,
    send: (message_) => {
      for (const listener of listeners) listener(message_);
    },
  };
  panels.push(watched);
  return watched;
}

/** What the newest panel shows: the first message travels inside its page, later ones are posted. */
export function shownInPanel(): Extract<ToPanel, { type: 'show' | 'missing' }> | undefined {
  const watched = panels.at(-1);
  const last = watched?.posted.findLast(({ type }) => type === 'show' || type === 'missing') ?? (watched && firstShown(watched.panel));
  return last?.type === 'show' || last?.type === 'missing' ? last : undefined;
}

/** What the panel would keep over a reload of the window. */
export function stateOf(shown: ToPanel | undefined): ReturnType<typeof parsePanelState> {
  if (shown?.type !== 'show') return undefined;
  return parsePanelState({ question: shown.question, topic: shown.position.topic, reveal: shown.reveal });
}

function firstShown({ webview }: vscode.WebviewPanel): ToPanel | undefined {
  const attribute = /data-first="([^"]*)"/.exec(webview.html)?.[1];
  if (attribute === undefined) return undefined;
  const unescaped = attribute.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  return JSON.parse(unescaped) as ToPanel;
}

/** Forgets what was said and gives it. */
export function takeMessages(): Message[] {
  const taken = said;
  said = [];
  return taken;
}

/** Runs something and gives the messages that the user saw meanwhile. */
export async function messagesOf(act: () => unknown): Promise<Message[]> {
  takeMessages();
  await act();
  return takeMessages();
}

/** Presses a button on every message that offers it, while something runs. */
export async function pressing<T>(button: string, act: () => Thenable<T>): Promise<T> {
  press = button;
  try {
    return await act();
  } finally {
    press = undefined;
  }
}

/** Chooses in the lists that `showQuickPick` would show, while something runs. */
export async function choosing<T>(choice: ListChoice, act: () => Thenable<T>): Promise<T> {
  choose = choice;
  try {
    return await act();
  } finally {
    choose = undefined;
  }
}

/** Chooses a folder in every dialog, while something runs. */
export async function choosingFolder<T>(uri: vscode.Uri | undefined, act: () => Thenable<T>): Promise<T> {
  folder = uri;
  try {
    return await act();
  } finally {
    folder = undefined;
  }
}

/** Ticks the items with these labels. */
export function tick(...labels: string[]): ListChoice {
  return (items) => {
    const found = items.filter(({ label }) => labels.includes(label));
    if (found.length !== labels.length) throw new Error(`Not all of ${labels.join(', ')} in ${items.map(({ label }) => label).join(', ')}`);
    return found;
  };
}

/** Takes the item with this label. */
export function take(label: string): ListChoice {
  return (items) => {
    const found = items.find((item) => item.label === label);
    if (!found) throw new Error(`No ${label} in ${items.map((item) => item.label).join(', ')}`);
    return found;
  };
}
