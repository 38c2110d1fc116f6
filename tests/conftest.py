"""What every test may ask for."""

from pathlib import Path

import pytest

from assistant.settings import Settings


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real contracts."""
    folder = Settings.from_environment().corpus
    if not folder.is_dir():
        pytest.skip(f"no folder of real contracts at {folder}; set CLAUSIER_CORPUS to one")
    return folder
