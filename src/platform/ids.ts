/** Every id that package.json knows as well; a unit test holds the two against each other. */

export const COMMANDS = {
  openQuestion: 'interviewDrills.openQuestion',
  randomQuestion: 'interviewDrills.randomQuestion',
  goToQuestion: 'interviewDrills.goToQuestion',
  revealAnswer: 'interviewDrills.revealAnswer',
  revealStep: 'interviewDrills.revealStep',
  showHint: 'interviewDrills.showHint',
  nextQuestion: 'interviewDrills.nextQuestion',
  previousQuestion: 'interviewDrills.previousQuestion',
  toggleBookmark: 'interviewDrills.toggleBookmark',
  toggleDone: 'interviewDrills.toggleDone',
  openScratchFile: 'interviewDrills.openScratchFile',
  startScratchAgain: 'interviewDrills.startScratchAgain',
  openAnswerSheet: 'interviewDrills.openAnswerSheet',
  showModelAnswer: 'interviewDrills.showModelAnswer',
  compareWithModelAnswer: 'interviewDrills.compareWithModelAnswer',
  openSource: 'interviewDrills.openSource',
  copyAsMarkdown: 'interviewDrills.copyAsMarkdown',
  showKeys: 'interviewDrills.showKeys',
  groupBy: 'interviewDrills.groupBy',
  filter: 'interviewDrills.filter',
  filterByText: 'interviewDrills.filterByText',
  clearFilter: 'interviewDrills.clearFilter',
  collapseAll: 'interviewDrills.collapseAll',
  addPack: 'interviewDrills.addPack',
  reloadPacks: 'interviewDrills.reloadPacks',
  openWalkthrough: 'interviewDrills.openWalkthrough',
  openSettings: 'interviewDrills.openSettings',
  showLog: 'interviewDrills.showLog',
} as const;
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

export const VIEWS = { questions: 'interviewDrills.questions' } as const;

export const VIEW_CONTAINER = 'interviewDrills';

export const WALKTHROUGH = 'firstDrill';

export const PANELS = { question: 'interviewDrills.question' } as const;

/** Settings with the types that package.json promises. */
export interface Settings {
  'interviewDrills.reveal': 'all' | 'stepByStep';
  'interviewDrills.packs': readonly string[];
  'interviewDrills.scratch.language': string;
  'interviewDrills.scratch.location': 'workspace' | 'storage';
  'interviewDrills.scratch.folder': string;
}

export const SETTINGS: readonly (keyof Settings)[] = [
  'interviewDrills.reveal',
  'interviewDrills.packs',
  'interviewDrills.scratch.language',
  'interviewDrills.scratch.location',
  'interviewDrills.scratch.folder',
];

/** Facts that `when` clauses ask for. */
export const CONTEXT_KEYS = {
  /** A question panel is open. */
  questionOpen: 'interviewDrills.questionOpen',
  /** An answer was uncovered; completes a step of the walkthrough. */
  answerRevealed: 'interviewDrills.answerRevealed',
  /** The open question has a scratch file to offer. */
  hasExercise: 'interviewDrills.hasExercise',
  /** The editor in front is a scratch file with a model answer. */
  scratchFileOpen: 'interviewDrills.scratchFileOpen',
  /** A filter hides questions. */
  filterActive: 'interviewDrills.filterActive',
  /** The view has nothing to show: because of the filter, or because no pack could be read. */
  emptyView: 'interviewDrills.emptyView',
} as const;

/** Read-only documents: the files of built-in questions, and model answers. */
export const DOCUMENT_SCHEMES = { source: 'interview-drills', model: 'interview-drills-model' } as const;
