"""One line in, one line out, whatever the lines hold."""

import json
from collections.abc import Sequence

import pytest

from assistant.answer import Answer
from assistant.batch import answer_lines, open_target, read_lines
from assistant.errors import AssistantError, BadQuestion
from assistant.rewrite import Turn


class Parrot:
    """Answers with the question, and refuses or breaks down at a word."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, tuple[Turn, ...]]] = []

    def ask(self, question: str, contract: str | None = None, history: Sequence[Turn] = ()) -> Answer:
        if question == "refuse":
            raise BadQuestion("expected another question")
        if question == "break":
            raise ZeroDivisionError("a fault")
        self.asked.append((question, contract, tuple(history)))
        return Answer(question, "en", contract, None, f"you asked {question}")


def replies(*lines: object, assistant: Parrot | None = None, contract: str | None = None) -> list[dict[str, object]]:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return [reply.to_json() for reply in answer_lines(encoded, assistant or Parrot(), contract)]


def test_answers_come_in_order_under_their_ids():
    out = replies({"id": "b", "question": "two"}, {"id": 1, "question": "one"})
    assert [(line["id"], line["text"]) for line in out] == [("b", "you asked two"), (1, "you asked one")]


def test_a_line_out_holds_the_keys_of_the_interface():
    (line,) = replies({"id": "1", "question": "x"})
    wanted = {"id", "language", "contract", "abstained", "text", "statements", "passages", "seconds"}
    assert wanted <= line.keys()


def test_contract_and_history_are_passed_on():
    parrot = Parrot()
    history = [{"role": "user", "content": "first"}, {"role": "assistant", "content": "second"}]
    replies({"id": "1", "question": "x", "contract": "Acme", "history": history}, assistant=parrot)
    assert parrot.asked == [("x", "Acme", (Turn("user", "first"), Turn("assistant", "second")))]


def test_the_contract_given_stands_in_only_where_a_line_names_none():
    parrot = Parrot()
    replies({"question": "x"}, {"question": "y", "contract": "Other"}, assistant=parrot, contract="Acme")
    assert [contract for _, contract, _ in parrot.asked] == ["Acme", "Other"]


@pytest.mark.parametrize(
    ("line", "id_out", "named"),
    [
        (b"not json", None, "JSON object"),
        (b"\xff\xfe", None, "UTF-8"),
        (b"[" * 100_000, None, "JSON object"),
        (["a list"], None, "list"),
        ({"id": "1"}, "1", "question"),
        ({"id": "1", "question": 5}, "1", "question"),
        ({"id": ["x"], "question": "x"}, None, "id"),
        ({"id": True, "question": "x"}, None, "id"),
        ({"id": "1", "question": "x", "contract": 3}, "1", "contract"),
        ({"id": "1", "question": "x", "history": "before"}, "1", "history"),
        ({"id": "1", "question": "x", "history": [{"role": "system", "content": "x"}]}, "1", "history"),
        ({"id": "1", "question": "refuse"}, "1", "another question"),
        ({"id": "1", "question": "break"}, "1", "ZeroDivisionError"),
    ],
)
def test_a_bad_line_gives_its_error_and_the_next_goes_on(line, id_out, named):
    bad, good = replies(line, {"id": "next", "question": "x"})
    assert bad.keys() == {"id", "error"}
    assert bad["id"] == id_out
    assert named in str(bad["error"])
    assert good["id"] == "next"


def test_empty_lines_and_a_byte_order_mark_are_no_questions(tmp_path):
    source = tmp_path / "questions.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"question": "x"}\r\n\r\n{"question": "y"}')
    assert [line["text"] for line in replies(*read_lines(source))] == ["you asked x", "you asked y"]


def test_a_missing_file_of_questions_is_an_error_that_names_it(tmp_path):
    with pytest.raises(AssistantError, match=r"missing\.jsonl"):
        read_lines(tmp_path / "missing.jsonl")


def test_answers_never_replace_their_questions(tmp_path):
    source = tmp_path / "questions.jsonl"
    source.write_text("{}")
    with pytest.raises(AssistantError, match="another file"), open_target(source, source):
        pass
    assert source.read_text() == "{}"


def test_a_target_that_cannot_be_written_is_an_error_that_names_it(tmp_path):
    with pytest.raises(AssistantError, match="answers to"), open_target(tmp_path / "no" / "a.jsonl", tmp_path / "q"):
        pass
