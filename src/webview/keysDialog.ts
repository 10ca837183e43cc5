import type { PanelStrings } from '../protocol/questionPanel';
import { element } from './dom';
import { KEY_BINDINGS, shownKeys } from './keys';

/** The list of all keys, as a modal dialog; the browser keeps the focus inside and gives it back. */
export function keysDialog(strings: PanelStrings): HTMLDialogElement {
  const rows = KEY_BINDINGS.map((binding) => {
    const keys = shownKeys(binding, strings).flatMap((key, index) => [
      ...(index > 0 ? [` ${strings.or} `] : []),
      element('kbd', {}, key),
    ]);
    return element('tr', {}, element('td', {}, ...keys), element('th', { scope: 'row' }, binding.says(strings)));
  });
  const close = element('button', { type: 'button', class: 'button primary' }, strings.close);
  const dialog = element(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    element('h2', { id: 'keys-title' }, strings.keys),
    element('table', {}, element('tbody', {}, ...rows)),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  return dialog;
}
