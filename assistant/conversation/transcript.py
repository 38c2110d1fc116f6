"""A conversation to take away: Markdown, or PDF, with every citation.

Contract text is data: in Markdown it is escaped, so that no link, image or tag of a contract comes to life.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from assistant.answer import Answer, Citation, Verdict
from assistant.answering.translation_words import translation_told
from assistant.asked.read_as import names_too, read_as
from assistant.citing.force_words import force_notes
from assistant.citing.hidden import hidden_notes
from assistant.citing.pin_cite import place_told
from assistant.citing.signing import signing_notes
from assistant.conversation.conversations import Conversation
from ingest.written_day import written_stamp

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~&$])")
_SPACE = re.compile(r"\s+")
_READ = {
    "en": {"contract": "From {said}", "as_of": "As of {said}"},
    "fr": {"contract": "D’après {said}", "as_of": "Tel qu’en vigueur le {said}"},
}
_NEAREST = {
    "en": "The nearest words, which are no answer:",
    "fr": "Les mots les plus proches, qui ne sont pas une réponse :",
}


def markdown(conversation: Conversation) -> str:
    """The conversation as Markdown: each question a heading, each quote a block with its place."""
    lines = [f"# {_plain(conversation.summary.title)}", "", _about(conversation), ""]
    for exchange in conversation.exchanges:
        lines += [f"## {_plain(exchange.answer.question)}", ""]
        lines += [line for said in _read(exchange.answer) for line in (_plain(said), "")]
        lines += [*_answer(exchange.answer), ""]
    return "\n".join(lines)


def pdf(conversation: Conversation) -> bytes:
    """The conversation as a PDF file."""
    from reportlab.lib.pagesizes import A4  # here for start-up speed, as is all of reportlab
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf"), ("VeraIt", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    body = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=13.5, spaceAfter=5)
    styles = {
        "title": ParagraphStyle("title", body, fontName="VeraBd", fontSize=15, leading=19, spaceAfter=8),
        "question": ParagraphStyle("question", body, fontName="VeraBd", fontSize=11, leading=15, spaceBefore=12),
        "body": body,
        "quote": ParagraphStyle("quote", body, fontName="VeraIt", leftIndent=14),
        "place": ParagraphStyle("place", body, fontSize=8, leading=11, leftIndent=14, textColor="#555555"),
    }
    made = BytesIO()
    document = SimpleDocTemplate(
        made, pagesize=A4, title=conversation.summary.title, margins=54, author="Clausier", invariant=1
    )
    document.build([Paragraph(escape(text), styles[style]) for style, text in _paragraphs(conversation)])
    return made.getvalue()


def _paragraphs(conversation: Conversation) -> Iterator[tuple[str, str]]:
    yield "title", _flat(conversation.summary.title)
    yield "place", _about(conversation)
    for exchange in conversation.exchanges:
        yield "question", _flat(exchange.answer.question)
        for answer in exchange.answer.apart or (exchange.answer,):
            yield from _told(answer)


def _told(answer: Answer) -> Iterator[tuple[str, str]]:
    yield from (("place", _flat(line)) for line in _read(answer))
    if answer.abstained or not answer.statements:
        yield "body", _flat(_why_none(answer))
    if _is_near(answer):
        yield "body", _NEAREST.get(answer.language, _NEAREST["en"])
    for statement in answer.statements or answer.nearest:
        said = statement.text if statement.verdict is Verdict.VERIFIED else statement.lead
        if said:
            yield "body", _flat(said)
        for citation in statement.citations:
            yield "quote", f"“{_flat(citation.quote)}”"
            if citation.translation:
                yield "place", _flat(translation_told(citation.translation, answer.language))
            yield "place", _place(citation, answer.language)


def _about(conversation: Conversation) -> str:
    about = conversation.summary
    return f"{about.contract or '–'} · {written_stamp(about.begun, _language(conversation))}"


def _language(conversation: Conversation) -> str:
    """The language of most of its answers, of the first ones where there are as many in each; English where there are none."""
    counted = Counter(exchange.answer.language for exchange in conversation.exchanges)
    return next((language for language, _ in counted.most_common(1)), "en")


def _read(answer: Answer) -> Iterator[str]:
    """The contract that answers, how the question was read in the conversation, and of which day: what is not as it was typed."""
    words = _READ.get(answer.language, _READ["en"])
    searched, day = str(answer.trace.get("searched", "")), str(answer.trace.get("as_of", ""))
    if answer.contract:
        yield words["contract"].format(said=answer.contract)
    if searched and searched != answer.question:
        yield read_as(searched, answer.language)
    if named := answer.trace.get("names_too"):
        yield names_too(named, answer.contract or "", answer.language)
    if day:
        yield words["as_of"].format(said=written_stamp(day, answer.language))


def _answer(answer: Answer) -> Iterator[str]:
    for each in answer.apart:
        yield from (line for said in _read(each) for line in (f"### {_plain(said)}", ""))
        yield from _answer(each)
    if answer.apart:
        return
    if answer.abstained or not answer.statements:
        yield _plain(_why_none(answer))
        yield ""
    if _is_near(answer):
        yield _plain(_NEAREST.get(answer.language, _NEAREST["en"]))
        yield ""
    for number, statement in enumerate(answer.statements or answer.nearest, start=1):
        said = statement.text if statement.verdict is Verdict.VERIFIED else statement.lead
        yield f"{number}. {_plain(said)}".rstrip()
        yield ""
        for citation in statement.citations:
            yield f"   > {_plain(citation.quote)}"
            yield "   >"
            if citation.translation:
                yield f"   > {_plain(translation_told(citation.translation, answer.language))}"
                yield "   >"
            yield f"   > — {_plain(_place(citation, answer.language))}"
            yield ""


def _why_none(answer: Answer) -> str:
    """What an abstention says; the statements of two clauses that disagree follow by themselves."""
    return answer.text.partition("\n\n")[0] if answer.statements else answer.text


def _is_near(answer: Answer) -> bool:
    """Whether what is quoted only comes near the question."""
    return not answer.statements and bool(answer.nearest)


def _place(citation: Citation, language: str) -> str:
    """Where the quote stands, whether it holds, what is wrong with the document's signatures, and what is blacked out."""
    parts = (citation.contract, place_told(citation))
    notes = (*force_notes(citation, language), *signing_notes(citation, language), *hidden_notes(citation, language))
    return "; ".join([", ".join(part for part in parts if part), *notes])


def _flat(text: str) -> str:
    """On one line, the cells of a table parted by bars."""
    text = text.replace("\t", " | ")
    return _SPACE.sub(" ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()


def _plain(text: str) -> str:
    """On one line, with Markdown's marks escaped."""
    return _MARKS.sub(r"\\\1", _flat(text))
