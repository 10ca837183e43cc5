/** Below this part of its own size a diagram's text gets too small to read; then it scrolls instead. */
const SMALLEST_SCALE = 0.75;

/** Gives each diagram the width at which it can be read: that of the column, within limits. */
export function fitDiagrams(root: Element): void {
  for (const scroller of root.querySelectorAll<HTMLElement>('.diagram-scroll')) {
    const svg = scroller.querySelector('svg');
    const { width, height } = svg?.viewBox.baseVal ?? { width: 0, height: 0 };
    // Nothing can be measured inside what is hidden; it is fitted when uncovered.
    if (!svg || width === 0 || scroller.clientWidth === 0) continue;
    const scale = Math.min(1, Math.max(SMALLEST_SCALE, scroller.clientWidth / width));
    svg.setAttribute('width', String(Math.floor(width * scale)));
    svg.setAttribute('height', String(Math.floor(height * scale)));
  }
}
