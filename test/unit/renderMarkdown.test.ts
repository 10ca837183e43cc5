import assert from 'node:assert/strict';
import { highlight, HIGHLIGHTED_LANGUAGES } from '../../src/core/questions/highlight';
import { createMarkdownRenderer } from '../../src/core/questions/renderMarkdown';

const { render, renderInline } = createMarkdownRenderer();

/** The elements of some HTML, with their attributes. */
function elements(html: string): { name: string; attributes: Record<string, string> }[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)].map(([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: Object.fromEntries([...rest!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  }));
}

const names = (html: string): string[] => elements(html).map(({ name }) => name);
const links = (html: string): (string | undefined)[] => elements(html).filter(({ name }) => name === 'a').map(({ attributes }) => attributes['href']);

describe('Rendered Markdown', () => {
  for (const hostile of [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<style>*{display:none}</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<!-- --><svg onload=alert(1)>',
    '<a href="command:x">y</a>',
    '<base href="https://evil.example/">',
    '<meta http-equiv=refresh content=0>',
    '<form action=x><button>y</button></form>',
    '<details open ontoggle=alert(1)>',
    '<?php x ?>',
    '<![CDATA[<script>]]>',
    '- <script>alert(1)</script>',
    '> <script>alert(1)</script>',
    '| <script>alert(1)</script> |\n| --- |\n| <img onerror=x> |',
    '# <script>alert(1)</script>',
    '**<script>alert(1)</script>**',
    '[<script>alert(1)</script>](https://example.com)',
    '`<script>alert(1)</script>`',
    '    <script>alert(1)</script>',
    '```\n<script>alert(1)</script>\n```',
    '```html\n<script>alert(1)</script>\n```',
    '```javascript\n"<script>alert(1)</script>"\n```',
    '<x:script>',
  ]) {
    it(`has no element from ${JSON.stringify(hostile)}`, () => {
      for (const html of [render(hostile), renderInline(hostile)]) {
        const allowed = ['p', 'ul', 'li', 'blockquote', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'h3', 'strong', 'a', 'code', 'pre', 'span', 'br'];
        assert.deepEqual(names(html).filter((name) => !allowed.includes(name)), []);
        for (const { attributes } of elements(html)) {
          assert.deepEqual(Object.keys(attributes).filter((key) => /^on|^style$|^src/.test(key)), []);
        }
      }
    });
  }

  for (const image of ['![x](https://evil.example/x.png)', '![x](data:image/png;base64,AA)', '![x][r]\n\n[r]: https://evil.example/x.png', '[![x](https://a.example/x.png)](https://b.example)']) {
    it(`has no image from ${JSON.stringify(image)}`, () => {
      assert.ok(!names(render(image)).includes('img'));
    });
  }

  for (const target of [
    'command:workbench.action.quit',
    'COMMAND:workbench.action.quit',
    'vscode://file/etc/passwd',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//evil.example',
    'other.md',
    '#x',
    'https://github.com@evil.example/',
  ]) {
    it(`has no link to ${target}, in whatever way it is written`, () => {
      for (const text of [`[x](${target})`, `[x](<${target}>)`, `[x](${target} "title")`, `<${target}>`, `[x][r]\n\n[r]: ${target}`, `[r]\n\n[r]: <${target}>`, target]) {
        assert.deepEqual(links(render(text)), [], text);
        assert.deepEqual(links(renderInline(text)), [], text);
      }
    });
  }

  it('keeps the words of a link that it does not make', () => {
    assert.ok(render('Run [this](command:x) now').includes('[this](command:x)'));
  });

  it('links to web addresses and questions', () => {
    assert.deepEqual(links(render('[a](https://example.com/a?b=c&d=e) <https://example.org/> [c](question:cap-theorem) [d]\n\n[d]: http://example.net')), [
      'https://example.com/a?b=c&amp;d=e',
      'https://example.org/',
      'question:cap-theorem',
      'http://example.net',
    ]);
  });

  it('does not make links of addresses that are only mentioned', () => {
    assert.deepEqual(links(render('See https://example.com and www.example.com')), []);
  });

  it('cannot break out of an attribute', () => {
    for (const text of [
      '[x](https://example.com/"onmouseover="alert(1))',
      "[x](https://example.com/'onmouseover='alert(1))",
      '[x](https://example.com "a\\" onmouseover=\\"alert(1)")',
      '```js"onclick="alert(1)\nx\n```',
      '```"><script>alert(1)</script>\nx\n```',
      '~~~<img/src=x/onerror=alert(1)>\nx\n~~~',
    ]) {
      const html = render(text);
      assert.ok(!names(html).some((name) => ['script', 'img'].includes(name)), html);
      for (const { attributes } of elements(html)) assert.deepEqual(Object.keys(attributes).filter((key) => key.startsWith('on')), [], html);
    }
  });

  it('names the language of a code block for those who do not see it', () => {
    const [block] = elements(render('```sql\nselect 1\n```'));
    assert.equal(block!.name, 'pre');
    assert.equal(block!.attributes['aria-label'], 'sql');
    assert.equal(block!.attributes['tabindex'], '0');
    assert.ok(render('```\nx\n```').includes('aria-label="text"'));
  });

  const samples: Readonly<Record<string, string>> = {
    bash: 'for i in 1 2; do echo "$i"; done',
    dockerfile: 'FROM node:20\nRUN npm ci',
    go: 'func main() { return }',
    http: 'GET / HTTP/1.1\nHost: a',
    java: 'class A { int x = 1; }',
    javascript: 'const a = "b";',
    json: '{"a": 1}',
    python: 'def f():\n    return 1',
    sql: 'SELECT 1 FROM a',
    typescript: 'let a: string = "b";',
    yaml: 'a: b',
  };
  it('colours every language that it says it colours', () => {
    assert.deepEqual(HIGHLIGHTED_LANGUAGES.toSorted(), Object.keys(samples).toSorted());
  });
  for (const language of HIGHLIGHTED_LANGUAGES) {
    it(`colours ${language} and loses no character of it`, () => {
      const code = `${samples[language]!}\n`;
      for (const name of [language, language.toUpperCase(), `${language} title="x"`]) {
        const html = render(`\`\`\`${name}\n${code}\`\`\``);
        assert.match(html, /<span class="hljs-/);
        const plain = /<code>([\s\S]*)<\/code>/.exec(html)![1]!.replace(/<[^>]+>/g, '').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#x27;/g, "'").replace(/&amp;/g, '&');
        assert.equal(plain, code);
      }
    });
  }

  for (const language of ['brainfuck', '', 'mermaid', 'constructor', 'toString', '__proto__', 'hasOwnProperty', '../x']) {
    it(`shows code in '${language}' plain and escaped`, () => {
      const html = render(`\`\`\`${language}\n<b>&"\n\`\`\``);
      assert.ok(html.includes('<code>&lt;b&gt;&amp;&quot;\n</code>'), html);
    });
  }

  it('shows code without end plain, since colouring it would take for ever', function () {
    this.timeout(30_000);
    for (const code of ['$'.repeat(100_000), 'a'.repeat(1_001), 'x = 1\n'.repeat(10_000)]) {
      assert.equal(highlight(code, 'java'), undefined);
      assert.ok(render(`\`\`\`java\n${code}\n\`\`\``).includes(`<code>${code}\n</code>`));
    }
    assert.ok(highlight('a'.repeat(1_000), 'java'));
  });

  it('draws a diagram where it is told how, and else shows its text', () => {
    const drawing = createMarkdownRenderer((text) => (text.includes('bad') ? undefined : `<svg>${text.length}</svg>`));
    assert.equal(drawing.render('```mermaid\nabc\n```'), '<svg>4</svg>');
    assert.ok(drawing.render('```mermaid\nbad <b>\n```').includes('<code>bad &lt;b&gt;\n</code>'));
    assert.ok(render('```mermaid\nflowchart LR\n```').includes('aria-label="mermaid"'));
  });

  it('ranks headings below those of the sections', () => {
    const html = render('# One\n\n## Two\n\nThree\n===\n\nFour\n---\n\n#### Deep\n\n###### Deepest');
    assert.deepEqual(names(html).filter((name) => /^h\d/.test(name)), ['h3', 'h3', 'h3', 'h3', 'h4', 'h6']);
    assert.deepEqual([...html.matchAll(/<\/h(\d)>/g)].map(([, level]) => level), ['3', '3', '3', '3', '4', '6']);
  });

  it('lets a wide table scroll by keyboard and aligns its cells without styles', () => {
    const html = render('| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |');
    const [scroller, table] = elements(html);
    assert.deepEqual([scroller!.attributes['class'], scroller!.attributes['tabindex'], table!.name], ['table', '0', 'table']);
    assert.ok(scroller!.attributes['aria-label']);
    assert.ok(html.trimEnd().endsWith('</table></div>'));
    assert.deepEqual(
      elements(html).filter(({ name }) => name === 'td').map(({ attributes }) => attributes['class']),
      [undefined, 'align-left', 'align-center', 'align-right'],
    );
    assert.ok(!html.includes('style='));
  });

  it('takes no empty corner of a table for a heading', () => {
    const html = render('|  | b |\n| --- | --- |\n| 1 | 2 |');
    assert.deepEqual(names(html).filter((name) => /^t[hd]$/.test(name)), ['td', 'th', 'td', 'td']);
    assert.equal(html.match(/<\/th>/g)!.length, 1);
  });

  it('renders one line without a paragraph', () => {
    assert.equal(renderInline('Why *this* `x`?'), 'Why <em>this</em> <code>x</code>?');
  });

  it('survives text nested without end', function () {
    this.timeout(30_000);
    for (const text of ['> '.repeat(20_000), '- '.repeat(20_000), '['.repeat(20_000), '*a '.repeat(20_000), '`a``'.repeat(20_000), '[a]('.repeat(20_000)]) {
      assert.doesNotThrow(() => render(text));
    }
  });
});
