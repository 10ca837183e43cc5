/** The caller's mistake; the HTTP layer answers 400. */
export class BadRequest extends Error {}

/**
 * A feed of posts, newest first, read in pages.
 *
 * The order is (createdAt, id), both descending. createdAt is a whole number
 * of milliseconds, 0 or more, at most 15 digits; several posts may share it.
 * id is unique printable ASCII text, compared as text; it may hold colons.
 *
 * A cursor is the position of the last post of a page: the text
 * `v1:<createdAt>:<id>` as base64url without padding. Clients treat it as
 * opaque; every instance of the service must read every other's.
 */
export class Feed {
  /** @param {number} maxLimit the largest page, at least 1 */
  constructor(maxLimit) {
    this.maxLimit = maxLimit;
  }

  add(id, createdAt) {
    throw new Error('not implemented');
  }

  /** Removes a post; says whether it was there. */
  remove(id) {
    throw new Error('not implemented');
  }

  /**
   * One page: `{ ids, nextCursor }`, at most `limit` ids that stand behind
   * the position of `cursor` ('' is the start). nextCursor is '' when no
   * post stands behind this page.
   *
   * A post that is in the feed from the first page to the last is returned
   * exactly once, whatever is added or removed in between; so a cursor
   * works also when its post is gone.
   *
   * A limit above maxLimit counts as maxLimit. One below 1 throws
   * BadRequest('bad limit'); a cursor that this encoding cannot have made
   * throws BadRequest('bad cursor'). O(log n + limit).
   */
  page(limit, cursor) {
    throw new Error('not implemented');
  }
}
