import { withoutFences } from './markdownBlocks';
import type { QuestionFile } from './parseQuestion';
import type { Problem } from './problem';

/** Every `question:` link of a text, with its line counted from 1. Links in code blocks are not links. */
export function questionLinks(markdown: string): { target: string; line: number; column: number }[] {
  const links: { target: string; line: number; column: number }[] = [];
  for (const [index, line] of withoutFences(markdown).split('\n').entries()) {
    // Inline code is blanked, not removed, so that columns stay true.
    const text = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    for (const match of text.matchAll(/\]\(<?question:([^)>\s]{0,200})/g)) {
      links.push({ target: match[1]!, line: index + 1, column: match.index + 1 });
    }
  }
  return links;
}

/**
 * Checks what one file alone cannot show: ids are unique, `related`, `exercise` and links lead somewhere.
 * @param exercises ids of the exercises that the pack has
 */
export function checkPack(files: readonly QuestionFile[], exercises: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const report = (from: QuestionFile, field: string, message: string, mend: string): void => {
    problems.push({ file: from.file, ...from.position(field), severity: 'error', message, mend });
  };
  const owners = new Map<string, QuestionFile>();
  for (const entry of files) {
    const { id } = entry.question;
    const other = owners.get(id);
    if (other === undefined) owners.set(id, entry);
    else report(entry, 'id', `The id '${id}' is already that of ${other.file}.`, 'Give one of them another id.');
  }
  for (const entry of files) {
    const { question } = entry;
    for (const alias of question.aliases) {
      const other = owners.get(alias);
      if (other !== undefined) {
        report(entry, 'aliases', `The alias '${alias}' is the id of ${other.file}.`, 'Remove the alias.');
      }
    }
    for (const related of question.related) {
      if (related === question.id) {
        report(entry, 'related', 'The question is related to itself.', `Remove '${related}'.`);
      } else if (!owners.has(related)) {
        report(entry, 'related', `There is no question '${related}'.`, 'Mend the id or remove it.');
      }
    }
    if (question.exercise !== undefined && !exercises.has(question.exercise)) {
      const mend = `Add the folder exercises/${question.exercise} or remove the field.`;
      report(entry, 'exercise', `There is no exercise '${question.exercise}'.`, mend);
    }
    const texts = [{ markdown: question.prompt, line: entry.promptLine }, ...question.sections];
    for (const { markdown, line } of texts) {
      for (const link of questionLinks(markdown)) {
        if (owners.has(link.target)) continue;
        problems.push({
          file: entry.file,
          line: line + link.line - 1,
          column: link.column,
          severity: 'error',
          message: `The link 'question:${link.target}' leads to no question.`,
          mend: 'Mend the id or remove the link.',
        });
      }
    }
  }
  return problems;
}
