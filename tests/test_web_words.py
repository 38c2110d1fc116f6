"""Every string of the web app is there in both languages, and leaves the same places open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest

from assistant.web import (
    adding_words,
    conversation_words,
    find_words,
    learn_words,
    quality_words,
    removal_words,
    shelf_words,
    signing_words,
    words,
)
from ingest.document import Role
from ingest.outcome import Stage

MODULES = (
    adding_words,
    conversation_words,
    find_words,
    learn_words,
    quality_words,
    removal_words,
    shelf_words,
    signing_words,
    words,
)


def pairs() -> Iterator[tuple[str, object, object]]:
    for module in MODULES:
        english, french = module.ENGLISH, module.FRENCH
        for field in fields(english):
            name = f"{module.__name__.rpartition('.')[2]}.{field.name}"
            yield name, getattr(english, field.name), getattr(french, field.name)


def open_places(value: object) -> object:
    if isinstance(value, str):
        return sorted(name for _, name, _, _ in Formatter().parse(value) if name)
    return sorted(map(str, value)) if isinstance(value, dict) else len(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(("english", "french"), [pytest.param(*pair[1:], id=pair[0]) for pair in pairs()])
def test_both_languages_leave_the_same_places_open(english: object, french: object) -> None:
    assert french
    assert open_places(english) == open_places(french)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_role_and_stage_has_a_name(language: str) -> None:
    assert set(words.LANGUAGES[language].role_names) == {role.value for role in Role}
    stages = Stage.__args__  # type: ignore[attr-defined]
    assert set(adding_words.LANGUAGES[language].stages) == set(stages)
