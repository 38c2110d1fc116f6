"""Cross-references (`ingest.references`) become links to the clause that they name, across the documents of a family."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.family.cross_references import CrossReferences, Link, State, faults_alone, links_of
from assistant.naming.annexes import annex_key
from ingest.document import Document, Role
from ingest.originals import Original
from ingest.record import DocumentRecord, new_record
from ingest.references import references_of
from tests.fake_contracts import Contracts, read_lines


def member(name: str, role: Role, *lines: str) -> tuple[DocumentRecord, Document]:
    document = replace(read_lines(*lines, title=lines[0]), role=role)
    record = new_record("Acme", name, Original(name.ljust(64, "0"), ".pdf", 1), document)
    return record, document


FRAMEWORK = member(
    "framework", Role.FRAMEWORK,
    "1. Term", "This agreement lasts as set out in clause 2.1, subject to Article 3 and to clauses 2.1 to 2.2.",
    "2. Fees", "2.1 The fees are those of Annex 1, paragraph 2.", "2.2 They are reviewed under Annex 4.",
    "3. Law", "The processor complies with Article 28 of the GDPR and with article L. 441-10 du Code de commerce.",
    "4. End", "Section 9.9 applies. So does Section 5 of the Reseller Agreement.",
)  # fmt: skip
ANNEX = member(
    "annex-1-charges",
    Role.PRICING,
    "Annex 1 – Charges",
    "1. Prices",
    "They follow clause 2.1 of the Agreement, and are payable within thirty days of the invoice that states them in full.",
    "2. Review",
    "As in paragraph 1. The charges are reviewed each year by the parties, in good faith and with regard to the market.",
)


def test_a_reference_leads_into_the_annex_that_it_names_by_what_it_holds() -> None:
    framework = member(
        "framework", Role.FRAMEWORK, "A.1 Law", "", "A.2 Ends", "", "See article 2 of the SLA, and paragraph A.1."
    )
    levels = member(
        "levels", Role.SERVICE_LEVELS, "Service levels", "", "1. Scope", "", "All.", "", "2. Credits", "", "Some."
    )
    links = list(links_of(*framework, [framework, levels]))
    assert [(each.document and each.document.name, each.clause and each.clause.number) for each in links] == [
        ("levels", "2"),
        ("framework", "A.1"),
    ]


def said(link: Link, document: Document) -> str:
    return link.reference.span.of(document.text)


def outcome(link: Link, document: Document) -> tuple[str, State, str | None, str | None]:
    return (
        said(link, document),
        link.state,
        link.document.name if link.document else None,
        link.clause.number if link.clause else None,
    )


def test_references_lead_to_clauses_of_the_family() -> None:
    family = [FRAMEWORK, ANNEX]
    assert [outcome(link, FRAMEWORK[1]) for link in links_of(*FRAMEWORK, family)] == [
        ("clause 2.1", State.FOUND, "framework", "2.1"),
        ("Article 3", State.FOUND, "framework", "3"),
        ("clauses 2.1", State.FOUND, "framework", "2.1"),
        ("clauses 2.1", State.FOUND, "framework", "2.2"),
        ("paragraph 2", State.FOUND, "annex-1-charges", "2"),
        ("Annex 4", State.NO_DOCUMENT, None, None),
        ("Section 9.9", State.NO_CLAUSE, "framework", None),
        ("Section 5", State.ELSEWHERE, None, None),
    ]
    assert [outcome(link, ANNEX[1]) for link in links_of(*ANNEX, family)] == [
        ("clause 2.1", State.FOUND, "framework", "2.1"),
        ("paragraph 1", State.FOUND, "annex-1-charges", "1"),
    ]


def test_an_amendment_alone_is_not_blamed_for_what_it_amends() -> None:
    alone = member(
        "amendment", Role.AMENDMENT, "1. A", "Clause 12 is deleted.", "2. B", "Exhibit 14 stays.", "3. C", "Text."
    )
    assert {link.state for link in links_of(*alone, [alone])} == {State.ELSEWHERE}


@pytest.mark.parametrize(
    "words",
    [
        "conformément aux articles 15 et 16 du RGPD",
        "visé à l’article 1218 du Code civil",
        "la présente annexe a pour objet la sécurité",
        "under 48 CFR §52.222-36 and 2 CFR § 176.50",
        "sections 39 to 43 (inclusive) of the Patents Act 1977",
        "Section 5-1401 of the General Obligations Law",
        "cet article s’applique à chacun",
        "sections 23A and 23B of the Federal Reserve Act",
        "les articles L. 441-10 et D. 441-5 du Code de commerce",
        "LES ARTICLES 1641 ET SUIVANTS DU CODE CIVIL",
        "section 3(3) of ERISA",
        "Minn. Stat. § 80C.14, Subds. 3 and 4",
    ],
)
def test_a_law_is_no_clause(words: str) -> None:
    assert references_of(read_lines("1. Loi", f"Il est dit ici, {words}, que cela vaut.", "2. Fin")) == ()


def test_two_ways_of_naming_an_annex_are_one() -> None:
    assert annex_key("Annexe n° 2") == annex_key("annex 2") != annex_key("Schedule 2")
    assert annex_key("contrat") is None


def test_a_document_read_alone_tells_what_leads_nowhere_in_it() -> None:
    (told,) = faults_alone(FRAMEWORK[1])
    assert told.startswith("“Section 9.9” leads nowhere")
    assert faults_alone(ANNEX[1]) == []


ESCROW = member(
    "escrow",
    Role.OTHER,
    "Escrow Agreement",
    "",
    "1. Deposit",
    "The source code is deposited with the agent within thirty days of the date of this agreement.",
    "2. Release",
    "It is released on failure.",
)


def test_a_reference_to_another_contract_leads_into_a_document_of_that_title_and_nowhere_else() -> None:
    cites = member(
        "hosting", Role.FRAMEWORK,
        "Hosting Agreement",
        "1. Keys", "The keys are released under Section 2 of the Escrow Agreement.",
        "2. Rent", "Sections 1, 3.4 and 7.2(b), respectively, of the Head Lease apply, and l’article 3 du bail commercial too.",
        "3. Own", "This Hosting Agreement ends under Section 1 of the Hosting Agreement.",
        "4. Both", "Exhibit A to the Trust Agreement and Section 1 of that certain Trust Agreement apply.",
    )  # fmt: skip
    states = [(link.reference.clause, link.state) for link in links_of(*cites, [cites])]
    assert states == [
        ("2", State.ELSEWHERE), ("1", State.ELSEWHERE), ("3.4", State.ELSEWHERE), ("7.2(b)", State.ELSEWHERE), ("3", State.ELSEWHERE),
        ("1", State.FOUND), (None, State.ELSEWHERE), ("1", State.ELSEWHERE),
    ]  # fmt: skip
    escrow = next(iter(links_of(*cites, [cites, ESCROW])))
    assert outcome(escrow, cites[1]) == ("Section 2", State.FOUND, "escrow", "2")


def test_an_amendment_that_bears_the_name_of_what_it_amends_is_not_taken_for_it() -> None:
    changes = member(
        "first", Role.AMENDMENT, "Amendment to Services Agreement", "1. Fees", "Section 2 of the Services Agreement is deleted.",
        "2. Else", "Nothing else changes.", "3. Law", "English law.",
    )  # fmt: skip
    (link,) = links_of(*changes, [changes])
    assert (link.state, link.clause) == (State.ELSEWHERE, None)


def test_a_number_with_a_letter_is_read_whole_in_a_list() -> None:
    document = read_lines("1. One", "As sections 4A, 4B and 5 say, this holds.", "2. Two", "Text.")
    assert [each.clause for each in references_of(document)] == ["4A", "4B", "5"]


def test_a_clause_that_an_amendment_adds_is_no_fault_of_it(tmp_path: Path) -> None:
    rest = [line for number in range(3, 9) for line in ("", f"1.{number} A thing is kept as it is.")]
    added = "1.1 A new clause 4.3 is added: “4.3 A list is kept.”"
    said = ("1. Changes", "", added, "", "1.2 It stays, as clause 9.9 says.", *rest)
    with Contracts(tmp_path) as made:
        framework = replace(read_lines("1. One", "", "2. Two", "", "3. Three", "", "4. Four"), role=Role.FRAMEWORK)
        made.add_document("Acme", framework, "framework")
        made.add_document("Acme", replace(read_lines(*said), role=Role.AMENDMENT), "amendment")
        ((told,),) = CrossReferences(made.library).faults("Acme").values()
        assert "clause 9.9" in told


@pytest.mark.parametrize(
    "head",
    [
        ("EX-10.2 Exhibit B",),
        ("Exhibit 28 (h) (1) (a) under Form N-1A", "Exhibit 99 under Item 601/REG. S-K"),
        ("Annexe 3 – Prix",),
        ("Filed as Exhibit 99 under Item 601",),
    ],
)
def test_what_a_document_calls_itself_is_no_reference(head: tuple[str, ...]) -> None:
    document = read_lines(*head, "", "SERVICES", "", "The fees stand in Exhibit A and in Annexe 4.")
    assert [each.document for each in references_of(document)] == ["Exhibit A", "Annexe 4"]


def test_the_first_sentence_of_a_document_may_refer() -> None:
    document = read_lines("Exhibit 10.2", "Schedule 4 shall apply.", "Fees", "", "None.")
    assert [each.document for each in references_of(document)] == ["Schedule 4"]
