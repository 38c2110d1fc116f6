"""Recognised pages on disk until their document is stored, so that an interrupted ingestion of a long scan goes on where it was."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ingest.ocr import Ocr
from ingest.reading import Line, PlacedWord, ScannedPage


class ScanCache:
    """One small file a page below ``folder``, in a folder a document.

    What cannot be read there counts as not there: the page is then recognised anew.

    Args:
        folder: made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, sha256: str, number: int, ocr: Ocr) -> ScannedPage | None:
        """The page of the document of that hash as the engine read it, None when it is not kept."""
        try:
            return _page(json.loads(self._file(sha256, number, ocr).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, sha256: str, page: ScannedPage, ocr: Ocr) -> None:
        """Keep a page; the file is there in full or not at all."""
        file = self._file(sha256, page.number, ocr)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(page)), encoding="utf-8")
        part.replace(file)

    def drop(self, sha256: str) -> None:
        """Forget the pages of a document."""
        shutil.rmtree(self._folder / sha256, ignore_errors=True)

    def _file(self, sha256: str, number: int, ocr: Ocr) -> Path:
        return self._folder / sha256 / f"{ocr.value}-{number}.json"


def _page(kept: dict[str, Any]) -> ScannedPage:
    lines = tuple(
        Line(**{**line, "words": tuple(PlacedWord(**word) for word in line["words"])}) for line in kept["lines"]
    )
    return ScannedPage(lines, kept["number"], kept["confidence"], kept["turned"], kept["height"])
