import * as vscode from 'vscode';
import type { QuestionBody, QuestionRef } from '../../src/core/questions/question';
import { QuestionDrill } from '../../src/features/question/questionDrill';
import { PANELS } from '../../src/platform/ids';
import type { Services } from '../../src/platform/services';
import type { PanelState } from '../../src/protocol/questionPanel';
import * as assert from './support/assert';
import { withFolder } from './support/folders';
import { closeAll, extension, openId, PACK, questionTabs, ref, titleOf, untilTab, untilTitle } from './support/liveExtension';
import { withServices } from './support/services';
import { panels, shownInPanel, stateOf } from './support/watchedWindow';

/** What VS Code does after a reload of the window, with a drill of the test's own. */
describe('a restored panel', () => {
  before(() => extension.activate());
  beforeEach(closeAll);
  after(closeAll);

  const withDrill = (act: (drill: QuestionDrill, services: Services) => Promise<void>): Promise<void> =>
    withFolder((folder) =>
      withServices(folder, async (services) => {
        const drill = new QuestionDrill(services);
        try {
          await act(drill, services);
        } finally {
          await closeAll();
          drill.dispose();
        }
      }),
    );
  const blank = (): vscode.WebviewPanel => vscode.window.createWebviewPanel(PANELS.question, 'Restoring', vscode.ViewColumn.Active);
  const state = (id: string, more: Partial<PanelState> = {}): PanelState => ({ question: ref(id), reveal: { hints: 1, stage: 'answer' }, ...more });
  /** Holds the text of one question back until it is let go. */
  const hold = (services: Services, id: string): { started: Promise<void>; release: () => void } => {
    const { questions } = services;
    const body = questions.body.bind(questions);
    let release = (): void => {};
    let start = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const started = new Promise<void>((resolve) => (start = resolve));
    questions.body = async (wanted: QuestionRef): Promise<QuestionBody> => {
      if (wanted.id === id) {
        start();
        await held;
      }
      return body(wanted);
    };
    return { started, release };
  };

  it('shows the same question, as far uncovered, in the same topic', () =>
    withDrill(async (drill, { open }) => {
      const topic = { by: 'technology', key: 'redis' } as const;
      await drill.restore(blank(), state('cache-stampede', { topic }));
      await untilTitle(await titleOf('cache-stampede'));
      const shown = shownInPanel();
      assert.ok(shown?.type === 'show');
      assert.deepEqual(shown.reveal, { hints: 1, stage: 'answer' });
      assert.deepEqual(shown.position.topic, topic);
      assert.deepEqual(stateOf(shown), state('cache-stampede', { topic }));
      assert.equal(open.current?.question.id, 'cache-stampede');
    }));

  it('finds a question by its former id, and its category when the topic is gone', () =>
    withDrill(async (drill) => {
      await drill.restore(blank(), state('sticky-sessions', { topic: { by: 'technology', key: 'no-such' } }));
      assert.equal(openId(), 'stateful-vs-stateless');
      const shown = shownInPanel();
      assert.deepEqual(shown?.type === 'show' && shown.position.topic, { by: 'category', key: `${PACK}/fundamentals` });
    }));

  it('is the panel that the next question opens in', () =>
    withDrill(async (drill) => {
      const panel = blank();
      await drill.restore(panel, state('cors'));
      await drill.open(ref('caching'));
      await untilTitle(await titleOf('caching'));
      assert.equal(panel.title, await titleOf('caching'));
      assert.equal(questionTabs().length, 1);
    }));

  it('for a question that is gone says so and offers the nearest', () =>
    withDrill(async (drill, { open }) => {
      await drill.restore(blank(), state('cache-stampede-gone'));
      await untilTitle('Question not found');
      const shown = shownInPanel();
      assert.equal(shown?.type === 'missing' && shown.nearest?.question.id, 'cache-stampede');
      assert.equal(open.current, undefined);
    }));

  it('that lost its state says so', () =>
    withDrill(async (drill) => {
      await drill.restore(blank(), undefined);
      await untilTitle('Question not found');
      assert.match(shownInPanel()?.type === 'missing' ? JSON.stringify(shownInPanel()) : '', /does not know which question/);
    }));

  it('whose question cannot be read says why', () =>
    withDrill(async (drill, { questions }) => {
      questions.body = () => Promise.reject(new Error('The disk is on fire.'));
      await drill.restore(blank(), state('cors'));
      const shown = shownInPanel();
      assert.match(shown?.type === 'missing' ? shown.message : '', /cannot be read: The disk is on fire\./);
    }));

  it('takes the place of none: a second one is closed', () =>
    withDrill(async (drill) => {
      await drill.restore(blank(), state('cors'));
      await drill.restore(blank(), state('caching'));
      await untilTitle(await titleOf('cors'));
      await untilTab('one panel', () => questionTabs().length === 1);
    }));

  it('gives way to a question that is opened meanwhile', () =>
    withDrill(async (drill, services) => {
      const { started, release } = hold(services, 'cors');
      const restored = drill.restore(blank(), state('cors'));
      await started;
      await drill.open(ref('caching'));
      release();
      await restored;
      assert.equal(openId(), 'caching');
      assert.equal(services.open.current?.question.id, 'caching');
      assert.equal(panels.at(-1)!.panel.title, await titleOf('caching'));
    }));

  it('closed before its question was read stays closed', () =>
    withDrill(async (drill, services) => {
      const { started, release } = hold(services, 'cors');
      const panel = blank();
      const restored = drill.restore(panel, state('cors'));
      await started;
      panel.dispose();
      release();
      await restored;
      assert.equal(services.open.current, undefined);
      await drill.open(ref('caching'));
      await untilTitle(await titleOf('caching'));
    }));

  it('that shows another question is not set back when packs are read again', () =>
    withDrill(async (drill, services) => {
      await drill.open(ref('cors'));
      const { started, release } = hold(services, 'cors');
      services.questions.reload();
      await started;
      await drill.open(ref('caching'));
      release();
      // Whatever was begun for the old question is through when a later one was asked for and shown.
      await services.questions.body(ref('cors'));
      await new Promise((resolve) => setTimeout(resolve, 0));
      assert.equal(openId(), 'caching');
      assert.equal(services.open.current?.question.id, 'caching');
    }));
});
