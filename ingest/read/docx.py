"""Word (.docx) -> Reading: python-docx opens the package, the rest is read from its XML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.package import Package

from ingest.document import FurnitureKind
from ingest.errors import DamagedFile, EmptyFile, UnsupportedFormat
from ingest.read.body import BodyReader, Resources
from ingest.read.characters import MARKS_TOLD
from ingest.read.limits import Budget, Limits
from ingest.read.numbering import Numbering
from ingest.read.package import check_package
from ingest.read.runs import Traces
from ingest.read.styles import Styles
from ingest.read.title import usable_title
from ingest.reading import Line, Reading

_FURNITURE = {qn("w:headerReference"): FurnitureKind.HEADER, qn("w:footerReference"): FurnitureKind.FOOTER}


def read_docx(path: Path, limits: Limits) -> Reading:
    """Read a Word document.

    Raises:
        DamagedFile: the package or a part of it is missing or malformed.
        EncryptedFile: its parts are encrypted.
        EmptyFile: it has no words.
        FileTooLarge: it goes beyond the limits.
        UnsupportedFormat: it is in the format's "strict" variant.
    """
    budget = Budget(limits, path.name)
    check_package(path, budget)
    try:
        package = Package.open(str(path))
        main = package.main_document_part
        root = _root(main)
        resources = _resources(main)
        title = usable_title(package.core_properties.title)
    except Exception as error:  # python-docx meets malformed packages with KeyError, ValueError and lxml's own errors
        raise DamagedFile(
            f"{path.name}: expected a whole Word document, got: {str(error)[:200] or repr(error)}; fetch the file again"
        ) from error
    body = root.find(qn("w:body"))
    if body is None:
        _refuse_root(path, root)
    reader = BodyReader(resources, budget)
    reader.read(body)
    lines = [*reader.lines, *_running(main, reader, resources, budget)]
    if not any(any(c.isalnum() for c in line.text) for line in lines):
        raise EmptyFile(f"{path.name}: expected a document with words, got none; fetch the file again")
    budget.check_pages(reader.pages.number)
    return Reading(
        lines=tuple(lines),
        page_count=reader.pages.number,
        page_heights=(0.0,) * reader.pages.number,
        title=title,
        warnings=tuple(_warnings(resources.traces)),
    )


def _root(part: Part) -> Any:
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def _refuse_root(path: Path, root: Any) -> None:
    if not str(root.tag).startswith(f"{{{nsmap['w']}}}"):
        raise UnsupportedFormat(
            f"{path.name}: expected an ordinary Word document, got one in a variant that is not read "
            "(Strict Open XML, perhaps); save it as an ordinary .docx or as PDF"
        )
    raise DamagedFile(f"{path.name}: expected a Word document with a body, found none; fetch the file again")


def _resources(main: Part) -> Resources:
    related = {rel.reltype.rsplit("/", 1)[-1]: rel.target_part for rel in main.rels.values() if not rel.is_external}
    roots = {
        name: _root(related[name]) if name in related else None
        for name in ("styles", "numbering", "footnotes", "endnotes")
    }
    notes: dict[str, Any] = {}
    for name in ("footnotes", "endnotes"):
        root = roots[name]
        for note in () if root is None else root:
            if note.get(qn("w:type")) in (None, "normal"):
                notes[f"{name}/{note.get(qn('w:id'))}"] = note
    return Resources(Styles(roots["styles"]), Numbering(roots["numbering"]), notes, Traces())


def _running(main: Part, reader: BodyReader, resources: Resources, budget: Budget) -> Iterator[Line]:
    """The lines of headers and footers, each wording once, on the page on which its section begins."""
    seen: set[tuple[FurnitureKind, str]] = set()
    for section, page in reader.sections:
        for child in section:
            kind = _FURNITURE.get(child.tag)
            part = main.rels.get(child.get(qn("r:id"))) if kind is not None else None
            if part is None or part.is_external or kind is None:
                continue
            inner = BodyReader(resources, budget, FurnitureKind(kind), page)
            inner.read(_root(part.target_part))
            for line in inner.lines:
                if (kind, line.text) not in seen:
                    seen.add((kind, line.text))
                    yield line


def _warnings(traces: Traces) -> Iterator[str]:
    if traces.changes:
        yield "tracked changes: read as if all were accepted"
    if traces.hidden:
        yield "hidden text was left out"
    if traces.faint:
        yield f"{traces.faint} hidden passage{'s' if traces.faint > 1 else ''} (white or tiny), read like the others"
    if traces.marks:
        yield f"{traces.marks} {MARKS_TOLD}"
    if traces.foreign:
        yield "an embedded document of another format was left out"
