import * as vscode from 'vscode';
import type { QuestionSummary } from '../../src/core/questions/question';
import { buildTextIndex } from '../../src/core/questions/textIndex';
import { QuestionTreeProvider, type Node } from '../../src/features/sidebar/questionTreeProvider';
import type { Services } from '../../src/platform/services';
import * as assert from './support/assert';
import { names } from './support/folders';
import { withServices } from './support/services';
import { TroubledDisk } from './support/troubledDisk';

const COUNT = 5_000;

const summary = (index: number): QuestionSummary => ({
  packId: 'large',
  id: `q-${index}`,
  title: `Question ${index}`,
  category: `category-${index % 10}`,
  level: (['beginner', 'intermediate', 'advanced'] as const)[index % 3]!,
  tags: [],
  technologies: index % 2 === 0 ? ['even'] : [],
  aliases: [],
});

/** A built extension with one large pack, on a disk that can get into trouble. */
function largeExtension(disk: TroubledDisk, count: number): void {
  const questions = Array.from({ length: count }, (_, index) => summary(index));
  const categories = Array.from({ length: 10 }, (_, index) => ({ id: `category-${index}`, title: `Category ${index}`, description: '' }));
  const pack = { id: 'large', title: 'Large', description: '', version: '1.0.0', language: 'en', categories, questions };
  disk.put('/dist/content/index.json', JSON.stringify({ packs: [pack] }));
  disk.put('/dist/content/large/q-0.json', JSON.stringify({ prompt: '<p>Prompt</p>', promptSource: 'First [line](command:x)\n\nsecond <b>line</b>', sections: [], hints: [], related: [], source: '---\nid: q-0\n---\nFirst [line](command:x)\n\nsecond <b>line</b>\n\n## Answer\nSecret.\n' }));
  disk.put('/dist/content/large/text.json', JSON.stringify(buildTextIndex(questions.map(({ title }) => title))));
}

describe('the services of the sidebar', () => {
  let disk: TroubledDisk;
  beforeEach(() => {
    disk = new TroubledDisk();
  });
  afterEach(() => disk.dispose());

  const withLarge = (act: (services: Services, provider: QuestionTreeProvider) => Promise<void>, count = COUNT): Promise<void> => {
    largeExtension(disk, count);
    return withServices(
      vscode.Uri.joinPath(disk.root, 'storage'),
      async (services) => {
        const provider = new QuestionTreeProvider(services);
        try {
          await act(services, provider);
        } finally {
          provider.dispose();
        }
      },
      disk.root,
    );
  };

  it('read nothing before they are asked, and then one index for all questions', () => {
    const read: string[] = [];
    disk.before = (what, path) => {
      if (what === 'read') read.push(path);
    };
    return withLarge(async (services, provider) => {
      assert.deepEqual(read, []);
      assert.equal(services.questions.current, undefined);
      const topics = await provider.getChildren();
      assert.equal(topics.length, 10);
      await provider.getChildren(topics[0]);
      assert.deepEqual(read, ['/dist/content/index.json']);
    });
  });

  it('list 5,000 questions quickly, in every grouping', () =>
    withLarge(async (services, provider) => {
      await provider.getChildren();
      const started = performance.now();
      for (const grouping of ['category', 'level', 'technology'] as const) {
        await services.filter.setGrouping(grouping);
        let rows = 0;
        for (const topic of await provider.getChildren()) {
          provider.getTreeItem(topic);
          const children = await provider.getChildren(topic);
          for (const child of children) provider.getTreeItem(child);
          rows += children.length;
        }
        assert.equal(rows, COUNT);
      }
      const took = performance.now() - started;
      assert.ok(took < 2_000, `15,000 rows took ${took} ms`);
    }));

  it('find the row of a question in the group that it was opened from', () =>
    withLarge(async ({ questions, filter }, provider) => {
      await filter.setGrouping('technology');
      await provider.getChildren();
      const question = (await questions.library()).find({ packId: 'large', id: 'q-4' })!;
      const found = provider.find(question, { by: 'technology', key: 'even' });
      assert.equal(found?.parent.topic.key, 'even');
      assert.equal(provider.find(question, { by: 'category', key: 'large/category-4' })?.parent.topic.key, 'even', 'any row is better than none');
      await filter.setFilter({ ...filter.filter, levels: ['advanced'] });
      await provider.getChildren();
      assert.equal(provider.find(question, { by: 'technology', key: 'even' }), undefined);
    }));

  it('put the first lines into a tooltip as text that can do nothing', () =>
    withLarge(async (_services, provider) => {
      const [topic] = await provider.getChildren();
      const [node] = await provider.getChildren(topic);
      const { tooltip } = await provider.resolveTreeItem(provider.getTreeItem(node!), node as Node);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assert.match(tooltip.value, /First/);
      assert.match(tooltip.value, /second/);
      assert.noMatch(tooltip.value, /Secret|(?<!\\)\]\(|<b>/);
      const other = (await provider.getChildren(topic))[1]!;
      const bare = await provider.resolveTreeItem(provider.getTreeItem(other), other);
      assert.match((bare.tooltip as vscode.MarkdownString).value, /Question/, 'a body that is missing leaves the title');
    }));

  it('keep the filter and the grouping, and forget what they cannot read', () =>
    withLarge(async ({ filter, context, marks }) => {
      await filter.setFilter({ ...filter.filter, levels: ['advanced'], text: 'question 2' });
      await filter.setGrouping('level');
      const { FilterState } = await import('../../src/platform/filterState');
      const again = new FilterState(context.workspaceState, marks);
      assert.deepEqual(again.filter, filter.filter);
      assert.equal(again.grouping, 'level');
      await context.workspaceState.update('filter', { levels: ['wizard', 'beginner'], text: 7, seen: 'maybe' });
      await context.workspaceState.update('grouping', 'mood');
      const mended = new FilterState(context.workspaceState, marks);
      assert.deepEqual([mended.filter.levels, mended.filter.text, mended.filter.seen, mended.grouping], [['beginner'], '', 'any', 'category']);
      again.dispose();
      mended.dispose();
    }, 100));

  it('survive a built-in pack that cannot be read, and read it when they can', () =>
    withLarge(async (services, provider) => {
      disk.trouble = 'unreadable';
      assert.deepEqual(await provider.getChildren(), []);
      await assert.rejects(services.questions.library(), /./);
      await assert.rejects(services.questions.search(), /./);
      disk.trouble = 'none';
      assert.equal((await provider.getChildren()).length, 10);
      assert.ok((await services.questions.search()).find('question 7', 5).length > 0);
    }, 100));

  it('search again after the index of texts could not be read once', () =>
    withLarge(async ({ questions }) => {
      await questions.library();
      disk.trouble = 'unreadable';
      await assert.rejects(questions.search(), /./);
      disk.trouble = 'none';
      assert.ok((await questions.search()).find('question 7', 5).length > 0);
    }, 100));

  it('leave the disk as they found it', () =>
    withLarge(async ({ questions }, provider) => {
      await provider.getChildren();
      await questions.search();
      assert.deepEqual(await names(disk.root), ['dist']);
    }, 100));
});
