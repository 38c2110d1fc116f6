"""What was removed by a page, kept for a while so that it can be put back: the originals, their names, and what users said of them."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ingest.errors import UnknownContract
from ingest.faults import translated
from ingest.index import Index
from ingest.library import Library
from ingest.names import unknown_document
from ingest.pipeline import Job, remove
from ingest.said import Said

FOLDER = "removed"
DAYS_KEPT = 30
_ENTRY = "entry.json"
_IN_FOLDER = re.compile(r"(?P<stem>.+) \((?P<folder>[^()]*/[^()]*)\)")  # "raci (fr/network)": no file bears a slash
_REMEDY = "free some room, or remove it with `clausier remove`, which keeps nothing"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was removed: documents of a contract by name; ``whole`` when it had no others. ``day`` is ISO 8601, UTC."""

    id: str
    contract: str
    documents: tuple[str, ...]
    whole: bool
    day: str


class Wastebasket:
    """Removes contracts and documents so that they can be put back.

    Args:
        library: where they are removed from, whose home holds what is kept.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = library.home / FOLDER

    def remove(self, index: Index, contract: str, document: str | None = None) -> Removed:
        """Remove a contract, or one document of it by name, from library and index; keep what is needed to put it back.

        Raises:
            UnknownContract: when there is no such contract or document.
            LibraryBusy: another process is writing.
            StorageFull: there is no room to keep it; nothing was removed.
        """
        record = self._library.contract(contract)
        gone = [each for each in record.documents if document in (None, each.name)]
        if not gone:
            raise unknown_document(record, document)
        names = tuple(each.name for each in gone)
        whole = len(gone) == len(record.documents)
        now = datetime.now(UTC)
        entry = Removed(
            f"{now:%Y%m%d%H%M%S}-{secrets.token_hex(4)}", record.name, names, whole, now.isoformat(timespec="seconds")
        )
        kept = [word for word in self._library.said(record.name) if whole or word.document in names]
        files = [
            (each.name, self._library.original(version.id), age)
            for each in gone
            for age, version in enumerate([each, *self._library.older(each.id)])
        ]
        with translated(self._folder, _REMEDY):
            self._keep(entry, files, record.aliases if whole else (), kept)
        try:
            remove(self._library, index, record.name, document)
        except BaseException:
            self.drop(entry.id)
            raise
        return entry

    def all(self) -> list[Removed]:
        """What can be put back, the last removed first."""
        read = [self._entry(path) for path in self._folder.glob(f"*/{_ENTRY}")]
        found = [
            Removed(each["id"], each["contract"], tuple(each["documents"]), each["whole"], each["day"]) for each in read
        ]
        return sorted(found, key=lambda each: each.id, reverse=True)

    def rounds(self, number: str) -> list[list[Job]]:
        """The files to ingest again, one round after another, so that each document has its old name and its older versions.

        Raises:
            UnknownContract: nothing of that id can be put back.
        """
        entry, folder = self._entry(self._path(number)), self._path(number).parent
        ages = sorted({file["age"] for file in entry["files"]}, reverse=True)
        return [
            [
                Job(folder / file["path"], entry["contract"], file["folder"])
                for file in entry["files"]
                if file["age"] == age
            ]
            for age in ages
        ]

    def settle(self, number: str) -> None:
        """Say again what users had said, once the files are back, and keep nothing any more.

        Raises:
            UnknownContract: nothing of that id can be put back, or the contract is not back.
            LibraryBusy: another process is writing.
        """
        entry = self._entry(self._path(number))
        there = {document.name for document in self._library.contract(entry["contract"]).documents}
        with self._library.writing():
            self._library.add_aliases(entry["contract"], entry["aliases"])
            for word in entry["said"]:
                if word["document"] is None or word["document"] in there:
                    self._library.say(entry["contract"], Said(**word))
        self.drop(number)

    def drop(self, number: str) -> None:
        """Keep it no more."""
        shutil.rmtree(self._path(number).parent, ignore_errors=True)

    def purge(self, today: datetime) -> None:
        """Drop what was removed more than `DAYS_KEPT` days ago."""
        for entry in self.all():
            if datetime.fromisoformat(entry.day) < today - timedelta(days=DAYS_KEPT):
                self.drop(entry.id)

    def _keep(
        self, entry: Removed, files: Sequence[tuple[str, Path, int]], aliases: Sequence[str], said: Sequence[Said]
    ) -> None:
        folder = self._folder / entry.id
        listed = []
        for number, (name, original, age) in enumerate(files):
            match = _IN_FOLDER.fullmatch(name)
            place = Path(str(number), f"{match['stem'] if match else name}{original.suffix}")
            (folder / place).parent.mkdir(parents=True, mode=0o700)
            shutil.copyfile(original, folder / place)
            listed.append({"path": str(place), "folder": match["folder"] if match else "", "age": age})
        told = {**asdict(entry), "files": listed, "aliases": list(aliases), "said": [asdict(word) for word in said]}
        (folder / _ENTRY).write_text(json.dumps(told), encoding="utf-8")  # last: what has no entry was not kept whole

    def _path(self, number: str) -> Path:
        if not re.fullmatch(r"[0-9a-f-]+", number):
            raise self._unknown(number)
        return self._folder / number / _ENTRY

    def _entry(self, path: Path) -> dict[str, Any]:
        try:
            entry: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise self._unknown(path.parent.name) from None
        return entry

    @staticmethod
    def _unknown(number: str) -> UnknownContract:
        return UnknownContract(
            f"expected something that was removed and can be put back, got {number!r}, which is gone; ingest the files again"
        )
