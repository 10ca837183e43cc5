import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

/** Where a value stands in its file; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

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
    const lines = new LineCounter();
    // The core schema keeps dates as strings; unique keys are an error that YAML itself demands.
    const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false });
    const at = (offset: number): Position => {
      const { line, col } = lines.linePos(offset);
      return { line: line + firstLine - 1, column: col };
    };
    for (const error of document.errors) {
      problems.push({
        file,
        ...at(error.pos[0]),
        severity: 'error',
        message: `The YAML cannot be read: ${sentence(error.message)}`,
        mend: 'Mend the YAML; quote a value that holds a colon followed by a space.',
      });
    }
    if (document.errors.length > 0) return undefined;
    if (!isMap(document.contents)) {
      problems.push({
        file,
        line: firstLine,
        column: 1,
        severity: 'error',
        message: 'There are no fields.',
        mend: 'Write fields as `name: value`, one a line.',
      });
      return undefined;
    }
    let values: Record<string, unknown>;
    try {
      values = document.toJS({ maxAliasCount: 20 }) as Record<string, unknown>;
    } catch (error) {
      problems.push({
        file,
        line: firstLine,
        column: 1,
        severity: 'error',
        message: `The YAML cannot be read: ${sentence((error as Error).message)}`,
        mend: 'Write the values out instead of using YAML aliases.',
      });
      return undefined;
    }
    const fields = new YamlFields(values, file, problems);
    for (const pair of document.contents.items) {
      if (isScalar(pair.key) && pair.key.range) {
        fields.positions.set(String(pair.key.value), at(pair.key.range[0]));
      }
    }
    return fields;
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
    const value = this.raw(name);
    if (value === undefined || value === null || value === '') {
      if (required) this.error(name, `The field '${name}' is missing.`, `Add '${name}: …'.`);
      return undefined;
    }
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') {
      this.error(name, `The field '${name}' must be text.`, `Write '${name}: some text'.`);
      return undefined;
    }
    return value.trim();
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
