import * as vscode from 'vscode';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from '../host/support/assert';
import { names } from '../host/support/folders';
import { closeAll, extension, ref, run, withSettings, workspace } from '../host/support/liveExtension';

describe('in the browser without a server', () => {
  after(closeAll);

  it('there is no Node', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(typeof (globalThis as { process?: { versions?: unknown } }).process?.versions, 'undefined');
    assert.equal(typeof (globalThis as { Buffer?: unknown }).Buffer, 'undefined', 'the tests define none, which would hide that the bundle needs it');
    assert.equal(workspace.scheme, 'tmp');
    assert.equal(extension.extensionUri.scheme, 'http');
  });

  it('marks go to the storage of the browser', async () => {
    await withSettings({ 'interviewDrills.scratch.location': 'storage', 'interviewDrills.scratch.language': 'go' }, async () => {
      await run(COMMANDS.openScratchFile, ref('lru-cache'));
      const { uri } = vscode.window.activeTextEditor!.document;
      assert.equal(uri.scheme, 'vscode-userdata');
      const storage = vscode.Uri.joinPath(uri, '../../../../..');
      const logs = await names(vscode.Uri.joinPath(storage, 'progress'));
      assert.equal(logs.filter((name) => /^marks-.+\.jsonl$/.test(name)).length, 1, logs.join());
      await closeAll();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '../..'), { recursive: true });
    });
  });
});
