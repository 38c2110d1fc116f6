"""What the measures of the app wait for in a page."""

from __future__ import annotations

import asyncio

import pytest

from evals.bench import chromium
from tests.browsing import MARKS

pytestmark = MARKS

LATER = "setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<p class=said>two</p>'), 300)"
MARKED = "setTimeout(() => document.querySelector('p').dataset.state = 'done', 300)"


def test_what_is_added_or_marked_later_appears() -> None:
    async def wait() -> list[str]:
        async with chromium.browser() as browser:
            page = await browser.new_page()
            await page.set_content("<p class=said>one</p>")
            await chromium.appears(page, ".said")
            await page.evaluate(LATER)
            await chromium.appears(page, ".said", beyond=1)
            await page.evaluate(MARKED)
            await chromium.appears(page, "[data-state=done]")
            return await page.locator(".said").all_inner_texts()

    assert asyncio.run(wait()) == ["one", "two"]


def test_what_never_appears_is_given_up() -> None:
    from playwright.async_api import Error

    async def wait() -> None:
        async with chromium.browser() as browser:
            page = await browser.new_page()
            await chromium.appears(page, ".said", patience=300)

    with pytest.raises(Error, match=r"nothing that is \.said appeared"):
        asyncio.run(wait())
