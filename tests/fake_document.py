"""Documents made in the test: a few numbered clauses, two pages, one running footer, boxes, passages."""

from __future__ import annotations

from array import array

from ingest.document import Boxes, Clause, Document, Furniture, FurnitureKind, Page, Passage, Role, Span


def make_document(*bodies: str, title: str = "Service Levels", language: str = "en") -> Document:
    """One clause a body, numbered from 1, the last of them on page 2; a footer follows the text."""
    text, clauses = "", []
    for number, body in enumerate(bodies or ("The supplier answers within one hour.",), start=1):
        start = len(text)
        text += f"{number}. Heading {number}\n{body}\n"
        clauses.append(Clause(f"c{number}", f"{number}", f"Heading {number}", 1, None, Span(start, len(text)), number))
    middle, end = clauses[-1].span.start, len(text)
    text += "Page 1 of 2\n"
    boxes = Boxes(array("I", [0, 3]), array("I", [2, 10]), array("I", [1, 2]), array("f", [1, 2, 3, 4, 5, 6, 7, 8.5]))
    return Document(
        text=text,
        pages=(Page(1, Span(0, middle)), Page(2, Span(middle, end))),
        clauses=tuple(clauses),
        furniture=(Furniture(FurnitureKind.FOOTER, Span(end, len(text)), 1),),
        title=title,
        role=Role.SERVICE_LEVELS,
        language=language,
        warnings=("page 2 is faint",),
        boxes=boxes,
    )


def make_passages(document: Document) -> tuple[Passage, ...]:
    """One passage a clause, under the document's title and the clause's heading."""
    return tuple(Passage(c.id, c.span, f"{document.title} › {c.heading}") for c in document.clauses)
