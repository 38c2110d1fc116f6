"""What people see: statements with their places, silence with what is near, never more than was proven."""

import io
from dataclasses import replace

from rich.console import Console, RenderableType

from assistant import render
from assistant.answer import Abstention, Amended, Answer, Citation, FoundPassage, Statement, Verdict
from assistant.find import Match, Why
from ingest.document import Span

CITATION = Citation("Acme", "agreement", "8.2 Credits", 7, 10, 20, "a credit\nof 5%\tis due")
PASSAGES = tuple(FoundPassage("Acme", "agreement", f"{n}", n, 0, 9, 1.0, text="words " * 100) for n in range(1, 6))


def shown(renderable: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=200, markup=False, emoji=False, highlight=False).print(renderable)
    return out.getvalue()


def test_a_quoted_statement_is_shown_once_with_its_place():
    text = shown(render.statement(1, Statement(CITATION.quote, Verdict.QUOTED, (CITATION,))))
    assert text.count("a credit of 5% | is due") == 1
    assert "Acme › agreement › 8.2 Credits › p. 7" in text


def test_the_rows_of_a_table_stand_on_lines_of_their_own_and_once() -> None:
    header = replace(CITATION, quote="Priority\tTime")
    row = replace(CITATION, quote="P1\t4 hours", start=30, end=40, confidence=0.9)
    text = shown(
        render.statement(1, Statement("Priority | Time\nP1 | 4 hours", Verdict.QUOTED, (header, row), "4 hours."))
    )
    lines = [line.strip() for line in text.splitlines()]
    assert lines.index("“Priority | Time") + 1 == lines.index("P1 | 4 hours”")
    assert (text.count("Priority"), text.count("4 hours |"), text.count("8.2 Credits")) == (1, 0, 1)
    assert text.count("read from a picture") == 1
    whole = shown(render.statement(1, Statement("-", Verdict.QUOTED, (replace(CITATION, quote="A\tB\nC\tD"),))))
    assert [line.strip() for line in whole.splitlines() if "|" in line] == ["1. “A | B", "C | D”"]


def test_a_verified_statement_is_shown_with_its_quotes():
    text = shown(render.statement(1, Statement("They owe a credit.", Verdict.VERIFIED, (CITATION,))))
    assert "They owe a credit." in text
    assert "“a credit of 5% | is due”" in text


def test_a_withheld_statement_is_not_shown_but_its_quotes_are():
    text = shown(render.statement(1, Statement("They owe 50%.", Verdict.WITHHELD, (CITATION,))))
    assert "They owe 50%." not in text
    assert "“a credit of 5% | is due”" in text


def test_silence_is_shown_with_the_three_nearest_clauses():
    text = shown(render.answer(Answer("?", "en", "Acme", Abstention.ABSENT, "It does not say.", passages=PASSAGES)))
    assert "It does not say." in text
    assert [f"p. {n}" in text for n in (1, 3, 4)] == [True, True, False]


def test_silence_is_shown_with_the_nearest_words_where_there_are_any():
    near = (Statement(CITATION.quote, Verdict.QUOTED, (CITATION,)),)
    given = Answer("?", "en", "Acme", Abstention.ABSENT, "It does not say.", passages=PASSAGES, nearest=near)
    text = shown(render.answer(given))
    assert "for you to judge" in text
    assert "1. “a credit of 5% | is due”" in text
    assert "p. 3" not in text


def test_a_contract_of_one_document_of_its_name_is_named_once():
    alone = replace(CITATION, contract="Hosting", document="Hosting")
    text = shown(render.statement(1, Statement(alone.quote, Verdict.QUOTED, (alone,))))
    assert text.count("Hosting") == 1


def test_what_was_printed_as_it_came_is_not_printed_again():
    statements = tuple(Statement(f"statement {n}", Verdict.VERIFIED, (CITATION,)) for n in (1, 2))
    text = shown(render.rest_of_answer(Answer("?", "en", "Acme", None, "all", statements), 1))
    assert "statement 1" not in text
    assert "2. statement 2" in text


def match(text: str, marked: str, contract: str = "Acme") -> Match:
    at = 50 + text.index(marked)
    passage = FoundPassage(contract, "agreement", "8.2 Credits", 7, 50, 50 + len(text), 1.0, text=text)
    return Match(passage, Why.WORDS, (Span(at, at + len(marked)),))


def test_found_passages_stand_under_their_contracts_best_first():
    text = shown(render.found([match("a fee", "fee"), match("the fee", "fee", "Zenith"), match("no fee", "fee")]))
    assert [line for line in text.splitlines() if line in ("Acme", "Zenith")] == ["Acme", "Zenith"]
    assert text.index("a fee") < text.index("no fee") < text.index("the fee")


def test_a_found_passage_is_shown_around_its_matching_words():
    text = shown(render.found([match(f"{'before ' * 100}the fee is due\n{'after ' * 100}", "fee")]))
    assert "before the fee is due after" in text
    assert text.count("…") == 2
    assert len(" ".join(text.split())) < 500


def test_matching_words_are_set_apart():
    out = io.StringIO()
    Console(file=out, width=200, force_terminal=True).print(render.found([match("the fee is due", "fee")]))
    assert "\x1b[1;4mfee\x1b[0m" in out.getvalue()


def test_nothing_found_is_said():
    assert "Nothing" in shown(render.found([]))


def test_no_contract_text_styles_the_terminal():
    text = shown(render.clause_text("[bold]\x1b[31mred\x1b[0m :smile:"))
    assert text == "[bold]\ufffd[31mred\ufffd[0m :smile:\n"


def test_a_quote_from_a_picture_carries_its_warning():
    scanned = replace(CITATION, confidence=0.93, doubtful=("5%",))
    text = shown(render.statement(1, Statement(CITATION.quote, Verdict.QUOTED, (scanned,))))
    assert "read from a picture, 93% sure; hold against the original: 5%" in text
    assert "read from a picture" not in shown(render.statement(1, Statement("x", Verdict.QUOTED, (CITATION,))))


def test_the_last_line_names_the_contract_and_the_day_that_the_conversation_asks_about() -> None:
    told = Answer(
        "and in 2023?",
        "en",
        "Acme",
        None,
        "…",
        trace={"searched": "What is the fee?", "as_of": "2023-12-31", "names_too": ("Bolt",)},
    )
    printed = shown(render.rest_of_answer(told, 0))
    assert "The question names Bolt; this answers for Acme" in printed
    assert "Read as: What is the fee?" in printed
    assert "Acme · as of 31 December 2023 ·" in printed


def test_what_stands_around_a_french_answer_is_french() -> None:
    near = Statement("Les sauvegardes sont faites.", Verdict.QUOTED, (CITATION,))
    told = Answer(
        "et les sauvegardes ?", "fr", None, Abstention.ABSENT, "Rien.", nearest=(near,), trace={"as_of": "2023-12-31"}
    )
    printed = shown(render.rest_of_answer(told, 0))
    assert "Les mots les plus proches, à vous d’en juger :" in printed
    assert "aucun contrat en particulier · au 31 décembre 2023 ·" in printed


def test_a_translation_stands_below_the_quote_and_says_what_it_is() -> None:
    told = replace(CITATION, translation="un avoir \x1b[31m[b]de 5 %[/b] est dû")
    text = shown(render.statement(1, Statement(CITATION.quote, Verdict.QUOTED, (told,))))
    quote, translation, place = text.split("\n")[1:4]
    assert "“a credit of 5% | is due”" in quote
    assert "Translation by the model, not the contract's words: un avoir" in translation
    assert "[b]de 5 %[/b]" in translation
    assert "\x1b[31m" not in text
    assert "p. 7" in place


def test_the_answers_of_several_contracts_are_shown_each_under_its_name() -> None:
    parts = tuple(
        Answer("Fee?", "en", name, Abstention.ABSENT, f"Nothing at {name}.", seconds=1.0) for name in ("Acme", "Zenith")
    )
    text = shown(render.answer(Answer("Fee in Acme and Zenith?", "en", None, Abstention.ABSENT, "…", apart=parts)))
    assert text.index("Acme") < text.index("Nothing at Acme.") < text.index("Zenith") < text.index("Nothing at Zenith.")


def test_whether_a_quote_holds_is_told_in_the_language_of_the_answer() -> None:
    gone = replace(
        CITATION, in_force=False, superseded_by=(Amended("avenant", "2", 1, 0, 1, "x", effective="2026-01-01"),)
    )
    given = Statement(CITATION.quote, Verdict.QUOTED, (gone,))
    assert "plus en vigueur, remplacé à compter du 1er janvier 2026" in shown(render.statement(1, given, "fr"))
    assert "no longer in force" in shown(render.statement(1, given))
