import assert from 'node:assert/strict';
import { type PackFolder, readPack, summaryOf } from '../../src/core/questions/readPack';
import { memoryFolder } from './support/memoryFolder';
import { FULL_QUESTION, messages, places, readGood, smallQuestion } from './support/questions';

const PACK = 'id: web\ntitle: Web\ncategories:\n  - second\n  - first\n';
const EXERCISE = 'id: lru\ntitle: LRU\nquestion: lru-cache\nlanguages: [javascript]\n';
const pause = () => Promise.resolve();

const read = (files: Readonly<Record<string, string | Error>>) => readPack(memoryFolder(files), pause);

describe('Reading a pack', () => {
  it('gives its questions with pack, category and title', async () => {
    const { pack, problems } = await read({
      'pack.yaml': PACK,
      'first/a.md': smallQuestion('title: A'),
      'second/b.md': smallQuestion('title: B'),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      pack!.questions.map(({ packId, category, id, title }) => [packId, category, id, title]),
      [['web', 'first', 'a', 'A'], ['web', 'second', 'b', 'B']],
    );
    assert.deepEqual(pack!.categories.map(({ id }) => id), ['second', 'first']);
  });

  it('loses to a bad file that file only', async () => {
    const { pack, problems } = await read({
      'pack.yaml': PACK,
      'first/a.md': smallQuestion('title: A'),
      'first/b.md': 'no front matter',
      'first/c.md': smallQuestion('title: C\nlevel: none'),
      'first/d.md': smallQuestion('title: D', 'no answer'),
      'first/e.md': new Error('EACCES: permission denied'),
      'second/f.md': smallQuestion('title: F'),
    });
    assert.deepEqual(pack!.questions.map(({ id }) => id), ['a', 'f']);
    assert.deepEqual(problems.map(({ file }) => file).toSorted(), ['first/b.md', 'first/c.md', 'first/d.md', 'first/e.md']);
    assert.ok(messages(problems).includes('The file cannot be read: EACCES: permission denied.'));
  });

  it('gives nothing but a problem without a usable pack.yaml', async () => {
    for (const [files, pattern] of [
      [{}, /cannot be read: no such file/],
      [{ 'pack.yaml': new Error('EISDIR') }, /cannot be read: EISDIR/],
      [{ 'pack.yaml': 'id: [' }, /YAML cannot be read/],
      [{ 'pack.yaml': 'title: Web' }, /'id' is missing/],
    ] as const) {
      const contents = await read({ 'first/a.md': smallQuestion('title: A'), ...files });
      assert.equal(contents.pack, undefined);
      assert.deepEqual(contents.files, []);
      assert.match(contents.problems[0]!.message, pattern);
      assert.equal(contents.problems[0]!.file, 'pack.yaml');
    }
  });

  it('rejects when the folder itself cannot be listed, so that the user is told about the folder', async () => {
    const folder: PackFolder = { list: () => Promise.reject(new Error('EACCES')), read: () => Promise.resolve(PACK) };
    await assert.rejects(readPack(folder, pause), /EACCES/);
  });

  it('takes only <category>/<question>.md for questions', async () => {
    const question = smallQuestion('title: A');
    const { pack, problems } = await read({
      'pack.yaml': PACK,
      'README.md': question,
      'top.md': question,
      'first/README.md': question,
      'first/readme.md': question,
      'first/real.md': question,
      'first/Upper.MD': question,
      'first/notes.txt': question,
      'first/deeper/b.md': question,
      '.git/c.md': question,
      'first/.hidden.md': question,
      '.github/workflows/d.md': question,
      'exercises/e.md': question,
      'exercises/lru/notes.md': question,
      'Bad Folder/f.md': question,
      'node_modules/g.md': question,
    });
    assert.deepEqual(pack!.questions.map(({ id }) => id).toSorted(), ['real', 'upper']);
    assert.deepEqual(problems, []);
  });

  it('puts categories that pack.yaml does not list behind those that it does', async () => {
    const { pack } = await read({
      'pack.yaml': PACK,
      'zebra-facts/a.md': smallQuestion('title: A'),
      'another/b.md': smallQuestion('title: B'),
      'first/c.md': smallQuestion('title: C'),
      'broken/d.md': 'nothing',
    });
    assert.deepEqual(pack!.categories.map(({ id }) => id), ['second', 'first', 'another', 'zebra-facts']);
    assert.equal(pack!.categories.at(-1)!.title, 'Zebra facts');
  });

  it('keeps the first of two questions of one id and reports the second', async () => {
    const { pack, files, problems } = await read({
      'pack.yaml': PACK,
      'second/b.md': smallQuestion('title: B\nid: same'),
      'first/a.md': smallQuestion('title: A\nid: same'),
    });
    assert.deepEqual(pack!.questions.map(({ title }) => title), ['A']);
    assert.equal(files.length, 1);
    assert.deepEqual(places(problems), ['second/b.md:3:1']);
    assert.deepEqual(messages(problems), ["The id 'same' is already that of first/a.md."]);
  });

  it('gives the same whatever the order in which the folder lists its files', async () => {
    const files = { 'pack.yaml': PACK, 'first/a.md': smallQuestion('title: A'), 'second/b.md': smallQuestion('title: B'), 'first/c.md': 'x' };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    assert.deepEqual(JSON.stringify(await read(reversed)), JSON.stringify(await read(files)));
  });

  it('reads the exercises', async () => {
    const { exercises, problems } = await read({
      'pack.yaml': PACK,
      'first/lru-cache.md': smallQuestion('title: A\nexercise: lru'),
      'exercises/lru/exercise.yaml': EXERCISE,
      'exercises/lru/starter.js': 'x',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(exercises, [{ id: 'lru', title: 'LRU', question: 'lru-cache', languages: ['javascript'] }]);
  });

  it('reports an exercise that is missing, broken or unreadable where the question names it', async () => {
    for (const exercise of [undefined, 'id: lru', new Error('EACCES')]) {
      const { pack, problems } = await read({
        'pack.yaml': PACK,
        'first/lru-cache.md': smallQuestion('title: A\nexercise: lru'),
        ...(exercise !== undefined && { 'exercises/lru/exercise.yaml': exercise }),
      });
      assert.equal(pack!.questions.length, 1);
      assert.ok(places(problems).includes('first/lru-cache.md:3:1'));
    }
  });

  it('reports an exercise whose id is not the name of its folder, since its files are looked for there', async () => {
    const { problems } = await read({
      'pack.yaml': PACK,
      'first/lru-cache.md': smallQuestion('title: A\nexercise: lru'),
      'exercises/cache/exercise.yaml': EXERCISE,
    });
    assert.ok(places(problems).includes('exercises/cache/exercise.yaml:1:1'), JSON.stringify(problems));
  });

  it('rests between batches, so that a large pack does not hold up the editor', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`first/q${n}.md`, smallQuestion(`title: Q${n}`)]));
    let rests = 0;
    const { pack } = await readPack(memoryFolder({ 'pack.yaml': PACK, ...files }), () => {
      rests++;
      return Promise.resolve();
    });
    assert.equal(pack!.questions.length, 200);
    assert.ok(rests >= 3);
  });

  it('hands lists only what lists need', () => {
    const { question } = readGood(FULL_QUESTION);
    const summary = summaryOf(question);
    assert.deepEqual(
      Object.keys(question).filter((name) => !(name in summary)),
      ['related', 'prompt', 'sections'],
    );
    const small = summaryOf(readGood(smallQuestion('title: T')).question);
    assert.ok(!('level' in small) && !('kind' in small) && !('short' in small) && !('exercise' in small));
  });
});
