from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.audit import Audit
from assistant.family.opinions import Confirmer
from assistant.web import adding_words, removal_words, visitor
from assistant.web.shelf_words import ENGLISH, FRENCH
from ingest.document import Doubt, Role, Span
from ingest.job_table import State
from ingest.pipeline import ingest, plan
from tests import fake_pdf
from tests.fake_document import make_passages
from tests.fake_model import FakeModel
from tests.fake_parts import FakeParts
from tests.web_pages import PAGE_OF_CONTRACTS, own_main, press, shown, start

__all__ = ["own_main"]

FRAMEWORK = """# Services Agreement

This Agreement is made on 1 March 2023 between Acme Limited ("Acme") and Bolt Limited ("Bolt").

# 1. Notice

The notice period is thirty (30) days.

# 2. Order

In the event of conflict, the following order of precedence applies:

(a) this Agreement;

(b) the annexes.
"""
AMENDMENT = """# Amendment No. 1

This Amendment is made on 1 May 2024 and takes effect on 1 June 2024.

# 1. Changes

In clause 1 of the Agreement, "thirty (30) days" is replaced by "sixty (60) days".
"""


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    """Acme with its agreement and an amendment, and Zeta with a scanned page."""
    parts = FakeParts(tmp_path / "home")
    folder = tmp_path / "Acme"
    folder.mkdir()
    (folder / "agreement.md").write_text(FRAMEWORK)
    (folder / "amendment-1.md").write_text(AMENDMENT)
    scan = fake_pdf.pdf(tmp_path / "scan.pdf", [fake_pdf.words("1. Levels", "An answer is due in 15 minutes.")])
    outcomes = ingest(plan([folder]), parts.library, parts.index, parts.embedder)
    assert [outcome.message for outcome in outcomes] == ["", ""]
    _add_scan(parts, scan)
    return parts


def _add_scan(parts: FakeParts, path: Path) -> None:
    from ingest.pipeline import read_document

    document = read_document(path)
    start = document.text.index("15")
    doubtful = replace(
        document,
        pages=(replace(document.pages[0], confidence=0.9),),
        doubts=(Doubt(Span(start, start + 2), 0.4),),
        warnings=("page 1 <turned> upright",),
    )
    with parts.library.writing():
        parts.library.add("Zeta", doubtful, make_passages(doubtful), path)


def choose(at: AppTest, section: str) -> AppTest:
    return at.segmented_control(key="shelf-section").set_value(section).run()


def test_a_contract_shows_its_parties_and_days_with_where_each_is_said(parts: FakeParts) -> None:
    at = start(parts, PAGE_OF_CONTRACTS)
    assert not at.exception
    assert "<dt>Parties</dt><dd>Acme Limited (“Acme”)</dd>" in shown(at)
    assert '<td data-label="Takes effect">1 June 2024</td>' in shown(at)
    at.button(key="chip-fact-0-0").click().run()
    assert "<mark>" in shown(at)


def test_a_day_that_an_amendment_moved_is_told_as_it_is_now_with_both_places(tmp_path: Path) -> None:
    parts, folder = FakeParts(tmp_path / "home"), tmp_path / "Acme"
    folder.mkdir()
    expires = "# 3. Term\n\nThis Agreement shall expire on 31 March 2028.\n"
    moved = 'In clause 3 of the Agreement, "31 March 2028" is replaced by "31 March 2029".\n'
    (folder / "agreement.md").write_text(f"{FRAMEWORK}\n{expires}")
    (folder / "amendment-1.md").write_text(f"{AMENDMENT}\n{moved}")
    ingest(plan([folder], "Acme"), parts.library, parts.index, parts.embedder)
    at = choose(start(parts, PAGE_OF_CONTRACTS), "glance")
    page = shown(at)
    assert "<dd>31 March 2029<small>" in page
    assert ENGLISH.fact_changed.format(title="Amendment No. 1", clause="1 Changes") in page
    labels = [button.label for button in at.button if str(button.key).startswith("chip-fact-")]
    assert any("agreement" in label for label in labels)
    assert any("amendment" in label for label in labels)


def test_a_particular_that_is_said_of_several_is_named_once(parts: FakeParts) -> None:
    facts = [line for line in shown(start(parts, PAGE_OF_CONTRACTS)).split("<dl")[1:] if "<dt>Parties" in line]
    assert len(facts) == 2
    assert ["cl-goes-on" in fact for fact in facts] == [False, True]


def test_what_is_in_force_shows_each_change_with_its_words(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "force")
    assert ENGLISH.since.format(day="1 June 2024") in shown(at)
    assert "is replaced by" in shown(at)
    assert "<li>the annexes</li>" in shown(at)
    at.button(key="chip-change-0-1").click().run()
    assert "<mark>thirty (30) days</mark>" in shown(at)


class ConfirmedParts(FakeParts):
    """As above, with a model that is asked about particulars."""

    def __init__(self, home: Path, *replies: object) -> None:
        super().__init__(home)
        self.model = FakeModel(replies=list(replies))

    @cached_property
    def confirmer(self) -> Confirmer:
        return Confirmer(self.model, "fake:one", self.library, self.settings.home / "opinions.sqlite")


def test_what_a_model_thinks_of_the_particulars_is_shown_once_it_was_asked_and_kept(
    parts: FakeParts, tmp_path: Path
) -> None:
    reports = parts.family.particulars("Acme")
    keys = [[fact.key for fact in report.facts] for report in reports]
    replies = ["\n".join(f"{n} CONFIRMED" for n in range(1, len(of) + 1)) for of in keys]
    at_parties = keys[0].index("parties") + 1
    replies[0] = replies[0].replace(f"{at_parties} CONFIRMED", f"{at_parties} DOUBTED: who <b>Bolt</b> is", 1)
    asked = ConfirmedParts(tmp_path / "home", *replies)
    at = choose(start(asked, PAGE_OF_CONTRACTS), "unsure")
    assert ENGLISH.opinions in shown(at)
    assert asked.model.prompts == []
    press(at, ENGLISH.opinions_ask)
    assert not at.exception
    assert f"{len(keys[1])} of {len(keys[1])} particulars confirmed" in shown(at)
    assert "is doubted: who &lt;b&gt;Bolt&lt;/b&gt; is" in shown(at)
    assert len(asked.model.prompts) == len(reports)
    assert "is doubted" in shown(choose(start(asked, PAGE_OF_CONTRACTS), "unsure"))
    assert len(asked.model.prompts) == len(reports)


def test_a_model_that_fails_is_told_in_the_readers_language_and_without_one_nothing_is_drawn(
    parts: FakeParts, tmp_path: Path
) -> None:
    assert ENGLISH.opinions not in shown(choose(start(parts, PAGE_OF_CONTRACTS), "unsure"))
    asked = ConfirmedParts(tmp_path / "home", OSError("no connection"))
    at = start(asked, PAGE_OF_CONTRACTS)
    at.session_state["language"] = "fr"
    press(choose(at, "unsure"), FRENCH.opinions_ask)
    count = len(parts.family.particulars("Acme"))
    assert FRENCH.opinions_failed.format(count=count, all=count, most=20).replace("'", "&#x27;") in shown(at)


def test_what_reading_was_unsure_of_has_its_page_beside_it(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "unsure")
    assert ENGLISH.sure in shown(at)
    at.selectbox(key="shelf-contract").set_value("Zeta").run()
    assert not at.exception
    assert "page 1 &lt;turned&gt; upright" in shown(at)
    assert '<ul class="cl-unsure"><li>15</li></ul>' in shown(at)
    assert len(at.get("image")) == 1


def test_a_role_that_is_set_stands_over_what_was_read_until_it_is_taken_back(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "edit")
    at.selectbox(key="edit-value-Acme-agreement-role").set_value("pricing")
    at.button(key="edit-save").click().run()
    assert not at.exception
    assert parts.library.contract("Acme").documents[0].role is Role.PRICING
    assert Audit(parts.settings.home).entries()[-1]["key"] == "role"
    at.button(key="edit-forget").click().run()
    assert parts.library.said("Acme") == ()
    assert parts.library.contract("Acme").documents[0].role is Role.FRAMEWORK
    assert at.selectbox(key="edit-value-Acme-agreement-role").value == Role.FRAMEWORK.value


def test_an_order_of_precedence_that_is_taken_back_leaves_its_field(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "edit")
    read = at.text_area(key="ranks-Acme").value
    at.text_area(key="ranks-Acme").set_value("annexes")
    at.button(key="save-precedence-Acme").click().run()
    press(at, ENGLISH.forget)
    assert not at.exception
    assert at.text_area(key="ranks-Acme").value == read


def test_a_day_is_chosen_and_told_in_the_language_of_the_page(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS, "fr-FR"), "edit")
    at.selectbox(key="edit-key").set_value("signed").run()
    field = at.date_input(key="edit-value-Acme-agreement-signed")
    assert (field.value, field.format) == (date(2023, 3, 1), "DD/MM/YYYY")
    field.set_value(date(2023, 4, 1)).run()
    at.button(key="edit-save").click().run()
    assert not at.exception
    assert [word.value for word in parts.library.said("Acme")] == ["2023-04-01"]
    choose(at, "documents")
    assert "1er avril 2023" in shown(at)
    assert FRENCH.said_by_user.format(read="1er mars 2023") in shown(at)


def test_notes_of_a_contract_without_scans_stand_alone(parts: FakeParts, tmp_path: Path) -> None:
    from ingest.pipeline import read_document

    path = tmp_path / "plain.md"
    path.write_text("# 1. Levels\n\nAn answer is due in 15 minutes.\n")
    noted = replace(read_document(path), warnings=("page 1 <turned> upright",))
    with parts.library.writing():
        parts.library.add("Plain", noted, make_passages(noted), path)
    at = choose(start(parts, PAGE_OF_CONTRACTS), "unsure")
    at.selectbox(key="shelf-contract").set_value("Plain").run()
    assert not at.exception
    assert "page 1 &lt;turned&gt; upright" in shown(at)
    assert ENGLISH.sure not in shown(at)


def test_other_names_and_the_order_of_precedence_are_kept(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "edit")
    at.text_area(key="names-Acme").set_value("The bolt deal\n\nAB")
    at.button(key="save-aliases-Acme").click().run()
    assert parts.library.contract("AB").aliases == ("The bolt deal", "AB")
    at.text_area(key="ranks-Acme").set_value("annexes\nagreement")
    at.button(key="save-precedence-Acme").click().run()
    assert [(word.key, word.value) for word in parts.library.said("Acme")] == [("precedence", "annexes\nagreement")]
    choose(at, "force")
    assert ENGLISH.said_by_user.partition(";")[0] in shown(at)


def test_removing_is_asked_twice_and_can_be_undone(parts: FakeParts) -> None:
    at = choose(start(parts, PAGE_OF_CONTRACTS), "edit")
    at.selectbox(key="remove-Acme").set_value("amendment-1").run()
    at.button(key="remove-ask").click().run()
    assert "It can be put back for 30 days" in shown(at)
    at.button(key="remove-no").click().run()
    assert len(parts.library.contract("Acme").documents) == 2
    at.button(key="remove-ask").click().run()
    at.button(key="remove-yes").click().run()
    assert not at.exception
    assert [d.name for d in parts.library.contract("Acme").documents] == ["agreement"]
    assert "remove-ask" not in [button.key for button in at.button]  # what was removed is shown, not what else could be
    assert any(".st-key-removed" in html.proto.body for html in at.get("html"))
    at.run()
    assert not any(".st-key-removed" in html.proto.body for html in at.get("html"))
    press(at, removal_words.ENGLISH.undo)
    visitor.background_of(str(parts.settings.home), parts).runner.close(60)
    at.run()
    assert [d.name for d in parts.library.contract("Acme").documents] == ["agreement", "amendment-1"]
    assert [entry["what"] for entry in Audit(parts.settings.home).entries()] == ["remove", "restore"]


def test_deleting_for_good_is_asked_twice(parts: FakeParts) -> None:
    own = removal_words.ENGLISH
    background = visitor.background_of(str(parts.settings.home), parts)
    background.remove("Acme", "amendment-1")
    at = start(parts, PAGE_OF_CONTRACTS)
    press(at, own.forever)
    assert "Nothing brings it back" in shown(at)
    assert len(background.wastebasket.all()) == 1
    at.button(key="forever-no").click().run()
    assert "Nothing brings it back" not in shown(at)
    press(at, own.forever)
    at.button(key="forever-yes").click().run()
    assert not at.exception
    assert not background.wastebasket.all()
    assert [entry["what"] for entry in Audit(parts.settings.home).entries()] == ["delete"]


def test_a_job_is_called_in_the_language_of_whoever_looks_at_it(parts: FakeParts) -> None:
    table = visitor.background_of(str(parts.settings.home), parts).runner.table
    file = {"path": "/x/a.pdf", "contract": "Acme <x>", "folder": ""}
    table.end(table.add("ingest", "Files for Acme: 2", {"files": [file, file], "upload": "/u"}), "done")
    assert "Fichiers pour Acme &lt;x&gt; : 2" in shown(start(parts, PAGE_OF_CONTRACTS, locale="fr-FR"))
    table.end(table.add("ingest", "Sample contracts", {"files": [file], "upload": ""}), "done")
    assert FRENCH.samples in unescape(shown(start(parts, PAGE_OF_CONTRACTS, locale="fr-FR")))


def test_a_job_can_be_cancelled_and_dismissed_from_the_page(parts: FakeParts) -> None:
    background = visitor.background_of(str(parts.settings.home), parts)
    number = background.runner.table.add("ingest", "<b>Many</b> files", {"files": [], "upload": ""})
    at = start(parts, PAGE_OF_CONTRACTS)
    assert "&lt;b&gt;Many&lt;/b&gt; files" in shown(at)
    at.button(key=f"cancel-{number}").click().run()
    assert background.runner.table.get(number).cancelling
    background.runner.table.end(number, "cancelled")
    at.run()
    at.button(key=f"dismiss-{number}").click().run()
    assert "Many" not in shown(at)


def test_files_that_were_added_lead_to_the_contract_that_they_went_to(parts: FakeParts) -> None:
    background = visitor.background_of(str(parts.settings.home), parts)
    number = background.runner.table.add("ingest", "Files", {"files": [], "upload": ""})
    outcomes = [
        {
            "path": "a.pdf",
            "contract": name,
            "document": done,
            "status": "added",
            "pages": 1,
            "clauses": 1,
            "message": "",
        }
        for name, done in (("Zeta", "a"), ("Acme", "b"), ("Failed", None), ("Gone", "c"))
    ]
    background.runner.table.update(number, result={"outcomes": outcomes})
    background.runner.table.end(number, State.DONE)
    at = start(parts, PAGE_OF_CONTRACTS)
    assert at.selectbox(key="shelf-contract").value == "Acme"
    assert [button.label for button in at.button if button.label.startswith("Show ")] == ["Show Zeta"]
    press(at, "Show Zeta")
    assert at.selectbox(key="shelf-contract").value == "Zeta"


def test_adding_nothing_says_what_is_needed(parts: FakeParts) -> None:
    at = press(start(parts, PAGE_OF_CONTRACTS), adding_words.ENGLISH.add)
    assert adding_words.ENGLISH.need_files in shown(at)


def test_the_page_speaks_french(parts: FakeParts) -> None:
    at = start(parts, PAGE_OF_CONTRACTS, locale="fr-FR")
    for section in ("force", "unsure", "edit"):
        at = choose(at, section)
        assert not at.exception
    assert FRENCH.edit_lead.replace("'", "&#x27;") in shown(at)
