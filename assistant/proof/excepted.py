"""Is it the exception of a rule that a question asks about? "How long for project invoices?", where they are excepted. Pure."""

from __future__ import annotations

from assistant.proof.exceptions import exception_spans
from assistant.proof.overlap import relatives
from assistant.wording.lexicon import Lexicon
from ingest.document import Span


def exception_asked(question: str, quote: str, lexicon: Lexicon) -> Span | None:
    """The exception of a quote in which a word of the question stands that its rule does not have; None where there is none.

    Args:
        question: as asked.
        quote: the contract's words; one exception is told from its rule by the rest of the quote.
        lexicon: knows the question's words by other names.
    """
    for span in exception_spans(quote):
        told = relatives(question, span.of(quote), lexicon)
        ruled = relatives(question, f"{quote[: span.start]} {quote[span.end :]}", lexicon)
        if any(held and not ruled.get(word) for word, held in told.items()):
            return span
    return None


def exception_held(question: str, exception: str, clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause has every word of the question that an exception which leads to it has.

    Args:
        question: as asked.
        exception: the words of the exception.
        clause: those of the clause that it names.
        lexicon: knows the question's words by other names.
    """
    told, held = relatives(question, exception, lexicon), relatives(question, clause, lexicon)
    return all(held.get(word) for word, stems in told.items() if stems)
