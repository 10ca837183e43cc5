/**
 * Runs an effect at most once per Idempotency-Key and replays its response.
 *
 * <p>A key's record is made by a claim. While the effect runs, the claim
 * holds the key for leaseMs; the record as a whole lives for ttlMs. Both
 * count from the claim: at claimedAt + leaseMs the lease is over, at
 * claimedAt + ttlMs the record is as if it had never been.
 *
 * <p>The caller guarantees 0 &lt; leaseMs &lt;= ttlMs. Keys arrive already
 * scoped to one caller and one operation. Memory must not grow with dead
 * records. All methods may be called from several threads at once.
 */
class IdempotencyGuard {
    /**
     * What begin decides: action is "run", "replay" or "reject"; what does
     * not apply is 0 or "".
     */
    record Claim(String action, int token, int status, String body) {}

    record Response(int status, String body) {}

    record Reply(int status, String body, boolean replayed) {}

    interface Effect {
        Response run() throws Exception;
    }

    private final long ttlMs;
    private final long leaseMs;

    IdempotencyGuard(long ttlMs, long leaseMs) {
        this.ttlMs = ttlMs;
        this.leaseMs = leaseMs;
    }

    /**
     * Asks whether the request may run.
     *
     * <ul>
     * <li>"run", with a token: the claim is yours, call complete or fail.
     * Tokens are 1, 2, 3 ... in the order of the claims on this guard.
     * Given for a new key, and to take over a claim whose lease is over.
     * <li>"replay", with status and body: what the first request got.
     * <li>"reject", with a status: 400 for an empty key, 422 for another
     * body than the record's (whatever state it is in), 409 while the first
     * request runs.
     * </ul>
     */
    Claim begin(String key, String body, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Stores the response under the key. Returns false, and changes
     * nothing, if the claim of this token no longer holds or is already
     * completed.
     */
    boolean complete(String key, int token, int status, String body) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Gives the key back because the effect did not happen. Returns false,
     * and changes nothing, in the same cases as complete.
     */
    boolean fail(String key, int token) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * begin, effect, complete in one.
     *
     * <ul>
     * <li>Whatever response the effect returns is kept, also a 4xx or 5xx.
     * <li>If the effect throws, the key is given back and the exception
     * passes on.
     * <li>A rejected request gets the status, an empty body and no effect.
     * <li>If the claim was lost while the effect ran: 409, empty body.
     * </ul>
     */
    Reply handle(String key, String body, long nowMs, Effect effect)
            throws Exception {
        throw new UnsupportedOperationException("not implemented");
    }
}
