from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest, plan
from tests.fake_parts import ScriptedParts
from tests.web_pages import APP, asked, citation, own_main, parts, quoted, shown

__all__ = ["own_main", "parts"]


def test_the_address_names_what_is_open_and_opens_it_again(parts: ScriptedParts) -> None:
    cited = citation(parts)
    at = asked(parts, quoted(cited))
    at.button(key="chip-0-0-0").click().run()
    told = dict(at.query_params.items())
    assert told == {
        "contract": "Acme",
        "document": "levels",
        "clause": "1",
        "words": f"{cited.start}-{cited.end}",
    }
    again = AppTest.from_file(APP, default_timeout=20)
    again.session_state["parts"] = parts
    again.query_params.update(told)
    again.run()
    assert len(again.get("image")) == 1
    assert "<mark>critical incident</mark>" in shown(again)
    again.button(key="close-original").click().run()
    assert not again.query_params


def test_a_link_to_a_clause_that_is_gone_is_told_and_its_contract_is_chosen(
    parts: ScriptedParts, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("1. Fee\n\nThe fee is ten euros.\n")
    ingest(plan([other], "Bolt"), parts.library, parts.index, parts.embedder)
    at = AppTest.from_file(APP, default_timeout=20)
    at.session_state["parts"] = parts
    at.query_params.update({"contract": "Acme", "clause": "77"})
    at.run()
    assert not at.exception
    assert 'role="alert"' in shown(at)
    assert at.selectbox(key="contract").value == "Acme"
