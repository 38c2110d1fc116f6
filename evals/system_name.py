"""The names of what can be measured; apart, so that the command line can offer them without loading any of it."""

from __future__ import annotations

from enum import StrEnum


class SystemName(StrEnum):
    """What can be measured."""

    PRODUCT = "clausier"
    TUTORIAL = "tutorial"
