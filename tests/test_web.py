from __future__ import annotations

from pathlib import Path

from assistant.web.adding_words import ENGLISH as ADDING
from assistant.web.words import ENGLISH, FRENCH
from tests.fake_parts import FakeParts, ScriptedParts
from tests.web_pages import own_main, parts, shown, start

__all__ = ["own_main", "parts"]


def test_an_empty_library_offers_the_samples_and_the_page_that_adds(tmp_path: Path) -> None:
    at = start(FakeParts(tmp_path))
    assert ENGLISH.empty_title in shown(at)
    assert [button.label for button in at.button] == [ADDING.load_samples, ENGLISH.go_to_contracts]
    at.button(key="go-to-contracts").click().run()
    assert not at.exception
    assert ADDING.add_title in shown(at)


def test_the_browser_chooses_the_language_until_the_switch_does(parts: ScriptedParts) -> None:
    at = start(parts, locale="fr-FR")
    assert FRENCH.tagline.replace("'", "&#x27;") in shown(at)
    at.segmented_control(key="language").set_value("en").run()
    assert ENGLISH.tagline in shown(at)
