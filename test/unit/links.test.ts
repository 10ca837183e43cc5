import assert from 'node:assert/strict';
import { parseLink } from '../../src/core/questions/links';

const refused = (hrefs: readonly string[]): void => {
  for (const href of hrefs) assert.equal(parseLink(href), undefined, JSON.stringify(href));
};

describe('A link', () => {
  it('to an absolute web address passes as it is', () => {
    for (const url of [
      'https://example.com', 'http://example.com/', 'https://example.com:8443/a/b?c=d&e=%20#f', 'HTTPS://EXAMPLE.COM/A', 'https://[::1]/',
      'https://example.com/ä/日本', 'https://example.com/javascript:alert(1)', 'https://example.com/?u=command:x', "https://example.com/'(x)\"<y>",
    ]) {
      assert.deepEqual(parseLink(url), { kind: 'web', url }, url);
    }
  });

  it('to a question passes with an id', () => {
    for (const id of ['caching', 'idempotency-key', '2-phase-commit', 'a']) {
      assert.deepEqual(parseLink(`question:${id}`), { kind: 'question', id });
    }
  });

  it('to a question is refused with anything that is no id', () => {
    refused([
      'question:', 'question:A', 'question:a--b', 'question:-a', 'question:a-', 'question:../a', 'question:a/b', 'question://a', 'question:a b',
      'question: a', 'question:a\n', 'question:a#b', 'question:a?b', 'Question:a', ' question:a', 'question:%61', 'question:a\u0000',
    ]);
  });

  it('with a scheme that does something is refused', () => {
    refused([
      'command:workbench.action.quit', 'command:interviewDrills.randomQuestion?%5B%5D', 'vscode://file/etc/passwd', 'vscode-insiders://x', 'vscode:extension/x',
      'vscode-webview://x', 'vscode-resource:/x', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/png;base64,AAAA',
      'file:///etc/passwd', 'file://server/share', 'vbscript:msgbox(1)', 'blob:https://example.com/1', 'about:blank', 'mailto:a@example.com',
      'ftp://example.com', 'ws://example.com', 'view-source:https://example.com', 'intent://x', 'ms-word:x', 'ssh://x', 'tel:1', 'urn:x',
    ]);
  });

  it('with a scheme in mixed case, or behind blanks and control characters, is refused', () => {
    refused(['JavaScript:alert(1)', 'JAVASCRIPT:alert(1)', 'CoMmAnD:x', 'Vscode://x', 'DATA:text/html,x', 'FILE:///x', 'VbScript:x']);
    for (const scheme of ['javascript:alert(1)', 'command:x', 'vscode:x', 'data:text/html,x', 'file:///x', 'https://example.com', 'question:a']) {
      for (const before of [' ', '\t', '\n', '\r', '\u0000', '\u0001', '\u001f', '\u00a0', '\u2028', '\ufeff', '\u200b', '\\', 'x']) refused([before + scheme]);
    }
    refused(['java\tscript:alert(1)', 'java\nscript:alert(1)', 'com\u0000mand:x', 'java\u00adscript:alert(1)', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)', 'javascript%3Aalert(1)']);
  });

  it('with blanks, control characters or backslashes in the address is refused', () => {
    for (const inside of [' ', '\t', '\n', '\r', '\u0000', '\u001f', '\u00a0', '\u2028', '\u2029', '\\', '\ufeff']) {
      refused([`https://example.com/${inside}x`, `https://exa${inside}mple.com`, `https://example.com/${inside}`, `ht${inside}tps://example.com`]);
    }
    refused(['https:\\\\example.com', 'https:/\\example.com', 'https://example.com\njavascript:alert(1)', 'javascript:alert(1)\nhttps://example.com', 'javascript:alert(1)//https://example.com']);
  });

  it('with a user name is refused, since it looks like a link to another site', () => {
    refused(['https://bank.example@evil.example/', 'http://a:b@evil.example', 'https://@evil.example', 'https://a@b@evil.example#x']);
    for (const url of ['https://example.com/@someone', 'https://example.com/?to=a@b.example', 'https://example.com#@a']) {
      assert.deepEqual(parseLink(url), { kind: 'web', url });
    }
  });

  it('without a scheme or without an address is refused', () => {
    refused([
      '', ' ', '#', '#part', '/', '/etc/passwd', '//example.com', '\\\\example.com', '/\\example.com', '///example.com', './a.md', '../a.md', 'a.md',
      'example.com', 'www.example.com', '?a=b', 'https:', 'https:/', 'https://', 'http:example.com', 'https:/example.com', '://example.com', 'httpss://example.com', 'xhttps://example.com',
    ]);
  });
});
