"""Ways in which amendments, deeds of variation and letters are drafted: what each changes, since when, and what a later one makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.family.entry import Entry
from assistant.family.ledger import Ledgers
from assistant.family.versions import History, histories
from ingest.change_words import Operation
from ingest.changes import find_changes
from ingest.document import Role
from ingest.effect import effect_of
from tests.fake_contracts import Contracts, read_lines

AGREEMENT = (
    "1. Terms", "",
    "1.1 In this Agreement:", "", "“Hours” means nine to five.", "", "“Site” means the yard at Norham.", "",
    "2. Fees", "", "2.1 The fee is 400 euros. It is paid within thirty days.", "",
    "2.2 A reminder costs 10 euros.", "",
    "3. Crew", "", "3.1 The foreman is Ms Ada Quill.", "", "3.2 The notice is six months. It is given in writing.", "",
    "Les rappels sont gratuits.",
)  # fmt: skip


def _ledger(folder: Path, *amendments: tuple[str, ...]) -> tuple[Contracts, tuple[Entry, ...]]:
    made = Contracts(folder).__enter__()
    made.add("Acme", *AGREEMENT)
    for number, lines in enumerate(amendments, 1):
        document = replace(read_lines(*lines, title=f"Amendment No. {number}"), role=Role.AMENDMENT)
        made.add_document("Acme", document, f"amendment-{number}")
    return made, Ledgers(made.library).of("Acme")


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ("Section 2.1 is amended by deleting “thirty days” and inserting in lieu thereof “ten days”.", "thirty days", "ten days"),
        ("Section 2.1 is amended by striking “thirty days” wherever it appears and substituting “ten days” therefor.",
         "thirty days", "ten days"),
        ("In 2.1, the words “thirty days” appearing in the second sentence are replaced with “ten days”.", "thirty days", "ten days"),
        ("Au 2.1, les mots : « thirty days » sont remplacés par les mots : « ten days ».", "thirty days", "ten days"),
        ("Le délai de « thirty days » prévu à l’article 2.1 est ramené à « ten days ».", "thirty days", "ten days"),
        ("Section 3.2 is varied so that the notice is three months rather than six months.", "six months", "three months"),
        ("In Section 3.2, “six months” is replaced by “six months’ clear notice”.", "six months", "six months’ clear notice"),
        ("Mr Eli Vane shall take the place of Ms Ada Quill as foreman under clause 3.1.", "Ada Quill", "Eli Vane"),
        ("Section 3.2 shall be omitted. ", None, None),
        ("The first sentence of Section 2.1 is replaced by: “The fee is 500 euros.”", "The fee is 400 euros.", "The fee is 500 euros."),
        ("Le dernier alinéa du 3.2 est supprimé.", "Les rappels sont gratuits.", None),
        ("In clause 1.1, for the definition of “Hours” there shall be substituted: “Hours” means eight to eight.",
         "“Hours” means nine to five.", "“Hours” means eight to eight."),
    ],
)  # fmt: skip
def test_words_are_changed_in_whatever_way_it_is_said(
    tmp_path: Path, said: str, old: str | None, new: str | None
) -> None:
    made, ledger = _ledger(tmp_path, ("1. Changes", "", f"1.1 {said}"))
    with made:
        (entry,) = ledger
        agreement = made.library.document(
            next(d.id for d in made.library.contract("Acme").documents if d.name == "agreement")
        ).text
        amendment = made.library.document(entry.amendment.id).text
        assert entry.certain, entry.doubt
        assert entry.old is not None
        assert entry.old.of(agreement).startswith(old or "3.2 The notice")
        assert (entry.change.new.of(amendment) if entry.change.new else None) == new


@pytest.mark.parametrize(
    ("lines", "operation", "clause"),
    [
        (("Article 1. L’article 2.2 est supprimé.", "", "Article 2. Le reste est inchangé."), Operation.DELETED, "2.2"),
        (("1. The parties agree to remove Section 2.2 in its entirety and replace it with the following:", "", "No reminder is charged."),
         Operation.REPLACED, "2.2"),
        (("1. Section 2.2 is struck out and in its place there shall be inserted: “2.2 No reminder is charged.”",),
         Operation.REPLACED, "2.2"),
        (("1. Il est créé un article 4 bis ainsi libellé :", "", "« Article 4 bis – Audit", "", "Un audit par an. »"),
         Operation.ADDED, "4bis"),
    ],
)  # fmt: skip
def test_a_clause_is_changed_once_and_the_amendments_own_numbers_are_none_of_the_agreement(
    lines: tuple[str, ...], operation: Operation, clause: str
) -> None:
    changes = find_changes(read_lines(*lines))
    assert [(each.operation, each.target.clause) for each in changes] == [(operation, clause)]


def test_what_a_filing_leaves_out_is_no_change() -> None:
    assert (
        find_changes(
            read_lines(
                "Exhibit 10.1", "", "Parts of this exhibit were omitted and replaced with “[***]” in Section 4.2."
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("This Deed is made the 17th day of May 2024.",), date(2024, 5, 17)),
        (("The following variations take effect on 1 February 2026:",), date(2026, 2, 1)),
        (("Les présentes modifications entrent en vigueur à compter du 1er juillet 2023.",), date(2023, 7, 1)),
        (("With effect on and from 1 June 2024 the Agreement shall be varied as set out in this clause 2.",), date(2024, 6, 1)),
        (("Le présent avenant est conclu le 5 mai 2023 entre Corwin, Inc. et Marlow et prend effet le 1er juin 2023.",), date(2023, 6, 1)),
        (("Dated as of February 19, 2007", "", "Reference is made to the Agreement dated as of December 16, 2004."), date(2007, 2, 19)),
        (("Nantes, le 3 mars 2025", "", "Madame, Monsieur,"), date(2025, 3, 3)),
        (("Signé le 3 juin 2025, avec effet au 1er juillet 2025, sauf stipulation contraire.",), date(2025, 7, 1)),
        (("Signed on 3 June 2025, with effect from 1 July 2025 unless stated otherwise.",), date(2025, 7, 1)),
        (("Avec effet au 1er juillet 2025, sauf disposition contraire.",), date(2025, 7, 1)),
        (("With effect from 1 July 2025, clause 4 is deleted.",), None),
        (("Date d’effet : 1er juillet 2025",), date(2025, 7, 1)),
        (("Signed on 2 September 2025. It takes effect on 1 October 2025.",), date(2025, 10, 1)),
        (("This Change Order takes effect on 1 October 2025.",), date(2025, 10, 1)),
        (("The agreement of 4 May 2020", "", "is a good one."), None),
    ],
)  # fmt: skip
def test_the_day_on_which_all_of_an_amendment_takes_effect(lines: tuple[str, ...], day: date | None) -> None:
    assert effect_of(read_lines(*lines)) == day


def test_the_day_that_is_moved_is_not_the_day_of_the_change() -> None:
    (change,) = find_changes(
        read_lines("This Amendment takes effect on 1 March 2022.", "",
                   "1. Section 5.1 is amended to change the last day of the term from January 14, 2024 to January 14, 2026.")
    )  # fmt: skip
    assert (change.operation, change.effective) == (Operation.FIGURE, date(2022, 3, 1))


FIRST = (
    "This Amendment takes effect on 1 June 2023.", "",
    "1. A new clause 4A is added after clause 3, reading:", "",
    "“4A. Escrow", "", "4A.1 The code is deposited within twenty days.", "", "4A.2 The customer bears the fee.”", "",
    "2. Section 3 is restated as set forth below:", "", "3. Crew", "", "3.1 The foreman is chosen by lot.", "",
    "3.2 The notice is five months.",
)  # fmt: skip
SECOND = (
    "This Amendment takes effect on 1 June 2024.", "",
    "1. Clause 4A.2 is revoked.", "", "2. In clause 4A.1, “twenty days” is replaced by “ten days”.", "",
    "3. In clause 3.2, “five months” is replaced by “four months”.", "",
    "4. Clause 2.2 is replaced by: “2.2 A reminder costs 12 euros.”",
)  # fmt: skip
THIRD = (
    "This Amendment takes effect on 1 June 2025.", "", "1. Clause 2.2 is replaced by: “2.2 A reminder costs 15 euros.”",
)  # fmt: skip


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contracts]:
    made, _ = _ledger(tmp_path_factory.mktemp("changed"), FIRST, SECOND, THIRD)
    with made:
        yield made


def _history(made: Contracts, number: str) -> History:
    found = histories(made.library, Ledgers(made.library).of("Acme"), made.library.contract("Acme"), number)
    return next(each for each in found if each.versions[1:])


@pytest.mark.parametrize(
    ("number", "day", "text"),
    [
        ("4A", date(2023, 1, 1), ""),
        ("4A.1", date(2023, 7, 1), "4A.1 The code is deposited within twenty days."),
        ("4A.1", date(2024, 7, 1), "4A.1 The code is deposited within ten days."),
        ("4A.2", date(2023, 7, 1), "4A.2 The customer bears the fee."),
        ("4A.2", date(2024, 7, 1), ""),
        ("3.2", date(2023, 7, 1), "3.2 The notice is five months."),
        ("3.2", date(2024, 7, 1), "3.2 The notice is four months."),
        ("3", date(2024, 7, 1), "3. Crew 3.1 The foreman is chosen by lot. 3.2 The notice is four months."),
        ("2.2", date(2024, 7, 1), "2.2 A reminder costs 12 euros."),
        ("2.2", date(2025, 7, 1), "2.2 A reminder costs 15 euros."),
    ],
)
def test_what_one_amendment_brought_in_another_changes(changed: Contracts, number: str, day: date, text: str) -> None:
    assert " ".join((_history(changed, number).on(day).text or "").split()) == text


def test_a_clause_beside_which_another_is_put_stays_as_it_is(tmp_path: Path) -> None:
    made, _ = _ledger(tmp_path, ("This Amendment takes effect on 1 June 2023.", "",
        "1. After clause 2.2 the following new clause is inserted: “2.3 Interest is 4 per cent.”"))  # fmt: skip
    with made:
        beside, added = (_all(made, number) for number in ("2.2", "2.3"))
        whole = _history(made, "2").versions[-1].text or ""
    assert [len(each.versions) for each in beside] == [1]
    assert [each.versions[-1].text for each in added] == ["2.3 Interest is 4 per cent."]
    assert whole.endswith("2.3 Interest is 4 per cent.")


def _all(made: Contracts, number: str) -> list[History]:
    return histories(made.library, Ledgers(made.library).of("Acme"), made.library.contract("Acme"), number)


ANNEX = (
    "Annexe SLA",
    "",
    "1. Délais",
    "",
    "1.1 Le rétablissement prend 6 h.",
    "",
    "1.2 Trois échecs ouvrent droit à résiliation.",
)
PRICES = (
    "Annexe tarifaire",
    "",
    "1. Redevances",
    "",
    "Poste\tUnité\tPrix",
    "ORION\tforfait\t9 350 €",
    "VEGA\tforfait\t700 €",
)


@pytest.mark.parametrize(
    ("said", "document", "clause", "old"),
    [
        ("Article 1. – L’article 1.2 de l’annexe SLA est abrogé.", "annexe-sla", "1.2", "1.2 Trois échecs"),
        ("Article 1. – À l’article 1.1 de l’annexe SLA, le rétablissement passe de 6 h à 4 h.", "annexe-sla", "1.1", "6 h"),
        ("Article 1. – La redevance d’ORION est portée à 9 900 € à compter du 1er septembre 2025.", "annexe-tarifaire", None, "9 350 €"),
    ],
)  # fmt: skip
def test_an_annex_is_meant_by_its_name_and_a_row_by_its_own(
    tmp_path: Path, said: str, document: str | None, clause: str | None, old: str | None
) -> None:
    with Contracts(tmp_path) as made:
        made.add(
            "Acme", "Art. 1. – Objet", "", "Le service.", "", "Art. 2. – Durée", "", "Un an.", name="contrat-cadre"
        )
        annexes = (("annexe-sla", ANNEX, Role.SERVICE_LEVELS), ("annexe-tarifaire", PRICES, Role.PRICING))
        for name, lines, role in annexes:
            made.add_document("Acme", replace(read_lines(*lines, title=lines[0]), role=role), name)
        made.add_document("Acme", replace(read_lines(said, title="Avenant n° 1"), role=Role.AMENDMENT), "avenant-1")
        (entry,) = Ledgers(made.library).of("Acme")
        assert entry.certain is (document is not None)
        assert (entry.document.name if entry.document else None) == document
        assert (entry.clause.number if entry.clause else None) == clause
        if entry.document is not None and entry.old is not None:
            assert entry.old.of(made.library.document(entry.document.id).text).startswith(old or "?")


def test_a_row_that_stands_nowhere_or_twice_is_no_change(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *PRICES, name="annexe-tarifaire")
        made.add("Acme", *PRICES, "ALTAIR\tforfait\t50 €", name="annexe-bis")
        amendment = read_lines("La redevance d’ORION est portée à 9 900 €.", title="Avenant")
        made.add_document("Acme", replace(amendment, role=Role.AMENDMENT), "avenant-1")
        assert Ledgers(made.library).of("Acme") == ()


def test_letters_with_a_figure_number_clauses() -> None:
    changes = find_changes(read_lines(
        "1. Paragraph B3 of the main document is deleted and replaced by the following: “B3. It may end.”", "",
        "2. The following paragraph is added after C4: “C5. Two engineers stay.”",
    ))  # fmt: skip
    assert [(each.operation, each.target.clause) for each in changes] == [
        (Operation.REPLACED, "B3"),
        (Operation.ADDED, "C4"),
    ]


def test_a_list_of_changes_is_not_what_comes_in() -> None:
    changes = find_changes(read_lines(
        "1. Section 2 is amended as follows:", "", "a. Section 2.1 is deleted and replaced with: “2.1 A fee.”", "",
        "b. Section 2.2 is deleted.",
    ))  # fmt: skip
    told = [(each.operation, each.target.clause, each.new is None) for each in changes]
    assert told == [
        (Operation.CHANGED, "2", True), (Operation.REPLACED, "2.1", False), (Operation.DELETED, "2.2", True),
    ]  # fmt: skip
