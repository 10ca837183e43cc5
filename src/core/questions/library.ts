import type { Pack } from './pack';
import { LEVELS, type QuestionRef, type QuestionSummary, refKey } from './question';

/** How the sidebar arranges questions. */
export const GROUPINGS = ['category', 'level', 'technology'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Names one group: a category is named `packId/categoryId`, since packs may share category names. */
export interface TopicRef {
  readonly by: Grouping;
  readonly key: string;
}

/** A group of questions; `questions` stand in drilling order. */
export interface Topic extends TopicRef {
  /** Empty when the group has no name of its own (no level, no technology); the view words it. */
  readonly title: string;
  readonly description: string;
  readonly questions: readonly QuestionSummary[];
}

/** All packs together: what there is to drill, in order. Immutable. */
export class Library {
  readonly questions: readonly QuestionSummary[];
  private readonly byKey = new Map<string, QuestionSummary>();
  private readonly byAlias = new Map<string, QuestionSummary>();
  private readonly topics = new Map<Grouping, readonly Topic[]>();

  constructor(readonly packs: readonly Pack[]) {
    this.questions = packs.flatMap((pack) => inLearningOrder(pack));
    for (const question of this.questions) {
      if (!this.byKey.has(refKey(question))) this.byKey.set(refKey(question), question);
      for (const alias of question.aliases) {
        const key = refKey({ packId: question.packId, id: alias });
        if (!this.byAlias.has(key)) this.byAlias.set(key, question);
      }
    }
  }

  /** The question of that id, or the one that once had it. */
  find(ref: QuestionRef): QuestionSummary | undefined {
    const key = refKey(ref);
    return this.byKey.get(key) ?? this.byAlias.get(key);
  }

  /**
   * For a question that is gone: the one whose words are most like the id's, in the same pack when there
   * is one. Undefined only for an empty library or when no word is shared.
   */
  nearest(ref: QuestionRef): QuestionSummary | undefined {
    const wanted = new Set(ref.id.split('-'));
    let best: QuestionSummary | undefined;
    let bestScore = 0;
    for (const question of this.questions) {
      const words = new Set([...question.id.split('-'), ...question.tags, ...question.aliases.flatMap((a) => a.split('-'))]);
      let shared = 0;
      for (const word of wanted) if (words.has(word)) shared++;
      const score = shared === 0 ? 0 : shared + (question.packId === ref.packId ? 100 : 0) - words.size / 1000;
      if (score > bestScore) [best, bestScore] = [question, score];
    }
    return best;
  }

  /** All groups of one kind, none empty. A question stands under each of its technologies. */
  group(by: Grouping): readonly Topic[] {
    let topics = this.topics.get(by);
    if (!topics) {
      topics = groupers[by](this);
      this.topics.set(by, topics);
    }
    return topics;
  }

  topic(ref: TopicRef): Topic | undefined {
    return this.group(ref.by).find((topic) => topic.key === ref.key);
  }

  /** The category that a question lies in. */
  categoryOf(question: QuestionSummary): TopicRef {
    return { by: 'category', key: `${question.packId}/${question.category}` };
  }
}

/** Categories in the pack's order; inside each, easier questions come first and code to write last. */
function inLearningOrder(pack: Pack): QuestionSummary[] {
  const category = new Map(pack.categories.map(({ id }, index) => [id, index]));
  const rank = (question: QuestionSummary): number =>
    category.get(question.category)! * 10 +
    (question.kind === 'practical' ? 5 : 0) +
    (question.level ? LEVELS.indexOf(question.level) : LEVELS.length);
  // A stable sort keeps the pack's own order among equals.
  return pack.questions.toSorted((a, b) => rank(a) - rank(b));
}

const groupers: Record<Grouping, (library: Library) => readonly Topic[]> = {
  category: (library) =>
    library.packs.flatMap((pack) => {
      const questions = groupBy(
        library.questions.filter((question) => question.packId === pack.id),
        (question) => [question.category],
      );
      return pack.categories
        .filter((category) => questions.has(category.id))
        .map((category) => ({
          by: 'category' as const,
          key: `${pack.id}/${category.id}`,
          title: category.title,
          description: category.description,
          questions: questions.get(category.id)!,
        }));
    }),
  level: (library) => {
    const questions = groupBy(library.questions, (question) => [question.level ?? '']);
    return [...LEVELS, '' as const]
      .filter((level) => questions.has(level))
      .map((level) => ({ by: 'level', key: level, title: level, description: '', questions: questions.get(level)! }));
  },
  technology: (library) => {
    const byName = groupBy(library.questions, ({ technologies }) =>
      technologies.length > 0 ? technologies : [''],
    );
    return [...byName]
      .toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0))
      .map(([name, questions]) => ({ by: 'technology', key: name, title: name, description: '', questions }));
  },
};

function groupBy(
  questions: readonly QuestionSummary[],
  keysOf: (question: QuestionSummary) => readonly string[],
): Map<string, QuestionSummary[]> {
  const groups = new Map<string, QuestionSummary[]>();
  for (const question of questions) {
    for (const key of new Set(keysOf(question))) {
      const group = groups.get(key);
      if (group) group.push(question);
      else groups.set(key, [question]);
    }
  }
  return groups;
}

/** Checks a topic that was stored or sent. */
export function isTopicRef(value: unknown): value is TopicRef {
  if (typeof value !== 'object' || value === null) return false;
  const { by, key } = value as Record<string, unknown>;
  return GROUPINGS.some((grouping) => grouping === by) && typeof key === 'string';
}
