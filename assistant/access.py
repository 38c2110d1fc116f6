"""Who may see which contracts, and do what with them: a policy file of groups, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import SettingsError
from assistant.parts import Parts
from ingest.embed import Embedder
from ingest.index import Index
from ingest.library import Library
from ingest.library_view import IndexView, LibraryView
from ingest.words import fold

EVERYTHING = "*"


class Group(BaseModel):
    """A group of the policy: who belongs to it, the contracts that it sees (names, with ``*`` for any characters), and whether it
    may add, edit and remove. Whoever the identity provider puts into a group of this name belongs to it as well.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    members: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    change: bool = False


class Policy(BaseModel):
    """Who sees what; whoever is in no group sees nothing. ``groups_claim`` names the claim of the identity provider that lists groups."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    groups: dict[str, Group] = {}
    groups_claim: str = "groups"

    def access(self, user: str, groups: Collection[str] = ()) -> Access:
        """What somebody may see and do.

        Args:
            user: the name of the user, an e-mail address as a rule; compared without regard to case.
            groups: the groups that the identity provider says.
        """
        own = [
            group
            for name, group in self.groups.items()
            if name in groups or user.casefold() in {member.casefold() for member in group.members}
        ]
        seen = frozenset(fold(pattern) for group in own for pattern in group.contracts)
        changed = frozenset(fold(pattern) for group in own if group.change for pattern in group.contracts)
        return Access(user, seen, changed)


@dataclass(frozen=True, slots=True)
class Access:
    """What one person may see and change: patterns of the names of contracts, folded."""

    user: str
    seen: frozenset[str]
    changed: frozenset[str]

    def sees(self, contract: str) -> bool:
        """Whether a contract of that name may be seen."""
        return _any(self.seen, contract)

    def changes(self, contract: str) -> bool:
        """Whether documents of a contract of that name may be added, edited and removed."""
        return _any(self.changed, contract)

    @property
    def sees_everything(self) -> bool:
        """Whether no contract is hidden, whatever its name."""
        return EVERYTHING in self.seen


def load_policy(path: Path) -> Policy:
    """The policy of a TOML file.

    Raises:
        SettingsError: it cannot be read, or says what no policy says.
    """
    try:
        return Policy.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"CLAUSIER_POLICY: expected a TOML file at {path}, got: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise SettingsError(f"{path}: expected a policy (docs/access.md); {where}: {first['msg']}") from error


class SeenParts(Parts):
    """The parts as somebody sees them: library and index are views, and whatever answers or finds is built over these.

    Args:
        parts: the whole.
        access: what may be seen.
    """

    def __init__(self, parts: Parts, access: Access) -> None:
        super().__init__(parts.settings)
        self._parts = parts
        self._view = LibraryView(parts.library, access.sees)

    @cached_property
    def library(self) -> Library:
        """The contracts that may be seen."""
        return self._view

    @cached_property
    def embedder(self) -> Embedder:
        """The shared one."""
        return self._parts.embedder

    @cached_property
    def index(self) -> Index:
        """The index over the contracts that may be seen."""
        return IndexView(self._parts.index, self._view)


def _any(patterns: Collection[str], contract: str) -> bool:
    name = fold(contract)
    return any(fnmatchcase(name, pattern.replace("[", "[[]").replace("?", "[?]")) for pattern in patterns)
