from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, Citation, Statement, Verdict
from assistant.audit import Audit
from assistant.web import acts, find_compare, find_reading, outline
from assistant.web.find_words import ENGLISH, FRENCH
from assistant.web.settling import Settling, Told
from ingest.document import Role
from ingest.pipeline import ingest, plan
from tests.fake_contracts import read_lines
from tests.fake_parts import ScriptedParts
from tests.web_pages import shown

PAGE = """
from assistant.web import find

__all__ = ["own_main"]

find.draw()
"""
TERMS = """\
# 1. Definitions

“Business Day” means a day other than a Saturday.

# 2. Payment <b>

2.1 Invoices are paid within ten Business Days, as clause 3 says.

# 3. Late payment

3.1 Interest is five per cent.
"""


@pytest.fixture
def parts(tmp_path: Path) -> ScriptedParts:
    parts = ScriptedParts(tmp_path / "home")
    for name, text in (("Acme", TERMS), ("Initech", TERMS.replace("ten", "thirty").replace("1. Def", "1. Def"))):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "terms.md").write_text(text)
        outcomes = ingest(plan([folder], name), parts.library, parts.index, parts.embedder)
        assert [outcome.message for outcome in outcomes] == [""]
    return parts


def start(parts: ScriptedParts, **state: object) -> AppTest:
    at = AppTest.from_string(PAGE, default_timeout=20)
    at.session_state["parts"] = parts
    for name, value in state.items():
        at.session_state[name.replace("_", "-")] = value
    return at.run()


def search(at: AppTest, words: str) -> AppTest:
    at.text_input(key="sought").set_value(words).run()
    assert not at.exception
    return at


def opened(at: AppTest) -> list[str]:
    return [button.label for button in at.button if (button.key or "").startswith("read-")]


def test_before_anything_is_sought_the_page_teaches(parts: ScriptedParts) -> None:
    at = start(parts)
    assert all(said in shown(at) for said, _ in ENGLISH.nothing_yet_hints)


def test_an_empty_library_leads_to_the_contracts(tmp_path: Path) -> None:
    at = start(ScriptedParts(tmp_path / "home"))
    assert [button.key for button in at.button] == ["load-samples", "go-to-contracts"]


def test_passages_are_grouped_by_contract_with_the_words_marked(parts: ScriptedParts) -> None:
    at = search(start(parts), "invoices")
    page = shown(at)
    assert page.count('<h2 class="cl-group">') == 2
    assert "<mark>Invoices</mark>" in page
    assert "<b>" not in page
    search(at, "“five per cent”")
    assert len(opened(at)) == 2
    search(at, "“no such words”")
    assert ENGLISH.nothing_found in shown(at)


def enter_found(audit: Audit, told: Told) -> None:
    audit.enter("", "find", **told)


def test_more_is_shown_when_it_is_asked_for_and_a_search_is_entered_as_it_was_left(
    parts: ScriptedParts, tmp_path: Path
) -> None:
    folder = tmp_path / "Many"
    folder.mkdir()
    (folder / "terms.md").write_text(
        "\n\n".join(f"# {n}. Fee\n\nThe fee {n} is due. {'It is owed. ' * 60}" for n in range(1, 15))
    )
    ingest(plan([folder], "Many"), parts.library, parts.index, parts.embedder)
    at = start(parts)
    at.session_state[acts.SEARCHES] = Settling(partial(enter_found, Audit(parts.settings.home)), pause=3600.0)
    search(at, "fee")
    at.selectbox(key="find-contract").set_value("Many").run()
    assert len(opened(at)) == 10
    at.button(key="more").click().run()
    assert len(opened(at)) > 14
    search(at, "fee due")
    assert len(opened(at)) == 10, "another search begins with its first passages"
    at.session_state[acts.SEARCHES].settle()
    entries = [entry for entry in Audit(parts.settings.home).entries() if entry["what"] == "find"]
    assert [(entry["words"], entry["contract"]) for entry in entries] == [
        ("fee", ""),
        ("fee due", "Many"),
    ]


def test_filters_narrow_what_is_found(parts: ScriptedParts) -> None:
    at = search(start(parts), "invoices")
    at.selectbox(key="find-contract").set_value("Initech").run()
    assert shown(at).count('<h2 class="cl-group">') == 1
    at.selectbox(key="find-role").set_value(Role.AMENDMENT.value).run()
    assert ENGLISH.nothing_found in shown(at)
    at.selectbox(key="find-role").set_value("").run()
    at.selectbox(key="find-language").set_value("fr").run()
    assert opened(at) == []
    at.selectbox(key="find-language").set_value("en").run()
    at.checkbox(key="find-in-force").check().run()
    assert not at.exception
    assert opened(at)


def test_a_passage_is_read_with_its_terms_and_references_in_place(parts: ScriptedParts) -> None:
    at = search(start(parts), "invoices")
    at.button(key=next(b.key for b in at.button if (b.key or "").startswith("read-"))).click().run()
    assert not at.exception
    page = shown(at)
    assert '<details class="cl-ref"><summary>Business Days</summary>' in page, page
    assert "day other than a Saturday" in page
    assert "<summary>clause 3</summary>" in page
    assert "cl-open" in page
    at.button(key="close-original").click().run()
    assert "cl-reading" not in shown(at)


def test_two_clauses_are_taken_up_and_held_against_each_other(parts: ScriptedParts) -> None:
    at = search(start(parts), "invoices")
    first, second = (
        next(
            b.key for b in at.button if (b.key or "").startswith(f"read-{parts.library.contract(name).documents[0].id}")
        )
        for name in ("Acme", "Initech")
    )
    at.button(key=first).click().run()
    at.button(key="to-compare").click().run()
    at.button(key=second).click().run()
    at.button(key="to-compare").click().run()
    assert not at.exception
    assert [at.selectbox(key=f"compare-{side}-contract").value for side in ("left", "right")] == ["Acme", "Initech"]
    page = shown(at)
    assert "<del>ten</del>" in page
    assert "<ins>thirty</ins>" in page
    assert page.count("<del>") == 1
    at.selectbox(key="compare-right-contract").set_value("Acme").run()
    at.selectbox(key="compare-right-clause").set_value("").run()
    assert not at.exception


def test_the_same_clause_twice_is_no_comparison_and_equal_ones_are_told(parts: ScriptedParts) -> None:
    at = start(parts, find_view="compare")
    assert ENGLISH.compare_hint in shown(at)
    at.selectbox(key="compare-right-contract").set_value("Initech").run()
    for side in ("left", "right"):
        clauses = at.selectbox(key=f"compare-{side}-clause")
        clauses.set_value(next(o for o in clauses.options if "Late" in o)).run()
    assert ENGLISH.identical in shown(at)


def test_documents_in_two_languages_are_not_compared_word_by_word(parts: ScriptedParts, tmp_path: Path) -> None:
    (tmp_path / "contrat.md").write_text(
        "# Contrat-cadre\n\n## 1. Prix\n\n1.1 Le prix mensuel est de 200 euros, payable par le client dans les trente jours.\n"
    )
    plans = plan([tmp_path / "contrat.md"], "Rhône")
    assert [o.message for o in ingest(plans, parts.library, parts.index, parts.embedder)] == [""]
    at = start(parts, find_view="compare")
    at.selectbox(key="compare-right-contract").set_value("Rhône").run()
    assert not at.exception
    assert "The languages differ (English, French)" in shown(at)
    assert "<del>" not in shown(at)


def test_the_versions_of_an_amended_clause_are_compared(parts: ScriptedParts, tmp_path: Path) -> None:
    (tmp_path / "amendment.md").write_text(
        "# Amendment No. 1\n\nThis Amendment takes effect on 1 October 2024.\n\n"
        "1.1 In clause 3.1 “five per cent” is replaced by “nine per cent”.\n"
    )
    plans = plan([tmp_path / "amendment.md"], "Acme", Role.AMENDMENT)
    assert [o.message for o in ingest(plans, parts.library, parts.index, parts.embedder)] == [""]
    record = next(d for d in parts.library.contract("Acme").documents if d.name == "terms")
    clause = next(c for c in parts.library.document(record.id).clauses if c.number == "3.1")
    chosen = {"contract": "Acme", "document": record.id, "clause": clause.id}
    state = {f"compare_{side}_{what}": value for side in ("left", "right") for what, value in chosen.items()}
    at = start(parts, find_view="compare", **state)
    assert ENGLISH.compare_hint in shown(at)
    at.selectbox(key="compare-right-version").set_value("2024-10-01").run()
    assert not at.exception
    assert "<del>five</del>" in shown(at)
    assert "<ins>nine</ins>" in shown(at)
    assert [entry["what"] for entry in Audit(parts.settings.home).entries()] == ["compare"]


def test_what_is_read_and_asked_is_entered_into_the_audit_log(parts: ScriptedParts) -> None:
    at = search(start(parts), "invoices")
    at.button(key=next(b.key for b in at.button if (b.key or "").startswith("read-"))).click().run()
    sought, entry = Audit(parts.settings.home).entries()
    assert (sought["what"], sought["words"]) == ("find", "invoices")
    assert (entry["what"], entry["document"]) == ("open", "terms")


def test_one_question_is_asked_of_many_contracts_and_exported(parts: ScriptedParts) -> None:
    for name in ("Acme", "Initech"):
        record = parts.library.contract(name).documents[0]
        cited = Citation(name, "terms", "3.1", 1, 0, 10, "Interest <i>", record.id)
        statement = Statement(cited.quote, Verdict.QUOTED, (cited,))
        parts.replies.append(Answer("Interest?", "en", name, None, "", (statement,)))
    at = start(parts, find_view="across")
    assert ENGLISH.across_hint in shown(at)
    at.text_input(key="across-question").set_value("Interest?")
    at.button(key="across-ask").click().run()
    assert not at.exception
    assert "Interest &lt;i&gt;" in shown(at)
    assert {each.key for each in at.get("download_button")} == {"export-csv", "export-xlsx"}
    at.button(key="chip-across-1").click().run()
    assert "cl-reading" in shown(at)


def test_the_outline_shows_the_upper_levels_and_what_is_around_the_open_clause() -> None:
    document = read_lines(
        "1. One",
        "",
        "1.1 A",
        "",
        "(a) deep",
        "",
        "(b) deeper",
        "",
        "2. Two",
        "",
        "2.1 B",
        "",
        "(a) low",
        "",
        "(b) lower",
    )
    upper = next(c for c in document.clauses if c.number == "2")
    item = next(c for c in document.clauses if c.number == "(a)")
    assert [c.number for c in outline.shown(document, upper)] == ["1", "1.1", "2", "2.1"]
    assert [c.number for c in outline.shown(document, item)] == ["1", "1.1", "(a)", "(b)", "2", "2.1"]
    assert find_reading.section(document, item)[0].number == "1"


def test_both_languages_say_the_same() -> None:
    assert len(ENGLISH.nothing_yet_hints) == len(FRENCH.nothing_yet_hints)
    assert ENGLISH.why.keys() == FRENCH.why.keys()
    assert find_compare.table([], FRENCH).count("<th") == 3
