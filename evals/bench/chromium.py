"""The Chromium in which the web app is measured and tried."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""With these it opens no window and no connection of its own."""
PATIENCE = 120_000.0
"""Milliseconds after which something that does not appear on a page is given up."""


def found() -> str:
    """Where the Chromium is.

    Raises:
        FileNotFoundError: none is on the PATH.
    """
    path = shutil.which("chromium")
    if path is None:
        raise FileNotFoundError(
            "expected chromium on the PATH, found none; install it (Debian: apt-get install chromium)"
        )
    return path


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """The browser, open while the block runs. Needs Playwright, an extra of development.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    from playwright.async_api import async_playwright  # an extra of development

    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        try:
            yield opened
        finally:
            await opened.close()


_APPEARS = """([selector, beyond, patience]) => new Promise((done, fail) => {
  const there = () => document.querySelectorAll(selector).length > beyond;
  if (there()) return done();
  const late = setTimeout(() => { watch.disconnect(); fail(new Error(`nothing that is ${selector} appeared`)); }, patience);
  const watch = new MutationObserver(() => {
    if (!there()) return;
    watch.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => done());
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
})"""


async def appears(page: Page, selector: str, beyond: int = 0, patience: float = PATIENCE) -> None:
    """Wait until more than so many elements of a page match a CSS selector, and the next frame is drawn.

    The page tells of each change to it. A locator looks twice a second only, and looking at each frame has each window draw sixty in a
    second: with ten windows a good part of what two cores can do.

    Raises:
        playwright.async_api.Error: after so many milliseconds of patience.
    """
    await page.evaluate(_APPEARS, [selector, beyond, patience])
