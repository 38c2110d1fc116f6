from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from assistant.answer import Abstention, Amended, Answer, Citation, Stance, Statement, Verdict
from assistant.conversation.conversations import Conversation, Conversations
from assistant.conversation.transcript import markdown, pdf

CITATION = Citation(
    "Acme", "agreement", "8.2 Notice", 4, 10, 40, "Ninety (90) days’ written\nnotice [x](http://evil) <b>."
)


@pytest.fixture
def conversation(tmp_path: Path) -> Conversation:
    kept = Conversations(tmp_path)
    statement = Statement(CITATION.quote, Verdict.QUOTED, (CITATION,), "90 days' notice.")
    number = kept.keep(Answer("Quel préavis ?", "fr", "Acme", None, "…", (statement,)))
    near = (Statement("No cars.", Verdict.QUOTED, (replace(CITATION, quote="No cars."),)),)
    kept.keep(Answer("Parking?", "en", "Acme", Abstention.ABSENT, "The contract does not say.", nearest=near), number)
    return kept.get(number)


def test_markdown_has_questions_leads_quotes_and_places(conversation: Conversation) -> None:
    text = markdown(conversation)
    for part in (
        "## Quel préavis ?",
        "90 days' notice.",
        "Ninety \\(90\\) days’ written notice",
        "Acme, agreement, 8.2 Notice, p. 4",
    ):
        assert part in text
    assert "The contract does not say." in text
    assert "> No cars" in text


def test_words_that_do_not_hold_or_only_come_near_say_so_in_both_forms(tmp_path: Path) -> None:
    new = Amended("amendment", "2", 1, 0, 4, "Sixty", "id", "2024-10-01")
    gone = replace(CITATION, in_force=False, superseded_by=(new,))
    kept = Conversations(tmp_path)
    number = kept.keep(
        Answer("Quel préavis ?", "fr", "Acme", None, "…", (Statement(gone.quote, Verdict.QUOTED, (gone,)),))
    )
    near = (Statement("No cars.", Verdict.QUOTED, (replace(CITATION, quote="No cars."),)),)
    kept.keep(Answer("Parking?", "en", "Acme", Abstention.ABSENT, "It does not say.", nearest=near), number)
    made = pypdfium2.PdfDocument(pdf(kept.get(number)))
    printed = "".join(page.get_textpage().get_text_bounded() for page in made)
    made.close()
    for text in (markdown(kept.get(number)).replace("\\", ""), printed):
        flat = " ".join(text.split())
        assert "plus en vigueur, remplacé à compter du 1er octobre 2024 par amendment, 2, p. 1" in flat
        assert "The nearest words, which are no answer:" in flat


def test_words_of_an_original_without_pages_are_cited_by_no_page_in_both_forms(tmp_path: Path) -> None:
    bare = replace(CITATION, page=1, paged=False, replaces=(Amended("notes", "2", 1, 0, 4, "Sixty", paged=False),))
    kept = Conversations(tmp_path)
    number = kept.keep(Answer("Notice?", "en", "Acme", None, "…", (Statement(bare.quote, Verdict.QUOTED, (bare,)),)))
    made = pypdfium2.PdfDocument(pdf(kept.get(number)))
    printed = "".join(page.get_textpage().get_text_bounded() for page in made)
    made.close()
    for text in (markdown(kept.get(number)).replace("\\", ""), printed):
        assert "Acme, agreement, 8.2 Notice; replaces “Sixty” (notes, 2)" in " ".join(text.split())
        assert "p. 1" not in text


def test_the_cells_of_a_quoted_row_stay_apart_in_both_forms(tmp_path: Path) -> None:
    row = replace(CITATION, quote="P1\t15 minutes\t4 hours")
    kept = Conversations(tmp_path)
    number = kept.keep(Answer("P1?", "en", "Acme", None, "…", (Statement(row.quote, Verdict.QUOTED, (row,)),)))
    made = pypdfium2.PdfDocument(pdf(kept.get(number)))
    printed = made[0].get_textpage().get_text_bounded()
    made.close()
    for text in (markdown(kept.get(number)).replace("\\", ""), printed):
        assert "P1 | 15 minutes | 4 hours" in text


def test_no_link_or_tag_of_a_contract_comes_to_life_in_markdown(conversation: Conversation) -> None:
    text = markdown(conversation)
    assert "](http" not in text
    assert "<b>" not in text


def test_the_pdf_holds_the_same_words(conversation: Conversation) -> None:
    made = pypdfium2.PdfDocument(pdf(conversation))
    text = " ".join("".join(page.get_textpage().get_text_bounded() for page in made).split())
    for part in (
        "Quel préavis ?",
        "90 days' notice.",
        "Ninety (90) days’ written notice [x](http://evil) <b>.",
        "8.2 Notice, p. 4",
    ):
        assert part in text
    made.close()


def test_how_a_question_was_read_of_which_contract_and_day_is_told_in_both_forms(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    trace = {"searched": "Quel préavis en 2023 ?", "as_of": "2023-12-31", "names_too": ("Bolt",)}
    answer = Answer(
        "et en 2023 ?", "fr", "Acme", None, "…", (Statement("Sixty", Verdict.QUOTED, (CITATION,)),), trace=trace
    )
    number = kept.keep(answer)
    made = pypdfium2.PdfDocument(pdf(kept.get(number)))
    printed = "".join(page.get_textpage().get_text_bounded() for page in made)
    made.close()
    for text in (markdown(kept.get(number)).replace("\\", ""), printed):
        for part in (
            "D’après Acme",
            "La question nomme Bolt",
            "Compris comme : Quel préavis en 2023 ?",
            "Tel qu’en vigueur le 31 décembre 2023",
        ):
            assert part in text


def test_a_translation_is_told_from_the_quote_in_both_forms(tmp_path: Path) -> None:
    told = replace(CITATION, translation="Préavis de 90 jours [x](http://evil) <b>.")
    kept = Conversations(tmp_path)
    number = kept.keep(
        Answer("Quel préavis ?", "fr", "Acme", None, "…", (Statement(told.quote, Verdict.QUOTED, (told,)),))
    )
    kept.keep(Answer("Notice?", "en", "Acme", None, "…", (Statement(told.quote, Verdict.QUOTED, (told,)),)), number)
    made = pypdfium2.PdfDocument(pdf(kept.get(number)))
    printed = "".join(page.get_textpage().get_text_bounded() for page in made)
    made.close()
    written = markdown(kept.get(number))
    assert "](http" not in written
    for text in (written.replace("\\", ""), printed):
        flat = " ".join(text.split())
        assert "Traduction par le modèle, et non les mots du contrat : Préavis de 90 jours" in flat
        assert "Translation by the model, not the contract's words: Préavis de 90 jours" in flat


def test_the_day_is_written_in_the_language_of_most_answers(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    number = kept.keep(Answer("What notice?", "en", "Acme", None, "…"))
    for said, language in (("And who pays?", "en"), ("et pour le P2 ?", "fr")):
        kept.keep(Answer(said, language, "Acme", None, "…"), number)
    conversation = kept.get(number)
    summary = replace(conversation.summary, begun="2026-08-03T10:00:00+00:00")
    assert "3 August 2026" in markdown(replace(conversation, summary=summary))


def test_the_answers_of_several_contracts_stand_each_under_its_name(tmp_path: Path) -> None:
    told = Answer("Fee?", "en", "Acme", None, "…", (Statement(CITATION.quote, Verdict.QUOTED, (CITATION,)),))
    silent = Answer("Fee?", "en", "Zenith", Abstention.ABSENT, "No clause was found.")
    both = Answer("Fee in Acme and Zenith?", "en", None, None, "…", told.statements, apart=(told, silent))
    kept = Conversations(tmp_path)
    conversation = kept.get(kept.keep(both))
    assert conversation.exchanges[0].answer == both
    text = markdown(conversation)
    assert text.index("### From Acme") < text.index("Ninety") < text.index("### From Zenith") < text.index("No clause")
    made = pypdfium2.PdfDocument(pdf(conversation))[0].get_textpage().get_text_range()
    assert made.index("From Acme") < made.index("Ninety") < made.index("From Zenith") < made.index("No clause")


def test_two_clauses_that_disagree_are_exported_once_below_what_is_asked_back(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    sides = tuple(
        Statement(quote, Verdict.QUOTED, (replace(CITATION, quote=quote),), lead, Stance.DISAGREES)
        for quote, lead in (("Thirty days.", "One clause says:"), ("Sixty days.", "Another clause says otherwise:"))
    )
    text = "Which one do you mean?\n\nOne clause says: “Thirty days.”"
    number = kept.keep(Answer("When do we pay?", "en", "Acme", Abstention.AMBIGUOUS, text, sides))
    assert kept.get(number).exchanges[0].answer.statements == sides
    made = markdown(kept.get(number))
    assert "Which one do you mean?" in made
    assert made.count("Thirty days") == 1
    assert "Another clause says otherwise:" in made
