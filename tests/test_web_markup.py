from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Abstention, Citation, Stance, Statement, Verdict
from assistant.web import markup
from assistant.web.words import ENGLISH, FRENCH, Words
from ingest.document import Span

HOSTILE = '<script>alert("x")</script> & <img src=x onerror=alert(1)> [a](http://b) $x^2$ :smile:'


class Seen(HTMLParser):
    """What a browser would make of HTML: its tags, its words, and the words in <mark>."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.marked = ""
        self._depth = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._depth += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if self._depth else ""


def cite(quote: str) -> Citation:
    return Citation("Acme", "levels", "1", 1, 0, len(quote), quote)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_contract_text_in_a_statement_is_text(verdict: Verdict) -> None:
    seen = Seen(markup.statement(Statement(HOSTILE, verdict, (cite(HOSTILE),)), ENGLISH))
    assert HOSTILE in seen.text
    assert not {"script", "img", "a"} & set(seen.tags)


def test_questions_silences_and_faults_are_text() -> None:
    sources = [markup.question(HOSTILE), markup.silence(Abstention.ABSENT, HOSTILE, ENGLISH), markup.fault(HOSTILE)]
    for source in sources:
        assert HOSTILE in Seen(source).text
        assert "script" not in Seen(source).tags


def test_a_withheld_statement_shows_its_quote_and_not_its_sentence() -> None:
    shown = markup.statement(Statement("It is free.", Verdict.WITHHELD, (cite("It costs ten euros."),)), ENGLISH)
    assert "It costs ten euros." in shown
    assert "It is free." not in shown


def test_each_verdict_and_each_silence_looks_different() -> None:
    statements = {markup.badge(verdict, ENGLISH) for verdict in Verdict}
    silences = {markup.silence(kind, "No.", ENGLISH) for kind in Abstention}
    assert len(statements) == len(Verdict)
    assert len(silences) == len(Abstention)


@pytest.mark.parametrize("character", "\\`*_{}[]<>()#+-.!|~$:&^=\"'")
def test_a_label_disarms_every_mark_of_punctuation(character: str) -> None:
    assert f"\\{character}" in markup.label(f"a{character} b")


def test_a_label_parts_emoji_codes_and_arrows_that_survive_a_backslash() -> None:
    bare = markup.label(":smile: a->b").replace("\\", "")
    assert ":smile:" not in bare
    assert "->b" not in bare
    assert bare.replace("\u2060", "") == ":smile: a->b"


def test_a_label_is_one_line() -> None:
    assert markup.label("8.2\nService\tcredits") == "8\\.2 Service credits"


def test_lines_flow_into_paragraphs_and_rows_into_tables() -> None:
    flowed = markup.flow("The supplier\nanswers.\n\nPriority\tTime\nP1\t15 min\nAll day.")
    assert flowed == (
        '<p>The supplier\nanswers.</p><table class="cl-rows"><tr><td>Priority</td><td>Time</td></tr>'
        "<tr><td>P1</td><td>15 min</td></tr></table><p>All day.</p>"
    )


@given(st.text(alphabet="ab<&\t\n", min_size=1), st.data())
def test_marks_hold_exactly_the_cited_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    seen = Seen(markup.flow(text, [Span(start, end)]))
    assert "".join(seen.marked.split()) == "".join(text[start:end].split())
    assert "".join(seen.text.split()) == "".join(text.split())


def test_a_quote_from_a_picture_carries_its_warning() -> None:
    cited = Citation("Acme", "scan", "8.2", 7, 0, 5, "a fee", confidence=0.934, doubtful=(HOSTILE,))
    seen = Seen(markup.statement(Statement("a fee", Verdict.QUOTED, (cited,)), ENGLISH))
    assert "Read from a picture, 93% sure." in seen.text
    assert HOSTILE in seen.text
    assert "script" not in seen.tags


def test_a_quoted_table_can_be_scrolled_from_the_keyboard() -> None:
    assert 'tabindex="0"' in markup.quote("Level\tTime\nP1\t4 hours")
    assert "tabindex" not in markup.quote("Within four hours.")


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        (ENGLISH, "Translation by the model, not the contract's words"),
        (FRENCH, "Traduction par le modèle, et non les mots du contrat"),
    ],
)
def test_a_translation_stands_below_its_quote_and_is_no_quote(words: Words, mark: str) -> None:
    cited = replace(cite("Pay within 30 days."), translation="Payez sous 30 jours.")
    page = markup.statement(Statement("Pay.", Verdict.VERIFIED, (cited,)), words)
    assert page.index("</blockquote>") < page.index("cl-translation")
    assert f"{mark}Payez sous 30 jours." in Seen(page).text
    assert "Payez" not in page.partition("</blockquote>")[0]
    assert "cl-translation" not in markup.statement(Statement("Pay.", Verdict.QUOTED, (cite("Pay."),)), words)


def test_the_translation_of_a_table_is_one_and_hostile_words_in_it_are_text() -> None:
    head = replace(cite("Priority\tTime"), translation="Priorité | Délai")
    row = replace(cite("P1\t4 hours"), translation=f"P1 | {HOSTILE}")
    page = markup.statement(Statement("…", Verdict.QUOTED, (head, row)), ENGLISH)
    assert page.count("cl-translated") == 1
    assert "<td>Délai</td>" in page
    assert HOSTILE in Seen(page).text
    assert "script" not in Seen(page).tags


@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
def test_each_side_of_a_conflict_bears_a_badge_of_its_own(words: Words) -> None:
    shown = [markup.statement(Statement("x", Verdict.QUOTED, (cite("x"),), "", stance), words) for stance in Stance]
    assert len(set(shown)) == len(Stance)
    for stance, html_of in zip(Stance, shown, strict=True):
        assert f"cl-badge-{stance.value}" in html_of
        assert markup.escape(getattr(words, stance.value)) in html_of


def test_a_conflict_that_nothing_decides_is_no_choice_of_a_contract() -> None:
    told = markup.silence(Abstention.AMBIGUOUS, "Which one?", ENGLISH, conflict=True)
    assert ENGLISH.conflict in told
    assert ENGLISH.conflict not in markup.silence(Abstention.AMBIGUOUS, "Which one?", ENGLISH)
