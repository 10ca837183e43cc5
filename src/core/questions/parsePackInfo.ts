import type { Category, PackInfo } from './pack';
import { ID_PATTERN } from './questionId';
import type { Problem } from './problem';
import { YamlFields } from './yamlFields';

/** Folders of a pack that hold no questions. */
export const RESERVED_FOLDERS: readonly string[] = ['exercises'];

/**
 * Reads `pack.yaml`. `id` and `title` are required; categories may be ids or `{id, title, description}`.
 * Never throws.
 */
export function parsePackInfo(text: string, file = 'pack.yaml'): { info?: PackInfo; problems: Problem[] } {
  const problems: Problem[] = [];
  const fields = YamlFields.parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), file, 1, problems);
  if (!fields) return { problems };
  const id = fields.text('id', true);
  const title = fields.text('title', true);
  if (id !== undefined && !ID_PATTERN.test(id)) {
    fields.error('id', `'${id}' cannot be an id.`, 'Use lower-case letters, digits and single hyphens.');
  }
  const categories = parseCategories(fields);
  if (problems.length > 0 || id === undefined || title === undefined) return { problems };
  return {
    problems,
    info: {
      id,
      title,
      description: fields.text('description', false) ?? '',
      version: fields.text('version', false) ?? '0.0.0',
      language: fields.text('language', false) ?? 'en',
      categories,
    },
  };
}

function parseCategories(fields: YamlFields): Category[] {
  const raw = fields.raw('categories');
  if (raw === undefined || raw === null) return [];
  const wrong = (message: string): Category[] => {
    fields.error('categories', message, "Write a list of folder names, or of 'id', 'title', 'description'.");
    return [];
  };
  if (!Array.isArray(raw)) return wrong("The field 'categories' must be a list.");
  const categories: Category[] = [];
  for (const entry of raw as unknown[]) {
    const map = typeof entry === 'string' ? { id: entry } : entry;
    if (typeof map !== 'object' || map === null) return wrong('A category must be a name or a mapping.');
    const { id, title, description } = map as Record<string, unknown>;
    if (typeof id !== 'string' || !ID_PATTERN.test(id) || RESERVED_FOLDERS.includes(id)) {
      return wrong(`'${String(id)}' cannot be a category's id.`);
    }
    if (categories.some((category) => category.id === id)) return wrong(`The category '${id}' stands twice.`);
    categories.push({
      id,
      title: typeof title === 'string' && title.trim() !== '' ? title.trim() : titleFromId(id),
      description: typeof description === 'string' ? description.trim() : '',
    });
  }
  return categories;
}

/** 'rate-limits' becomes 'Rate limits', for folders that no one has named. */
export function titleFromId(id: string): string {
  const words = id.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
