import java.util.List;

/**
 * A feed of posts, newest first, read in pages.
 *
 * <p>The order is (createdAt, id), both descending. createdAt is a whole
 * number of milliseconds, 0 or more, at most 15 digits; several posts may
 * share it. id is unique printable ASCII text, compared as text; it may
 * hold colons.
 *
 * <p>A cursor is the position of the last post of a page: the text
 * {@code v1:<createdAt>:<id>} as base64url without padding. Clients treat it
 * as opaque; every instance of the service must read every other's.
 *
 * <p>All methods may be called from several threads at once.
 */
class Feed {
    record Page(List<String> ids, String nextCursor) {}

    /** The caller's mistake; the HTTP layer answers 400. */
    static final class BadRequest extends RuntimeException {
        BadRequest(String message) {
            super(message);
        }
    }

    private final int maxLimit;

    /** maxLimit is the largest page, at least 1. */
    Feed(int maxLimit) {
        this.maxLimit = maxLimit;
    }

    void add(String id, long createdAt) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Removes a post; says whether it was there. */
    boolean remove(String id) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * One page: at most limit ids that stand behind the position of cursor
     * ("" is the start). nextCursor is "" when no post stands behind this
     * page.
     *
     * <p>A post that is in the feed from the first page to the last is
     * returned exactly once, whatever is added or removed in between; so a
     * cursor works also when its post is gone.
     *
     * <p>A limit above maxLimit counts as maxLimit. One below 1 throws
     * BadRequest("bad limit"); a cursor that this encoding cannot have made
     * throws BadRequest("bad cursor"). O(log n + limit).
     */
    Page page(int limit, String cursor) {
        throw new UnsupportedOperationException("not implemented");
    }
}
