import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs an effect at most once per key; the contract is in the starter. */
class IdempotencyGuard {
    record Claim(String action, int token, int status, String body) {}

    record Response(int status, String body) {}

    record Reply(int status, String body, boolean replayed) {}

    interface Effect {
        Response run() throws Exception;
    }

    private static final class Entry {
        final int token;
        final byte[] hash;
        final long claimedAt;
        Response response;

        Entry(int token, byte[] hash, long claimedAt) {
            this.token = token;
            this.hash = hash;
            this.claimedAt = claimedAt;
        }
    }

    private final long ttlMs;
    private final long leaseMs;
    private int claims;
    /** Oldest claim first: the map keeps the order of insertion. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    IdempotencyGuard(long ttlMs, long leaseMs) {
        this.ttlMs = ttlMs;
        this.leaseMs = leaseMs;
    }

    // Look-up and claim under one lock: of two requests that come together,
    // one claims and the other sees it.
    synchronized Claim begin(String key, String body, long nowMs) {
        if (key.isEmpty()) {
            return reject(400);
        }
        dropDead(nowMs);
        byte[] hash = fingerprint(body);
        Entry entry = entries.get(key);
        if (entry != null && !isDead(entry, nowMs)) {
            // Before the 409: waiting never makes a wrong body right.
            if (!MessageDigest.isEqual(entry.hash, hash)) {
                return reject(422);
            }
            if (entry.response != null) {
                Response kept = entry.response;
                return new Claim("replay", 0, kept.status(), kept.body());
            }
            if (nowMs < entry.claimedAt + leaseMs) {
                return reject(409);
            }
        }
        claims++;
        entries.remove(key); // so that the new claim is the newest
        entries.put(key, new Entry(claims, hash, nowMs));
        return new Claim("run", claims, 0, "");
    }

    synchronized boolean complete(
            String key, int token, int status, String body) {
        if (!holds(key, token)) {
            return false;
        }
        entries.get(key).response = new Response(status, body);
        return true;
    }

    synchronized boolean fail(String key, int token) {
        if (!holds(key, token)) {
            return false;
        }
        entries.remove(key);
        return true;
    }

    // Not synchronized: one slow effect would stop every key.
    Reply handle(String key, String body, long nowMs, Effect effect)
            throws Exception {
        Claim claim = begin(key, body, nowMs);
        if (!claim.action().equals("run")) {
            boolean replayed = claim.action().equals("replay");
            return new Reply(claim.status(), claim.body(), replayed);
        }
        Response response;
        try {
            response = effect.run();
        } catch (Exception error) {
            fail(key, claim.token());
            throw error;
        }
        // Outside the try: if storing failed, the effect has happened all
        // the same, and giving the key back would invite a second one.
        int status = response.status();
        if (!complete(key, claim.token(), status, response.body())) {
            return new Reply(409, "", false);
        }
        return new Reply(status, response.body(), false);
    }

    private static Claim reject(int status) {
        return new Claim("reject", 0, status, "");
    }

    /** Enough to compare, and the body itself need not be kept. */
    private static byte[] fingerprint(String body) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** A holder that was overtaken must not write over its successor. */
    private boolean holds(String key, int token) {
        Entry entry = entries.get(key);
        return entry != null && entry.token == token
                && entry.response == null;
    }

    private boolean isDead(Entry entry, long nowMs) {
        return nowMs >= entry.claimedAt + ttlMs;
    }

    private void dropDead(long nowMs) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext()
                && isDead(oldestFirst.next(), nowMs)) {
            oldestFirst.remove();
        }
    }
}
