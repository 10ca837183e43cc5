import * as vscode from 'vscode';
import { COMMANDS, DOCUMENT_SCHEMES } from '../../src/platform/ids';
import * as assert from './support/assert';
import { builtIn, closeAll, open, openId, PACK, question, questionTabs, ref, run, titleOf, untilTab, untilTitle, withFilter, withSettings } from './support/liveExtension';
import { until } from './support/until';
import { messagesOf, panels, shownInPanel, takeMessages } from './support/watchedWindow';

describe('a question', () => {
  beforeEach(closeAll);
  after(closeAll);

  const reveal = () => {
    const watched = panels.at(-1)!;
    const told = watched.posted.findLast(({ type }) => type === 'reveal' || type === 'show');
    return told?.type === 'reveal' || told?.type === 'show' ? told.reveal : undefined;
  };
  const page = () => panels.at(-1)!;

  it('opens by its id, in one tab that the next one takes over', async () => {
    await open('cors');
    await untilTitle(await titleOf('cors'));
    await open('caching');
    await untilTitle(await titleOf('caching'));
    assert.equal(questionTabs().length, 1);
  });

  it('opens by a former id', async () => {
    await run(COMMANDS.openQuestion, ref('sticky-sessions'));
    assert.equal(openId(), 'stateful-vs-stateless');
    await untilTitle(await titleOf('stateful-vs-stateless'));
  });

  it('that is not there says so and offers the nearest', async () => {
    await run(COMMANDS.openQuestion, ref('cache-stampede-gone'));
    await untilTitle('Question not found');
    const shown = shownInPanel();
    assert.ok(shown?.type === 'missing');
    assert.match(shown.message, /'backend\/cache-stampede-gone' is not there any more/);
    assert.equal(shown.nearest?.question.id, 'cache-stampede');
    // What the panel's button for the nearest one sends.
    page().send({ type: 'open', question: shown.nearest!.question });
    await untilTitle(await titleOf('cache-stampede'));
  });

  it('of a pack that is not there says so', async () => {
    await run(COMMANDS.openQuestion, ref('cors', 'no-such-pack'));
    await untilTitle('Question not found');
    const messages = await messagesOf(() => run(COMMANDS.revealAnswer));
    assert.match(messages[0]?.text, /^Open a question first/);
  });

  it('shows its whole content to the panel, and no answer yet', async () => {
    await open('lru-cache');
    const shown = shownInPanel();
    assert.ok(shown?.type === 'show');
    const { title, level, kind } = await question('lru-cache');
    assert.deepEqual({ title: shown.question.title, level: shown.question.level, kind: shown.question.kind }, { title, level, kind });
    assert.equal(shown.question.hasExercise, true);
    assert.match(shown.question.prompt, /<p>/);
    assert.ok(shown.question.sections.some(({ name, html }) => name === 'Answer' && html !== ''));
    assert.deepEqual(shown.reveal, { hints: 0, stage: 'asked' });
    assert.equal(shown.position.topicTitle, 'Caching');
  });

  it('goes to the next and the previous, stays in its topic and wraps around', async () => {
    const library = await builtIn();
    const topic = library.topic({ by: 'category', key: `${PACK}/caching` })!;
    const ids = topic.questions.map(({ id }) => id);
    await open(ids[0]!);
    const visited: string[] = [];
    for (let step = 0; step < ids.length; step++) {
      visited.push(openId());
      await run(COMMANDS.nextQuestion);
    }
    assert.deepEqual(visited, ids);
    assert.equal(openId(), ids[0]);
    await run(COMMANDS.previousQuestion);
    assert.equal(openId(), ids.at(-1));
    const shown = shownInPanel();
    assert.deepEqual(shown?.type === 'show' && [shown.position.number, shown.position.total], [ids.length, ids.length]);
  });

  it('walks through the group that it was opened from', async () => {
    const topic = { by: 'technology', key: 'redis' } as const;
    const ids = (await builtIn()).topic(topic)!.questions.map(({ id }) => id);
    await run(COMMANDS.openQuestion, { question: ref(ids[0]!), topic });
    await run(COMMANDS.nextQuestion);
    assert.equal(openId(), ids[1]);
    await run(COMMANDS.previousQuestion);
    await run(COMMANDS.previousQuestion);
    assert.equal(openId(), ids.at(-1));
  });

  it('walks over what the filter hides', async () => {
    const topic = (await builtIn()).topic({ by: 'category', key: `${PACK}/scalability` })!;
    const practical = topic.questions.filter(({ kind }) => kind === 'practical').map(({ id }) => id);
    await withFilter(['practical'], async () => {
      await open(practical[0]!);
      for (const id of [...practical.slice(1), practical[0]!]) {
        await run(COMMANDS.nextQuestion);
        assert.equal(openId(), id);
      }
    });
  });

  it('says so when the filter leaves no other question in the topic', async () => {
    await withFilter(['graphql'], async () => {
      await open('lru-cache');
      const messages = await messagesOf(() => run(COMMANDS.nextQuestion));
      assert.deepEqual(messages.map(({ text }) => text), ['There is no other question in this topic.']);
      assert.equal(openId(), 'lru-cache');
    });
  });

  it('is uncovered hint by hint, then the answer, then all', async () => {
    await open('cache-stampede');
    const shown = shownInPanel();
    assert.ok(shown?.type === 'show');
    const { hints } = shown.question;
    assert.ok(hints.length >= 2);
    await run(COMMANDS.showHint);
    assert.deepEqual(reveal(), { hints: 1, stage: 'asked' });
    for (let hint = 2; hint <= hints.length; hint++) {
      await run(COMMANDS.revealStep);
      assert.deepEqual(reveal(), { hints: hint, stage: 'asked' });
    }
    await run(COMMANDS.showHint);
    assert.deepEqual(reveal(), { hints: hints.length, stage: 'asked' }, 'there are no more hints');
    await run(COMMANDS.revealStep);
    assert.deepEqual(reveal(), { hints: hints.length, stage: 'answer' });
    await run(COMMANDS.revealStep);
    assert.deepEqual(reveal(), { hints: hints.length, stage: 'depth' });
  });

  it('is uncovered at once, and the next one is covered', async () => {
    await open('cache-stampede');
    await run(COMMANDS.revealAnswer);
    assert.deepEqual(reveal(), { hints: 0, stage: 'depth' });
    await run(COMMANDS.nextQuestion);
    assert.deepEqual(reveal(), { hints: 0, stage: 'asked' });
  });

  it('stays as far uncovered as the reader left it when its page is loaded anew', async () => {
    await open('cache-stampede');
    page().send({ type: 'revealed', reveal: { hints: 2, stage: 'answer' } });
    page().posted.length = 0;
    page().send({ type: 'ready' });
    assert.deepEqual(reveal(), { hints: 2, stage: 'answer' });
    await run(COMMANDS.toggleBookmark);
    page().send({ type: 'ready' });
    const shown = shownInPanel();
    assert.ok(shown?.type === 'show');
    assert.deepEqual(shown.marks.bookmarked, true);
    assert.deepEqual(shown.reveal, { hints: 2, stage: 'answer' });
    await run(COMMANDS.toggleBookmark);
  });

  it('tells its page about marks and the setting for revealing', async () => {
    await open('cors');
    const told = () => page().posted.at(-1);
    const shown = shownInPanel();
    assert.ok(shown?.type === 'show');
    const { bookmarked, done } = shown.marks;
    await run(COMMANDS.toggleDone);
    assert.deepEqual(told(), { type: 'marks', marks: { bookmarked, done: !done } });
    await run(COMMANDS.toggleDone);
    assert.deepEqual(told(), { type: 'marks', marks: { bookmarked, done } });
    await withSettings({ 'interviewDrills.reveal': 'stepByStep' }, async () => {
      await until('the setting in the panel', () => told()?.type === 'settings');
      assert.deepEqual(told(), { type: 'settings', revealMode: 'stepByStep' });
    });
    await run(COMMANDS.showKeys);
    assert.deepEqual(told(), { type: 'keys' });
  });

  it('does what its page asks', async () => {
    await open('cors');
    page().send({ type: 'action', action: 'next' });
    await untilTab('the next question', () => openId() !== 'cors');
    page().send({ type: 'action', action: 'previous' });
    await untilTitle(await titleOf('cors'));
    assert.equal(openId(), 'cors');
  });

  it('ignores what no page of ours would send', async () => {
    await open('cors');
    const messages = await messagesOf(async () => {
      for (const nonsense of [undefined, 7, {}, { type: 'action', action: 'rm' }, { type: 'link', href: 5 }, { type: 'open', question: 'x' }]) {
        page().send(nonsense);
      }
      await run(COMMANDS.revealAnswer);
    });
    assert.deepEqual(messages, []);
    assert.equal(openId(), 'cors');
  });

  it('opens links to the web and to questions, and no others', async () => {
    const external: string[] = [];
    const env = vscode.env as { openExternal: typeof vscode.env.openExternal };
    const before = env.openExternal;
    env.openExternal = (uri) => {
      external.push(uri.toString(true));
      return Promise.resolve(true);
    };
    try {
      await open('cors');
      page().send({ type: 'link', href: 'https://www.rfc-editor.org/rfc/rfc9110#section-9' });
      await until('the browser', () => external.length > 0);
      takeMessages();
      const refused = ['command:workbench.action.files.newUntitledFile', 'vscode://x/y', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'https://a b', ' https://x.example', 'question:../../x', ''];
      const said: string[] = [];
      for (const href of refused) {
        page().send({ type: 'link', href });
        said.push(await until(`a word about ${href}`, () => takeMessages()[0]?.text));
      }
      assert.deepEqual(new Set(said), new Set(['This link was not opened: only web addresses and questions may be linked.']));
      assert.deepEqual(external, ['https://www.rfc-editor.org/rfc/rfc9110#section-9']);
      assert.equal(questionTabs().length, 1);
      assert.equal(openId(), 'cors');
      page().send({ type: 'link', href: 'question:caching' });
      await untilTitle(await titleOf('caching'));
    } finally {
      env.openExternal = before;
    }
  });

  it('shows its file, read-only, for built-in packs', async () => {
    await open('cors');
    await run(COMMANDS.openSource);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), 'interview-drills:/backend/cors.md');
    assert.equal(document?.languageId, 'markdown');
    assert.match(document?.getText(), /^---\nid: cors\n[\s\S]*\n## Answer\n/);
    assert.ok(vscode.workspace.fs.isWritableFileSystem(DOCUMENT_SCHEMES.source) !== true, 'nothing can be saved there');
  });

  it('shows the file of another question when asked from its row', async () => {
    await run(COMMANDS.openSource, { question: await question('caching') });
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, '/backend/caching.md');
    assert.equal(questionTabs().length, 0);
  });

  it('is copied as Markdown without its fields', async () => {
    await open('cors');
    await run(COMMANDS.copyAsMarkdown);
    const copied = await vscode.env.clipboard.readText();
    const { title } = await question('cors');
    assert.ok(copied.startsWith(`# ${title}\n\n`), copied.slice(0, 200));
    assert.match(copied, /\n## Answer\n/);
    assert.noMatch(copied, /^---$|^id: cors/m);
  });

  it('closed while it was open leaves nothing open', async () => {
    await open('cors');
    await closeAll();
    const messages = await messagesOf(() => run(COMMANDS.toggleDone));
    assert.match(messages[0]?.text, /^Open a question first/);
  });

  it('asked for last is the one that is shown', async () => {
    await Promise.all(['cors', 'caching', 'jwt', 'lru-cache'].map((id) => run(COMMANDS.openQuestion, ref(id))));
    assert.equal(openId(), 'lru-cache');
    await untilTitle(await titleOf('lru-cache'));
    assert.equal(questionTabs().length, 1);
  });

  it('has documents for its file and model answers, and for nothing else', async () => {
    const text = async (uri: string) => (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).getText();
    const source = DOCUMENT_SCHEMES.source;
    const model = DOCUMENT_SCHEMES.model;
    assert.match(await text(`${model}:/backend/sql-top-earners.sql`), /SELECT/i);
    assert.match(await text(`${model}:/backend/lru-cache.py`), /class /);
    assert.match(await text(`${source}:/backend/stateful-service.md`), /\nid: stateful-vs-stateless\n/, 'by a former id');
    const nowhere = [
      `${model}:/backend/sql-top-earners.py`,
      `${model}:/backend/cors.ts`,
      `${model}:/backend/lru-cache.md`,
      `${source}:/backend/no-such.md`,
      `${source}:/backend/../index.md`,
      `${source}:/backend/exercises/lru.md`,
      `${source}:/other/cors.md`,
    ];
    for (const uri of nowhere) await assert.rejects(text(uri), /no such question|no model answer/);
  });
});
