"""Signing in with a real provider of OpenID Connect on this machine: each user sees the contracts of their groups, and no others."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.audit import Audit
from assistant.web.quality_words import ENGLISH as QUALITY
from assistant.web.signing_words import ENGLISH as SIGNING
from tests import fake_app
from tests.browsing import MARKS, chromium, free_port, served
from tests.fake_contracts import HOSTING, Contracts
from tests.test_access import POLICY, SECRET, WORDS_OF_B

__all__ = ["chromium"]

pytestmark = MARKS
ANN = {"sub": "ann", "email": "ann@example.org", "email_verified": True, "roles": []}
EVE = {"sub": "eve", "email": "eve@example.org", "email_verified": True, "roles": ["legal"]}
MAL = {"sub": "mal", "email": "ann@example.org", "email_verified": False, "roles": []}
SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "not a secret: this server lives for one test"
client_id = "clausier"
client_secret = "nor is this"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@contextmanager
def provider() -> Iterator[str]:
    """An identity provider that knows three people."""
    port = free_port()
    claims = [part for user in (ANN, EVE, MAL) for part in ("--user-claims", json.dumps(user))]
    command = [str(Path(sys.executable).with_name("oidc-provider-mock")), "--port", str(port), *claims]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urlopen(f"{address}/.well-known/openid-configuration").close()
                break
            except URLError:
                assert process.poll() is None, "the provider ended before it answered"
                subprocess.run([sys.executable, "-c", "import time; time.sleep(0.1)"], check=True)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[str]:
    """The app over two contracts, with a policy, and an identity provider in its secrets."""
    with Contracts(tmp_path) as contracts:
        contracts.add("Alpha", *HOSTING, name="hosting")
        contracts.add("Beta", *SECRET, name="secret")
    policy = tmp_path / "policy.toml"
    policy.write_text(POLICY)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with provider() as identity:
        secrets = tmp_path / ".streamlit" / "secrets.toml"
        secrets.parent.mkdir()
        secrets.write_text(SECRETS.format(app=address, provider=identity))
        variables = {
            "CLAUSIER_HOME": str(tmp_path / "home"),
            "CLAUSIER_POLICY": str(policy),
            "HOME": str(tmp_path),
        }
        with served(variables, Path(fake_app.__file__), port, tmp_path):
            yield address


def sign_in(browser: Browser, address: str, subject: str, way: str = "") -> Page:
    """A page on which somebody signed in, who came to the app at the address with the way behind it."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(address + way)
    expect(page.get_by_text(SIGNING.sign_in_text)).to_be_visible()
    assert "Alpha" not in page.content()
    page.get_by_role("button", name=SIGNING.sign_in).click()
    page.locator(f"button[value={subject}], input[name=sub]").first.wait_for()
    known = page.locator(f"button[value={subject}]")
    if known.count():
        known.first.click()
    else:
        page.locator("input[name=sub]").fill(subject)
        page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{address}/**")
    return page


def test_each_user_sees_the_contracts_of_their_groups(app: str, chromium: Browser, tmp_path: Path) -> None:
    expect.set_options(timeout=60_000)
    ann = sign_in(chromium, app, "ann")
    question = ann.get_by_test_id("stChatInputTextArea")
    question.fill("How fast must a P1 incident be answered?")
    question.press("Enter")
    expect(ann.locator(".cl-quote").first).to_contain_text("fifteen (15) minutes")
    ann.goto(f"{app}/contracts")
    expect(ann.locator(".cl-contract h2")).to_have_text("Alpha")
    assert [word for word in WORDS_OF_B if word in ann.content().casefold()] == []
    expect(ann.get_by_role("link", name="Quality")).to_have_count(0)
    switch, out = (ann.locator(f".st-key-{key} button").first for key in ("language-switch", "sign-out"))
    boxes = [place.bounding_box() for place in (switch, out)]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert abs(middles[0] - middles[1]) <= 1, "they stand in one line"
    ann.goto(f"{app}/quality")
    expect(ann.get_by_text(QUALITY.not_all_seen)).to_be_visible()

    eve = sign_in(chromium, app, "eve")
    eve.goto(f"{app}/contracts")
    expect(eve.locator(".cl-contract h2")).to_have_text("Alpha")
    expect(eve.get_by_role("link", name="Quality")).to_be_visible()
    eve.locator(".st-key-shelf-contract input").click()
    expect(eve.get_by_role("option", name="Beta")).to_be_visible()

    ann.get_by_role("button", name=SIGNING.sign_out).click()
    ann.get_by_role("button", name="End session").click()  # the provider asks as well
    expect(ann.get_by_text(SIGNING.sign_in_text)).to_be_visible()
    assert "Alpha" not in ann.content()
    told = [(entry["who"], entry["what"]) for entry in Audit(tmp_path / "home").entries()]
    assert told[:2] == [("ann@example.org", "ask"), ("ann@example.org", "answer")]


def test_a_shared_link_opens_after_signing_in(app: str, chromium: Browser) -> None:
    expect.set_options(timeout=60_000)
    page = sign_in(chromium, app, "ann", "/?contract=Alpha&clause=2.1")
    expect(page.locator(".st-key-original mark", has_text="12,000 euros")).to_be_visible()
    assert "clause=2.1" in page.url
    other = sign_in(chromium, app, "ann", "/contracts")
    expect(other.locator(".cl-contract h2")).to_have_text("Alpha")
    other.goto(app)
    expect(other.get_by_test_id("stChatInputTextArea")).to_be_visible()  # it is gone to once


def test_an_address_that_nobody_has_verified_lets_nobody_in(app: str, chromium: Browser) -> None:
    expect.set_options(timeout=60_000)
    page = sign_in(chromium, app, "mal")
    expect(page.get_by_text(SIGNING.sign_in_text)).to_be_visible()
    assert "Alpha" not in page.content()
