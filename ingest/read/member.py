"""A file within a file: an archive's member, a message's attachment, a file attached to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Its name as the container gives it (not to be trusted, with folders perhaps), and what gives its bytes."""

    name: str
    content: Callable[[], bytes]
