"""A contract in a real browser, in both languages: added, its role and its names put right, removed, and put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.audit import Audit
from assistant.parts import Parts
from assistant.settings import Settings
from assistant.web import adding_words, removal_words, shelf_words, words
from ingest.document import Role
from tests import fake_app, fake_pdf
from tests.browsing import LAPTOP, MARKS, chromium, served

__all__ = ["chromium"]

pytestmark = MARKS

LOCALES = {"en": "en-GB", "fr": "fr-FR"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def url(home: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a running server with an empty home."""
    with served({"CLAUSIER_HOME": str(home), "HOME": str(tmp_path)}, Path(fake_app.__file__)) as address:
        yield address


def choose(page: Page, key: str, text: str) -> None:
    at_rest(page)
    field = page.locator(f".st-key-{key} input")
    field.click()
    field.fill(text)
    page.get_by_role("option").filter(has_text=text).first.click()


def at_rest(page: Page) -> None:
    """Wait until the page is drawn: a list that is open is closed by the next drawing."""
    page.wait_for_timeout(500)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_contract_is_added_put_right_removed_and_put_back(
    url: str, home: Path, chromium: Browser, tmp_path: Path, language: str
) -> None:
    expect.set_options(timeout=60_000)
    said, own = words.LANGUAGES[language], shelf_words.LANGUAGES[language]
    terms = fake_pdf.pdf(
        tmp_path / "terms.pdf", [fake_pdf.words("1. Fee", "The fee is ten euros.", "2. Law", "The law of Ruritania.")]
    )
    page = chromium.new_context(locale=LOCALES[language], viewport=LAPTOP).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(60_000)
    page.goto(f"{url}/contracts")

    page.locator("input[type=file]").set_input_files([terms])
    expect(page.get_by_test_id("stFileChip")).to_have_count(1)
    page.locator(".st-key-family input").fill("Acme")
    page.locator(".st-key-family input").press("Enter")
    page.get_by_role("button", name=adding_words.LANGUAGES[language].add, exact=True).click()
    expect(page.locator(".cl-contract h2")).to_have_text("Acme")

    page.get_by_text(own.sections["edit"], exact=True).click()
    choose(page, "edit-key", own.keys["role"])
    choose(page, "edit-value-Acme-terms-role", said.role_names[Role.PRICING.value])
    at_rest(page)
    page.locator(".st-key-edit-save button").click()
    expect(page.locator(".st-key-edit-forget button")).to_be_visible()
    at_rest(page)
    names = page.locator(".st-key-names-Acme textarea")
    names.fill("The Anvil Company")
    page.locator(".st-key-save-aliases-Acme button").click()
    expect(page.locator(".cl-contract")).to_contain_text("The Anvil Company")

    at_rest(page)
    page.locator(".st-key-remove-ask button").click()
    page.locator(".st-key-remove-yes button").click()
    expect(page.locator(".cl-contract")).to_have_count(0)
    page.get_by_role("button", name=removal_words.LANGUAGES[language].undo).click()
    expect(page.locator(".cl-contract")).to_contain_text("The Anvil Company")

    with Parts(Settings(home=home)) as parts:
        (document,) = parts.library.contract("Acme").documents
        assert document.role is Role.PRICING, "what somebody said of it comes back with it"
    acts = [entry["what"] for entry in Audit(home).entries()]
    assert acts == ["upload", "edit", "edit", "remove", "restore"]
