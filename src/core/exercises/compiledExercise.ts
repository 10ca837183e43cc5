import { asScratchLanguage, type ScratchLanguage } from './languages';

/** An exercise as the extension reads it: starter and model solution for each of its languages. */
export interface CompiledExercise {
  readonly id: string;
  readonly title: string;
  readonly starters: Readonly<Partial<Record<ScratchLanguage, string>>>;
  readonly solutions: Readonly<Partial<Record<ScratchLanguage, string>>>;
}

/** The languages in which the exercise can be done. */
export function exerciseLanguages(exercise: CompiledExercise): ScratchLanguage[] {
  return Object.keys(exercise.starters).map(asScratchLanguage).filter((language) => language !== undefined);
}
