from __future__ import annotations


class ExpiringStore:
    """An in-memory store of key -> field -> value, with expiry by field.

    Keys, fields and values are strings. `now_ms` is the caller's clock in
    whole milliseconds and never goes back from call to call.
    """

    def set(self, key: str, field: str, value: str, now_ms: int) -> None:
        """Stores a field that never expires; drops any expiry it had."""
        raise NotImplementedError("not implemented")

    def set_expiring(
        self, key: str, field: str, value: str, now_ms: int, ttl_ms: int
    ) -> None:
        """Stores a field that can be seen while now < now_ms + ttl_ms.

        From that millisecond on it is gone. `ttl_ms` is at least 1, else a
        ValueError.
        """
        raise NotImplementedError("not implemented")

    def get(self, key: str, field: str, now_ms: int) -> str | None:
        """The field's value, or None when it is missing or expired."""
        raise NotImplementedError("not implemented")

    def delete(self, key: str, field: str, now_ms: int) -> bool:
        """Removes a field; True only if it was there and not expired."""
        raise NotImplementedError("not implemented")

    def scan(
        self, key: str, prefix: str, now_ms: int
    ) -> list[tuple[str, str]]:
        """The live fields of `key` that start with `prefix`.

        As (field, value) pairs in ascending order of the field, compared
        by code point.
        """
        raise NotImplementedError("not implemented")

    def sweep(self, now_ms: int) -> int:
        """Frees every expired field; says how many fields are left."""
        raise NotImplementedError("not implemented")

    def backup(self, now_ms: int) -> int:
        """Keeps a copy of all live fields; says how many they are."""
        raise NotImplementedError("not implemented")

    def restore(self, now_ms: int, backup_at_ms: int) -> bool:
        """Replaces the whole content by a backup.

        It is the latest one taken at or before `backup_at_ms`. A field that
        had n ms to live when it was backed up has n ms from `now_ms`.
        Backups stay and can be restored again. False, and nothing changed,
        when there is no such backup.
        """
        raise NotImplementedError("not implemented")
