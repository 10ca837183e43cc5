import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './problem';

/** Where a value stands in its file; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** No file needs as much, and what reads YAML takes its time with hostile text. */
const LONGEST = 200_000;

/**
 * A YAML mapping whose values are read one by one, each with its place in the file, so that a wrong
 * field is one problem at one line and never an exception.
 */
export class YamlFields {
  private readonly positions = new Map<string, Position>();

  private constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly file: string,
    private readonly problems: Problem[],
  ) {}

  /**
   * Parses `text`; syntax errors become problems.
   * @param firstLine line of the file on which `text` starts, counted from 1
   * @returns undefined when there is no mapping to read from
   */
  static parse(
    text: string,
    file: string,
    firstLine: number,
    problems: Problem[],
  ): YamlFields | undefined {
    const refuse = (position: Position, message: string, mend: string): undefined => {
      problems.push({ file, ...position, severity: 'error', message, mend });
      return undefined;
    };
    const start: Position = { line: firstLine, column: 1 };
    if (text.length > LONGEST) {
      return refuse(start, `The fields are longer than ${LONGEST} characters.`, 'Keep them to a few words each.');
    }
    const lines = new LineCounter();
    const at = (offset: number): Position => {
      const { line, col } = lines.linePos(offset);
      return { line: line + firstLine - 1, column: col };
    };
    try {
      // The core schema keeps dates as strings; unique keys are an error that YAML itself demands.
      const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false });
      // Later errors mostly follow from the first.
      for (const error of document.errors.slice(0, 5)) {
        const message = `The YAML cannot be read: ${sentence(error.message)}`;
        refuse(at(error.pos[0]), message, 'Mend the YAML; quote a value that holds a colon followed by a space.');
      }
      if (document.errors.length > 0) return undefined;
      if (!isMap(document.contents)) return refuse(start, 'There are no fields.', 'Write fields as `name: value`, one a line.');
      // Nested keys that are no words take toJS time without bound.
      let wrongKey: Position | undefined;
      visit(document, {
        Pair: (_key, { key }) => {
          if (!isNode(key) || isScalar(key)) return undefined;
          wrongKey = key.range ? at(key.range[0]) : start;
          return visit.BREAK;
        },
      });
      if (wrongKey) return refuse(wrongKey, 'A list, a mapping or an alias cannot be the name of a field.', 'Write `name: value`.');
      const fields = new YamlFields(document.toJS({ maxAliasCount: 20 }) as Record<string, unknown>, file, problems);
      for (const pair of document.contents.items) {
        if (isScalar(pair.key) && pair.key.range) {
          fields.positions.set(String(pair.key.value), at(pair.key.range[0]));
        }
      }
      return fields;
    } catch (error) {
      // Too many aliases, or nested deeper than the stack reaches.
      const message = `The YAML cannot be read: ${sentence((error as Error).message)}`;
      return refuse(start, message, 'Write the values out, without YAML aliases and without deep nesting.');
    }
  }

  /** Where a field stands; the first line when it is missing. */
  position(name: string): Position {
    return this.positions.get(name) ?? { line: 1, column: 1 };
  }

  /** Names of all fields present. */
  names(): readonly string[] {
    return [...this.positions.keys()];
  }

  /** The raw value, for nested structures. */
  raw(name: string): unknown {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }

  /** A trimmed, non-empty string, or undefined with a problem when it is required or of another type. */
  text(name: string, required: boolean): string | undefined {
    const raw = this.raw(name);
    const value = typeof raw === 'string' ? raw.trim() : raw;
    if (value === undefined || value === null || value === '') {
      if (required) this.error(name, `The field '${name}' is missing.`, `Add '${name}: …'.`);
      return undefined;
    }
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') {
      this.error(name, `The field '${name}' must be text.`, `Write '${name}: some text'.`);
      return undefined;
    }
    return value;
  }

  /** One of a fixed set of words. */
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name, false);
    if (value === undefined) return undefined;
    const found = allowed.find((word) => word === value);
    if (!found) {
      this.error(name, `'${value}' is no ${name}.`, `Use one of ${allowed.join(', ')}.`);
    }
    return found;
  }

  /** A list of strings; a missing field is an empty list. */
  list(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined || value === null) return [];
    const items = Array.isArray(value) ? value : [value];
    if (!items.every((item) => typeof item === 'string' || typeof item === 'number')) {
      this.error(name, `The field '${name}' must be a list of words.`, `Write '${name}: [a, b]'.`);
      return [];
    }
    return items.map((item) => String(item).trim()).filter((item) => item !== '');
  }

  /** Reports an error at a field. */
  error(name: string, message: string, mend: string): void {
    this.problems.push({
      file: this.file,
      ...this.position(name),
      severity: 'error',
      message,
      mend,
    });
  }
}

function sentence(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
