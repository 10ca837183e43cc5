/** One fenced code block. */
export interface Fence {
  readonly language: string;
  readonly code: string;
  /** Line of the opening fence within the text, counted from 1. */
  readonly line: number;
}

/** Calls `onLine` for each line, telling whether it lies in (or opens or closes) a fenced code block. */
export function scanLines(
  markdown: string,
  onLine: (line: string, number: number, fence: 'none' | 'open' | 'inside' | 'close') => void,
): void {
  let marker: string | undefined;
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    const match = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (marker === undefined) {
      const opens = match && !(match[1]!.startsWith('`') && match[2]!.includes('`'));
      if (opens) marker = match[1]!;
      onLine(line, index + 1, opens ? 'open' : 'none');
    } else if (
      match &&
      match[1]![0] === marker[0] &&
      match[1]!.length >= marker.length &&
      match[2]!.trim() === ''
    ) {
      marker = undefined;
      onLine(line, index + 1, 'close');
    } else {
      onLine(line, index + 1, 'inside');
    }
  }
}

/** The fenced code blocks of a text, in order. */
export function fences(markdown: string): Fence[] {
  const found: Fence[] = [];
  let open: { language: string; line: number; code: string[] } | undefined;
  scanLines(markdown, (line, number, fence) => {
    if (fence === 'open') {
      const info = /^ {0,3}(?:`{3,}|~{3,})\s*([^\s`]*)/.exec(line);
      open = { language: (info?.[1] ?? '').toLowerCase(), line: number, code: [] };
    } else if (fence === 'inside') {
      open?.code.push(line);
    } else if (fence === 'close' && open) {
      found.push({ language: open.language, line: open.line, code: open.code.join('\n') });
      open = undefined;
    }
  });
  if (open) found.push({ language: open.language, line: open.line, code: open.code.join('\n') });
  return found;
}

/** A part of a document under one `##` heading; the part before the first has an empty heading. */
export interface HeadedPart {
  readonly heading: string;
  /** Line of the heading, counted from 1. */
  readonly line: number;
  readonly markdown: string;
  /** Line on which `markdown` starts, counted from 1. */
  readonly markdownLine: number;
}

/** The text of a second-level heading; undefined for any other line. */
function headingText(line: string): string | undefined {
  if (!line.startsWith('## ')) return undefined;
  const text = line.slice(3).trim();
  // Closing hashes, taken off by hand: a regular expression would go over a long line again and again.
  let end = text.length;
  while (text[end - 1] === '#') end--;
  const open = end < text.length && text[end - 1] === ' ' ? text.slice(0, end).trimEnd() : text;
  return open === '' ? undefined : open;
}

/** Splits a text at its second-level headings, leaving code blocks alone. */
export function splitAtHeadings(markdown: string): HeadedPart[] {
  const parts: { heading: string; line: number; lines: string[] }[] = [
    { heading: '', line: 0, lines: [] },
  ];
  scanLines(markdown, (line, number, fence) => {
    const heading = fence === 'none' ? headingText(line) : undefined;
    if (heading !== undefined) parts.push({ heading, line: number, lines: [] });
    else parts.at(-1)!.lines.push(line);
  });
  return parts.map(({ heading, line, lines }) => {
    const blank = lines.findIndex((text) => text.trim() !== '');
    return {
      heading,
      line,
      markdown: lines.slice(Math.max(blank, 0)).join('\n').trimEnd(),
      markdownLine: line + 1 + Math.max(blank, 0),
    };
  });
}

/** The text without its fenced code blocks, with as many lines, so that line numbers stay true. */
export function withoutFences(markdown: string): string {
  const kept: string[] = [];
  scanLines(markdown, (line, _number, fence) => kept.push(fence === 'none' ? line : ''));
  return kept.join('\n');
}

/** The items of the first-level list of a text, each without its bullet or number. */
export function listItems(markdown: string): string[] {
  const items: string[][] = [];
  scanLines(markdown, (line, _number, fence) => {
    const bullet = fence === 'none' ? /^(?:[-*+]|\d+[.)]) +(.*)$/.exec(line) : null;
    if (bullet) items.push([bullet[1]!]);
    else items.at(-1)?.push(line.replace(/^ {2,3}/, ''));
  });
  return items.map((lines) => lines.join('\n').trim());
}
