import * as vscode from 'vscode';
import { COMMANDS, DOCUMENT_SCHEMES } from '../../src/platform/ids';
import * as assert from './support/assert';
import { names, read, remove, withWorkspace, write } from './support/folders';
import { closeAll, open, question, ref, run, tabs, untilTab, withSettings, workspace } from './support/liveExtension';
import { TroubledDisk } from './support/troubledDisk';
import { until } from './support/until';
import { choosing, messagesOf, pressing, take } from './support/watchedWindow';

const CODE = 'lru-cache';
const SQL = 'sql-top-earners';

describe('scratch files', () => {
  const folder = vscode.Uri.joinPath(workspace, 'interview-drills');
  const file = (id: string, attempt: number, name: string): vscode.Uri => vscode.Uri.joinPath(folder, 'backend', id, `attempt-${attempt}`, name);
  const front = (): vscode.TextDocument => vscode.window.activeTextEditor?.document ?? assert.fail('no text editor is in front');
  const openIn = (language: string, id: string, command: typeof COMMANDS.openScratchFile | typeof COMMANDS.startScratchAgain = COMMANDS.openScratchFile) =>
    choosing(take(language), () => run(command, ref(id)));
  /** Writes at the end of a document; VS Code refuses when it just changed the document itself. */
  const edit = (document: vscode.TextDocument, text: string): Promise<boolean> =>
    until('an edit', () => {
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
      return vscode.workspace.applyEdit(change);
    });

  afterEach(async () => {
    await closeAll();
    await remove(folder);
  });

  it('hold the prompt as a comment and the starter, in the workspace, beside the question', async () => {
    await open(CODE);
    await choosing(take('Python'), () => run(COMMANDS.openScratchFile));
    assert.equal(front().uri.toString(), file(CODE, 1, 'lru-cache.py').toString());
    assert.equal(front().languageId, 'python');
    const text = front().getText();
    const { title } = await question(CODE);
    assert.ok(text.startsWith(`# ${title}\n# `), text.slice(0, 200));
    const [head, ...code] = text.split('\n\n');
    for (const line of head!.split('\n')) assert.ok(line === '' || line.startsWith('#'), line);
    assert.match(code.join('\n\n'), /class |def /);
    assert.equal(await read(front().uri), text, 'the file is on the disk already');
    const groups = vscode.window.tabGroups.all.map((group) => group.tabs.map(({ label }) => label));
    assert.equal(groups.length, 2, JSON.stringify(groups));
    assert.equal(groups[1]?.join(), 'lru-cache.py');
  });

  it('leave no half-written file behind', async () => {
    await openIn('Go', CODE);
    assert.deepEqual(await names(vscode.Uri.joinPath(folder, 'backend', CODE, 'attempt-1')), ['lru-cache.go']);
  });

  for (const [language, extension, mark] of [
    ['JavaScript', 'js', '//'],
    ['TypeScript', 'ts', '//'],
    ['Go', 'go', '//'],
    ['Java', 'java', '//'],
  ] as const) {
    it(`come in ${language}`, async () => {
      await openIn(language, CODE);
      assert.equal(front().uri.path.split('/').at(-1), `${CODE}.${extension}`);
      const lines = front().getText().split('\n');
      const code = lines.findIndex((line) => line === '');
      assert.ok(code > 3 && lines.slice(0, code).every((line) => line.startsWith(mark)));
      assert.ok(lines.slice(code).join('').length > 50, 'there is a starter');
    });
  }

  it('are resumed, and what was written in them is never overwritten', async () => {
    await openIn('TypeScript', CODE);
    await edit(front(), '\n// mine, saved');
    assert.ok(await front().save());
    await edit(front(), '\n// mine, not saved');
    await openIn('TypeScript', CODE);
    assert.match(front().getText(), /\/\/ mine, saved\n\/\/ mine, not saved$/);
    await closeAll();
    await openIn('TypeScript', CODE);
    assert.match(front().getText(), /\/\/ mine, saved$/);
    assert.deepEqual(await names(vscode.Uri.joinPath(folder, 'backend', CODE)), ['attempt-1']);
  });

  it('start again as a numbered attempt, and the latest is resumed', async () => {
    await openIn('Java', CODE);
    await edit(front(), '\n// first');
    await front().save();
    // From the scratch file in front: no question about the language.
    await run(COMMANDS.startScratchAgain);
    assert.equal(front().uri.toString(), file(CODE, 2, 'lru-cache.java').toString());
    assert.noMatch(front().getText(), /first/);
    assert.match(front().getText(), /attempt 2/);
    await closeAll();
    await openIn('Java', CODE);
    assert.equal(front().uri.toString(), file(CODE, 2, 'lru-cache.java').toString());
    await openIn('Java', CODE, COMMANDS.startScratchAgain);
    assert.equal(front().uri.toString(), file(CODE, 3, 'lru-cache.java').toString());
    assert.match(await read(file(CODE, 1, 'lru-cache.java')), /\/\/ first$/);
    // Another language has attempts of its own.
    await openIn('Go', CODE);
    assert.equal(front().uri.toString(), file(CODE, 1, 'lru-cache.go').toString());
  });

  it('of SQL exercises come in SQL without asking', async () => {
    await open(SQL);
    await choosing(() => assert.fail('nothing to choose'), () => run(COMMANDS.openScratchFile));
    assert.equal(front().uri.path.split('/').at(-1), `${SQL}.sql`);
    assert.match(front().getText(), /^-- /);
    await withSettings({ 'interviewDrills.scratch.language': 'python' }, async () => {
      await run(COMMANDS.startScratchAgain, ref(SQL));
      assert.equal(front().uri.toString(), file(SQL, 2, `${SQL}.sql`).toString());
    });
  });

  it('follow the setting for the language, and remember the last choice', async () => {
    await withSettings({ 'interviewDrills.scratch.language': 'go' }, async () => {
      await choosing(() => assert.fail('nothing to choose'), () => run(COMMANDS.openScratchFile, ref(CODE)));
      assert.equal(front().languageId, 'go');
    });
    await openIn('Python', CODE);
    await choosing(
      (items) => {
        assert.equal(items[0]?.label, 'Python');
        assert.equal(items[0]?.description, 'last used');
        assert.deepEqual(new Set(items.map(({ label }) => label)), new Set(['JavaScript', 'TypeScript', 'Python', 'Go', 'Java']));
        return undefined;
      },
      () => run(COMMANDS.openScratchFile, ref(CODE)),
    );
  });

  it('are not made when no language is chosen', async () => {
    await choosing(() => undefined, () => run(COMMANDS.openScratchFile, ref(CODE)));
    assert.deepEqual(await names(folder), []);
  });

  it('go to the folder of the setting, inside the workspace only', async () => {
    await withSettings({ 'interviewDrills.scratch.folder': 'practice/./today', 'interviewDrills.scratch.language': 'go' }, async () => {
      await run(COMMANDS.openScratchFile, ref(CODE));
      assert.equal(front().uri.path, `${workspace.path}/practice/today/backend/${CODE}/attempt-1/${CODE}.go`);
    });
    await closeAll();
    await remove(vscode.Uri.joinPath(workspace, 'practice'));
    for (const outside of ['../outside', 'a/../../outside', '..\\outside']) {
      await withSettings({ 'interviewDrills.scratch.folder': outside, 'interviewDrills.scratch.language': 'go' }, async () => {
        await run(COMMANDS.openScratchFile, ref(CODE));
        assert.match(front().uri.path, /globalStorage.*\/scratch\/backend\//);
        await closeAll();
      });
    }
  });

  it('go to the storage by setting, and resume there', async () => {
    await withSettings({ 'interviewDrills.scratch.location': 'storage', 'interviewDrills.scratch.language': 'go' }, async () => {
      await run(COMMANDS.startScratchAgain, ref(CODE));
      const { uri } = front();
      assert.match(uri.path, /globalStorage.*\/scratch\/backend\/lru-cache\/attempt-\d+\/lru-cache\.go$/);
      await edit(front(), '\n// stored');
      await front().save();
      await closeAll();
      await run(COMMANDS.openScratchFile, ref(CODE));
      assert.equal(front().uri.toString(), uri.toString());
      assert.match(front().getText(), /\/\/ stored$/);
      await closeAll();
      await remove(vscode.Uri.joinPath(uri, '../..'));
    });
    assert.deepEqual(await names(folder), []);
  });

  it('go to the storage where no folder is open', async () => {
    await withWorkspace(undefined, () =>
      withSettings({ 'interviewDrills.scratch.language': 'python' }, async () => {
        assert.deepEqual(await messagesOf(() => run(COMMANDS.openScratchFile, ref(CODE))), []);
        assert.match(front().uri.path, /globalStorage.*\/scratch\//);
        const { uri } = front();
        await closeAll();
        await remove(vscode.Uri.joinPath(uri, '../..'));
      }),
    );
  });

  const lenses = async (uri: vscode.Uri): Promise<vscode.CodeLens[]> => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  const press = async (uri: vscode.Uri, title: RegExp): Promise<void> => {
    const found = (await lenses(uri)).find(({ command }) => title.test(command?.title ?? ''));
    assert.ok(found?.command, `no lens ${String(title)}`);
    await vscode.commands.executeCommand(found.command.command, ...((found.command.arguments ?? []) as unknown[]));
  };

  it('lead by a lens to the question, the model answer, a comparison and a new start', async () => {
    await openIn('TypeScript', CODE);
    const { uri } = front();
    assert.deepEqual(
      (await lenses(uri)).map(({ command }) => command?.title),
      ['$(arrow-left) Question', '$(mortar-board) Reveal model answer', '$(diff) Compare with model answer', '$(debug-restart) Start again'],
    );
    await press(uri, /Reveal/);
    assert.equal(front().uri.toString(), `${DOCUMENT_SCHEMES.model}:/backend/${CODE}.ts`);
    await vscode.window.showTextDocument(uri);
    await press(uri, /Start again/);
    assert.equal(front().uri.toString(), file(CODE, 2, `${CODE}.ts`).toString());
    await press(uri, /Question/);
    await untilTab('the question', () => tabs().some(({ input }) => input instanceof vscode.TabInputWebview));
  });

  it('keep their lenses when new ones go to the storage', async () => {
    await openIn('TypeScript', CODE);
    const { uri } = front();
    await withSettings({ 'interviewDrills.scratch.location': 'storage' }, async () => {
      assert.equal((await lenses(uri)).length, 4);
    });
  });

  it('show no lens in files of others', async () => {
    const stranger = vscode.Uri.joinPath(folder, 'backend', CODE, 'notes.ts');
    await write(folder, { [`backend/${CODE}/notes.ts`]: 'x', 'backend/no-such/attempt-1/no-such.ts': 'x', [`backend/${CODE}/attempt-1/other.ts`]: 'x' });
    for (const uri of [stranger, file('no-such', 1, 'no-such.ts'), file(CODE, 1, 'other.ts')]) {
      await vscode.workspace.openTextDocument(uri);
      assert.deepEqual(await lenses(uri), []);
    }
  });

  it('show the model answer read-only, in the language of the scratch file', async () => {
    await openIn('Python', CODE);
    const { uri } = front();
    await run(COMMANDS.showModelAnswer);
    assert.equal(front().uri.scheme, DOCUMENT_SCHEMES.model);
    assert.equal(front().languageId, 'python');
    assert.match(front().getText(), /class |def /);
    assert.ok(vscode.workspace.fs.isWritableFileSystem(DOCUMENT_SCHEMES.model) !== true, 'nothing can be saved there');
    assert.ok((await read(uri)) !== front().getText());
  });

  it('show the model answer of the open question, in the language chosen', async () => {
    await open(CODE);
    await choosing(take('Java'), () => run(COMMANDS.showModelAnswer));
    assert.equal(front().uri.toString(), `${DOCUMENT_SCHEMES.model}:/backend/${CODE}.java`);
    await open('cors');
    const [message] = await messagesOf(() => run(COMMANDS.showModelAnswer));
    assert.match(message?.text, /is not a practical question/);
  });

  it('are compared with the model answer side by side', async () => {
    await openIn('Go', CODE);
    const { uri } = front();
    await run(COMMANDS.compareWithModelAnswer);
    const diff = await untilTab('a comparison', () => tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff));
    const { original, modified } = diff.input as vscode.TabInputTextDiff;
    assert.equal(original.toString(), uri.toString());
    assert.equal(modified.scheme, DOCUMENT_SCHEMES.model);
    assert.match(diff.label, /mine ↔ model answer/);
    const [mine, model] = await Promise.all([original, modified].map((each) => vscode.workspace.openTextDocument(each)));
    const head = (text: string): string => text.split('\n\n')[0]!;
    assert.equal(head(mine!.getText()), head(model!.getText()), 'both sides have the same head');
  });

  it('are not compared where there is none', async () => {
    await write(folder, { 'stranger.go': 'package x' });
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'stranger.go'));
    await open(CODE);
    for (const argument of [undefined, vscode.Uri.joinPath(folder, 'stranger.go')]) {
      const messages = await messagesOf(() => run(COMMANDS.compareWithModelAnswer, argument));
      assert.equal(messages.length, 1, JSON.stringify(messages));
    }
    assert.ok(!tabs().some(({ input }) => input instanceof vscode.TabInputTextDiff));
  });

  it('of an answer sheet are compared with nothing, in one sentence', async () => {
    await run(COMMANDS.openAnswerSheet, ref('cors'));
    const { uri } = front();
    const messages = await messagesOf(() => run(COMMANDS.compareWithModelAnswer, uri));
    assert.equal(messages.length, 1, JSON.stringify(messages));
  });

  it('open as an answer sheet for any question, with room to write', async () => {
    await open('cors');
    await run(COMMANDS.openAnswerSheet);
    const { uri } = front();
    assert.equal(uri.toString(), file('cors', 1, 'cors.md').toString());
    const { title } = await question('cors');
    assert.ok(front().getText().startsWith(`# ${title}\n`));
    assert.match(front().getText(), /\n> [\s\S]+\n## My answer\n\n$/);
    assert.equal(vscode.window.activeTextEditor!.selection.active.line, front().lineCount - 1, 'the cursor stands where one writes');
    await edit(front(), 'Same origin is …');
    await front().save();
    await closeAll();
    await run(COMMANDS.openAnswerSheet, ref('cors'));
    assert.match(front().getText(), /Same origin is …$/);
    assert.deepEqual((await lenses(uri)).map(({ command }) => command?.title), ['$(arrow-left) Question']);
    await openIn('Python', CODE);
    await run(COMMANDS.openAnswerSheet, ref(CODE));
    assert.equal(front().languageId, 'markdown', 'beside the code of a practical question as well');
  });

  it('are offered as an answer sheet when the question has no code', async () => {
    await open('cors');
    const [message] = await messagesOf(() => run(COMMANDS.openScratchFile));
    assert.match(message?.text, /is not a practical question/);
    assert.deepEqual(message?.buttons, ['Write an Answer']);
    await pressing('Write an Answer', () => run(COMMANDS.openScratchFile));
    assert.equal(front().languageId, 'markdown');
  });

  for (const trouble of ['read-only', 'full', 'forbidden'] as const) {
    it(`in a workspace that is ${trouble} give one message, and the storage is offered`, async () => {
      const disk = new TroubledDisk({ readOnly: trouble === 'read-only' });
      if (trouble !== 'read-only') disk.trouble = trouble;
      const kept = '/interview-drills/backend/jwt/attempt-1/jwt.md';
      disk.put(kept, 'written before');
      try {
        await withSettings({ 'interviewDrills.scratch.language': 'python', 'interviewDrills.scratch.location': 'workspace' }, () =>
          withWorkspace(disk.root, async () => {
            const messages = await messagesOf(() => run(COMMANDS.openScratchFile, ref(CODE)));
            assert.equal(messages.length, 1, JSON.stringify(messages));
            assert.match(messages[0]!.text, /^A scratch file cannot be made in .*interview-drills: (?:the disk is full|the folder is read-only|you have no permission)/);
            assert.deepEqual(messages[0]!.buttons, ["Use the Extension's Storage"]);
            assert.deepEqual(disk.paths, [kept]);
            assert.equal(disk.text(kept), 'written before');
            assert.equal(tabs().length, 0);
            await pressing("Use the Extension's Storage", () => run(COMMANDS.openScratchFile, ref(CODE)));
            assert.match(front().uri.path, /globalStorage.*\/scratch\//);
            const { uri } = front();
            await closeAll();
            await remove(vscode.Uri.joinPath(uri, '../..'));
          }),
        );
      } finally {
        disk.dispose();
      }
    });
  }

  it('tell why when a file stands in place of their folder, and lose nothing', async () => {
    await write(workspace, { blocked: 'in the way' });
    const blocked = vscode.Uri.joinPath(workspace, 'blocked');
    try {
      await withSettings({ 'interviewDrills.scratch.folder': 'blocked', 'interviewDrills.scratch.language': 'go' }, async () => {
        const messages = await messagesOf(() => run(COMMANDS.openScratchFile, ref(CODE)));
        assert.equal(messages.length, 1);
        assert.match(messages[0]!.text, /^A scratch file cannot be made in .*blocked: /);
      });
      assert.equal(await read(blocked), 'in the way');
    } finally {
      await remove(blocked);
    }
  });

  it('wake the command that compares while one is in front', async () => {
    // The key that package.json's menus ask for cannot be read from here; the editor that sets it can.
    await openIn('Go', CODE);
    const messages = await messagesOf(() => run(COMMANDS.compareWithModelAnswer));
    assert.deepEqual(messages, []);
    await until('the comparison', () => tabs().some(({ input }) => input instanceof vscode.TabInputTextDiff));
  });
});
