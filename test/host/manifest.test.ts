import * as vscode from 'vscode';
import { COMMANDS } from '../../src/platform/ids';
import { SETTINGS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { read } from './support/folders';
import { extension } from './support/liveExtension';

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

describe('the manifest', () => {
  const manifest = extension.packageJSON as {
    contributes: { keybindings: { command: string; key: string; mac: string }[]; configuration: { properties: Record<string, { scope: string }> } };
    capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] }; virtualWorkspaces: boolean };
  };

  /** The default keybindings of this host's operating system, those of extensions included. */
  async function defaultKeybindings(): Promise<Keybinding[]> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const json = document.getText().replace(/^\s*\/\/.*$/gm, '');
    return JSON.parse(json.slice(0, json.lastIndexOf(']') + 1)) as Keybinding[];
  }

  it('gives the random question a key that clashes with no default of VS Code', async () => {
    const all = await defaultKeybindings();
    assert.ok(all.length > 500, `only ${all.length} default keybindings were read`);
    const ours = manifest.contributes.keybindings.find(({ command }) => command === COMMANDS.randomQuestion)!;
    const keys = [ours.key, ours.mac];
    const registered = all.find(({ command }) => command === COMMANDS.randomQuestion);
    assert.ok(registered && keys.includes(registered.key), `registered as ${registered?.key}`);
    const { key } = registered;
    const clashes = all.filter(
      (other) =>
        other.command !== COMMANDS.randomQuestion &&
        (other.key === key || other.key.startsWith(`${key} `) || key.startsWith(`${other.key} `)),
    );
    assert.deepEqual(clashes, []);
  });

  it('has no other default keybindings', () => {
    assert.equal(manifest.contributes.keybindings.length, 1);
  });

  it('declares what it does in untrusted and virtual workspaces', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(virtualWorkspaces, true);
    assert.equal(untrustedWorkspaces.supported, 'limited');
    const paths = SETTINGS.filter((name) => /packs|folder|location/.test(name));
    assert.deepEqual(untrustedWorkspaces.restrictedConfigurations.toSorted(), paths.toSorted());
  });

  it('has settings with the defaults that the extension expects', () => {
    const configuration = vscode.workspace.getConfiguration();
    assert.deepEqual(Object.keys(manifest.contributes.configuration.properties).toSorted(), SETTINGS.toSorted());
    assert.deepEqual(
      SETTINGS.map((name) => configuration.inspect(name)?.defaultValue),
      ['all', [], 'ask', 'workspace', 'interview-drills'],
    );
  });

  it('leaves no name untranslated', () => {
    assert.noMatch(JSON.stringify(extension.packageJSON), /"%[\w.]+%"/);
  });

  it('has every text of the extension in its bundle for translators', async () => {
    const bundle = JSON.parse(await read(vscode.Uri.joinPath(extension.extensionUri, 'media/l10n/bundle.l10n.json'))) as Record<string, string>;
    assert.ok(Object.keys(bundle).length > 50);
    for (const [text, translation] of Object.entries(bundle)) {
      assert.equal(translation, text);
      assert.equal(vscode.l10n.t(text, '{0}', '{1}', '{2}', '{3}'), text);
    }
  });
});
