import assert from 'node:assert/strict';
import { parseFollowUps } from '../../src/core/questions/followUps';
import { fences, listItems, splitAtHeadings, withoutFences } from '../../src/core/questions/markdownBlocks';

describe('Code blocks of a text', () => {
  it('are found with language, code and line', () => {
    assert.deepEqual(fences('a\n```js\nlet x;\n\nx\n```\n\n~~~ SQL title="x"\nselect\n~~~\n'), [
      { language: 'js', code: 'let x;\n\nx', line: 2 },
      { language: 'sql', code: 'select', line: 8 },
    ]);
  });

  it('end only at a fence of the same kind that is as long and says nothing more', () => {
    assert.deepEqual(fences('````md\n```\n~~~~\n```` x\n`````\nafter'), [{ language: 'md', code: '```\n~~~~\n```` x', line: 1 }]);
  });

  it('last to the end of the text when they do not end', () => {
    assert.deepEqual(fences('```\na\nb'), [{ language: '', code: 'a\nb', line: 1 }]);
    assert.deepEqual(fences('```'), [{ language: '', code: '', line: 1 }]);
  });

  it('are not opened by inline code, by two backticks or by four spaces', () => {
    assert.deepEqual(fences('```x``` y\n``\na\n``\n    ```\n'), []);
  });

  it('may be taken out of a text that keeps its lines', () => {
    assert.equal(withoutFences('a\n```js\nx\n```\nb'), 'a\n\n\n\nb');
  });
});

describe('Splitting at headings', () => {
  it('gives the part before the first heading an empty heading', () => {
    assert.deepEqual(splitAtHeadings('\n\nPrompt\n\n## One\n\n\ntext\n## Two ##'), [
      { heading: '', line: 0, markdown: 'Prompt', markdownLine: 3 },
      { heading: 'One', line: 5, markdown: 'text', markdownLine: 8 },
      { heading: 'Two', line: 9, markdown: '', markdownLine: 10 },
    ]);
  });

  for (const [line, heading] of [['## A', 'A'], ['##   A  ', 'A'], ['## A ##', 'A'], ['## A ####  ', 'A'], ['## C#', 'C#'], ['## C #1', 'C #1'], ['## A#B ##', 'A#B']] as const) {
    it(`reads '${line}' as the heading '${heading}'`, () => {
      assert.equal(splitAtHeadings(line)[1]!.heading, heading);
    });
  }

  for (const line of ['##A', '### A', '# A', ' ## A', '## ', '##', '\\## A']) {
    it(`takes '${line}' for text`, () => {
      assert.equal(splitAtHeadings(line).length, 1);
    });
  }
});

describe('The items of a list', () => {
  it('are read from every kind of bullet and number', () => {
    assert.deepEqual(listItems('- a\n* b\n+ c\n1. d\n2) e'), ['a', 'b', 'c', 'd', 'e']);
  });

  it('keep what belongs to them: more lines, inner lists and code', () => {
    assert.deepEqual(listItems('Intro.\n\n- a\n  more\n  - inner\n\n- b\n\n  ```js\n  - code\n  ```\n'), ['a\nmore\n- inner', 'b\n\n```js\n- code\n```']);
  });

  it('are none in plain text', () => {
    assert.deepEqual(listItems('a - b\n-c\n1.d\n'), []);
    assert.deepEqual(listItems(''), []);
  });
});

describe('Follow-ups', () => {
  it('are a question in bold and what to say', () => {
    assert.deepEqual(parseFollowUps('- **Why `x`?** Because\n  of *y*.\n- **And\n  now?**\n  Go.'), [
      { question: 'Why `x`?', reply: 'Because\nof *y*.' },
      { question: 'And\nnow?', reply: 'Go.' },
    ]);
  });

  it('have an empty reply where the author gave none', () => {
    assert.deepEqual(parseFollowUps('- **Why?**\n- What if?\n- not **bold** first'), [
      { question: 'Why?', reply: '' },
      { question: 'What if?', reply: '' },
      { question: 'not **bold** first', reply: '' },
    ]);
  });

  it('are none where there is no list', () => {
    assert.deepEqual(parseFollowUps('**Why?** Because.'), []);
  });
});
