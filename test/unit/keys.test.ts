import assert from 'node:assert/strict';
import { PANEL_ACTIONS, type PanelStrings } from '../../src/protocol/questionPanel';
import { effectOf, KEY_BINDINGS, type Pressed, shownKeys } from '../../src/webview/keys';

const press = (key: string, more: Partial<Pressed> = {}): string | undefined => {
  const effect = effectOf({ key, shift: false, modified: false, onControl: false, inScroller: false, ...more });
  return effect && (effect.do === 'action' ? effect.action : effect.do);
};

/** Words that tell which word it is. */
const strings = new Proxy({}, { get: (_target, name) => `the ${String(name)} {0}` }) as PanelStrings;

describe('The keys of the question panel', () => {
  for (const [key, effect] of [
    [' ', 'reveal'],
    ['Enter', 'reveal'],
    ['h', 'hint'],
    ['n', 'next'],
    ['ArrowRight', 'next'],
    ['p', 'previous'],
    ['ArrowLeft', 'previous'],
    ['r', 'random'],
    ['g', 'goTo'],
    ['b', 'bookmark'],
    ['d', 'done'],
    ['s', 'scratch'],
    ['a', 'answerSheet'],
    ['o', 'source'],
    ['c', 'copy'],
    ['?', 'keys'],
    ['Escape', 'close'],
  ] as const) {
    it(`do '${effect}' for '${key}'`, () => {
      assert.equal(press(key), effect);
    });

    it(`leave '${key}' with Ctrl, Alt or Meta to the editor`, () => {
      assert.equal(press(key, { modified: true }), undefined);
      assert.equal(press(key, { modified: true, shift: true }), undefined);
    });
  }

  it('take one step for Shift with Space or Enter', () => {
    assert.equal(press(' ', { shift: true }), 'step');
    assert.equal(press('Enter', { shift: true }), 'step');
  });

  it('mean the same with Caps Lock, and with Shift where there is no other meaning', () => {
    assert.equal(press('N'), 'next');
    assert.equal(press('N', { shift: true }), 'next');
  });

  it("know '?' with and without Shift, since keyboards differ", () => {
    assert.equal(press('?', { shift: true }), 'keys');
    assert.equal(press('?', { shift: false }), 'keys');
  });

  it('leave Space and Enter to a control that has the focus, and only those', () => {
    for (const shift of [false, true]) {
      assert.equal(press(' ', { onControl: true, shift }), undefined);
      assert.equal(press('Enter', { onControl: true, shift }), undefined);
    }
    assert.equal(press('n', { onControl: true }), 'next');
    assert.equal(press('Escape', { onControl: true }), 'close');
    assert.equal(press('ArrowRight', { onControl: true }), 'next');
  });

  it('leave the arrows to what scrolls, and only those', () => {
    assert.equal(press('ArrowRight', { inScroller: true }), undefined);
    assert.equal(press('ArrowLeft', { inScroller: true }), undefined);
    assert.equal(press(' ', { inScroller: true }), 'reveal');
    assert.equal(press('p', { inScroller: true }), 'previous');
  });

  it('leave every other key to the page', () => {
    for (const key of ['Tab', 'ArrowUp', 'ArrowDown', 'PageDown', 'Home', 'End', 'F1', 'Shift', 'Control', 'x', '1', '/', 'Dead', 'Unidentified', '', 'toString', 'é', 'nn']) {
      assert.equal(press(key), undefined, key);
    }
  });

  it('have one meaning each', () => {
    const pressed = KEY_BINDINGS.flatMap(({ keys, shift }) => keys.map((key) => `${shift === true ? 'shift+' : ''}${key}`));
    assert.equal(new Set(pressed).size, pressed.length);
    for (const key of pressed) assert.equal(key, key.toLowerCase());
  });

  it('reach everything that the panel may ask of the host', () => {
    const reached = KEY_BINDINGS.flatMap(({ effect }) => (effect.do === 'action' ? [effect.action] : []));
    assert.deepEqual(reached.toSorted(), [...PANEL_ACTIONS].toSorted());
  });

  it('are listed with words and with how they are written', () => {
    for (const binding of KEY_BINDINGS) {
      assert.ok(binding.says(strings).startsWith('the '));
      assert.ok(shownKeys(binding, strings).length > 0);
      for (const shown of shownKeys(binding, strings)) assert.match(shown, /^\S/);
    }
    assert.deepEqual(KEY_BINDINGS.map((binding) => shownKeys(binding, strings).join(' ')).slice(0, 4), [
      'the space {0} Enter',
      '⇧ the space {0} ⇧ Enter',
      'H',
      'N →',
    ]);
  });
});
