import assert from 'node:assert/strict';
import { PANEL_ACTIONS, parseFromPanel, parsePanelState } from '../../src/protocol/questionPanel';

const QUESTION = { packId: 'backend', id: 'caching' };
const NO_OBJECTS: readonly unknown[] = [undefined, null, 0, 1, Number.NaN, true, '', 'ready', Symbol('ready'), 5n, () => 1, []];

const refused = (...values: readonly unknown[]): void => {
  for (const value of values) assert.equal(parseFromPanel(value), undefined, JSON.stringify(value));
};

describe('A message from the panel', () => {
  it('is read when it is one that panels send', () => {
    const good = [
      { type: 'ready', drawn: true },
      ...PANEL_ACTIONS.map((action) => ({ type: 'action', action })),
      { type: 'revealed', reveal: { hints: 2, stage: 'answer' } },
      { type: 'link', href: 'https://example.com' },
      { type: 'open', question: QUESTION },
      { type: 'focus', focused: true },
      { type: 'focus', focused: false },
      { type: 'violation', directive: 'script-src' },
    ];
    for (const message of good) assert.deepEqual(parseFromPanel(message), message);
  });

  it('loses whatever else it carries', () => {
    assert.deepEqual(parseFromPanel({ type: 'ready', command: 'workbench.action.quit' }), { type: 'ready', drawn: false });
    assert.deepEqual(parseFromPanel({ type: 'action', action: 'next', args: [1], href: 'x' }), { type: 'action', action: 'next' });
    assert.deepEqual(parseFromPanel({ type: 'open', question: { ...QUESTION, path: '/etc/passwd' } }), { type: 'open', question: QUESTION });
    assert.deepEqual(parseFromPanel({ type: 'revealed', reveal: { hints: 1, stage: 'depth', more: 1 } }), { type: 'revealed', reveal: { hints: 1, stage: 'depth' } });
  });

  it('is refused when it is no object or of no known type', () => {
    for (const value of NO_OBJECTS) assert.equal(parseFromPanel(value), undefined);
    refused({}, { type: null }, { type: 'Ready' }, { type: ['ready'] }, { type: 'command', command: 'x' }, { type: 'constructor' }, { type: '__proto__' }, [{ type: 'ready' }]);
  });

  it('is refused when it asks for an action that there is not', () => {
    for (const action of [...NO_OBJECTS, 'quit', 'Next', ['next'], { action: 'next' }, 'toString', '__proto__']) {
      assert.equal(parseFromPanel({ type: 'action', action }), undefined);
    }
  });

  it('is refused with a link that is no text or endless', () => {
    refused({ type: 'link' }, { type: 'link', href: 1 }, { type: 'link', href: ['https://x'] }, { type: 'link', href: `https://${'x'.repeat(4000)}` });
    assert.ok(parseFromPanel({ type: 'link', href: 'x'.repeat(4000) }));
  });

  it('is refused when it does not name the question to open', () => {
    for (const question of [...NO_OBJECTS, {}, { packId: 'a' }, { id: 'a' }, { packId: 1, id: 'a' }, { packId: 'a', id: {} }, ['a', 'b']]) {
      assert.equal(parseFromPanel({ type: 'open', question }), undefined);
    }
  });

  it('is refused when it tells of the focus without saying which', () => {
    refused({ type: 'focus' }, { type: 'focus', focused: 1 }, { type: 'focus', focused: 'true' }, { type: 'focus', focused: null });
  });

  it('tells at most a line of what was stopped', () => {
    assert.deepEqual(parseFromPanel({ type: 'violation', directive: 'x'.repeat(5000) }), { type: 'violation', directive: 'x'.repeat(200) });
    refused({ type: 'violation' }, { type: 'violation', directive: { toString: 1 } });
  });

  it('reveals nothing when what it reveals cannot be read', () => {
    for (const reveal of [...NO_OBJECTS, {}, { hints: -5, stage: 'all' }, { hints: '3' }]) {
      assert.deepEqual(parseFromPanel({ type: 'revealed', reveal }), { type: 'revealed', reveal: { hints: 0, stage: 'asked' } });
    }
  });
});

describe('The state of a panel', () => {
  const STATE = { question: QUESTION, topic: { by: 'category', key: 'backend/apis' }, reveal: { hints: 1, stage: 'depth' } };

  it('is read back as it was stored, with or without a topic', () => {
    assert.deepEqual(parsePanelState(JSON.parse(JSON.stringify(STATE))), STATE);
    const { topic: _topic, ...without } = STATE;
    assert.deepEqual(parsePanelState(without), without);
  });

  it('is refused when it names no question', () => {
    for (const value of NO_OBJECTS) {
      assert.equal(parsePanelState(value), undefined);
      assert.equal(parsePanelState({ ...STATE, question: value }), undefined);
    }
    assert.equal(parsePanelState({ ...STATE, question: { packId: 'a', id: 7 } }), undefined);
    assert.equal(parsePanelState({ ...STATE, question: { id: 'a' } }), undefined);
  });

  it('loses a topic that cannot be read, and keeps the question', () => {
    for (const topic of [...NO_OBJECTS, {}, { by: 'mood', key: 'a' }, { by: 'level', key: 3 }]) {
      assert.deepEqual(parsePanelState({ ...STATE, topic }), { question: QUESTION, reveal: STATE.reveal });
    }
  });

  it('has nothing revealed when what it says of that cannot be read', () => {
    for (const reveal of [...NO_OBJECTS, {}, { hints: 1e99, stage: 'x' }]) {
      const state = parsePanelState({ ...STATE, reveal })!;
      assert.deepEqual(state.question, QUESTION);
      assert.equal(state.reveal.stage, 'asked');
      assert.ok(state.reveal.hints <= 100);
    }
  });
});
