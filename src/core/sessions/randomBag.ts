/** A source of numbers from 0 (included) to 1 (excluded), such as Math.random. */
export type Random = () => number;

/**
 * Draws without repeating until everything was drawn, as from a bag that is refilled when empty.
 * The set may change between draws: what was drawn stays drawn as long as it is offered.
 */
export class RandomBag {
  private readonly drawn = new Set<string>();
  private last: string | undefined;

  constructor(private readonly random: Random) {}

  /**
   * Draws one key.
   * @param offered all keys that may be drawn
   * @param preferred of those, what is drawn first while any is left
   * @returns undefined when nothing is offered
   */
  draw(offered: readonly string[], preferred: (key: string) => boolean): string | undefined {
    if (offered.length === 0) return undefined;
    let left = offered.filter((key) => !this.drawn.has(key));
    if (left.length === 0) {
      for (const key of offered) this.drawn.delete(key);
      // A refilled bag must not begin with what was drawn last.
      left = offered.length > 1 ? offered.filter((key) => key !== this.last) : [...offered];
    }
    const first = left.filter(preferred);
    const from = first.length > 0 ? first : left;
    const key = from[Math.floor(this.random() * from.length)]!;
    this.drawn.add(key);
    this.last = key;
    return key;
  }

  /** Counts a key as drawn, since the user has it before their eyes already. */
  setAside(key: string): void {
    this.drawn.add(key);
    this.last = key;
  }
}
