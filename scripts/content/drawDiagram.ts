import { renderMermaidSVG } from 'beautiful-mermaid';

/** Room around a drawing, in px; the page gives the rest. */
const MARGIN = 12;

/**
 * Draws Mermaid text as an SVG figure that follows the panel's theme: all colours are CSS variables that
 * the panel's stylesheet defines. The library's own stylesheet goes (it imports a remote font, and the
 * panel's content security policy forbids inline styles), its marker ids get a prefix, since several
 * diagrams share a page, and the picture gets its title and text alternative.
 * @param prefix makes ids unique in the page
 * @throws when the text is no diagram that the library can draw
 */
export function drawDiagram(mermaid: string, prefix: string): string {
  const title = accessible(mermaid, 'accTitle');
  const description = accessible(mermaid, 'accDescr');
  const text = mermaid
    .split('\n')
    .filter((line) => !/^\s*acc(?:Title|Descr)\s*:/.test(line))
    .join('\n');
  const svg = renderMermaidSVG(text, { padding: MARGIN });
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (!size || svg.includes('NaN')) throw new Error('the diagram came out empty');
  const width = Math.ceil(Number(size[1]));
  const height = Math.ceil(Number(size[2]));
  const ids = `${prefix}-t ${prefix}-d`;
  const body = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:data-[a-z-]+|class|style|font-family)="[^"]*"/g, '')
    .replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    // Tenths of a pixel are enough.
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/>\s+</g, '><')
    .trim();
  return (
    `<figure class="diagram"><div class="diagram-scroll" tabindex="0" role="group" aria-labelledby="${prefix}-t">` +
    `<svg role="img" aria-labelledby="${ids}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<title id="${prefix}-t">${escapeXml(title)}</title><desc id="${prefix}-d">${escapeXml(description)}</desc>` +
    `${body}</svg></div><figcaption>${escapeXml(title)}</figcaption></figure>\n`
  );
}

function accessible(mermaid: string, name: 'accTitle' | 'accDescr'): string {
  return new RegExp(`^\\s*${name}\\s*:[ \\t]*(.+)$`, 'm').exec(mermaid)?.[1]?.trim() ?? '';
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
