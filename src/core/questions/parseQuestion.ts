import { parseFrontMatter } from './frontMatter';
import { splitAtHeadings } from './markdownBlocks';
import type { Problem } from './problem';
import { ID_PATTERN } from './questionId';
import type { Position } from './yamlFields';
import { KINDS, LEVELS, type Question, SECTION_NAMES, type Section, type SectionName } from './question';

/** Longer files are refused unread: no question needs as much, and a pack may come from anywhere. */
export const LONGEST_QUESTION_FILE = 500_000;

const KNOWN_FIELDS = new Set([
  'id',
  'title',
  'short',
  'level',
  'kind',
  'tags',
  'technologies',
  'related',
  'aliases',
  'exercise',
]);

/** A question with the file that it came from. */
export interface QuestionFile {
  /** Path inside the pack. */
  readonly file: string;
  readonly question: Question;
  /** Line on which the prompt starts, counted from 1. */
  readonly promptLine: number;
  /** Where a field of the front matter stands. */
  position(field: string): Position;
}

/** A question, if the file holds one, and what is wrong with it. */
export interface ParsedQuestion {
  readonly parsed?: QuestionFile;
  readonly problems: readonly Problem[];
}

/**
 * Reads one question file of any pack. `title` and the section `Answer` are required; a missing `id` is
 * taken from the file's name. Never throws; a file that cannot be a question gives problems alone.
 * @param file path inside the pack with forward slashes, as `category/name.md`
 */
export function parseQuestion(text: string, file: string, packId: string, category: string): ParsedQuestion {
  const problems: Problem[] = [];
  if (text.length > LONGEST_QUESTION_FILE) {
    problems.push({
      file,
      line: 1,
      column: 1,
      severity: 'error',
      message: `The file is longer than ${LONGEST_QUESTION_FILE} characters.`,
      mend: 'Split it into several questions.',
    });
    return { problems };
  }
  const document = parseFrontMatter(text, file, problems);
  if (!document) return { problems };
  const { fields, content, contentLine } = document;

  const id = fields.text('id', false) ?? file.replace(/^.*\//, '').replace(/\.md$/i, '').toLowerCase();
  if (!ID_PATTERN.test(id)) {
    fields.error('id', `'${id}' cannot be an id.`, 'Use lower-case letters, digits and single hyphens.');
  }
  const title = fields.text('title', true);
  for (const name of fields.names()) {
    if (!KNOWN_FIELDS.has(name)) {
      problems.push({
        file,
        ...fields.position(name),
        severity: 'warning',
        message: `The field '${name}' is not known.`,
        mend: `Remove it, or use one of ${[...KNOWN_FIELDS].join(', ')}.`,
      });
    }
  }
  const level = fields.oneOf('level', LEVELS);
  const kind = fields.oneOf('kind', KINDS);
  const exercise = fields.text('exercise', false);
  const short = fields.text('short', false);

  const [prompt, ...parts] = splitAtHeadings(content);
  const sections: Section[] = [];
  for (const part of parts) {
    const line = contentLine + part.line - 1;
    const name = SECTION_NAMES.find((known) => known.toLowerCase() === part.heading.toLowerCase());
    if (!name) {
      problems.push({
        file,
        line,
        column: 1,
        severity: 'warning',
        message: `The section '${part.heading}' is not known and is not shown.`,
        mend: `Use one of ${SECTION_NAMES.join(', ')}, or a bold line inside a section.`,
      });
    } else if (sections.some((section) => section.name === name)) {
      problems.push({
        file,
        line,
        column: 1,
        severity: 'error',
        message: `The section '${name}' stands twice.`,
        mend: 'Join the two.',
      });
    } else {
      sections.push({ name, markdown: part.markdown, line: contentLine + part.markdownLine - 1 });
    }
  }
  if (!sections.some((section) => section.name === 'Answer' && section.markdown !== '')) {
    problems.push({
      file,
      line: contentLine,
      column: 1,
      severity: 'error',
      message: "The section 'Answer' is missing or empty.",
      mend: "Add '## Answer' with what to say in 30 seconds.",
    });
  }
  if (problems.some((problem) => problem.severity === 'error') || title === undefined) {
    return { problems };
  }
  const question: Question = {
      packId,
      id,
      title,
      ...(short !== undefined && { short }),
      category,
      ...(level && { level }),
      ...(kind && { kind }),
      tags: fields.list('tags'),
      technologies: fields.list('technologies'),
      related: fields.list('related'),
      aliases: fields.list('aliases'),
      ...(exercise && { exercise }),
      prompt: prompt!.markdown,
      sections,
  };
  return {
    problems,
    parsed: {
      file,
      question,
      promptLine: contentLine + prompt!.markdownLine - 1,
      position: (field) => fields.position(field),
    },
  };
}

/** The Markdown of one section, empty when the question has none. */
export function sectionText(question: Question, name: SectionName): string {
  return question.sections.find((section) => section.name === name)?.markdown ?? '';
}
