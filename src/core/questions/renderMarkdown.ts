import MarkdownIt from 'markdown-it';
import { highlight } from './highlight';
import { parseLink } from './links';

/** Draws a diagram's text as HTML, or gives undefined to show the text as code. */
export type DrawDiagram = (mermaid: string) => string | undefined;

/** Renders Markdown to HTML that can do nothing: no raw HTML, no images, only checked links. */
export interface MarkdownRenderer {
  render(markdown: string): string;
  /** One line without a paragraph around it. */
  renderInline(markdown: string): string;
}

/**
 * Makes a renderer for untrusted Markdown.
 * @param drawDiagram given by the build for packs whose diagrams it drew; left out elsewhere
 */
export function createMarkdownRenderer(drawDiagram: DrawDiagram = () => undefined): MarkdownRenderer {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.disable('image');
  markdown.validateLink = (url) => parseLink(url) !== undefined;
  const escape = markdown.utils.escapeHtml;

  markdown.renderer.rules['fence'] = (tokens, index) => {
    const token = tokens[index]!;
    const language = /^[^\s]*/.exec(token.info.trim())![0].toLowerCase();
    if (language === 'mermaid') {
      const drawing = drawDiagram(token.content);
      if (drawing !== undefined) return drawing;
    }
    const code = highlight(token.content, language) ?? escape(token.content);
    // Focusable, because a long line scrolls and must do so by keyboard as well.
    return `<pre class="code" tabindex="0" role="group" aria-label="${escape(language || 'text')}"><code>${code}</code></pre>\n`;
  };
  markdown.renderer.rules['table_open'] = () =>
    '<div class="table" tabindex="0" role="group" aria-label="table"><table>\n';
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  // Sections are second-level headings in the panel; what authors write inside ranks below them.
  markdown.core.ruler.push('lower-headings', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      token.tag = `h${Math.max(3, Number(token.tag.slice(1)))}`;
    }
  });
  // Alignment arrives as a style attribute, which the panel's content security policy drops.
  markdown.core.ruler.push('align-by-class', (state) => {
    for (const token of state.tokens) {
      const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''));
      if (!align) continue;
      token.attrs = token.attrs!.filter(([name]) => name !== 'style');
      token.attrJoin('class', `align-${align[1]!}`);
    }
  });
  // The empty corner of a table is no heading of anything.
  markdown.core.ruler.push('empty-headings', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'th_open' || tokens[index + 1]?.content.trim() !== '') continue;
      token.tag = 'td';
      tokens[index + 2]!.tag = 'td';
    }
  });
  return {
    render: (text) => markdown.render(text),
    renderInline: (text) => markdown.renderInline(text),
  };
}
