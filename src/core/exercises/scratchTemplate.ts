import { commentMark, type SheetLanguage } from './languages';

/** What the head of a scratch file tells. */
export interface ScratchHead {
  readonly title: string;
  /** One line below the title, such as level and attempt; already in the user's language. */
  readonly subtitle: string;
  /** The question's prompt as Markdown. */
  readonly prompt: string;
}

const WIDTH = 88;

/**
 * The text of a new code scratch file: the prompt as a comment, then the starter.
 * Line comments alone are used, so that no prompt can end the comment and become code.
 */
export function codeScratch(language: SheetLanguage, head: ScratchHead, starter: string): string {
  const mark = commentMark(language);
  const lines = [head.title, head.subtitle, '', ...wrapMarkdown(head.prompt, WIDTH - mark.length - 1)];
  const comment = lines.map((line) => (line === '' ? mark : `${mark} ${line}`)).join('\n');
  return `${comment}\n\n${starter === '' ? '' : `${starter.trimEnd()}\n`}`;
}

/** The text of a new answer sheet: the question on top, room to write below. */
export function answerSheet(head: ScratchHead, heading: string): string {
  const prompt = head.prompt === '' ? '' : `${head.prompt.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
  return `# ${head.title}\n\n*${head.subtitle}*\n\n${prompt}## ${heading}\n\n`;
}

/** Wraps paragraphs; lines of code blocks, tables and lists keep their beginnings. */
export function wrapMarkdown(markdown: string, width: number): string[] {
  const lines: string[] = [];
  let fenced = false;
  // C1 controls and line separators would end a line comment in some languages.
  for (const line of markdown.replace(/[\r\u0085\u2028\u2029]/g, ' ').split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || line.startsWith('|') || line.length <= width) lines.push(line.trimEnd());
    else lines.push(...wrapLine(line, width));
  }
  return lines;
}

function wrapLine(line: string, width: number): string[] {
  const indent = ' '.repeat(/^\s*(?:[-*+] |\d+[.)] )?/.exec(line)![0].length);
  const wrapped: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current.trim() !== '' && current.length + 1 + word.length > width) {
      wrapped.push(current.trimEnd());
      current = indent + word;
    } else {
      current = current === '' && wrapped.length === 0 && word !== '' ? word : `${current} ${word}`;
    }
  }
  wrapped.push(current.trimEnd());
  return wrapped;
}
