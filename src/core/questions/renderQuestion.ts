import { parseFollowUps } from './followUps';
import { listItems } from './markdownBlocks';
import { sectionText } from './parseQuestion';
import type { Question, QuestionBody, RenderedSection, Section } from './question';
import type { MarkdownRenderer } from './renderMarkdown';

/** Renders a parsed question for the panel. `source` is its file's text. */
export function renderQuestion(question: Question, source: string, renderer: MarkdownRenderer): QuestionBody {
  const sections: RenderedSection[] = question.sections
    .filter((section) => section.name !== 'Hints' && section.markdown !== '')
    .map((section) => ({ name: section.name, html: renderSection(section, renderer) }));
  return {
    prompt: renderer.render(question.prompt),
    promptSource: question.prompt,
    sections,
    hints: hintsOf(sectionText(question, 'Hints')).map((hint) => renderer.render(hint)),
    related: question.related,
    source,
  };
}

/** The hints of a list; a text that is no list is one hint. */
function hintsOf(markdown: string): readonly string[] {
  const items = listItems(markdown);
  return items.length === 0 && markdown !== '' ? [markdown] : items;
}

function renderSection(section: Section, renderer: MarkdownRenderer): string {
  if (section.name === 'Follow-ups') {
    const followUps = parseFollowUps(section.markdown);
    // Closed at first, so that the reader can answer before looking.
    if (followUps.length > 0 && followUps.every(({ reply }) => reply !== '')) {
      return followUps
        .map(
          ({ question, reply }) =>
            `<details><summary>${renderer.renderInline(question)}</summary>${renderer.render(reply)}</details>`,
        )
        .join('\n');
    }
  }
  if (section.name === 'Keywords') {
    const words = section.markdown.split(/,\s*|(?:^|\n)[-*] /).map((word) => word.trim()).filter(Boolean);
    return `<ul class="keywords">${words.map((word) => `<li>${renderer.renderInline(word)}</li>`).join('')}</ul>`;
  }
  return renderer.render(section.markdown);
}
