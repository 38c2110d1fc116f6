"""What was worked out from quotes. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calculated:
    """What was worked out, in plain words with its formula and inputs, and the places of the quotes behind it, the main one first."""

    told: str
    quotes: tuple[int, ...]
