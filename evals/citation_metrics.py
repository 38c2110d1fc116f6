"""Can the citations be trusted? Scores of one answer; None where the answer shows nothing that could be measured.

An answer without statements (a refusal) is never counted as faithful, nor as unfaithful: it contributes nothing here
and is measured by `evals.answer_metrics`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Citation, Verdict
from evals.case import Case
from evals.judge import Judgement, shown
from evals.matching import touches
from evals.score import Score
from evals.shelf import Shelf, find_document


def verbatim(answer: Answer, shelf: Shelf) -> Score | None:
    """Verbatim rate: of the citations shown, the share whose quote equals the document's text from start to end.

    An empty quote, offsets outside the text, or a document that the library does not have count as not verbatim. Unit:
    citations, those of withheld statements included, for their quotes are shown.
    """
    return _share(_is_verbatim(citation, shelf) for citation in _citations(answer))


def page_right(answer: Answer, shelf: Shelf) -> Score | None:
    """Page right: of the citations shown, the share whose first and last characters stand on the page that is named.

    Unit: citations, as for `verbatim`.
    """
    return _share(_is_on_page(citation, shelf) for citation in _citations(answer))


def faithfulness(judgements: Sequence[Judgement]) -> Score | None:
    """Faithfulness: of the statements shown, the share that their quotes bear out, as the judge sees it.

    A statement without a quote is not borne out. Unit: statements; those that could not be judged are unscored.
    """
    if not judgements:
        return None
    unscored = sum(j.supported is None for j in judgements)
    return Score(sum(j.supported is True for j in judgements), len(judgements) - unscored, unscored)


def citation_recall(judgements: Sequence[Judgement]) -> Score | None:
    """Citation recall: is each statement supported? The mean over the statements of one answer; then over answers.

    It differs from faithfulness in that a long answer weighs no more than a short one. Source: T. Gao et al.,
    "Enabling large language models to generate text with citations" (ALCE), EMNLP 2023, section 4.
    """
    return _mean_of_answer([j.supported for j in judgements])


def citation_precision(judgements: Sequence[Judgement]) -> Score | None:
    """Citation precision: does each citation help its statement? Mean over an answer's citations, then over answers.

    A citation counts when its statement is supported, and the citation either supports it alone or is such that the
    others do not support it without this one. Source: as `citation_recall`.
    """
    return _mean_of_answer([needed for j in judgements for needed in j.needed])


def cites_evidence(answer: Answer, case: Case) -> Score | None:
    """Cites the evidence: 1 when a citation rests on one of the gold evidences (`evals.matching.touches`), else 0.

    None for an abstention. The same fact may stand elsewhere in a contract, so a citation beside the gold is not
    always wrong.
    """
    if answer.abstained or not case.evidence:
        return None
    citations = _citations(answer)
    return Score(float(any(touches(c, case.contract, e) for c in citations for e in case.evidence)), 1)


def withheld(answer: Answer) -> Score | None:
    """Withheld: of the statements, the share held back as not borne out. Neither high nor low is good in itself."""
    return _share(s.verdict is Verdict.WITHHELD for s in answer.statements)


def uncited(answer: Answer) -> Score | None:
    """Uncited: of the statements shown, the share without any citation. Lower is better."""
    return _share(not s.citations for s in shown(answer))


def _citations(answer: Answer) -> list[Citation]:
    return [citation for statement in answer.statements for citation in statement.citations]


def _is_verbatim(citation: Citation, shelf: Shelf) -> bool:
    document = find_document(shelf, citation.contract, citation.document)
    return (
        document is not None and citation.quote != "" and document.text[citation.start : citation.end] == citation.quote
    )


def _is_on_page(citation: Citation, shelf: Shelf) -> bool:
    document = find_document(shelf, citation.contract, citation.document)
    if document is None or not citation.start < citation.end <= len(document.text):
        return False
    return {document.page_at(citation.start), document.page_at(citation.end - 1)} == {citation.page}


def _share(units: Iterable[bool]) -> Score | None:
    counted = list(units)
    return Score(sum(counted), len(counted)) if counted else None


def _mean_of_answer(units: Sequence[bool | None]) -> Score | None:
    judged = [unit for unit in units if unit is not None]
    if not judged:
        return Score(0, 0, 1) if units else None
    return Score(sum(judged) / len(judged), 1)
