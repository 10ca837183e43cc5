import { parseFollowUps } from './followUps';
import { fences, listItems, withoutFences } from './markdownBlocks';
import { type QuestionFile, sectionText } from './parseQuestion';
import type { Problem } from './problem';
import { SECTION_NAMES, type SectionName } from './question';

/** Languages that a code fence of the built-in packs may name. */
const FENCE_LANGUAGES = new Set([
  'bash', 'dockerfile', 'go', 'http', 'java', 'javascript', 'json', 'mermaid', 'python', 'sql', 'text', 'typescript', 'yaml',
]);

const OPTIONAL_SECTIONS: readonly SectionName[] = ['Level rubric'];

/** Said aloud at 150 words a minute, 120 words take 48 seconds. */
const LONGEST_ANSWER_WORDS = 120;
const LONGEST_CODE_LINE = 76;
const LONGEST_SHORT = 30;

/** What the built-in packs ask of a question beyond what makes any file a question. */
export function lintBuiltIn(entry: QuestionFile): Problem[] {
  const { file, question } = entry;
  const problems: Problem[] = [];
  const at = (line: number, message: string, mend: string): void => {
    problems.push({ file, line, column: 1, severity: 'error', message, mend });
  };
  const field = (name: string, message: string, mend: string): void => {
    problems.push({ file, ...entry.position(name), severity: 'error', message, mend });
  };
  if (!question.short || question.short.length > LONGEST_SHORT) {
    field('short', `The short title is missing or longer than ${LONGEST_SHORT} characters.`, "Add 'short: …', a few words for lists and tabs.");
  }
  if (!question.level) field('level', 'The level is missing.', "Add 'level: beginner', 'intermediate' or 'advanced'.");
  if (!question.kind) field('kind', 'The kind is missing.', "Add 'kind: concept', 'comparison', 'scenario', 'design' or 'practical'.");
  if (question.kind === 'practical' && !question.exercise) {
    field('exercise', 'A practical question needs an exercise.', "Add 'exercise: <id>' and its folder.");
  }
  if (question.kind && question.kind !== 'practical' && question.exercise) {
    field('exercise', 'Only a practical question has an exercise.', "Remove it, or make the kind 'practical'.");
  }
  if (question.tags.length < 2) field('tags', 'There are fewer than two tags.', 'Add what people would search for.');
  if (question.related.length < 2) field('related', 'There are fewer than two related questions.', 'Add ids of this pack.');
  if (file !== `${question.category}/${question.id}.md`) {
    field('id', `The file is not named after the id '${question.id}'.`, 'Rename the file or mend the id.');
  }
  if (question.prompt === '') at(entry.promptLine, 'The prompt is missing.', 'Write the question as an interviewer would put it.');

  for (const name of SECTION_NAMES) {
    if (OPTIONAL_SECTIONS.includes(name)) continue;
    if (sectionText(question, name) === '') {
      at(entry.promptLine, `The section '${name}' is missing or empty.`, `Add '## ${name}'.`);
    }
  }
  const order = question.sections.map(({ name }) => SECTION_NAMES.indexOf(name));
  const misplaced = order.findIndex((rank, index) => index > 0 && rank < order[index - 1]!);
  if (misplaced > 0) {
    const { name, line } = question.sections[misplaced]!;
    at(line, `The section '${name}' is out of order.`, `Keep the order ${SECTION_NAMES.join(', ')}.`);
  }
  const lineOf = (name: SectionName): number => question.sections.find((section) => section.name === name)?.line ?? 1;
  const has = (name: SectionName): boolean => sectionText(question, name) !== '';
  const words = sectionText(question, 'Answer').split(/\s+/).filter(Boolean).length;
  if (words > LONGEST_ANSWER_WORDS) {
    at(lineOf('Answer'), `The answer has ${words} words.`, `Say it in ${LONGEST_ANSWER_WORDS} words; the rest belongs in 'In depth'.`);
  }
  const points = listItems(sectionText(question, 'Key points')).length;
  if (has('Key points') && (points < 3 || points > 7)) at(lineOf('Key points'), `There are ${points} key points.`, 'Give 3 to 7 bullets.');
  const hints = listItems(sectionText(question, 'Hints')).length;
  if (has('Hints') && (hints < 2 || hints > 4)) at(lineOf('Hints'), `There are ${hints} hints.`, 'Give 2 to 4 numbered hints.');
  const followUps = parseFollowUps(sectionText(question, 'Follow-ups'));
  if (has('Follow-ups') && followUps.length < 2) at(lineOf('Follow-ups'), 'There are fewer than two follow-ups.', 'Add what the interviewer asks next.');
  for (const { question: asked, reply } of followUps) {
    if (reply === '') at(lineOf('Follow-ups'), `The follow-up '${asked}' has no answer.`, 'Write `- **Question?** What to say.`');
  }
  for (const { markdown, line } of [{ markdown: question.prompt, line: entry.promptLine }, ...question.sections]) {
    for (const [index, text] of withoutFences(markdown).split('\n').entries()) {
      const plain = text.replace(/`[^`]*`/g, '');
      if (/<\/?[a-z][^>]*>/i.test(plain)) at(line + index, 'There is raw HTML.', 'Write Markdown, or put it in backticks.');
      if (/!\[[^\]]*\]\(/.test(plain)) at(line + index, 'There is an image.', 'Draw a Mermaid diagram.');
    }
    for (const fence of fences(markdown)) {
      const fenceLine = line + fence.line - 1;
      if (!FENCE_LANGUAGES.has(fence.language)) {
        at(fenceLine, `The code block's language is '${fence.language}'.`, `Name one of ${[...FENCE_LANGUAGES].join(', ')}.`);
      }
      if (fence.language === 'mermaid') {
        if (!/^\s*accTitle:[ \t]*\S/m.test(fence.code)) at(fenceLine, 'The diagram has no accTitle.', "Add a line 'accTitle: …'.");
        if (!/^\s*accDescr:[ \t]*\S/m.test(fence.code)) at(fenceLine, 'The diagram has no accDescr.', "Add a line 'accDescr: …' that tells what the picture shows.");
        continue;
      }
      const long = fence.code.split('\n').findIndex((text) => [...text].length > LONGEST_CODE_LINE);
      if (long >= 0) at(fenceLine + 1 + long, `A line of code is longer than ${LONGEST_CODE_LINE} characters.`, 'Break it.');
      if (fence.language === 'json') {
        try {
          JSON.parse(fence.code);
        } catch (error) {
          at(fenceLine, `The JSON does not parse: ${(error as Error).message}.`, 'Mend it.');
        }
      }
      if (fence.language === 'http' && !isHttpMessage(fence.code)) {
        at(fenceLine, 'The HTTP message does not parse.', "Give a start line, header lines 'Name: value', an empty line, the body.");
      }
    }
  }
  return problems;
}

/** RFC 9112 section 2.1: a start line, then field lines up to an empty line. */
function isHttpMessage(text: string): boolean {
  const [start, ...lines] = text.split('\n');
  if (!/^(?:[A-Z]+ \S+(?: HTTP\/\d(?:\.\d)?)?|HTTP\/\d(?:\.\d)? \d{3}(?: .*)?)$/.test(start ?? '')) return false;
  for (const line of lines) {
    if (line.trim() === '') return true;
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+:.*$/.test(line) && !/^\s+\S/.test(line)) return false;
  }
  return true;
}
