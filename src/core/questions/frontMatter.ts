import matter from 'gray-matter';
import type { Problem } from './problem';
import { YamlFields } from './yamlFields';

/** A Markdown document taken apart. */
export interface FrontMatter {
  readonly fields: YamlFields;
  /** What follows the front matter, line ends normalised to LF. */
  readonly content: string;
  /** Line of the file on which `content` starts, counted from 1. */
  readonly contentLine: number;
}

/** gray-matter's time grows with the square of the front matter's length. */
const LONGEST_FRONT_MATTER = 10_000;

const refuse = (): never => {
  throw new Error('Only YAML front matter is read.');
};

/**
 * Reads YAML front matter from untrusted text.
 *
 * gray-matter evaluates `---js` and picks engines by any name after the dashes, and without options it
 * caches a document whose parse failed; hence the language check before, the refusing engines, and
 * options on each call. The build leaves gray-matter's own engines out of the bundle as well.
 * @returns undefined, with a problem, when there is nothing usable
 */
export function parseFrontMatter(
  text: string,
  file: string,
  problems: Problem[],
): FrontMatter | undefined {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fail = (message: string, mend: string): undefined => {
    problems.push({ file, line: 1, column: 1, severity: 'error', message, mend });
    return undefined;
  };
  if (!/^---[^\n-]*(\n|$)/.test(source)) {
    return fail('There is no front matter.', "Start the file with a line '---', the fields, and a line '---'.");
  }
  const language = matter.language(source).name;
  if (language !== '' && language !== 'yaml') {
    return fail(`Front matter in '${language}' is not read.`, "Write the fields as YAML after a plain '---'.");
  }
  // gray-matter takes the first line that begins with dashes for the end.
  const end = source.indexOf('\n---');
  if (end < 0 || !/^\n---[ \t]*(\n|$)/.test(source.slice(end))) {
    return fail('The front matter does not end.', "Close it with a line '---'.");
  }
  if (end > LONGEST_FRONT_MATTER) {
    return fail(`The front matter is longer than ${LONGEST_FRONT_MATTER} characters.`, "Move what is text behind the second '---'.");
  }
  let fields: YamlFields | undefined;
  const parse = (yaml: string): object => {
    // gray-matter hands over the text behind the opening dashes, trimmed or not by version: line 2 is
    // where the fields start unless blank lines come first.
    const start = source.indexOf(yaml, 3);
    const firstLine = start < 0 ? 2 : countLines(source, start);
    fields = YamlFields.parse(yaml, file, firstLine, problems);
    return {};
  };
  const before = problems.length;
  const parsed = matter(source, {
    language: 'yaml',
    engines: {
      yaml: { parse, stringify: refuse },
      json: { parse: refuse, stringify: refuse },
      javascript: { parse: refuse, stringify: refuse },
      coffee: { parse: refuse, stringify: refuse },
    },
  });
  if (!fields) {
    if (problems.length > before) return undefined;
    return fail('The front matter is empty.', "Add at least 'id' and 'title'.");
  }
  return {
    fields,
    content: parsed.content,
    contentLine: countLines(source, source.length - parsed.content.length),
  };
}

/** Line number of an offset, counted from 1. */
function countLines(text: string, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (text.charCodeAt(index) === 10) line++;
  return line;
}
