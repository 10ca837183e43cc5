import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { COMMANDS, CONTEXT_KEYS, PANELS, SETTINGS, VIEWS, VIEW_CONTAINER, WALKTHROUGH } from '../../src/platform/ids';
import { inRepository } from './support/repository';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly description: string; readonly restrictedConfigurations: readonly string[] };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string; readonly icon: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[]; readonly default: unknown; readonly scope: string; readonly markdownDescription: string }>
      >;
    };
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly { readonly id: string; readonly media: { readonly markdown: string }; readonly completionEvents: readonly string[] }[];
    }[];
  };
}

const text = readFileSync(inRepository('package.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync(inRepository('package.nls.json'), 'utf8')) as Record<string, string>;
const { contributes } = manifest;

const commandIds: readonly string[] = Object.values(COMMANDS);
const viewIds: readonly string[] = Object.values(VIEWS);
const panelIds: readonly string[] = Object.values(PANELS);
const contextKeys: readonly string[] = Object.values(CONTEXT_KEYS);
/** What VS Code makes by itself for a view. */
const viewCommands = viewIds.map((id) => `${id}.focus`);

/** Every text under one of the names, anywhere in a value. */
function textsUnder(names: readonly string[], value: unknown, name = ''): string[] {
  if (typeof value === 'string') return names.includes(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsUnder(names, item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsUnder(names, item, key));
}

/** Our own names in a condition. */
const ownNames = (condition: string): string[] => condition.match(/(?<![\w.])interviewDrills(?:\.\w+)+/g) ?? [];
const clauses = textsUnder(['when', 'enablement'], manifest);
const same = (actual: Iterable<string>, expected: Iterable<string>): void => {
  assert.deepEqual([...actual].toSorted(), [...expected].toSorted());
};
const without = (all: Iterable<string>, known: Iterable<string>): string[] => {
  const set = new Set(known);
  return [...all].filter((item) => !set.has(item));
};

describe('The manifest and the ids in the code', () => {
  it('name the same commands', () => {
    same(contributes.commands.map(({ command }) => command), commandIds);
  });

  it('name the same settings', () => {
    same(Object.keys(contributes.configuration.properties), SETTINGS);
  });

  it('name the same views, in the same container', () => {
    same(contributes.viewsContainers.activitybar.map(({ id }) => id), [VIEW_CONTAINER]);
    same(Object.keys(contributes.views), [VIEW_CONTAINER]);
    same(contributes.views[VIEW_CONTAINER]!.map(({ id }) => id), viewIds);
    assert.deepEqual(without(contributes.viewsWelcome.map(({ view }) => view), viewIds), []);
  });

  it('name the same walkthrough', () => {
    same(contributes.walkthroughs.map(({ id }) => id), [WALKTHROUGH]);
  });

  it('agree on the context keys that conditions ask for', () => {
    assert.ok(clauses.length > 20);
    const asked = clauses.flatMap(ownNames);
    assert.deepEqual(without(asked, [...contextKeys, ...viewIds, ...panelIds, ...commandIds]), []);
  });

  it('leave no context key that nothing asks for', () => {
    const events = textsUnder(['completionEvents'], manifest)
      .filter((event) => event.startsWith('onContext:'))
      .map((event) => event.slice('onContext:'.length));
    assert.deepEqual(without(contextKeys, [...clauses.flatMap(ownNames), ...events]), []);
  });
});

describe('The commands in the manifest', () => {
  it('each have a title for translators, the common category and an icon', () => {
    for (const { command, title, category, icon } of contributes.commands) {
      assert.equal(title, `%command.${command.slice(`${VIEW_CONTAINER}.`.length)}.title%`);
      assert.equal(category, '%category%', command);
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it('each have a title that no other has', () => {
    const titles = contributes.commands.map(({ title }) => strings[title.slice(1, -1)]);
    assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
  });

  it('are all in menus and keybindings by names that exist', () => {
    const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    assert.ok(named.length > 0);
    assert.deepEqual(without(named, commandIds), []);
  });

  it('can all be found in the palette but the one that needs an argument', () => {
    const hidden = contributes.menus['commandPalette']!.filter(({ when }) => when === 'false');
    assert.deepEqual(hidden.map(({ command }) => command), [COMMANDS.openQuestion]);
  });

  it('stand once each in the palette', () => {
    const named = contributes.menus['commandPalette']!.map(({ command }) => command);
    same(named, new Set(named));
  });

  it('take one key from the user, that for a random question', () => {
    assert.deepEqual(contributes.keybindings.map(({ command }) => command), [COMMANDS.randomQuestion]);
  });
});

describe('The texts of the manifest', () => {
  const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);

  it('are all there', () => {
    assert.deepEqual(without(used, Object.keys(strings)), []);
    for (const [key, value] of Object.entries(strings)) assert.ok(value.trim(), key);
  });

  it('are all used', () => {
    assert.deepEqual(without(Object.keys(strings), used), []);
  });

  it('link to commands that exist', () => {
    const linked = Object.values(strings).flatMap((value) => [...value.matchAll(/\]\(command:([^)?]+)/g)].map(([, id]) => id!));
    assert.ok(linked.length > 0);
    assert.deepEqual(without(linked, [...commandIds, ...viewCommands]), []);
  });

  it('refer to settings that exist', () => {
    const named = Object.values(strings).flatMap((value) => [...value.matchAll(/`#([^#`]+)#`/g)].map(([, id]) => id!));
    assert.deepEqual(without(named, SETTINGS), []);
  });
});

describe('The settings in the manifest', () => {
  it('each have a description for translators, a default and a scope', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.match(setting.markdownDescription, /^%setting\.\w+%$/, name);
      assert.notEqual(setting.default, undefined, name);
      assert.ok(['window', 'resource'].includes(setting.scope), name);
    }
  });

  it('describe each choice, and take one of the choices as the default', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      if (!setting.enum) continue;
      assert.equal(setting.enumDescriptions?.length, setting.enum.length, name);
      assert.ok(setting.enum.includes(setting.default as string), name);
    }
  });
});

describe('The walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('shows files that exist', () => {
    for (const { id, media } of steps) assert.ok(existsSync(inRepository(media.markdown)), id);
  });

  it('ends each step by a command, a view or a context key that exists', () => {
    const known = [
      ...commandIds.map((id) => `onCommand:${id}`),
      ...viewIds.map((id) => `onView:${id}`),
      ...contextKeys.map((key) => `onContext:${key}`),
    ];
    for (const { id, completionEvents } of steps) {
      assert.ok(completionEvents.length > 0, id);
      assert.deepEqual(without(completionEvents, known), [], id);
    }
  });

  it('has a title and a description for each step', () => {
    for (const { id } of steps) {
      assert.ok(strings[`walkthrough.${id}.title`], id);
      assert.ok(strings[`walkthrough.${id}.description`], id);
    }
  });
});

describe('The manifest', () => {
  it('names pictures and strings that exist', () => {
    const views = Object.values(contributes.views).flat();
    const pictures = [manifest.icon, ...[...contributes.viewsContainers.activitybar, ...views].map(({ icon }) => icon)];
    for (const file of [...pictures, `${manifest.l10n}/bundle.l10n.json`]) assert.ok(existsSync(inRepository(file)), file);
  });

  it('names the two bundles that the build makes of the one entry point', () => {
    assert.equal(manifest.main, './dist/extension.js');
    assert.equal(manifest.browser, './dist/web/extension.js');
    assert.ok(existsSync(inRepository('src/extension.ts')));
  });

  it('activates on nothing beyond what VS Code infers but its panel after a reload', () => {
    assert.deepEqual(manifest.activationEvents, [`onWebviewPanel:${PANELS.question}`]);
  });

  it('says what works in workspaces that are virtual or not trusted', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(virtualWorkspaces, true);
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.ok(untrustedWorkspaces.restrictedConfigurations.length > 0);
    assert.deepEqual(without(untrustedWorkspaces.restrictedConfigurations, SETTINGS), []);
  });

  it('takes no path from a workspace that is not trusted', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const name of ['interviewDrills.packs', 'interviewDrills.scratch.folder']) {
      assert.ok(restrictedConfigurations.includes(name), name);
    }
  });
});

describe('The package', () => {
  it('holds what was built, its pictures and its papers, and no source or test', function () {
    this.timeout(60_000);
    if (!existsSync(inRepository('dist/extension.js'))) {
      this.test!.title += ' (skipped: dist is not built)';
      this.skip();
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'], {
      cwd: inRepository(),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const files = stdout.split('\n').filter(Boolean);
    const papers = ['package.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];
    assert.deepEqual(files.filter((file) => !papers.includes(file) && !/^(?:dist|media)\//.test(file)), []);
    assert.deepEqual(files.filter((file) => /\.(?:tsx?|mts|map|vsix|test\.\w+)$|(?:^|\/)(?:test|tests|src|node_modules)\//.test(file)), []);
    const needed = [...papers, 'dist/extension.js', 'dist/web/extension.js', 'dist/webview/questionPanel.js', manifest.icon];
    assert.deepEqual(without([...needed, ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown))], files), []);
  });
});
