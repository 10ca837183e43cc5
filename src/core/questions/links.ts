import { ID_PATTERN } from './questionId';

/** Where a link of a question may lead. Anything else is shown as plain text. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'question'; readonly id: string };

/**
 * Decides about a link from untrusted text. Only absolute http(s) addresses and `question:<id>` pass;
 * in particular no `command:`, `vscode:`, `file:`, `data:` or `javascript:`.
 */
export function parseLink(href: string): LinkTarget | undefined {
  const question = /^question:([a-z0-9-]+)$/.exec(href);
  if (question) return ID_PATTERN.test(question[1]!) ? { kind: 'question', id: question[1]! } : undefined;
  // Control characters and spaces are how schemes are smuggled past naive checks; a name before an `@`
  // makes an address look like another site's.
  if (!/^https?:\/\/(?![^/?#]*@)[^\s\u0000-\u001f\\]+$/i.test(href)) return undefined;
  return { kind: 'web', url: href };
}
