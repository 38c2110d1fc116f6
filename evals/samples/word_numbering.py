"""Write a `Numbering` into a Word document's numbering part (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from evals.samples.numbering import LevelForm, Numbering, Place

# Far above the identifiers in python-docx's own template.
_FIRST_ID = 100
_STEP = 425
"""Indent of a level, in twentieths of a point (0.75 cm)."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The ``w:numId`` of each list instance of a document, by instance."""

    ids: tuple[int, ...]


def write_numbering(word: WordDocument, numbering: Numbering) -> WordLists:
    """Add the multilevel list and its instances to the document's numbering part."""
    part = word.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_FIRST_ID}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(level, numbering.forms.get(level)) for level in range(9))
        + "</w:abstractNum>"
    )
    # The schema wants every abstractNum before the first num.
    part.insert(len(part.findall(qn("w:abstractNum"))), abstract)
    ids = []
    for instance, restart in enumerate([None, *numbering.restarts]):
        ids.append(_FIRST_ID + instance)
        part.append(_instance(ids[-1], restart))
    return WordLists(tuple(ids))


def write_place(paragraph: Paragraph, place: Place, lists: WordLists) -> None:
    """Let Word number the paragraph: its level, and the list that counts it."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = place.level
    properties.get_or_add_numId().val = lists.ids[place.instance]


def _level(level: int, form: LevelForm | None) -> str:
    text, number_format = (form.text, form.format) if form else ("", "none")
    left = _STEP * max(2, level)
    hanging = _STEP * 2 if level < 3 else _STEP
    # A long label ("Article 12 –") is followed by a space, since it would overrun the hanging indent.
    suffix = "space" if level == 0 and len(text) > 4 else "tab"
    indent = "" if suffix == "space" else f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )


def _instance(number: int, restart: int | None) -> BaseOxmlElement:
    num = OxmlElement("w:num", {qn("w:numId"): str(number)})
    num.append(OxmlElement("w:abstractNumId", {qn("w:val"): str(_FIRST_ID)}))
    if restart is not None:
        override = OxmlElement("w:lvlOverride", {qn("w:ilvl"): str(restart)})
        override.append(OxmlElement("w:startOverride", {qn("w:val"): "1"}))
        num.append(override)
    return num
