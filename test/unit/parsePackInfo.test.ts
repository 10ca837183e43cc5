import assert from 'node:assert/strict';
import { parsePackInfo, titleFromId } from '../../src/core/questions/parsePackInfo';
import { messages } from './support/questions';

describe('pack.yaml', () => {
  it('gives id, title, description, version, language and categories in order', () => {
    const text = 'id: web\ntitle: Web\ndescription: D\nversion: 1.2.3\nlanguage: de\ncategories:\n  - id: b\n    title: Bee\n    description: Of b\n  - a-c\n';
    assert.deepEqual(parsePackInfo(text), {
      problems: [],
      info: {
        id: 'web',
        title: 'Web',
        description: 'D',
        version: '1.2.3',
        language: 'de',
        categories: [
          { id: 'b', title: 'Bee', description: 'Of b' },
          { id: 'a-c', title: 'A c', description: '' },
        ],
      },
    });
  });

  it('needs no more than id and title', () => {
    assert.deepEqual(parsePackInfo('id: web\ntitle: Web').info, {
      id: 'web',
      title: 'Web',
      description: '',
      version: '0.0.0',
      language: 'en',
      categories: [],
    });
  });

  it('reads the same with CRLF, lone CR and a byte order mark', () => {
    const text = 'id: web\ntitle: Web\ncategories:\n  - a\n';
    const expected = parsePackInfo(text).info;
    for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
      assert.deepEqual(parsePackInfo(other).info, expected);
    }
  });

  it('keeps the version as it is written', () => {
    assert.equal(parsePackInfo('id: web\ntitle: Web\nversion: "1.10"').info!.version, '1.10');
    assert.equal(parsePackInfo('id: web\ntitle: Web\nversion: 2024-05-06').info!.version, '2024-05-06');
  });

  for (const [name, text, message, line] of [
    ['no id', 'title: Web', "The field 'id' is missing.", 1],
    ['no title', 'id: web', "The field 'title' is missing.", 1],
    ['a title of blanks', 'id: web\ntitle: "  "', "The field 'title' is missing.", 2],
    ['an id with a slash', 'title: Web\n\nid: ../web', "'../web' cannot be an id.", 3],
    ['an id in capitals', 'id: Web\ntitle: Web', "'Web' cannot be an id.", 1],
    ['categories that are no list', 'id: web\ntitle: Web\ncategories: { a: b }', "The field 'categories' must be a list.", 3],
    ['a category that is a number', 'id: web\ntitle: Web\ncategories: [1]', 'A category must be a name or a mapping.', 3],
    ['a category that is null', 'id: web\ntitle: Web\ncategories: [null]', 'A category must be a name or a mapping.', 3],
    ['a category without an id', 'id: web\ntitle: Web\ncategories: [{ title: A }]', "'undefined' cannot be a category's id.", 3],
    ['a category outside the pack', 'id: web\ntitle: Web\ncategories: [..]', "'..' cannot be a category's id.", 3],
    ['a category named exercises', 'id: web\ntitle: Web\ncategories: [exercises]', "'exercises' cannot be a category's id.", 3],
    ['a category that stands twice', 'id: web\ntitle: Web\ncategories: [a, { id: a }]', "The category 'a' stands twice.", 3],
    ['nothing', '', 'There are no fields.', 1],
    ['a list', '- a', 'There are no fields.', 1],
  ] as const) {
    it(`with ${name} is refused where that stands`, () => {
      const { info, problems } = parsePackInfo(text);
      assert.equal(info, undefined);
      assert.deepEqual(messages(problems), [message]);
      assert.deepEqual([problems[0]!.file, problems[0]!.line], ['pack.yaml', line]);
    });
  }

  it('that is no YAML is refused at the line of the mistake', () => {
    const { info, problems } = parsePackInfo('id: web\ntitle: "Web\n');
    assert.equal(info, undefined);
    assert.match(problems[0]!.message, /^The YAML cannot be read/);
  });

  it('falls back to the id where a category has no usable title', () => {
    const { info } = parsePackInfo('id: web\ntitle: Web\ncategories: [{ id: rate-limits, title: "  ", description: 7 }]');
    assert.deepEqual(info!.categories, [{ id: 'rate-limits', title: 'Rate limits', description: '' }]);
  });

  it('words a folder name for people', () => {
    assert.equal(titleFromId('rate-limits'), 'Rate limits');
    assert.equal(titleFromId('2fa'), '2fa');
  });
});
