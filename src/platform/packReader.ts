/**
 * The part that reads packs from elsewhere: YAML, Markdown and highlighting. It is large and most users
 * never need it, so the build keeps it apart and it is loaded on first use (see scripts/build/bundles.mjs).
 */
import type { QuestionBody } from '../core/questions/question';
import { parseQuestion } from '../core/questions/parseQuestion';
import { createMarkdownRenderer } from '../core/questions/renderMarkdown';
import { renderQuestion } from '../core/questions/renderQuestion';

export { readPack } from '../core/questions/readPack';
export { buildTextIndex } from '../core/questions/textIndex';

/** Renders a question file of a pack from elsewhere; undefined when it is no question any more. */
export function renderFile(text: string, file: string, packId: string): QuestionBody | undefined {
  const { parsed } = parseQuestion(text, file, packId, file.split('/')[0]!);
  return parsed && renderQuestion(parsed.question, text, createMarkdownRenderer());
}
