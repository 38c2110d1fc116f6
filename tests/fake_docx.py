"""Word files for tests: python-docx makes the package, the XML of its body is given."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

PREFIXES = nsdecls("w", "r")


def word(path: Path, body: str, numbering: str | None = None, styles: str = "") -> Path:
    """A Word file with this WordprocessingML for its body, for its numbering part, and for additional styles."""
    document = docx.Document()
    element = document.element.body
    for child in list(element):
        if child.tag != qn("w:sectPr"):
            element.remove(child)
    last = element[-1]
    for child in parse_xml(f"<w:body {PREFIXES}>{body}</w:body>"):
        last.addprevious(child)
    if numbering is not None:
        part = document.part.numbering_part
        for child in list(part.element):
            part.element.remove(child)
        for child in parse_xml(f"<w:numbering {PREFIXES}>{numbering}</w:numbering>"):
            part.element.append(child)
    for child in parse_xml(f"<w:styles {PREFIXES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    document.save(str(path))
    return path


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a numbered list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(index: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, key: int = 1) -> str:
    """An abstract list and the list of the same id that uses it."""
    return (
        f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    )


def repacked(source: Path, target: Path, replaced: dict[str, bytes | None]) -> Path:
    """A copy of a package with parts replaced, or left out where None."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = replaced.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name in replaced.keys() - set(old.namelist()):
            content = replaced[name]
            if content is not None:
                new.writestr(name, content)
    return target
