import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feed of posts in pages; the contract stands in the starter. */
class Feed {
    record Page(List<String> ids, String nextCursor) {}

    /** The caller's mistake; the HTTP layer answers 400. */
    static final class BadRequest extends RuntimeException {
        BadRequest(String message) {
            super(message);
        }
    }

    private record Position(long createdAt, String id)
            implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            // The id breaks ties: with createdAt alone, posts of the same
            // millisecond are lost or repeated at the edge of a page.
            int byTime = Long.compare(createdAt, other.createdAt);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    /** The id is all of the rest: it may hold a colon itself. */
    private static final Pattern CURSOR_TEXT =
            Pattern.compile("v1:(0|[1-9][0-9]{0,14}):([ -~]+)");

    private final int maxLimit;
    private final NavigableSet<Position> posts = new TreeSet<>();
    private final Map<String, Long> createdAtById = new HashMap<>();

    Feed(int maxLimit) {
        this.maxLimit = maxLimit;
    }

    synchronized void add(String id, long createdAt) {
        posts.add(new Position(createdAt, id));
        createdAtById.put(id, createdAt);
    }

    synchronized boolean remove(String id) {
        Long createdAt = createdAtById.remove(id);
        return createdAt != null && posts.remove(new Position(createdAt, id));
    }

    synchronized Page page(int limit, String cursor) {
        if (limit < 1) {
            throw new BadRequest("bad limit");
        }
        int wanted = Math.min(limit, maxLimit);
        // By value: a look-up of the cursor's post would fail once it is
        // gone.
        NavigableSet<Position> behind = cursor.isEmpty()
                ? posts
                : posts.headSet(decode(cursor), false);
        List<String> ids = new ArrayList<>();
        Position last = null;
        for (Position post : behind.descendingSet()) {
            // One post more than wanted: a full page is no proof of
            // another one.
            if (ids.size() == wanted) {
                return new Page(ids, encode(last));
            }
            ids.add(post.id());
            last = post;
        }
        return new Page(ids, "");
    }

    private static String encode(Position position) {
        String text = "v1:" + position.createdAt() + ":" + position.id();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Position decode(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("bad cursor");
        }
        Matcher match = CURSOR_TEXT.matcher(
                new String(bytes, StandardCharsets.UTF_8));
        if (!match.matches()) {
            throw new BadRequest("bad cursor");
        }
        Position position =
                new Position(Long.parseLong(match.group(1)), match.group(2));
        // The decoder takes padding and loose bits: compare both ways.
        if (!encode(position).equals(cursor)) {
            throw new BadRequest("bad cursor");
        }
        return position;
    }
}
