import * as vscode from 'vscode';
import type { Settings } from './ids';

/** The value of a setting; package.json holds the defaults and VS Code drops values of another type. */
export function setting<K extends keyof Settings>(name: K): Settings[K] {
  return vscode.workspace.getConfiguration().get(name) as Settings[K];
}

export function onDidChangeSetting(name: keyof Settings, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(name)) listener();
  });
}
