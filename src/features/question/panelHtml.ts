import * as vscode from 'vscode';
import { readText } from '../../platform/files';
import type { PanelStrings, ToPanel } from '../../protocol/questionPanel';

/** The page's script and style. */
export interface PanelAssets {
  readonly script: string;
  readonly style: string;
}

let assets: Promise<PanelAssets> | undefined;

/** Reads the page's script and style, once. */
export function panelAssets(extensionUri: vscode.Uri): Promise<PanelAssets> {
  if (!assets) {
    const read = (name: string): Promise<string> => readText(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name));
    assets = Promise.all([read('questionPanel.js'), read('questionPanel.css')]).then(([script, style]) => ({ script, style }));
    assets.catch(() => (assets = undefined));
  }
  return assets;
}

/**
 * The page of a question panel. What it needs and what it shows first travel along, so that nothing waits
 * for a message, or for files on their long way into a webview. Scripts and styles need the nonce; nothing
 * else may load, and the page cannot reach any network.
 */
export function panelHtml({ script, style }: PanelAssets, strings: PanelStrings, first: ToPanel): string {
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${style}</style>
<title>Interview Drills</title>
</head>
<body>
<div id="app" data-strings="${escapeHtml(JSON.stringify(strings))}" data-first="${escapeHtml(JSON.stringify(first))}"></div>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
