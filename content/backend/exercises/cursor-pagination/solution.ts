/** The caller's mistake; the HTTP layer answers 400. */
export class BadRequest extends Error {}

export type Page = { ids: string[]; nextCursor: string };

type Position = { createdAt: number; id: string };

/** A feed of posts in pages; the contract stands in the starter. */
export class Feed {
  readonly #maxLimit: number;
  /** Ascending by createdAt and id: the newest is the last. */
  readonly #posts: Position[] = [];
  readonly #createdAtById = new Map<string, number>();

  constructor(maxLimit: number) {
    this.#maxLimit = maxLimit;
  }

  add(id: string, createdAt: number): void {
    const post = { createdAt, id };
    this.#posts.splice(this.#countBefore(post), 0, post);
    this.#createdAtById.set(id, createdAt);
  }

  remove(id: string): boolean {
    const createdAt = this.#createdAtById.get(id);
    if (createdAt === undefined) return false;
    this.#createdAtById.delete(id);
    this.#posts.splice(this.#countBefore({ createdAt, id }), 1);
    return true;
  }

  page(limit: number, cursor: string): Page {
    if (!(limit >= 1)) throw new BadRequest('bad limit'); // NaN too
    const wanted = Math.min(Math.floor(limit), this.#maxLimit);
    // By value: a look-up of the cursor's post would fail once it is gone.
    const end =
      cursor === '' ? this.#posts.length : this.#countBefore(decode(cursor));
    const start = Math.max(0, end - wanted);
    const posts = this.#posts.slice(start, end).reverse();
    const last = posts.at(-1);
    return {
      ids: posts.map((post) => post.id),
      // A full page is no proof of another one: ask whether a post is left.
      nextCursor: last && start > 0 ? encode(last) : '',
    };
  }

  /** How many posts stand before `position` in ascending order. */
  #countBefore(position: Position): number {
    let low = 0;
    let high = this.#posts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#posts[middle]!, position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(a: Position, b: Position): boolean {
  // The id breaks ties: with createdAt alone, posts of the same
  // millisecond are lost or repeated at the edge of a page.
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt;
  return a.id < b.id;
}

function encode({ createdAt, id }: Position): string {
  return Buffer.from(`v1:${createdAt}:${id}`).toString('base64url');
}

function decode(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  // The id is all of the rest: it may hold a colon itself.
  const match = /^v1:(0|[1-9]\d{0,14}):([ -~]+)$/.exec(text);
  if (!match) throw new BadRequest('bad cursor');
  const position = { createdAt: Number(match[1]), id: match[2]! };
  // Buffer skips characters that are not base64, so compare both ways.
  if (encode(position) !== cursor) throw new BadRequest('bad cursor');
  return position;
}
