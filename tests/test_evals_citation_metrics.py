from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Statement, Verdict
from evals import citation_metrics as metrics
from evals.judge import Judgement, judge_answer
from evals.score import Score
from tests.fake_bench import SENTENCES, FakeShelf, WordJudge, cite, make_case, quoted, silence, spans_of

SPANS = spans_of(SENTENCES)
SHELF = FakeShelf()


def answer_of(*statements: Statement) -> Answer:
    return Answer("?", "en", "acme", None, " ".join(s.text for s in statements), statements)


def cited(*citations: Citation) -> Answer:
    return answer_of(Statement("x", Verdict.VERIFIED, citations))


@pytest.mark.parametrize(
    "wrong",
    [
        cite(SPANS[0], quote="The hotline never answers."),
        cite(SPANS[0], quote="", end=SPANS[0].start),
        cite(SPANS[0], start=SPANS[0].start + 1),
        cite(SPANS[0], document="annex"),
        cite(SPANS[0], contract="other"),
        cite(SPANS[0], start=9000, end=9010),
    ],
)
def test_verbatim(wrong: Citation) -> None:
    right = cite(SPANS[1])
    assert metrics.verbatim(cited(right, right), SHELF) == Score(2, 2)
    assert metrics.verbatim(cited(wrong), SHELF) == Score(0, 1)
    assert metrics.verbatim(cited(wrong, right), SHELF) == Score(1, 2)


def test_page_right() -> None:
    right, wrong = cite(SPANS[0]), cite(SPANS[0], page=2)
    assert right.page == 1
    assert metrics.page_right(cited(right), SHELF) == Score(1, 1)
    assert metrics.page_right(cited(wrong, cite(SPANS[0], document="annex")), SHELF) == Score(0, 2)
    assert metrics.page_right(cited(right, wrong), SHELF) == Score(1, 2)
    assert metrics.page_right(cited(cite(SPANS[0], end=SPANS[-1].end)), SHELF) == Score(0, 1)  # crosses the page
    assert metrics.page_right(cited(cite(SPANS[0], start=9000, end=9001)), SHELF) == Score(0, 1)


def test_an_answer_that_shows_nothing_is_measured_by_nothing() -> None:
    silent = silence(make_case())
    assert metrics.verbatim(silent, SHELF) is None
    assert metrics.page_right(silent, SHELF) is None
    assert metrics.faithfulness(judge_answer(silent, WordJudge())) is None
    assert metrics.citation_recall([]) is None
    assert metrics.citation_precision([]) is None
    assert metrics.cites_evidence(silent, make_case()) is None
    assert metrics.withheld(silent) is None
    assert metrics.uncited(silent) is None


def judged(*supported: bool | None) -> list[Judgement]:
    return [Judgement(s, (s,)) for s in supported]


def test_faithfulness() -> None:
    assert metrics.faithfulness(judged(True, True)) == Score(2, 2)
    assert metrics.faithfulness(judged(False)) == Score(0, 1)
    assert metrics.faithfulness(judged(True, False, False, None)) == Score(1, 3, 1)
    assert metrics.faithfulness(judged(None)) == Score(0, 0, 1)


def test_a_statement_without_a_quote_is_not_faithful() -> None:
    bare = answer_of(Statement("Trust me.", Verdict.VERIFIED, ()))
    assert metrics.faithfulness(judge_answer(bare, WordJudge())) == Score(0, 1)
    assert metrics.uncited(bare) == Score(1, 1)
    assert metrics.uncited(answer_of(quoted(SPANS[0]))) == Score(0, 1)
    assert metrics.uncited(answer_of(quoted(SPANS[0]), *bare.statements)) == Score(1, 2)


def test_citation_recall_is_a_mean_over_the_answer() -> None:
    assert metrics.citation_recall(judged(True)) == Score(1, 1)
    assert metrics.citation_recall(judged(False, False)) == Score(0, 1)
    assert metrics.citation_recall(judged(True, False, False, False)) == Score(0.25, 1)
    assert metrics.citation_recall(judged(None)) == Score(0, 0, 1)


def test_citation_precision() -> None:
    judge = WordJudge()
    useful = cited(cite(SPANS[0], quote="x"))
    useless = cited(cite(SPANS[0], quote="y"))
    padded = cited(cite(SPANS[0], quote="x"), cite(SPANS[1], quote="y"))
    split = answer_of(Statement("x y", Verdict.VERIFIED, (cite(SPANS[0], quote="x"), cite(SPANS[1], quote="y"))))
    assert metrics.citation_precision(judge_answer(useful, judge)) == Score(1, 1)
    assert metrics.citation_precision(judge_answer(useless, judge)) == Score(0, 1)
    assert metrics.citation_precision(judge_answer(padded, judge)) == Score(0.5, 1)
    assert metrics.citation_precision(judge_answer(split, judge)) == Score(1, 1)


def test_cites_evidence() -> None:
    case = make_case(1)
    assert metrics.cites_evidence(answer_of(quoted(SPANS[0])), case) == Score(1, 1)
    assert metrics.cites_evidence(answer_of(quoted(SPANS[1])), case) == Score(0, 1)
    assert metrics.cites_evidence(answer_of(quoted(SPANS[1]), quoted(SPANS[0])), case) == Score(1, 1)


def test_withheld() -> None:
    held_back = Statement("A lie.", Verdict.WITHHELD, (cite(SPANS[0]),))
    assert metrics.withheld(answer_of(held_back)) == Score(1, 1)
    assert metrics.withheld(answer_of(quoted(SPANS[0]))) == Score(0, 1)
    assert metrics.withheld(answer_of(quoted(SPANS[0]), held_back)) == Score(1, 2)


def test_a_withheld_statement_is_judged_only_when_its_words_got_into_the_text() -> None:
    held_back = Statement("A lie.", Verdict.WITHHELD, (cite(SPANS[0]),))
    kept = replace(answer_of(held_back), text=SENTENCES[0])
    assert judge_answer(kept, WordJudge()) == []
    assert judge_answer(answer_of(held_back), WordJudge()) == [Judgement(False, (False,))]


def test_an_unreadable_judgement_is_unscored() -> None:
    unclear = answer_of(Statement("?", Verdict.VERIFIED, (cite(SPANS[0]),)))
    assert judge_answer(unclear, WordJudge()) == [Judgement(None, (None,))]
