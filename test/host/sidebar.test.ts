import * as vscode from 'vscode';
import type { Node } from '../../src/features/sidebar/questionTreeProvider';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { builtIn, closeAll, extension, open, PACK, question, run, titleOf, untilTitle, withFilter } from './support/liveExtension';
import { until, within } from './support/until';
import { choosing, latest, sidebar, take, tick } from './support/watchedWindow';

/** The sidebar as the running extension fills it. */
describe('the sidebar', () => {
  const tree = () => sidebar.provider as vscode.TreeDataProvider<Node>;
  const rows = async (node?: Node): Promise<Node[]> => (await tree().getChildren(node)) ?? [];
  const item = (node: Node) => tree().getTreeItem(node) as vscode.TreeItem;
  const label = (node: Node) => item(node).accessibilityInformation!.label;
  const topicRow = async (title: string): Promise<Node> =>
    (await rows()).find((node) => item(node).label === title) ?? assert.fail(`no topic ${title}`);
  const row = async (id: string): Promise<Node> => {
    const { category } = await question(id);
    const topic = (await rows()).find((node) => item(node).id === `category:${PACK}/${category}`) ?? assert.fail(`no row for ${category}`);
    return (await rows(topic)).find((node) => 'question' in node && node.question.id === id) ?? assert.fail(`no row for ${id}`);
  };
  /** What the view says about the filter. */
  const filtering = (): string => sidebar.view!.message ?? '';
  const allRows = async (): Promise<Node[]> => (await Promise.all((await rows()).map(rows))).flat();
  /** Brings a question's marks to what a test needs. */
  const settle = async (id: string): Promise<void> => {
    if (/, done/.test(label(await row(id)))) await run(COMMANDS.toggleDone, await row(id));
    if (/, bookmarked/.test(label(await row(id)))) await run(COMMANDS.toggleBookmark, await row(id));
  };

  before(async () => {
    await extension.activate();
    await vscode.commands.executeCommand('interviewDrills.questions.focus');
    await until('the tree', () => sidebar.view?.visible);
  });
  afterEach(closeAll);

  it('lists the categories in learning order, with counts, and no question before it is asked', async () => {
    const topics = (await builtIn()).group('category');
    const found = await rows();
    assert.deepEqual(found.map((node) => item(node).label), topics.map(({ title }) => title));
    for (const [index, node] of found.entries()) {
      const { questions } = topics[index]!;
      assert.match(label(node), new RegExp(`, ${questions.length} questions, \\d+ done$`));
      assert.equal(item(node).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
      assert.equal(item(node).contextValue, 'topic');
      assert.deepEqual((await rows(node)).map((child) => 'question' in child && child.question.id), questions.map(({ id }) => id));
    }
  });

  it('has no rows below a question, and knows the parent of each row', async () => {
    const topic = await topicRow('Caching');
    const [first] = await rows(topic);
    assert.deepEqual(await rows(first), []);
    assert.equal(tree().getParent!(first!), topic);
    assert.equal(tree().getParent!(topic), undefined);
  });

  it('gives each row an id of its own, in every grouping', async () => {
    for (const grouping of ['Technology', 'Level', 'Category']) {
      await choosing(take(grouping), () => run(COMMANDS.groupBy));
      const ids = [...(await rows()), ...(await allRows())].map((node) => item(node).id);
      assert.equal(new Set(ids).size, ids.length, grouping);
    }
  });

  it('opens the question of a row, with the group that the row stands in', async () => {
    await choosing(take('Technology'), () => run(COMMANDS.groupBy));
    try {
      const [first] = await rows(await topicRow('redis'));
      const { command } = item(first!);
      await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
      await untilTitle(item(first!).label as string);
      await run(COMMANDS.nextQuestion);
      const [, second] = await rows(await topicRow('redis'));
      await untilTitle(item(second!).label as string);
    } finally {
      await choosing(take('Category'), () => run(COMMANDS.groupBy));
    }
  });

  it('shows a bookmark and what is done at once, and counts it', async () => {
    const id = 'cors';
    await settle(id);
    const before = label(await row(id));
    assert.match(before, /^CORS, intermediate, (not )?seen$/);
    const count = async () => Number(/(\d+) done$/.exec(label(await topicRow('Security')))![1]);
    const done = await count();
    await run(COMMANDS.toggleBookmark, await row(id));
    assert.match(label(await row(id)), /, bookmarked$/);
    assert.match(String(item(await row(id)).description), /^★/);
    await run(COMMANDS.toggleDone, await row(id));
    assert.match(label(await row(id)), /, done, bookmarked$/);
    assert.equal((item(await row(id)).iconPath as vscode.ThemeIcon).id, 'pass-filled');
    assert.equal(await count(), done + 1);
    assert.match(String(item(await topicRow('Security')).description), new RegExp(`^${done + 1}/\\d+$`));
    await run(COMMANDS.toggleDone, await row(id));
    await run(COMMANDS.toggleBookmark, await row(id));
    assert.equal(await count(), done);
    assert.noMatch(label(await row(id)), /done|bookmarked/);
  });

  it('is told to draw itself anew when a mark changes', async () => {
    let fired = 0;
    const subscription = tree().onDidChangeTreeData!(() => fired++);
    try {
      await run(COMMANDS.toggleBookmark, await row('jwt'));
      await run(COMMANDS.toggleBookmark, await row('jwt'));
      await until('a refresh', () => fired > 0);
      assert.equal(fired, 1, 'a run of changes is one refresh');
    } finally {
      subscription.dispose();
    }
  });

  it('shows what was seen', async () => {
    await open('sharding');
    assert.match(label(await row('sharding')), /, (seen|done)/);
  });

  it('marks the open question when no row is given', async () => {
    await settle('jwt');
    await open('jwt');
    await run(COMMANDS.toggleDone);
    assert.match(label(await row('jwt')), /, done/);
    await run(COMMANDS.toggleDone);
    assert.noMatch(label(await row('jwt')), /, done/);
  });

  it('offers a scratch file for practical questions alone', async () => {
    const contexts = (await allRows()).map((node) => [('question' in node && node.question.kind) === 'practical', item(node).contextValue]);
    assert.ok(contexts.some(([practical]) => practical));
    for (const [practical, context] of contexts) assert.equal(context, practical ? 'question exercise' : 'question');
  });

  it('groups by level, easiest first', async () => {
    await choosing(take('Level'), () => run(COMMANDS.groupBy));
    try {
      assert.deepEqual((await rows()).map((node) => item(node).label), ['Beginner', 'Intermediate', 'Advanced']);
    } finally {
      await choosing(take('Category'), () => run(COMMANDS.groupBy));
    }
  });

  it('groups by technology, with the rest at the end', async () => {
    await choosing(take('Technology'), () => run(COMMANDS.groupBy));
    try {
      const titles = (await rows()).map((node) => item(node).label as string);
      assert.equal(titles.at(-1), 'No particular technology');
      assert.deepEqual(titles.slice(0, -1), titles.slice(0, -1).toSorted());
      const shared = (await builtIn()).questions.find(({ technologies }) => technologies.length > 1)!;
      const holding = (await allRows()).filter((node) => 'question' in node && node.question.id === shared.id);
      assert.equal(holding.length, shared.technologies.length, 'a question stands under each of its technologies');
    } finally {
      await choosing(take('Category'), () => run(COMMANDS.groupBy));
    }
  });

  it('says which grouping is the current one', async () => {
    await choosing(
      (items) => {
        assert.deepEqual(items.map((entry) => [entry.label, entry.description]), [['Category', 'current'], ['Level', undefined], ['Technology', undefined]]);
        return undefined;
      },
      () => run(COMMANDS.groupBy),
    );
    assert.equal(item((await rows())[0]!).label, (await builtIn()).group('category')[0]!.title);
  });

  it('filters by kind and technology, counts what is left and says what it hides', async () => {
    const expected = (await builtIn()).questions.filter(({ kind, technologies }) => kind === 'practical' && technologies.includes('redis'));
    await withFilter(['practical', 'redis'], async () => {
      assert.deepEqual((await allRows()).map((node) => 'question' in node && node.question.id), expected.map(({ id }) => id));
      assert.equal(filtering(), `${expected.length} of ${(await builtIn()).questions.length}: practical, redis`);
      const [first] = await rows();
      assert.match(label(first!), new RegExp(`, ${(await rows(first)).length} questions,`));
    });
    assert.equal((await allRows()).length, (await builtIn()).questions.length);
    assert.equal(filtering(), '');
  });

  it('filters by bookmarks and by what was seen', async () => {
    await settle('cdn-vs-reverse-proxy');
    await run(COMMANDS.toggleBookmark, await row('cdn-vs-reverse-proxy'));
    await withFilter(['bookmarked'], async () => {
      const ids = (await allRows()).map((node) => 'question' in node && node.question.id);
      assert.ok(ids.includes('cdn-vs-reverse-proxy'));
      for (const node of await allRows()) assert.match(label(node), /, bookmarked$/);
    });
    await run(COMMANDS.toggleBookmark, await row('cdn-vs-reverse-proxy'));
    await open('cdn-vs-reverse-proxy');
    await withFilter(['not seen yet'], async () => {
      for (const node of await allRows()) assert.match(label(node), /, not seen|, done/);
    });
    await withFilter(['seen'], async () => {
      assert.ok((await allRows()).some((node) => 'question' in node && node.question.id === 'cdn-vs-reverse-proxy'));
    });
  });

  it('shows in the list what is ticked already, with counts', async () => {
    await withFilter(['beginner', 'redis'], async () => {
      await choosing(
        (items) => {
          assert.deepEqual(items.filter(({ picked }) => picked).map((entry) => entry.label), ['beginner', 'redis']);
          assert.match(items.find((entry) => entry.label === 'redis')?.description, /^\d+$/);
          return undefined;
        },
        () => run(COMMANDS.filter),
      );
      await rows();
      assert.match(filtering(), /: beginner, redis$/, 'leaving the list changes nothing');
    });
  });

  it('takes seen and unseen together for everything', async () => {
    await choosing(tick('seen', 'not seen yet'), () => run(COMMANDS.filter));
    assert.equal((await allRows()).length, (await builtIn()).questions.length);
    assert.equal(filtering(), '');
  });

  it('filters by text while it is typed, and forgets it on Escape', async () => {
    const typed = async (text: string): Promise<{ finished: Thenable<unknown>; box: vscode.InputBox }> => {
      delete latest.inputBox;
      const finished = run(COMMANDS.filterByText);
      const box = await until('the input box', () => latest.inputBox);
      box.value = text;
      return { finished, box };
    };
    const accepted = await typed('token bucket');
    await until('the end of typing', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return within(50, accepted.finished.then(() => true));
    });
    await rows();
    assert.match(filtering(), /: “token bucket”$/);
    assert.ok((await allRows()).some((node) => 'question' in node && node.question.id === 'token-bucket-limiter'));
    assert.ok((await allRows()).length < 5);
    const left = await typed('graphql');
    left.box.hide();
    await left.finished;
    await rows();
    assert.match(filtering(), /: “token bucket”$/);
    await run(COMMANDS.clearFilter);
    await rows();
    assert.equal(filtering(), '');
  });

  it('is empty when nothing passes, and full again when the filter is cleared', async () => {
    await withFilter(['beginner', 'design', 'kafka'], async () => {
      assert.deepEqual(await rows(), []);
      assert.equal(filtering(), '', 'the text of the empty view speaks instead');
    });
    assert.ok((await rows()).length > 5);
  });

  it('adds the first lines of a question to its tooltip when asked, as plain text', async () => {
    const node = await row('cache-stampede');
    const plain = item(node);
    const resolved = await tree().resolveTreeItem!(plain, node, new vscode.CancellationTokenSource().token);
    const tooltip = resolved!.tooltip as vscode.MarkdownString;
    assert.match(tooltip.value.replace(/&nbsp;/g, ' '), /advanced/);
    assert.ok(tooltip.value.length > 150);
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
  });

  it('selects the row of the question that opens', async () => {
    await choosing(take('Category'), () => run(COMMANDS.groupBy));
    await vscode.commands.executeCommand('interviewDrills.questions.focus');
    await open('lru-cache');
    const view = sidebar.view as vscode.TreeView<Node>;
    await until(
      'the selection',
      () => view.selection.some((node) => 'question' in node && node.question.id === 'lru-cache'),
    );
    assert.equal(await titleOf('lru-cache'), item(view.selection[0]!).label);
  });
});
