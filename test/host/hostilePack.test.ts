import * as vscode from 'vscode';
import type { QuestionBody } from '../../src/core/questions/question';
import { COMMANDS } from '../../src/platform/ids';
import { renderFile } from '../../src/platform/packReader';
import type { Node } from '../../src/features/sidebar/questionTreeProvider';
import * as assert from './support/assert';
import { remove, withFolder, write } from './support/folders';
import { hostilePack } from './support/hostilePack';
import { closeAll, openId, ref, run, withSettings, workspace } from './support/liveExtension';
import { until } from './support/until';
import { messagesOf, panels, shownInPanel, sidebar } from './support/watchedWindow';

const NEVER_READ = ['climbing-id', 'coffee-front-matter', 'constructor-front-matter', 'javascript-front-matter', 'js-front-matter', 'json-front-matter', 'yaml-bomb'];
const READ = ['html', 'images', 'links', 'prototype', 'yaml-tags'];

/** What rendered Markdown may consist of. */
const TAGS =
  /^<(?:\/?(?:p|strong|em|s|ul|ol|li|h[3-6]|blockquote|code|thead|tbody|tr|table|details|summary|span|a|pre|div|td|th)|br|hr)\b/;
const ATTRIBUTES = /^(?:class|href|title|tabindex|role|aria-label|start)$/;

/** Finds what could do something in a page: tags, attributes and addresses that no rendered text needs. */
function dangers(html: string): string[] {
  const found: string[] = [];
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    if (!TAGS.test(tag) || !tag.endsWith('>')) found.push(tag);
    const attributes = tag.replace(/^<\/?[a-z0-9]+/i, '').replace(/\/?>$/, '');
    for (const [whole, name, value] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
      if (!ATTRIBUTES.test(name!)) found.push(whole);
      if (name === 'href' && !/^(?:https?:\/\/[^\s]+|question:[a-z0-9-]+)$/.test(value ?? '')) found.push(whole);
    }
  }
  return found;
}

/** gray-matter needs the name Buffer, which the extension's own bundle defines (see scripts/build/bundles.mjs). */
function render(text: string, file: string): QuestionBody | undefined {
  const scope = globalThis as { Buffer?: unknown };
  const had = 'Buffer' in scope;
  scope.Buffer ??= { from: (content: unknown) => content };
  try {
    return renderFile(text, file, 'hostile');
  } finally {
    if (!had) delete scope.Buffer;
  }
}

const ran = (): unknown => (globalThis as { hostilePackRan?: unknown }).hostilePackRan;

describe('a hostile pack', () => {
  let files: Record<string, string>;
  before(async () => {
    files = await hostilePack();
  });
  afterEach(() => {
    assert.equal(ran(), undefined, 'nothing of the pack was run');
    assert.equal(({} as { hostilePackRan?: unknown }).hostilePackRan, undefined, 'no prototype was changed');
  });

  it('of this test is seen through by its own check', () => {
    assert.deepEqual(dangers('<p><a href="https://x.example/">a</a><code>&lt;script&gt;</code></p>'), []);
    for (const html of ['<script>', '<img src=x>', '<p onclick="x">', '<a href="command:x">', '<a href="javascript:x">', '<p', '<a style="x">', '<span class="a" onclick=x>']) {
      assert.ok(dangers(html).length > 0, html);
    }
  });

  for (const name of READ) {
    it(`renders '${name}' as harmless text`, () => {
      const file = `attacks/${name}.md`;
      const body = render(files[file]!, file);
      assert.ok(body);
      for (const html of [body.prompt, ...body.hints, ...body.sections.map((section) => section.html)]) {
        assert.deepEqual(dangers(html), []);
        assert.noMatch(html, /<(?:img|script|svg|style|iframe)/i);
      }
    });
  }

  it('keeps the links that are good', () => {
    const body = render(files['attacks/links.md']!, 'attacks/links.md');
    const answer = body!.sections.find(({ name }) => name === 'Answer')!.html;
    const addresses = [...answer.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(addresses, ['https://example.com/?a=1&amp;b=%222%22', 'question:html']);
  });

  for (const name of NEVER_READ) {
    it(`does not read '${name}' as a question`, () => {
      const file = `attacks/${name}.md`;
      assert.equal(render(files[file]!, file), undefined);
    });
  }

  it('added by the user shows its questions and harms nobody', async function () {
    await withFolder(async (folder) => {
      await write(folder, files);
      await withSettings({ 'interviewDrills.packs': [vscode.workspace.asRelativePath(folder, false)] }, async () => {
        const messages = await messagesOf(() => run(COMMANDS.openQuestion, ref('html', 'hostile')));
        assert.equal(messages.length, 1);
        assert.match(messages[0]?.text, /problems in the pack/);
        assert.equal(openId(), 'html');
        for (const id of READ) {
          await run(COMMANDS.openQuestion, ref(id, 'hostile'));
          assert.equal(openId(), id);
          await run(COMMANDS.revealAnswer);
        }
        for (const id of NEVER_READ) {
          await run(COMMANDS.openQuestion, ref(id, 'hostile'));
          assert.equal(shownInPanel()?.type, 'missing', id);
        }
        const { options, html } = panels.at(-1)!.panel.webview;
        assert.equal(options.enableCommandUris, false);
        assert.match(html, /default-src 'none'/);
        assert.noMatch(html.replace(/ data-(?:first|strings)="[^"]*"/g, ''), /evil\.example|hostilePackRan/);
        assert.noMatch(html, /unsafe-inline|unsafe-eval/);

        const tree = sidebar.provider as vscode.TreeDataProvider<Node>;
        const topic = (await tree.getChildren())!.find((node) => 'topic' in node && node.topic.key === 'hostile/attacks')!;
        const nodes = [topic, ...(await tree.getChildren(topic))!];
        assert.equal(nodes.length, READ.length + 1);
        for (const node of nodes) {
          const item = await tree.getTreeItem(node);
          const { tooltip } = (await tree.resolveTreeItem!(item, node, new vscode.CancellationTokenSource().token)) ?? item;
          assert.ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted && !tooltip.supportHtml);
          // Escaped: neither a link nor a picture.
          assert.noMatch(tooltip.value, /(?<!\\)\]\(|(?<!\\)!\[/);
        }
        const problems = vscode.languages.getDiagnostics().filter(([uri]) => uri.path.startsWith(folder.path));
        const named = problems.filter(([, list]) => list.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)).map(([uri]) => uri.path.slice(folder.path.length));
        for (const name of NEVER_READ) assert.ok(named.includes(`/attacks/${name}.md`), `no problem told for ${name}`);
      });
    });
    await closeAll();
  });

  it('writes scratch files inside the scratch folder alone, as comments', async () => {
    await withFolder(async (folder) => {
      const practical = files['attacks/html.md']!.replace('id: html', 'id: practical\nkind: practical');
      await write(folder, { 'pack.yaml': files['pack.yaml']!, 'attacks/practical.md': practical });
      const packs = [vscode.workspace.asRelativePath(folder, false)];
      await withSettings({ 'interviewDrills.packs': packs, 'interviewDrills.scratch.language': 'javascript' }, async () => {
        const messages = await messagesOf(() => run(COMMANDS.openScratchFile, ref('practical', 'hostile')));
        assert.deepEqual(messages, []);
        const { document } = await until('the scratch file', () => vscode.window.activeTextEditor);
        assert.ok(document.uri.path.startsWith(`${workspace.path}/interview-drills/hostile/practical/attempt-1/`), document.uri.path);
        for (const line of document.getText().split('\n')) assert.ok(line === '' || line.startsWith('//'), line);
      });
      await closeAll();
      await remove(vscode.Uri.joinPath(workspace, 'interview-drills'));
    });
  });
});
