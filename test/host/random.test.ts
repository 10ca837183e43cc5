import { type QuestionSummary, refKey } from '../../src/core/questions/question';
import { COMMANDS } from '../../src/platform/ids';
import * as assert from './support/assert';
import { builtIn, closeAll, openId, PACK, question, run, withFilter } from './support/liveExtension';
import { messagesOf, pressing, sidebar } from './support/watchedWindow';

async function draw(times: number, argument?: unknown): Promise<string[]> {
  const drawn: string[] = [];
  for (let time = 0; time < times; time++) {
    await run(COMMANDS.randomQuestion, argument);
    drawn.push(openId());
  }
  return drawn;
}

describe('random questions', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const [label, matches] of [
    ['beginner', ({ level }: QuestionSummary) => level === 'beginner'],
    ['kafka', ({ technologies }: QuestionSummary) => technologies.includes('kafka')],
  ] as const) {
    it(`draw every question that passes the filter '${label}' before any comes twice`, async () => {
      const expected = (await builtIn()).questions.filter(matches).map(({ id }) => id);
      await withFilter([label], async () => {
        // What earlier tests drew is missing from the bag until it is refilled, so a full bag starts somewhere.
        const drawn = await draw(expected.length * 2);
        const bags = expected.map((_, start) => new Set(drawn.slice(start, start + expected.length)));
        assert.ok(bags.some(({ size }) => size === expected.length), `no full bag in ${drawn.join(' ')}`);
        assert.deepEqual(new Set(drawn), new Set(expected));
        for (const [index, id] of drawn.entries()) assert.ok(id !== drawn[index + 1], `twice in a row: ${drawn.join(' ')}`);
      });
    });
  }

  it('stay within a topic when asked from its row', async () => {
    const topic = (await builtIn()).topic({ by: 'category', key: `${PACK}/caching` })!;
    const drawn = await draw(topic.questions.length, { topic, questions: topic.questions });
    assert.deepEqual([...new Set(drawn)].filter((id) => !topic.questions.some((candidate) => candidate.id === id)), []);
    const shown = await question(drawn[0]!);
    assert.equal(refKey(shown).startsWith(`${PACK}/`), true);
  });

  it('bring what was not seen yet first', async () => {
    // Both topics of the filter; the sidebar's row knows which questions were seen.
    const topic = (await builtIn()).topic({ by: 'category', key: `${PACK}/operations` })!;
    await sidebar.provider!.getChildren();
    const seen = new Set<string>();
    for (const summary of topic.questions) {
      const item = await sidebar.provider!.getTreeItem({ question: summary, parent: { topic, questions: topic.questions } });
      if (!/, not seen/.test(item.accessibilityInformation!.label)) seen.add(summary.id);
    }
    const unseen = topic.questions.map(({ id }) => id).filter((id) => !seen.has(id));
    const drawn = await draw(topic.questions.length, { topic });
    assert.deepEqual(new Set(drawn.slice(0, unseen.length)), new Set(unseen));
  });

  it('say so when the filter lets nothing through, and clear it on demand', async () => {
    await withFilter(['redis', 'beginner', 'design'], async () => {
      const [message] = await messagesOf(() => run(COMMANDS.randomQuestion));
      assert.equal(message?.text, 'No question passes the filter of the sidebar.');
      assert.deepEqual(message?.buttons, ['Clear Filter']);
      await pressing('Clear Filter', () => run(COMMANDS.randomQuestion));
      assert.deepEqual(await messagesOf(() => run(COMMANDS.randomQuestion)), []);
    });
  });
});
