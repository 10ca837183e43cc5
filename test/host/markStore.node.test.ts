import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { MarkStore } from '../../src/platform/markStore';
import * as assert from './support/assert';
import { withFolder } from './support/folders';
import { ref } from './support/liveExtension';
import { log } from './support/services';
import { messagesOf } from './support/watchedWindow';

/** On a real disk. */
describe('marks on disk', () => {

  /** Marks questions as done in a folder that is no good, until `mend` makes it so. */
  async function suffer(folder: string, mend: () => Promise<unknown>): Promise<void> {
    const store = new MarkStore(vscode.Uri.file(folder), log);
    try {
      const messages = await messagesOf(async () => {
        await store.load();
        for (const id of ['a', 'b']) {
          store.add(ref(id), 'done');
          await store.saved();
        }
      });
      assert.deepEqual(messages.map(({ severity }) => severity), ['error']);
      assert.match(messages[0]!.text, new RegExp(`^Your marks .*${path.basename(folder)}`));
      assert.equal(store.marks.done.size, 2);
      await mend();
      store.add(ref('c'), 'done');
      await store.saved();
    } finally {
      store.dispose();
    }
    const reader = new MarkStore(vscode.Uri.file(folder), log);
    await reader.load();
    reader.dispose();
    assert.deepEqual([...reader.marks.done].toSorted(), ['backend/a', 'backend/b', 'backend/c']);
  }

  it('where a file stands in place of the folder', () =>
    withFolder(async ({ fsPath }) => {
      const folder = path.join(fsPath, 'progress');
      await writeFile(folder, 'in the way');
      await suffer(folder, () => rm(folder));
    }));

  it('below a file', () =>
    withFolder(async ({ fsPath }) => {
      const file = path.join(fsPath, 'file');
      await writeFile(file, 'in the way');
      await suffer(path.join(file, 'progress'), () => rm(file));
    }));

  it('in a folder without permissions', function () {
    // Root may write everywhere.
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    return withFolder(async ({ fsPath }) => {
      const folder = path.join(fsPath, 'progress');
      await mkdir(folder, { mode: 0o000 });
      await suffer(folder, () => chmod(folder, 0o700));
    });
  });

  it('leave whole files alone behind them', () =>
    withFolder(async ({ fsPath }) => {
      const store = new MarkStore(vscode.Uri.file(path.join(fsPath, 'deep', 'progress')), log);
      for (let index = 0; index < 50; index++) store.add(ref(`q-${index}`), 'seen');
      await store.saved();
      store.dispose();
      const files = await readdir(path.join(fsPath, 'deep', 'progress'));
      assert.equal(files.length, 1);
      assert.match(files[0], /^marks-[0-9a-f-]+\.jsonl$/);
      assert.ok((await stat(path.join(fsPath, 'deep', 'progress', files[0]!))).size > 50 * 80);
    }));
});
