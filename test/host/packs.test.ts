import * as vscode from 'vscode';
import type { Node } from '../../src/features/sidebar/questionTreeProvider';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { withFolder, write } from './support/folders';
import { builtIn, closeAll, openId, ref, run, titleOf, untilTitle, withSettings } from './support/liveExtension';
import { TroubledDisk } from './support/troubledDisk';
import { until } from './support/until';
import { choosingFolder, messagesOf, panels, pressing, shownInPanel, sidebar, takeMessages } from './support/watchedWindow';

const PACK_YAML = 'id: mine\ntitle: My pack\ncategories:\n  - id: apis\n    title: My APIs\n';
const question = (id: string, more = ''): string => `---\nid: ${id}\ntitle: About ${id}\nshort: Short ${id}\n${more}---\nPrompt of ${id}.\n\n## Answer\n\nAnswer of **${id}**.\n`;
const BROKEN = '---\nid: broken\ntitle: Broken\nlevel: wizard\n---\nPrompt.\n\n## Answer\n\nYes.\n';
const GOOD = { 'pack.yaml': PACK_YAML, 'apis/good-one.md': question('good-one'), 'apis/good-two.md': question('good-two') };

describe('packs from elsewhere', () => {
  const relative = (folder: vscode.Uri): string => vscode.workspace.asRelativePath(folder, false);
  const tree = () => sidebar.provider as vscode.TreeDataProvider<Node>;
  /** Reads the packs as the sidebar does. */
  const topics = async (): Promise<string[]> => ((await tree().getChildren()) ?? []).map((node) => (tree().getTreeItem(node) as vscode.TreeItem).label as string);
  afterEach(closeAll);

  it('in the workspace give questions, and problems with their place', () =>
    withFolder(async (folder) => {
      await write(folder, { ...GOOD, 'apis/broken.md': BROKEN });
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        const messages = await messagesOf(async () => assert.ok((await topics()).includes('My APIs')));
        assert.deepEqual(messages.map(({ severity, buttons }) => [severity, buttons]), [['warning', ['Show Problems']]]);
        assert.match(messages[0]!.text, /apis\/broken\.md:4:1 error: /);
        const found = vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'apis/broken.md'));
        assert.equal(found.length, 1);
        assert.equal(found[0]!.range.start.line, 3);
        assert.equal(found[0]!.severity, vscode.DiagnosticSeverity.Error);
        assert.equal(found[0]!.source, 'Interview Drills');
        assert.match(found[0]!.message, /beginner, intermediate, advanced/);
        await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
        await untilTitle('Short good-one');
        const shown = shownInPanel();
        assert.match(shown?.type === 'show' ? shown.question.sections[0]!.html : '', /<strong>good-one<\/strong>/);
        await run(COMMANDS.nextQuestion);
        assert.equal(openId(), 'good-two');
        await run(COMMANDS.openQuestion, ref('broken', 'mine'));
        assert.equal(shownInPanel()?.type, 'missing');
      });
      await topics();
      assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'apis/broken.md')), [], 'gone with the pack');
    }));

  it('are read again on command', () =>
    withFolder(async (folder) => {
      await write(folder, { ...GOOD, 'apis/broken.md': BROKEN });
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        await topics();
        await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
        await write(folder, { 'apis/broken.md': BROKEN.replace('wizard', 'advanced'), 'apis/good-one.md': question('good-one').replace('Short good-one', 'Renamed') });
        const messages = await messagesOf(async () => {
          await run(COMMANDS.reloadPacks);
          await topics();
        });
        assert.deepEqual(messages, []);
        await untilTitle('Renamed');
        assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'apis/broken.md')), []);
        await run(COMMANDS.openQuestion, ref('broken', 'mine'));
        assert.equal(openId(), 'broken');
      });
    }));

  it('let their own files be opened and copied', () =>
    withFolder(async (folder) => {
      await write(folder, GOOD);
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
        await run(COMMANDS.openSource);
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), vscode.Uri.joinPath(folder, 'apis/good-one.md').toString());
        await run(COMMANDS.copyAsMarkdown);
        assert.equal(await vscode.env.clipboard.readText(), '# About good-one\n\nPrompt of good-one.\n\n## Answer\n\nAnswer of **good-one**.\n');
      });
    }));

  it('taken away say so in the panel, and offer the nearest', () =>
    withFolder(async (folder) => {
      await write(folder, { 'pack.yaml': PACK_YAML, 'apis/cache-stampede-of-mine.md': question('cache-stampede-of-mine') });
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        await run(COMMANDS.openQuestion, ref('cache-stampede-of-mine', 'mine'));
        await untilTitle('Short cache-stampede-of-mine');
      });
      await untilTitle('Question not found');
      const shown = shownInPanel();
      assert.ok(shown?.type === 'missing');
      assert.match(shown.message, /'mine\/cache-stampede-of-mine' is not there any more/);
      assert.equal(shown.nearest?.question.id, 'cache-stampede');
      const messages = await messagesOf(() => run(COMMANDS.toggleDone));
      assert.match(messages[0]?.text, /^Open a question first/);
      panels.at(-1)!.send({ type: 'open', question: shown.nearest!.question });
      await untilTitle(await titleOf('cache-stampede'));
    }));

  it('whose open question lost its file say so', () =>
    withFolder(async (folder) => {
      await write(folder, GOOD);
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        await topics();
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'apis/good-two.md'));
        const messages = await messagesOf(() => run(COMMANDS.openQuestion, ref('good-two', 'mine')));
        assert.deepEqual(messages.map(({ severity }) => severity), ['error']);
        await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
        assert.equal(openId(), 'good-one');
      });
    }));

  it('that are not there, twice there or no packs give one message each and harm nothing', () =>
    withFolder(async (folder) => {
      await write(folder, GOOD);
      await write(vscode.Uri.joinPath(folder, 'twin'), GOOD);
      await write(vscode.Uri.joinPath(folder, 'no-pack'), { 'readme.md': 'Nothing' });
      const path = relative(folder);
      takeMessages();
      await withSettings({ 'interviewDrills.packs': [path, `${path}/twin`, `${path}/gone`, `${path}/no-pack`, '', '  '] }, async () => {
        const messages = await messagesOf(topics);
        assert.equal(messages.length, 3, JSON.stringify(messages));
        assert.match(messages[0]!.text, /id 'mine', which another pack has/);
        assert.match(messages[1]!.text, /gone cannot be read: it does not exist/);
        assert.match(messages[2]!.text, /pack\.yaml/);
        await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
        assert.equal(openId(), 'good-one');
        await run(COMMANDS.openQuestion, ref('cors'));
        assert.equal(openId(), 'cors');
      });
    }));

  it('are added by choosing their folder, once', () =>
    withFolder(async (folder) => {
      await write(folder, GOOD);
      await withSettings({ 'interviewDrills.packs': [] }, async () => {
        const packs = () => vscode.workspace.getConfiguration().get<string[]>('interviewDrills.packs')!;
        await choosingFolder(undefined, () => run(COMMANDS.addPack));
        assert.deepEqual(packs(), []);
        for (let time = 0; time < 2; time++) await choosingFolder(folder, () => run(COMMANDS.addPack));
        assert.equal(packs().length, 1);
        assert.deepEqual(await messagesOf(topics), []);
        assert.ok((await topics()).includes('My APIs'));
        const messages = await messagesOf(() => choosingFolder(vscode.Uri.joinPath(folder, 'apis'), () => run(COMMANDS.addPack)));
        assert.match(messages[0]?.text, /is no pack/);
        assert.equal(packs().length, 1);
      });
    }));

  it('are read from any file system', async () => {
    const disk = new TroubledDisk();
    try {
      for (const [name, text] of Object.entries(GOOD)) disk.put(`/a folder/${name}`, text);
      await withSettings({ 'interviewDrills.packs': [] }, async () => {
        await choosingFolder(vscode.Uri.joinPath(disk.root, 'a folder'), () => run(COMMANDS.addPack));
        assert.deepEqual(await messagesOf(topics), []);
        assert.ok((await topics()).includes('My APIs'));
      });
    } finally {
      disk.dispose();
    }
  });

  it('that are slow cannot come back after they were taken away', async () => {
    const disk = new TroubledDisk();
    try {
      for (const [name, text] of Object.entries({ ...GOOD, 'apis/broken.md': BROKEN })) disk.put(`/pack/${name}`, text);
      let started = false;
      let release = (): void => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      disk.before = (what) => {
        if (what !== 'read') return undefined;
        started = true;
        return held;
      };
      const folder = vscode.Uri.joinPath(disk.root, 'pack');
      let slow: Promise<string[]> = Promise.resolve([]);
      await withSettings({ 'interviewDrills.packs': [`${disk.root.scheme}:///pack`] }, async () => {
        slow = topics();
        await until('reading', () => started);
      });
      const expected = (await builtIn()).group('category').map(({ title }) => title);
      assert.deepEqual(await topics(), expected);
      const messages = await messagesOf(async () => {
        release();
        await slow;
      });
      assert.deepEqual(await topics(), expected);
      assert.deepEqual(messages, [], 'no word about a pack that is gone');
      assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'apis/broken.md')), []);
      await run(COMMANDS.openQuestion, ref('good-one', 'mine'));
      assert.equal(shownInPanel()?.type, 'missing');
    } finally {
      disk.dispose();
    }
  });

  it('show the Problems panel when asked', () =>
    withFolder(async (folder) => {
      await write(folder, { ...GOOD, 'apis/broken.md': BROKEN });
      await withSettings({ 'interviewDrills.packs': [relative(folder)] }, async () => {
        await pressing('Show Problems', topics);
      });
    }));
});
