import { type Problem } from '../questions/problem';
import { ID_PATTERN } from '../questions/questionId';
import { YamlFields } from '../questions/yamlFields';
import { asScratchLanguage, SCRATCH_LANGUAGES, type ScratchLanguage } from './languages';

/** What `exercise.yaml` says: which question it belongs to and in which languages it can be done. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** Id of the question in the same pack. */
  readonly question: string;
  readonly languages: readonly ScratchLanguage[];
}

/**
 * Reads `exercise.yaml`; never throws.
 * @param file path inside the pack, as `exercises/<id>/exercise.yaml`
 */
export function parseExercise(text: string, file: string): { exercise?: Exercise; problems: Problem[] } {
  const problems: Problem[] = [];
  const fields = YamlFields.parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), file, 1, problems);
  if (!fields) return { problems };
  const id = fields.text('id', true);
  const title = fields.text('title', true);
  const question = fields.text('question', true);
  if (id !== undefined && !ID_PATTERN.test(id)) {
    fields.error('id', `'${id}' cannot be an id.`, 'Use lower-case letters, digits and single hyphens.');
  }
  // Starters and solutions are looked for in the folder of that id.
  const folder = file.split('/').at(-2);
  if (id !== undefined && folder !== undefined && id !== folder) {
    fields.error('id', `The id '${id}' is not the name of the folder '${folder}'.`, 'Rename one of them.');
  }
  const languages: ScratchLanguage[] = [];
  for (const name of fields.list('languages')) {
    const language = asScratchLanguage(name);
    if (language) languages.push(language);
    else fields.error('languages', `'${name}' is no language.`, `Use ${SCRATCH_LANGUAGES.join(', ')}.`);
  }
  if (languages.length === 0) {
    fields.error('languages', 'The exercise has no language.', `List some of ${SCRATCH_LANGUAGES.join(', ')}.`);
  }
  if (problems.length > 0) return { problems };
  return { problems, exercise: { id: id!, title: title!, question: question!, languages } };
}
