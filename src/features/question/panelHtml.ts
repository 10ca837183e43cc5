import * as vscode from 'vscode';
import type { PanelStrings, ToPanel } from '../../protocol/questionPanel';

/**
 * The page of a question panel. What it shows first travels along, so that nothing waits for a message.
 * Scripts and styles need the nonce; nothing else may load, and the page cannot reach any network.
 */
export function panelHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  strings: PanelStrings,
  first: ToPanel,
): string {
  const nonce = newNonce();
  const asset = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
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
<link rel="stylesheet" nonce="${nonce}" href="${asset('questionPanel.css')}">
<title>Interview Drills</title>
</head>
<body>
<div id="app" data-strings="${escapeHtml(JSON.stringify(strings))}" data-first="${escapeHtml(JSON.stringify(first))}"></div>
<script nonce="${nonce}" src="${asset('questionPanel.js')}"></script>
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
