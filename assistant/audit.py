"""Who did what, and when: one line of JSON an act, only ever added to, each sealed with the hash of the one before."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from assistant.errors import AssistantError

FILE = "audit.jsonl"
_FIRST = "0" * 64  # what the first line is sealed with
_TAIL = 1 << 16  # bytes at the end of the file in which its last line is looked for first


class Audit:
    """The audit log of a home. A line that is changed or taken out afterwards shows in `faults`.

    Args:
        home: the folder of all state; the log is made with its first entry.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        self._lock = FileLock(home / "audit.lock", timeout=10.0)

    def enter(self, who: str, what: str, **told: object) -> None:
        """Add an entry; it is on the disk when this returns.

        Args:
            who: the user's name, empty where nobody has to sign in.
            what: the act ("ask", "answer", "open", "upload", "edit", "remove" …).
            told: what else there is to say, as values of JSON.

        Raises:
            AssistantError: the log cannot be written; what was to be entered should then not be done.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._lock:
                entry = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "who": who, "what": what, **told}
                line = json.dumps({**entry, "after": _sealed(self._last())}, ensure_ascii=False)
                handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with os.fdopen(handle, "ab") as file:
                    file.write(line.encode("utf-8", "backslashreplace") + b"\n")
                    file.flush()
                    os.fsync(file.fileno())
        except (OSError, TimeoutError) as error:
            raise AssistantError(
                f"expected to write the audit log {self._path}, got: {error}; check the disk"
            ) from error

    def entries(self) -> list[dict[str, Any]]:
        """Every entry, the first first."""
        return [json.loads(line) for line in self._lines()]

    def faults(self) -> list[str]:
        """Where lines were changed or taken out, a sentence each; what was cut off at the end cannot be seen."""
        faults, before = [], b""
        for number, line in enumerate(self._lines(), start=1):
            if _after(line) != _sealed(before):
                faults.append(
                    f"{self._path}: line {number} does not follow the line before it; one of them was changed"
                )
            before = line
        return faults

    def _lines(self) -> list[bytes]:
        return self._path.read_bytes().splitlines() if self._path.exists() else []

    def _last(self) -> bytes:
        """The last line, without reading the whole file unless that line is very long."""
        if not self._path.exists():
            return b""
        with self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL))
            lines = file.read().splitlines()
        if len(lines) > 1 or size <= _TAIL:
            return lines[-1] if lines else b""
        return self._lines()[-1]


def _after(line: bytes) -> object:
    """What a line says of the one before it; None when it is no entry at all."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told.get("after") if isinstance(told, dict) else None


def _sealed(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest() if line else _FIRST
