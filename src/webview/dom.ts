/** Small pieces for building the page without a framework. */

type Child = Node | string | undefined;

/** Makes an element with attributes and children; a boolean attribute is set or left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Puts HTML that the host rendered and made harmless into an element. */
export function withHtml<E extends Element>(target: E, html: string): E {
  target.innerHTML = html;
  return target;
}

/** Replaces {0}, {1} … as vscode.l10n does. */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

const ICONS = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  random: 'M2 4.5h2.2l6.3 7H14M2 11.5h2.2l2-2.3M8.6 6.8l1.9-2.3H14M12 2.5l2 2-2 2M12 9.5l2 2-2 2',
  bookmark: 'M4 2h8v12l-4-3-4 3z',
  done: 'm2.5 8.5 3.5 3.5 7.5-8',
  scratch: 'm6 4-4 4 4 4M10 4l4 4-4 4',
  answerSheet: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4zM9.3 4.5l2.2 2.2',
  source: 'M4 1.5h5l3 3v10H4zM9 1.5v3h3',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  keys: 'M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6',
  goTo: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3 14 14',
} as const;
export type IconName = keyof typeof ICONS;

/** A 16 px line icon in the colour of the text, silent for screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.4',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
