from __future__ import annotations

from datetime import date

import pytest

from ingest.change_words import Operation
from ingest.changes import find_changes
from ingest.effect import effect_of
from tests.fake_contracts import read_lines


def _changes(*lines: str) -> list[tuple[str, str, str | None, str | None]]:
    document = read_lines(*lines)
    return [
        (
            change.operation,
            change.target.label,
            change.old.of(document.text) if change.old else None,
            " ".join(change.new.of(document.text).split()) if change.new else None,
        )
        for change in find_changes(document)
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "In paragraph 7.2 of Annex 1, “twelve (12)” is replaced by “fifteen (15)”.",
            (Operation.WORDS, "Annex 1, 7.2", "twelve (12)", "fifteen (15)"),
        ),
        (
            "À l’article 3.1, les mots « quatre ans » sont remplacés par les mots « cinq ans ».",
            (Operation.WORDS, "3.1", "quatre ans", "cinq ans"),
        ),
        (
            "The fee in clause 4.1 is increased from £200 to £250 a month.",
            (Operation.FIGURE, "4.1", "£200", "£250"),
        ),
        (
            "À l’article 9.3 de l’Annexe 1, le montant est porté de 1 500 € à 1 800 € par heure.",
            (Operation.FIGURE, "Annexe 1, 9.3", "1 500 €", "1 800 €"),
        ),
        (
            "Le tableau de l’article 2 est modifié comme suit : le délai passe de 6 h à 4 h.",
            (Operation.FIGURE, "2", "6 h", "4 h"),
        ),
        ("Clause 9 is hereby deleted.", (Operation.DELETED, "9", None, None)),
        (
            "Clause 9 is deleted and replaced with “No fee is due.”",
            (Operation.REPLACED, "9", None, "No fee is due."),
        ),
        ("L’Annexe 3 est modifiée selon les usages.", (Operation.CHANGED, "Annexe 3", None, None)),
        ("Clause 9 is renumbered clause 10.", (Operation.RENUMBERED, "9", None, None)),
        ("Clause 12 is amended by replacing “30 days” with “60 days”.", (Operation.WORDS, "12", "30 days", "60 days")),
        (
            "L’article 12 est modifié en remplaçant « 30 jours » par « 60 jours ».",
            (Operation.WORDS, "12", "30 jours", "60 jours"),
        ),
        (
            "The first sentence of clause 4 is amended to replace “ten” with “fifteen”.",
            (Operation.WORDS, "4", "ten", "fifteen"),
        ),
        ("In clause 9, the words “or his agent” are deleted.", (Operation.DELETED, "9", "or his agent", None)),
        (
            "The notice of 30 days in clause 6.1 is increased to 60 days.",
            (Operation.FIGURE, "6.1", "30 days", "60 days"),
        ),
        ("In clause 6.1 the notice is 60 days instead of 30 days.", (Operation.FIGURE, "6.1", "30 days", "60 days")),
        (
            "Le montant de 10 000 euros de l’article 4.3 est porté à 12 000 euros.",
            (Operation.FIGURE, "4.3", "10 000 euros", "12 000 euros"),
        ),
        ("Clause 8 ceases to apply.", (Operation.DELETED, "8", None, None)),
        (
            "Clause 7 is amended by the insertion of a new clause 7.3 as follows: “7.3 Reports are due.”",
            (Operation.ADDED, "7", None, "7.3 Reports are due."),
        ),
        (
            "A new clause 14A is inserted after clause 14: “14A Audits are annual.”",
            (Operation.ADDED, "14A", None, "14A Audits are annual."),
        ),
        ("Exhibit B is replaced with the Exhibit B attached hereto.", (Operation.CHANGED, "Exhibit B", None, None)),
        # a quotation is taken whole, and ends where it is closed
        (
            "Clause 9 is replaced with “No fee is due. The “Service” is free.”",
            (Operation.REPLACED, "9", None, "No fee is due. The “Service” is free."),
        ),
        (
            "L’article 9 est remplacé par « Aucun frais n’est dû. Le service est gratuit. »",
            (Operation.REPLACED, "9", None, "Aucun frais n’est dû. Le service est gratuit."),
        ),
        (
            "Clause 9 shall read as follows: “No fee is due. It is free.” All else stays as it is.",
            (Operation.REPLACED, "9", None, "No fee is due. It is free."),
        ),
        ("Clause 8.2 now reads: “It is free.”", (Operation.REPLACED, "8.2", None, "It is free.")),
        ("L’article 8.2 se lit désormais : « Il est gratuit. »", (Operation.REPLACED, "8.2", None, "Il est gratuit.")),
        (
            "Clause 8.2, which previously read “ten days”, now reads “twelve days”.",
            (Operation.WORDS, "8.2", "ten days", "twelve days"),
        ),
        (
            "L’article 8.2 se lisait « dix jours ». Il se lit désormais « douze jours ».",
            (Operation.WORDS, "8.2", "dix jours", "douze jours"),
        ),
        ("Clause 8.2, which previously read “Ten days.”, is amended.", (Operation.CHANGED, "8.2", None, None)),
        # the new words before the old
        (
            "In clause 8.2, “sixty days” shall be substituted for “thirty days”.",
            (Operation.WORDS, "8.2", "thirty days", "sixty days"),
        ),
        ("In clause 8.2, for “thirty days” read “sixty days”.", (Operation.WORDS, "8.2", "thirty days", "sixty days")),
        (
            "À l’article 8.2, il faut lire « soixante jours » au lieu de « trente jours ».",
            (Operation.WORDS, "8.2", "trente jours", "soixante jours"),
        ),
        (
            "À l’article 8.2, les mots « soixante jours » se substituent aux mots « trente jours ».",
            (Operation.WORDS, "8.2", "trente jours", "soixante jours"),
        ),
    ],
)
def test_a_change_is_read(said: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert _changes("1. Changes", "", f"1.1 {said}") == [expected]


def test_new_wording_that_follows_is_taken_whole_and_not_read_for_changes() -> None:
    found = _changes(
        "1. Changes",
        "",
        "1.1 Article 8.2 is deleted and replaced by the following:",
        "",
        "8.2 The cap of clause 7 is amended yearly.",
    )
    assert found == [(Operation.REPLACED, "8.2", None, "8.2 The cap of clause 7 is amended yearly.")]


@pytest.mark.parametrize(
    "said",
    ["The parties wish to change Annex 1 and Annex 2.", "Clause 9 remains unchanged.", "Response Times are unchanged."],
)
def test_what_changes_nothing_is_no_change(said: str) -> None:
    assert _changes("1. Background", "", f"1.1 {said}") == []


def test_a_change_takes_effect_on_its_own_day_or_that_of_the_amendment() -> None:
    document = read_lines(
        "1. Effect", "", "1.1 This Amendment takes effect on 1 October 2024.", "", "1.2 Clause 9 is deleted.", "",
        "1.3 With effect from 4 November 2024, clause 10 is deleted.",
    )  # fmt: skip
    assert [change.effective for change in find_changes(document)] == [date(2024, 10, 1), date(2024, 11, 4)]


def test_the_day_of_the_agreement_amended_is_not_that_of_the_amendment() -> None:
    assert effect_of(read_lines("The parties made the Agreement on 1 March 1996.")) is None
    assert effect_of(read_lines("This Amendment is made on 2 May 1999.")) == date(1999, 5, 2)
    assert effect_of(read_lines("This Amendment is made on 2 May 1999. It takes effect on 1 June 1999.")) == date(
        1999, 6, 1
    )
    assert effect_of(read_lines("Fait à Tours, le 12 novembre 2025, en deux exemplaires.")) == date(2025, 11, 12)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "For the period from 1 October 2024 to 31 December 2024, clause 8.2 shall not apply.",
            (Operation.SUSPENDED, "8.2", "2024-10-01", "2024-12-31"),
        ),
        (
            "For the period from 1 October 2024 to 31 December 2024, clause 8.2 shall read as follows: “The fee is 10 euros.”",
            (Operation.REPLACED, "8.2", "2024-10-01", "2024-12-31"),
        ),
        (
            "À titre exceptionnel, et jusqu’au 30 juin 2026, l’article 5 ne s’applique pas.",
            (Operation.SUSPENDED, "5", "2024-09-01", "2026-06-30"),
        ),
        (
            "À titre exceptionnel et jusqu’au 30 juin 2026, le délai de l’article 5.2 de l’Annexe 1 est porté de 3 jours à 5 jours.",
            (Operation.FIGURE, "Annexe 1, 5.2", "2024-09-01", "2026-06-30"),
        ),
        (
            "Par dérogation à l’article 5.2, le Prestataire facture à trente jours jusqu’au 30 juin 2026.",
            (Operation.EXCEPTION, "5.2", "2024-09-01", "2026-06-30"),
        ),
        (
            "Notwithstanding clause 7.1, until 31 March 2025 the Supplier may invoice weekly.",
            (Operation.EXCEPTION, "7.1", "2024-09-01", "2025-03-31"),
        ),
        (
            "Clause 9.1 shall not apply to Tower B until 31 March 2025.",
            (Operation.EXCEPTION, "9.1", "2024-09-01", "2025-03-31"),
        ),
        (
            "The first sentence of clause 9.1 shall not apply until 31 March 2025.",
            (Operation.EXCEPTION, "9.1", "2024-09-01", "2025-03-31"),
        ),
        (
            "The notice of clause 10.4 is reduced to ten days for this replacement only.",
            (Operation.EXCEPTION, "10.4", "2024-09-01", None),
        ),
        (
            "Between 1 January 2025 and 31 March 2025, “thirty days” in clause 6.2 is replaced by “sixty days”.",
            (Operation.WORDS, "6.2", "2025-01-01", "2025-03-31"),
        ),
        (
            "Le plafond de l’article 5.3 est inchangé. Toutefois, aucune révision n’est appliquée le 1er avril 2026.",
            (Operation.EXCEPTION, "5.3", "2026-04-01", "2026-04-01"),
        ),
        (
            "For the months of July and August 2025 only, clause 8.2 does not apply.",
            (Operation.SUSPENDED, "8.2", "2025-07-01", "2025-08-31"),
        ),
        (
            "During the third quarter of 2025, clause 8.2 is suspended.",
            (Operation.SUSPENDED, "8.2", "2025-07-01", "2025-09-30"),
        ),
        (
            "L’application de l’article 8.2 est suspendue pour les mois de juillet et août 2025.",
            (Operation.SUSPENDED, "8.2", "2025-07-01", "2025-08-31"),
        ),
        (
            "For July and August 2025, the fee of clause 8.2 is reduced from 10 euros to 8 euros.",
            (Operation.FIGURE, "8.2", "2025-07-01", "2025-08-31"),
        ),
        (
            "From July 2025, the fee of clause 8.2 is increased from 10 euros to 12 euros.",
            (Operation.FIGURE, "8.2", "2025-07-01", None),
        ),
        (
            "Du 1er au 15 août 2025, l’article 8.2 n’est pas applicable.",
            (Operation.SUSPENDED, "8.2", "2025-08-01", "2025-08-15"),
        ),
        (
            "From 1 to 15 August 2025, clause 8.2 is not applicable.",
            (Operation.SUSPENDED, "8.2", "2025-08-01", "2025-08-15"),
        ),
        (
            "Clause 8.2 shall not apply during the first contract year.",
            (Operation.SUSPENDED, "8.2", "2024-09-01", None),
        ),
        ("Pendant la durée du pilote, l’article 8.2 est écarté.", (Operation.SUSPENDED, "8.2", "2024-09-01", None)),
        ("Clause 8.2 shall not apply to the pilot.", None),
        ("In July 2025 the Supplier reviews the fee of clause 8.2.", None),
        # a day that ends the new term, or stands in the new words, is no end of the change
        ("The term in clause 3.1 is extended until 31 December 2029.", (Operation.CHANGED, "3.1", "2024-09-01", None)),
        (
            "Clause 3.1 is replaced by the following: “This Agreement runs until 31 December 2029.”",
            (Operation.REPLACED, "3.1", "2024-09-01", None),
        ),
        ("Clause 8.2 shall no longer apply.", (Operation.DELETED, "8.2", "2024-09-01", None)),
        ("The Supplier shall deliver the plan of clause 4 until 31 March 2025.", None),
        (
            "This Amendment takes effect from 1 January 2025 until 31 December 2025 and clause 8.1 remains unchanged.",
            None,
        ),
    ],
)
def test_what_holds_for_a_time_has_an_end(said: str, expected: tuple[str, str, str, str | None] | None) -> None:
    document = read_lines("1. Changes", "", "1.1 This Amendment takes effect on 1 September 2024.", "", f"1.2 {said}")
    found = [
        (
            change.operation,
            change.target.label,
            change.effective.isoformat() if change.effective else None,
            change.until.isoformat() if change.until else None,
        )
        for change in find_changes(document)
    ]
    assert found == ([expected] if expected else [])


def test_the_day_that_is_given_up_is_not_the_one_from_which_the_change_holds() -> None:
    document = read_lines(
        "1. Changes", "", "1.1 This Amendment takes effect on 1 September 2024.", "",
        "1.2 The date in clause 3.1 is changed from 31 December 2026 to 31 December 2028.",
    )  # fmt: skip
    (change,) = find_changes(document)
    assert (change.operation, change.effective) == (Operation.FIGURE, date(2024, 9, 1))
    assert change.new is not None
    assert change.new.of(document.text) == "31 December 2028"


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("After clause 1.2, a new clause 1.2A is inserted: “1.2A The index is public.”", "1.2A"),
        (
            "Après l’article 1.2, il est inséré un article 1.2 bis ainsi rédigé : « 1.2 bis L’indice est public. »",
            "1.2bis",
        ),
        ("The following sentence is added after clause 1.2: “The index is public.”", "1.2"),
        ("Clause 1.2 shall be, and hereby is, supplemented with the following: “The index is public.”", "1.2"),
        ("Clause 1.2 shall be supplemented by the words “or wilful misconduct” at its end.", "1.2"),
    ],
)
def test_what_is_added_is_not_the_clause_beside_which_it_stands(said: str, clause: str) -> None:
    (change,) = find_changes(read_lines("1. Changes", "", f"1.1 {said}"))
    assert (change.operation, change.target.clause) == (Operation.ADDED, clause)


def test_words_of_a_list_of_clauses_are_replaced_in_each() -> None:
    document = read_lines(
        "1. Changes", "", "1.1 Dans les articles 1.1 et 5.1, le mot « euros » est remplacé par « livres »."
    )
    assert [change.target.clause for change in find_changes(document)] == ["1.1", "5.1"]


def test_an_exception_for_this_case_is_of_the_day_of_the_case() -> None:
    document = read_lines(
        "1. Changes", "", "1.1 This Amendment takes effect on 1 September 2024.", "",
        "2. Staff", "", "2.1 With effect from 4 November 2024, “Ann Lee” in Schedule 2 is replaced by “John Doe”.", "",
        "2.2 The period for handing over that is told in clause 10.4 of the Framework", "",
        "Agreement is reduced to ten days for this replacement only.",
    )  # fmt: skip
    _, exception = find_changes(document)
    assert (exception.operation, exception.target.clause) == (Operation.EXCEPTION, "10.4")
    assert exception.effective == date(2024, 11, 4)


def test_an_exception_is_from_all_clauses_of_a_list() -> None:
    document = read_lines(
        "1. Changes", "", "1.1 Until 31 March 2026, notwithstanding clauses 8.2 and 8.3, the fee is due."
    )
    assert [change.target.clause for change in find_changes(document)] == ["8.2", "8.3"]


def test_an_exception_from_articles_of_the_amendment_is_one_from_what_they_change() -> None:
    document = read_lines(
        "1. Fees", "", "1.1 In clause 4.2 of Annex 1, the fee is increased from 10 euros to 12 euros.", "",
        "2. Transition", "", "2.1 From 1 January to 31 March 2026, the new fee of clause 1 is reported and not invoiced.",
    )  # fmt: skip
    _, exception = find_changes(document)
    assert (exception.operation, exception.target.label) == (Operation.EXCEPTION, "Annex 1, 4.2")
    assert (exception.effective, exception.until) == (date(2026, 1, 1), date(2026, 3, 31))


def test_one_block_that_replaces_several_clauses_is_shared_out_by_their_numbers() -> None:
    found = _changes(
        "2. Fees", "", "2.1 Sections 3.1 and 3.2 of the Agreement are hereby amended to read in their entirety as follows:", "",
        "Section 3.1 Royalty. Five per cent is due.", "", "Section 3.2 Payment. It is paid within ten days.",
    )  # fmt: skip
    assert [(target, new) for _, target, _, new in found] == [
        ("3.1", "Section 3.1 Royalty. Five per cent is due."),
        ("3.2", "Section 3.2 Payment. It is paid within ten days."),
    ]
    (first, second) = _changes(
        "2. Fees", "", "2.1 Sections 3.1 and 3.2 are replaced by the following:", "", "Nothing is due."
    )
    assert (first[0], second[0]) == (Operation.CHANGED, Operation.CHANGED)


def test_new_words_begin_behind_what_tells_where_they_go() -> None:
    ((_, target, _, new),) = _changes(
        "6. Liability", "", "6.1 The Agreement is amended by adding the following sentence to the end of Section 13.1:", "",
        "Nothing limits this.",
    )  # fmt: skip
    assert (target, new) == ("13.1", "Nothing limits this.")


def test_what_recitals_tell_changes_nothing() -> None:
    assert _changes("RECITALS The parties have agreed to temporarily modify the pricing set forth on Exhibit D.") == []


def test_a_clause_of_an_earlier_amendment_is_told_from_one_of_the_agreement() -> None:
    ((_, target, _, _),) = _changes("2. Terms", "", "2.1 The terms in Section 1 of Amendment #2 are hereby deleted.")
    assert target == "Amendment #2, 1"


def test_an_annex_that_the_amendment_brings_along_replaces_the_old_one() -> None:
    found = _changes(
        "1. Changes", "", "1.1 Schedule 2 is deleted and replaced by the Schedule 2 attached to this Amendment.", "",
        "SCHEDULE 2", "", "1. Prices", "", "The price is ten euros.",
    )  # fmt: skip
    assert found == [(Operation.REPLACED, "Schedule 2", None, "SCHEDULE 2 1. Prices The price is ten euros.")]


def test_a_sentence_may_do_two_things_and_one_of_them_to_a_part_of_the_clause_it_names() -> None:
    found = _changes(
        "4. Termination", "",
        "4.1 Section 14.2 is amended by deleting in its entirety subsection (b) thereof and by amending Section 14.2(a) to read "
        "as follows:", "",
        "(a) at once, if the other party does not pay.",
    )  # fmt: skip
    assert found == [
        (Operation.DELETED, "14.2(b)", None, None),
        (Operation.REPLACED, "14.2(a)", None, "(a) at once, if the other party does not pay."),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Exhibit A may be amended by mutual written agreement as follows.",
        "Clause 4 shall not be deleted.",
        "L’annexe 2 peut être modifiée par écrit comme suit.",
        "L’article 4 ne pourra être modifié que par avenant.",
    ],
)
def test_what_may_or_may_not_be_changed_is_not_changed(said: str) -> None:
    assert _changes("1. Changes", "", f"1.1 {said}") == []


def test_words_are_inserted_beside_others_and_replaced_everywhere() -> None:
    assert _changes(
        "1. Changes",
        "",
        "1.1 In clause 4, the words “or fax” are inserted before “by post” and “, or not” after “paid”.",
    ) == [
        (Operation.INSERTED_BEFORE, "4", "by post", "or fax"),
        (Operation.INSERTED_AFTER, "4", "paid", ", or not"),
    ]
    document = read_lines(
        "1. Changes", "", "1.1 All references to “Unit” in clauses 2 and 5 are replaced by “Machine”."
    )
    assert [(each.target.clause, each.everywhere) for each in find_changes(document)] == [("2", True), ("5", True)]


@pytest.mark.parametrize("hostile", [("“" + " " * 390) * 9, ("‘" + " " * 390) * 9, " " * 3_900, "1.1 " * 950])
def test_no_sentence_takes_long_to_read(hostile: str) -> None:
    for lead in ("Clause 4 is amended: ", "Clause 4 is increased from 30 to 60 days instead of "):
        assert all(target == "4" for _, target, _, _ in _changes(f"1. {lead}{hostile}x"))
