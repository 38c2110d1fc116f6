from __future__ import annotations

from ingest.change_words import Operation
from ingest.document import Span
from ingest.new_words import end_of_family, shared_out, words_brought
from ingest.targets import Target
from tests.fake_contracts import read_lines

FOLLOWING = read_lines(
    "1. Fees",
    "",
    "1.1 Clause 8.2 is replaced by the following:",
    "",
    "The fee is due within ten days.",
    "",
    "2. Law",
    "",
    "Malta.",
)


def _sentence(said: str) -> Span:
    start = FOLLOWING.text.index(said)
    return Span(start, start + len(said))


def test_the_words_after_the_following_end_with_their_clause() -> None:
    sentence = _sentence("Clause 8.2 is replaced by the following:")
    after = FOLLOWING.text.index("replaced") + len("replaced")
    position = next(n for n, clause in enumerate(FOLLOWING.clauses) if clause.number == "1.1")
    brought = words_brought(FOLLOWING, position, sentence, after, Operation.REPLACED)
    assert brought is not None
    assert brought.of(FOLLOWING.text) == "The fee is due within ten days."
    assert brought.end <= end_of_family(FOLLOWING, position)


def test_what_is_deleted_brings_no_words_in() -> None:
    sentence = _sentence("Clause 8.2 is replaced by the following:")
    assert words_brought(FOLLOWING, 0, sentence, sentence.start, Operation.DELETED) is None


def test_a_block_for_several_clauses_is_parted_at_their_numbers_or_not_at_all() -> None:
    text = "8.1 The fee is due.\n8.2 The term is a year.\n"
    whole = Span(0, len(text))
    first, second = Target(None, "8.1", 0), Target(None, "8.2", 5)
    parted = shared_out(text, whole, [first, second], Operation.REPLACED)
    assert [span and span.of(text) for span in parted] == ["8.1 The fee is due.", "8.2 The term is a year."]
    assert shared_out(text, whole, [second, first], Operation.REPLACED) == [None, None]
    assert shared_out(text, whole, [first], Operation.REPLACED) == [whole]
