import type { PanelAction, PanelStrings } from '../protocol/questionPanel';

/** What a key of the panel does. */
export type KeyEffect =
  | { readonly do: 'reveal' | 'step' | 'hint' | 'keys' | 'close' }
  | { readonly do: 'action'; readonly action: PanelAction };

interface KeyBinding {
  /** Values of KeyboardEvent.key in lower case; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly shift?: boolean;
  readonly effect: KeyEffect;
  readonly says: (strings: PanelStrings) => string;
  /** How the keys are written, when not as they are. */
  readonly shown?: (strings: PanelStrings) => readonly string[];
}

const action = (name: PanelAction): KeyEffect => ({ do: 'action', action: name });

export const KEY_BINDINGS: readonly KeyBinding[] = [
  {
    keys: [' ', 'enter'],
    effect: { do: 'reveal' },
    says: (strings) => strings.revealAnswer,
    shown: (strings) => [strings.space, 'Enter'],
  },
  {
    keys: [' ', 'enter'],
    shift: true,
    effect: { do: 'step' },
    says: (strings) => strings.stepByStep,
    shown: (strings) => [`⇧ ${strings.space}`, '⇧ Enter'],
  },
  { keys: ['h'], effect: { do: 'hint' }, says: ({ hintNumber }) => hintNumber.replace(/\s*\{0\}/, '') },
  { keys: ['n', 'arrowright'], effect: action('next'), says: ({ next }) => next, shown: () => ['N', '→'] },
  { keys: ['p', 'arrowleft'], effect: action('previous'), says: ({ previous }) => previous, shown: () => ['P', '←'] },
  { keys: ['r'], effect: action('random'), says: ({ random }) => random },
  { keys: ['g'], effect: action('goTo'), says: ({ goTo }) => goTo },
  { keys: ['b'], effect: action('bookmark'), says: ({ bookmark }) => bookmark },
  { keys: ['d'], effect: action('done'), says: ({ done }) => done },
  { keys: ['s'], effect: action('scratch'), says: ({ scratch }) => scratch },
  { keys: ['a'], effect: action('answerSheet'), says: ({ answerSheet }) => answerSheet },
  { keys: ['o'], effect: action('source'), says: ({ source }) => source },
  { keys: ['c'], effect: action('copy'), says: ({ copy }) => copy },
  { keys: ['?'], effect: { do: 'keys' }, says: ({ keys }) => keys },
];

/** How a binding's keys are written for people. */
export function shownKeys(binding: KeyBinding, strings: PanelStrings): readonly string[] {
  return binding.shown?.(strings) ?? binding.keys.map((key) => key.toUpperCase());
}

/** What was pressed, as far as it matters here. */
export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, Alt or Meta is down: the key belongs to the editor. */
  readonly modified: boolean;
  /** The focus is on something that answers to Space and Enter itself. */
  readonly onControl: boolean;
  /** The focus is in something that scrolls sideways with the arrow keys. */
  readonly inScroller: boolean;
}

/** What a key press does; undefined leaves it to the page and the editor. */
export function effectOf({ key, shift, modified, onControl, inScroller }: Pressed): KeyEffect | undefined {
  if (modified) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'escape') return { do: 'close' };
  if (onControl && (pressed === ' ' || pressed === 'enter')) return undefined;
  if (inScroller && pressed.startsWith('arrow')) return undefined;
  // '?' needs Shift on most keyboards, so Shift counts only where both meanings exist.
  const found = KEY_BINDINGS.filter(({ keys }) => keys.includes(pressed));
  if (found.length > 1) return found.find((binding) => (binding.shift ?? false) === shift)?.effect;
  return found[0]?.effect;
}
