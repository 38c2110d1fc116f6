"""Is everything here that is needed, and sound? Looks at versions, settings, models and the store; changes nothing."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.access import load_policy
from assistant.audit import Audit
from assistant.errors import SettingsError
from assistant.retrieval import cross_encoder
from assistant.settings import DEFAULT_EMBEDDER, DEFAULT_READER, PREFIX, Settings
from ingest import compact
from ingest.errors import IngestError

if TYPE_CHECKING:
    from assistant.parts import Parts

_PACKAGES = (
    "clausier",
    "chromadb",
    "langchain-core",
    "onnxruntime",
    "pypdf",
    "pypdfium2",
    "python-docx",
    "sentence-transformers",
    "sqlalchemy",
    "streamlit",
    "torch",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is as it should be, and what was found (with what to do, when it is not)."""

    name: str
    ok: bool
    found: str

    def to_json(self) -> dict[str, Any]:
        """The check as the JSON object of ``doctor --json``."""
        return asdict(self)


def examine(parts: Parts) -> list[Check]:
    """Every check, in order. A part that fails gives a failed check, and the next is looked at all the same."""
    return [
        *_versions(),
        *_settings(parts.settings),
        *_guarded("model", lambda: _models(parts.settings)),
        *_guarded("library", lambda: _library(parts)),
        *_guarded("index", lambda: _index(parts)),
        *_access(parts.settings),
    ]


def _guarded(name: str, look: Callable[[], Iterable[Check]]) -> list[Check]:
    """What was seen until the part failed, and its failure, if it did."""
    seen: list[Check] = []
    try:
        for check in look():
            seen.append(check)
    except IngestError as error:
        seen.append(Check(name, False, str(error)))
    return seen


def _versions() -> Iterator[Check]:
    yield Check("python", True, platform.python_version())
    for package in _PACKAGES:
        try:
            yield Check(package, True, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            yield Check(package, False, "expected the package to be installed, and it is not; install clausier again")


def _settings(settings: Settings) -> Iterator[Check]:
    for each in fields(settings):
        value = str(getattr(settings, each.name))
        if each.name.endswith("_url") or each.name == "chroma":
            value = _without_password(value)
        elif not each.repr:
            value = "set" if value else "not set"
        yield Check(PREFIX + each.name.upper(), True, value)


def _without_password(url: str) -> str:
    """The address without the user and password that it may carry: a report is there to be passed on, secrets are not."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _models(settings: Settings) -> Iterator[Check]:
    if settings.embedder == DEFAULT_EMBEDDER:
        for name, expected in (compact.MODEL, compact.TOKENIZER):
            yield _packaged_file(compact.PACKAGE, name, expected)
    else:
        yield Check("embedder", True, f"{settings.embedder}, as the settings say; it is loaded when it is needed")
    if settings.nli == DEFAULT_READER:
        yield _packaged_file(cross_encoder.PACKAGE, *cross_encoder.MODEL)


def _packaged_file(package: str, name: str, expected: str) -> Check:
    label = f"{package}/{name}"
    try:
        with importlib.resources.files(package).joinpath(name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # any binary file will do
    except (ModuleNotFoundError, FileNotFoundError):
        return Check(label, False, "expected the model's file in the package, found none; install clausier again")
    if found != expected:
        return Check(label, False, f"expected SHA-256 {expected}, got {found}; install clausier again")
    return Check(label, True, f"SHA-256 {found}")


def _library(parts: Parts) -> Iterator[Check]:
    contracts = parts.library.contracts()
    documents = sum(len(contract.documents) for contract in contracts)
    yield Check("library", True, f"{len(contracts)} contracts, {documents} documents in {parts.settings.home}")
    faults = parts.library.check()
    yield Check("store", not faults, "; ".join(faults) or "the database and every original are sound")


def _index(parts: Parts) -> Iterator[Check]:
    known = {record.id: record.name for contract in parts.library.contracts() for record in contract.documents}
    sizes = parts.index.sizes()
    missing = sorted(name for key, name in known.items() if sizes.get(key) != len(parts.library.passages(key)))
    if missing:
        yield Check(
            "index",
            False,
            f"expected every document to be indexed, not so: {', '.join(missing)}; run `clausier reindex`",
        )
    else:
        yield Check("index", True, f"{sum(sizes[key] for key in known)} passages of {len(known)} documents")
    if known:
        parts.index.check_embedder()
        yield Check("index embedder", True, f"{parts.embedder.name}, the one that the index was built with")


def _access(settings: Settings) -> Iterator[Check]:
    """The policy of access, when one is named, and whether the audit log is as it was written."""
    if settings.policy is not None:
        try:
            groups = load_policy(settings.policy).groups
            yield Check("policy", True, f"{len(groups)} groups: {', '.join(groups) or 'nobody sees anything'}")
        except SettingsError as error:
            yield Check("policy", False, str(error))
    faults = Audit(settings.home).faults()
    yield Check("audit log", not faults, "; ".join(faults) or "every line follows the one before it")
