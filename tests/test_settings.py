from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import DEFAULT_EMBEDDER, Settings
from ingest.ocr import Ocr


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_environment({"PATH": "/bin", "CLAUSIER_MODEL": ""})
    assert (settings.embedder, settings.model, settings.threads) == (DEFAULT_EMBEDDER, "", 0)
    assert settings.translate
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
            "CLAUSIER_NLI": "some/nli",
            "CLAUSIER_CHROMA": "http://vectors:8000",
            "CLAUSIER_POLICY": str(tmp_path / "policy.toml"),
            "CLAUSIER_READ_ONLY": "1",
            "CLAUSIER_TRANSLATE": "0",
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
        "some/nli",
        "http://vectors:8000",
        tmp_path.resolve() / "policy.toml",
        True,
        False,
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


@pytest.mark.parametrize("address", ["vectors:8000", "ftp://x", "http://"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(SettingsError, match="CLAUSIER_CHROMA: expected an address"):
        Settings.from_environment({"CLAUSIER_CHROMA": address})


def test_a_switch_is_on_or_off() -> None:
    assert not Settings.from_environment({"CLAUSIER_READ_ONLY": "0"}).read_only
    with pytest.raises(SettingsError, match="CLAUSIER_READ_ONLY: expected 1 or 0, got 'yes'"):
        Settings.from_environment({"CLAUSIER_READ_ONLY": "yes"})


def test_an_unknown_engine_is_told() -> None:
    with pytest.raises(SettingsError, match="CLAUSIER_OCR: expected one of rapidocr, tesseract, off, got 'magic'"):
        Settings.from_environment({"CLAUSIER_OCR": "magic"})
