"""The settings, read from the environment here and nowhere else (docs/settings.md lists them)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from assistant.errors import SettingsError
from ingest.ocr import Ocr

PREFIX = "CLAUSIER_"
DEFAULT_EMBEDDER = "e5-clauses"
DEFAULT_READER = "clause-reader"
NO_READER = "none"
SILENT_BELOW = 0.44


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, each with its environment variable ``CLAUSIER_<NAME>``."""

    home: Path
    """Where all state lives (library, originals, indexes, assembled models)."""
    embedder: str = DEFAULT_EMBEDDER
    """The embedding model: the built-in name, or a folder or hub name of any sentence-transformers model."""
    model: str = ""
    """The LangChain chat model as ``provider:name``; empty for answers made of quotes alone."""
    model_url: str = ""
    """Base URL of an OpenAI-compatible server, empty for the provider's own."""
    model_key: str = field(default="", repr=False)
    """Key of the server at ``model_url``; a provider's own variable serves where there is no such server."""
    model_timeout: float = 60.0
    """Seconds that one call of the chat model may take."""
    silent_below: float = SILENT_BELOW
    """Confidence, 0 to 1, under which the contract is said not to answer (docs/silence.md)."""
    threads: int = 0
    """Threads for embedding; 0 leaves the choice to torch."""
    ocr: Ocr = Ocr.RAPIDOCR
    """What recognises the words of pages that are but pictures."""
    corpus: Path = Path("../shared/corpus")
    """Folder of real contracts for tests and measurements; the product never needs it."""
    reranker: str = ""
    """A cross-encoder that takes a second look at the best passages: a folder or hub name; empty for none."""
    nli: str = DEFAULT_READER
    """The cross-encoder that a model's sentences must pass too: the built-in name, a folder or hub name of one for natural language
    inference, or "none"."""
    chroma: str = ""
    """The address of a Chroma server that keeps the vectors, as ``http://host:port``; empty when the home does."""
    policy: Path | None = None
    """The file that says who may see which contracts in the web app; None when everybody may see all, and nobody signs in."""
    read_only: bool = False
    """Whether the web app lets nobody add, edit or remove."""
    translate: bool = True
    """Whether the chat model is asked to translate quotes that are not in the language of the question."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: variables to read; ``os.environ`` when None.

        Raises:
            SettingsError: for a value that cannot be used, or an unknown ``CLAUSIER_`` variable.
        """
        environment = os.environ if environment is None else environment
        known = {PREFIX + f.name.upper() for f in fields(cls)}
        given = {k: v for k, v in environment.items() if k.startswith(PREFIX) and v}
        unknown = sorted(given.keys() - known)
        if unknown:
            raise SettingsError(f"expected only known settings, got {', '.join(unknown)}; docs/settings.md lists them")
        home = given.get("CLAUSIER_HOME") or platformdirs.user_data_dir("clausier", appauthor=False)
        return cls(
            home=Path(home).expanduser().resolve(),
            embedder=given.get("CLAUSIER_EMBEDDER", DEFAULT_EMBEDDER),
            reranker=given.get("CLAUSIER_RERANKER", ""),
            nli=given.get("CLAUSIER_NLI", DEFAULT_READER),
            model=given.get("CLAUSIER_MODEL", ""),
            model_url=given.get("CLAUSIER_MODEL_URL", ""),
            model_key=given.get("CLAUSIER_MODEL_KEY", ""),
            model_timeout=_number(given, "CLAUSIER_MODEL_TIMEOUT", 60.0, 1.0, 3600.0),
            silent_below=_number(given, "CLAUSIER_SILENT_BELOW", SILENT_BELOW, 0.0, 1.0),
            threads=_whole(given, "CLAUSIER_THREADS", 0, 0, 256),
            ocr=_ocr(given.get("CLAUSIER_OCR", Ocr.RAPIDOCR)),
            corpus=Path(given.get("CLAUSIER_CORPUS", "../shared/corpus")),
            chroma=_address(given, "CLAUSIER_CHROMA"),
            policy=Path(given["CLAUSIER_POLICY"]).expanduser().resolve() if "CLAUSIER_POLICY" in given else None,
            read_only=_yes(given, "CLAUSIER_READ_ONLY"),
            translate=_yes(given, "CLAUSIER_TRANSLATE", "1"),
        )


def _ocr(text: str) -> Ocr:
    try:
        return Ocr(text)
    except ValueError:
        raise SettingsError(f"CLAUSIER_OCR: expected one of {', '.join(Ocr)}, got {text!r}") from None


def _address(given: Mapping[str, str], name: str) -> str:
    text = given.get(name, "")
    place = urlsplit(text)
    if text and (place.scheme not in ("http", "https") or not place.hostname):
        raise SettingsError(f"{name}: expected an address such as http://localhost:8000, got {text!r}")
    return text


def _yes(given: Mapping[str, str], name: str, default: str = "0") -> bool:
    text = given.get(name, default)
    if text not in ("0", "1"):
        raise SettingsError(f"{name}: expected 1 or 0, got {text!r}")
    return text == "1"


def _number(given: Mapping[str, str], name: str, default: float, low: float, high: float) -> float:
    text = given.get(name)
    if text is None:
        return float(default)
    try:
        value = float(text)
    except ValueError:
        raise SettingsError(f"{name}: expected a number, got {text!r}") from None
    if not low <= value <= high:
        raise SettingsError(f"{name}: expected a number from {low:g} to {high:g}, got {text}")
    return value


def _whole(given: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    value = _number(given, name, default, low, high)
    if not value.is_integer():
        raise SettingsError(f"{name}: expected a whole number, got {given[name]}")
    return int(value)
