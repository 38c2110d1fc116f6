from html.parser import HTMLParser

from evals.compare import compare
from evals.page import page
from tests.fake_bench import FailingSystem, LyingSystem, SilentSystem, make_case
from tests.fake_result import make_result

VOID = {"meta", "br", "!doctype"}


class Outline(HTMLParser):
    """The tags of a page, their attributes, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def test_the_page_is_well_formed_and_asks_for_nothing_from_elsewhere() -> None:
    worse = make_result(LyingSystem())
    outline = Outline(page(worse, compare(make_result(), worse), ["a gate"]))
    assert "svg" in outline.tags
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    assert not {"src", "href", "onload", "onclick"} & {name for name, _ in outline.attributes}


def test_all_words_are_escaped() -> None:
    evil = "<script>alert('x')</script>"
    case = make_case(question=evil, answer=evil, persona="lawyer")
    text = page(make_result(LyingSystem(), [case]), (), [evil])
    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= 3


def test_worst_cases_stand_beside_their_gold() -> None:
    text = page(make_result(LyingSystem()))
    assert "The hotline never answers." in text
    assert "The yearly fee is 12,000 euros." in text
    assert "ours/q2 · fact · generation · acme" in text


def test_a_silent_and_a_failed_answer_say_so() -> None:
    assert "(silent: absent) The contract does not say." in page(make_result(SilentSystem()))
    assert "ModelError: expected a reply, got none" in page(make_result(FailingSystem("q2")))


def test_a_result_without_texts_or_without_cases_has_a_page_too() -> None:
    assert "(text not kept)" in page(make_result(LyingSystem()).without_texts())
    Outline(page(make_result(cases=[])))
