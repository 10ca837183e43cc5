import { scanLines } from '../questions/markdownBlocks';
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
  const lines = [oneLine(head.title), oneLine(head.subtitle), '', ...wrapMarkdown(head.prompt, WIDTH - mark.length - 1)];
  const comment = lines.map((line) => (line === '' ? mark : `${mark} ${quiet(line, language)}`)).join('\n');
  return `${comment}\n\n${starter === '' ? '' : `${starter.trimEnd()}\n`}`;
}

/** The text of a new answer sheet: the question on top, room to write below. */
export function answerSheet(head: ScratchHead, heading: string): string {
  const lines = head.prompt.replace(/\r\n?/g, '\n').split('\n');
  const prompt = head.prompt === '' ? '' : `${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
  return `# ${oneLine(head.title)}\n\n*${oneLine(head.subtitle)}*\n\n${prompt}## ${heading}\n\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\0\u0085]+/g, ' ').trim();
}

/** Takes from a line of comment what tools read even there. */
function quiet(line: string, language: SheetLanguage): string {
  // Java replaces Unicode escapes, an escaped line end among them, before it knows of comments.
  if (language === 'java') return line.replace(/\\(?=u)/g, '\\ ');
  // Python takes 'coding: x' in the first two lines for the encoding of the file.
  if (language === 'python') return line.replace(/coding(?=[:=])/g, 'coding ');
  return line;
}

/** Wraps paragraphs; lines of code blocks, tables and lists keep their beginnings. */
export function wrapMarkdown(markdown: string, width: number): string[] {
  const lines: string[] = [];
  // Control characters and line separators would end a line comment in some languages.
  scanLines(markdown.replace(/[\0\v\f\r\u0085\u2028\u2029]/g, ' '), (line, _number, fence) => {
    if (fence !== 'none' || line.startsWith('|') || line.length <= width) lines.push(line.trimEnd());
    else lines.push(...wrapLine(line, width));
  });
  return lines;
}

function wrapLine(line: string, width: number): string[] {
  const start = /^\s*(?:[-*+] |\d+[.)] )?/.exec(line)![0];
  const indent = ' '.repeat(start.length);
  const wrapped: string[] = [];
  let current = start;
  let isEmpty = true;
  for (const word of line.slice(start.length).split(' ')) {
    if (!isEmpty && current.length + 1 + word.length > width) {
      wrapped.push(current.trimEnd());
      current = indent;
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty &&= word === '';
  }
  wrapped.push(current.trimEnd());
  return wrapped;
}
