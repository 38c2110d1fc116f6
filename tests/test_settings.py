from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import DEFAULT_EMBEDDER, Settings
from ingest.ocr import Ocr


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_environment({"PATH": "/bin", "CLAUSIER_MODEL": ""})
    assert (settings.embedder, settings.model, settings.threads) == (DEFAULT_EMBEDDER, "", 0)
    assert settings.home.is_absolute()
    assert "clausier" in settings.home.parts


def test_every_setting_is_read_from_its_variable(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "CLAUSIER_HOME": str(tmp_path),
            "CLAUSIER_EMBEDDER": "some/model",
            "CLAUSIER_MODEL": "openai:gpt",
            "CLAUSIER_MODEL_URL": "http://localhost:1/v1",
            "CLAUSIER_MODEL_KEY": "secret",
            "CLAUSIER_MODEL_TIMEOUT": "12.5",
            "CLAUSIER_SILENT_BELOW": "0.7",
            "CLAUSIER_THREADS": "2",
            "CLAUSIER_OCR": "off",
            "CLAUSIER_CORPUS": "contracts",
            "CLAUSIER_RERANKER": "some/reranker",
        }
    )
    assert settings == Settings(
        tmp_path.resolve(),
        "some/model",
        "openai:gpt",
        "http://localhost:1/v1",
        "secret",
        12.5,
        0.7,
        2,
        Ocr.OFF,
        Path("contracts"),
        "some/reranker",
    )


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Settings.from_environment({"CLAUSIER_MODEL_KEY": "secret"}))


def test_an_unknown_variable_is_told() -> None:
    with pytest.raises(SettingsError, match=r"got CLAUSIER_HOMES, CLAUSIER_X; docs/settings\.md"):
        Settings.from_environment({"CLAUSIER_X": "1", "CLAUSIER_HOMES": "/"})


@pytest.mark.parametrize("value", ["fast", "nan", "0", "1e9", "-1"])
def test_a_timeout_that_cannot_be_is_told(value: str) -> None:
    with pytest.raises(SettingsError, match="CLAUSIER_MODEL_TIMEOUT: expected a number"):
        Settings.from_environment({"CLAUSIER_MODEL_TIMEOUT": value})


def test_an_unknown_engine_is_told() -> None:
    with pytest.raises(SettingsError, match="CLAUSIER_OCR: expected one of rapidocr, tesseract, off, got 'magic'"):
        Settings.from_environment({"CLAUSIER_OCR": "magic"})
