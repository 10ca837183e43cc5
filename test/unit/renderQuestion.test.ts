import assert from 'node:assert/strict';
import type { Question, SectionName } from '../../src/core/questions/question';
import { createMarkdownRenderer } from '../../src/core/questions/renderMarkdown';
import { renderQuestion } from '../../src/core/questions/renderQuestion';
import { FULL_QUESTION, readGood, smallQuestion } from './support/questions';

const renderer = createMarkdownRenderer();
const render = (question: Question) => renderQuestion(question, '', renderer);

/** The HTML of one section of a question that has just that section and an answer. */
function sectionOf(name: SectionName, markdown: string): string {
  const { question } = readGood(smallQuestion('title: T', `## Answer\n\nYes.\n\n## ${name}\n\n${markdown}\n`));
  return render(question).sections.find((section) => section.name === name)?.html ?? '';
}

function hintsOf(markdown: string): readonly string[] {
  return render(readGood(smallQuestion('title: T', `## Answer\n\nYes.\n\n## Hints\n\n${markdown}\n`)).question).hints;
}

describe('A rendered question', () => {
  it('has its prompt, its sections in their order, its hints apart, and its source', () => {
    const { question } = readGood(FULL_QUESTION);
    const body = renderQuestion(question, FULL_QUESTION, renderer);
    assert.ok(body.prompt.startsWith('<p>A client times out'));
    assert.deepEqual(
      body.sections.map(({ name }) => name),
      ['Answer', 'In depth', 'Key points', 'Trade-offs', 'Example', 'Common mistakes', 'One-liner', 'Keywords', 'Follow-ups', 'References'],
    );
    assert.deepEqual(body.hints, ['<p>What does the server remember?</p>\n', '<p>Who makes the key?</p>\n']);
    assert.deepEqual(body.related, ['safe-retries', 'idempotency']);
    assert.equal(body.source, FULL_QUESTION);
  });

  it('leaves empty sections out', () => {
    const { question } = readGood(smallQuestion('title: T', '## Answer\n\nYes.\n\n## Example\n\n## Keywords\n'));
    assert.deepEqual(render(question).sections.map(({ name }) => name), ['Answer']);
  });

  it('closes each follow-up over its reply', () => {
    const html = sectionOf('Follow-ups', '- **How *long*?** A day.\n\n  And a night.\n- **Why?** So.');
    assert.equal(html.match(/<details>/g)!.length, 2);
    assert.ok(html.includes('<details><summary>How <em>long</em>?</summary><p>A day.</p>\n<p>And a night.</p>\n</details>'));
    assert.ok(!html.includes('<details open'));
  });

  it('shows follow-ups as a plain list when one of them has no reply', () => {
    const html = sectionOf('Follow-ups', '- **How long?** A day.\n- Why?');
    assert.ok(!html.includes('<details>'));
    assert.ok(html.includes('Why?') && html.includes('A day.'));
  });

  it('shows follow-ups that are no list as they are', () => {
    assert.equal(sectionOf('Follow-ups', 'None that matter.'), '<p>None that matter.</p>\n');
  });

  it('lists the keywords that stand in a row', () => {
    assert.equal(sectionOf('Keywords', 'retry, `at-least-once`,\nback-off'), '<ul class="keywords"><li>retry</li><li><code>at-least-once</code></li><li>back-off</li></ul>');
  });

  it('lists the keywords that stand in a list', () => {
    assert.equal(sectionOf('Keywords', '- retry\n- back-off'), '<ul class="keywords"><li>retry</li><li>back-off</li></ul>');
  });

  it('shows hints that are no list as one hint, and loses none', () => {
    assert.deepEqual(hintsOf('Think of the *client*.'), ['<p>Think of the <em>client</em>.</p>\n']);
    assert.deepEqual(hintsOf(''), []);
    assert.equal(hintsOf('- a\n\n  more\n- b').length, 2);
  });

  it('lets nothing hostile through in any of its parts', () => {
    const evil = '<img src=x onerror=alert(1)> [x](command:y)';
    const sections = ['Answer', 'Key points', 'Keywords', 'Hints', 'Follow-ups', 'References'].map((name) => `## ${name}\n\n- **${evil}** ${evil}, ${evil}\n`);
    const { question } = readGood(smallQuestion('title: T', `${evil}\n\n${sections.join('\n')}`));
    const { prompt, hints, sections: rendered } = render(question);
    const html = [prompt, ...hints, ...rendered.map((section) => section.html)];
    assert.equal(html.length, 7);
    for (const part of html) assert.ok(!/<img|href=/.test(part), part);
  });
});
