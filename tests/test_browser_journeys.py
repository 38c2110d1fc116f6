"""Two readers in a real browser, over the real index and without a language model, in both languages.

Ops staff ask, open the citation on its page, copy a link and open it; a lawyer finds, reads, compares, and takes a table away.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from assistant.across import COLUMNS
from assistant.parts import Parts
from assistant.settings import Settings
from assistant.web import find_words
from assistant.web.words import LANGUAGES
from evals import samples
from ingest.pipeline import ingest, plan
from tests.browsing import LAPTOP, MARKS, chromium, serious, served

__all__ = ["chromium"]

pytestmark = MARKS

FAMILIES = Path(samples.__file__).parent / "families"
FILES = {
    "Brackenholt-Torrovane": ("framework-agreement.pdf", "annex-1-service-levels.pdf", "annex-3-quality-plan.docx"),
    "Harmelance-Ostrevia": ("contrat-cadre.pdf", "annexe-1-niveaux-de-service.pdf"),
}
OPS = {
    "en": ("Brackenholt-Torrovane", "How soon must a P1 be resolved at night?", "6 hours", "Copied", "cl. "),
    "fr": ("Harmelance-Ostrevia", "Quel est le délai de paiement des factures ?", "jours", "Copié", "art. "),
}
LAWYER = {
    "en": ("confidentiality", "19.2", "19.3", "How long does confidentiality last?"),
    "fr": ("confidentialité", "17.1", "17.2", "Combien de temps dure la confidentialité ?"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app as it is shipped, over a few documents of both sample families."""
    home = tmp_path_factory.mktemp("journeys")
    with Parts(Settings(home=home)) as parts:
        for name, files in FILES.items():
            outcomes = ingest(
                plan([FAMILIES / name / file for file in files], name), parts.library, parts.index, parts.embedder
            )
            assert [outcome.message for outcome in outcomes] == [""] * len(files)
    with served({"CLAUSIER_HOME": str(home), "HOME": str(home)}) as running:
        yield running


def visit(browser: Browser, address: str, language: str) -> Page:
    context = browser.new_context(
        locale={"en": "en-GB", "fr": "fr-FR"}[language],
        color_scheme={"en": "light", "fr": "dark"}[language],  # type: ignore[arg-type]
        viewport=LAPTOP,  # type: ignore[arg-type]
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ops_ask_and_share_the_highlighted_page(address: str, chromium: Browser, language: str) -> None:
    expect.set_options(timeout=60_000)
    words = LANGUAGES[language]
    contract, question, said, copied, short = OPS[language]
    page = visit(chromium, f"{address}/?contract={contract}", language)
    expect(page.locator(".st-key-first-questions button").first).to_contain_text(
        words.from_clause.partition("{")[0].strip()
    )
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert serious(page) == []

    asking = page.get_by_test_id("stChatInputTextArea")
    asking.fill(question)
    asking.press("Enter")
    statement = page.locator("[class*='st-key-statement-0-']").filter(has_text=said).first
    statement.locator("[class*='st-key-chip-'] button").first.click()
    original = page.locator(".st-key-original img")
    expect(original).to_have_js_property("complete", True)
    expect(page.locator(".cl-here")).to_be_in_viewport()
    assert serious(page) == []

    page.get_by_role("button", name=words.copy_quote).click()
    expect(page.get_by_text(copied, exact=True).first).to_be_visible()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert short in cited or "Article" in cited
    assert ", p. " in cited
    page.get_by_role("button", name=words.copy_link).click()
    page.wait_for_timeout(300)
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    alt, way = original.get_attribute("alt"), page.locator(".cl-way").inner_text()
    page.context.close()

    other = visit(chromium, link, language)
    expect(other.locator(".st-key-original img")).to_have_attribute("alt", alt or "")
    expect(other.locator(".cl-here")).to_be_in_viewport()
    assert other.locator(".cl-way").inner_text() == way


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_lawyer_finds_compares_and_takes_a_table_away(
    address: str, chromium: Browser, language: str, tmp_path: Path
) -> None:
    expect.set_options(timeout=60_000)
    own = find_words.find_words(LANGUAGES[language])
    sought, left, right, question = LAWYER[language]
    page = visit(chromium, f"{address}/find", language)
    page.locator(".st-key-sought input").fill(sought)
    found = page.locator("[class*='st-key-read-'] button")
    expect(page.locator(".cl-found mark").first).to_be_visible()
    found.first.click()
    expect(page.locator(".cl-reading .cl-open").first).to_be_visible()
    reference = page.locator(".cl-reading .cl-ref").first
    reference.locator("summary").press("Enter")  # by the keyboard alone
    expect(reference.locator(".cl-note")).to_be_visible()
    opened = page.locator(".st-key-outline li[aria-selected=true]")
    before = opened.inner_text()
    opened.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(opened).not_to_have_text(before)
    page.set_viewport_size({"width": 1366, "height": 480})  # less than what is read
    reader, here = page.locator(".st-key-reader"), page.locator(".st-key-outline li[aria-current]")
    reader.hover()
    page.mouse.wheel(0, 20_000)
    expect(here).to_have_count(1)
    last = str(here.get_attribute("data-id"))
    page.mouse.wheel(0, -20_000)
    expect(here).not_to_have_attribute("data-id", last)  # the outline follows the reading
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    assert serious(page) == []

    page.locator(".st-key-find-view").get_by_text(own.compare, exact=True).click()
    for side, number in (("left", left), ("right", right)):
        choose(page, f"compare-{side}-contract", OPS[language][0])
        choose(page, f"compare-{side}-document", "framework" if language == "en" else "contrat-cadre")
        choose(page, f"compare-{side}-clause", number)
    expect(page.locator(".cl-diff :is(ins, del)").first).to_be_visible()
    assert serious(page) == []

    page.locator(".st-key-find-view").get_by_text(own.across).click()
    page.locator(".st-key-across-question input").fill(question)
    page.get_by_role("button", name=own.ask).click()
    expect(page.locator("[class*='st-key-row-']")).to_have_count(len(FILES))
    assert serious(page) == []
    check_table(page, own, tmp_path)


def check_table(page: Page, own: find_words.FindWords, folder: Path) -> None:
    """Both files hold a row a contract, and the quotes that are on the page."""
    for name, title in (("table.xlsx", own.export_xlsx), ("table.csv", own.export_csv)):
        with page.expect_download() as download:
            page.get_by_role("button", name=title).click()
        download.value.save_as(folder / name)
    sheet = load_workbook(folder / "table.xlsx").active
    assert sheet is not None
    rows = [[str(cell.value or "") for cell in line] for line in sheet.iter_rows()]
    with (folder / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == rows
    assert len(rows[0]) == len(COLUMNS)
    assert (rows[0] == list(COLUMNS)) is (own is find_words.ENGLISH)
    assert {row[0] for row in rows[1:]} == set(FILES)
    shown = " ".join(page.locator("#root").inner_text().split())
    quoted = [row for row in rows[1:] if row[2]]
    assert quoted
    assert all(row[3] and row[5].isdecimal() for row in quoted)
    assert all(part in shown for row in quoted for part in row[2].split(" … "))


def choose(page: Page, key: str, text: str) -> None:
    field = page.locator(f".st-key-{key} input")
    field.click()
    field.fill(text)
    page.get_by_role("option").filter(has_text=text).first.click()
    expect(page.get_by_role("option")).to_have_count(0)
    page.wait_for_timeout(700)
