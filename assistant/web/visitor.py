"""Whose session it is: who is signed in, what is open to them, and the parts of the home as they see them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.access import Access, Policy, SeenParts, load_policy
from assistant.background import Background
from assistant.errors import AssistantError, SettingsError
from assistant.parts import Parts
from assistant.web import locale
from assistant.web.signing_words import LANGUAGES

IDENTITY = "identity"
"""The key under which whoever starts a session may say who it is of, in place of the identity provider."""
PARTS = "parts"
"""The key under which whoever starts a session may put the parts that it works with."""
_log = logging.getLogger(__name__)
_VIEWS_KEPT = 32  # kinds of visitors whose view is kept open


class NotAdmitted(AssistantError):
    """Somebody has to sign in, and nobody has."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is signed in: the user's name, an e-mail address as a rule, and the groups that the identity provider says."""

    user: str
    groups: tuple[str, ...] = ()


def begin(open_parts: Callable[[], Parts]) -> None:
    """Give the session its parts, unless whoever started it has put some in its state already."""
    if PARTS not in st.session_state:
        st.session_state[PARTS] = open_parts()


def parts() -> Parts:
    """The parts that the session works with: where people sign in, the contracts that this one may not see are not there.

    Raises:
        NotAdmitted: somebody has to sign in, and nobody has.
    """
    whole, allowed = _whole(), access()
    return whole if allowed is None else _seen_parts(str(whole.settings.home), sorted(allowed.seen), whole, allowed)


@st.cache_resource(show_spinner=False, max_entries=_VIEWS_KEPT)
def _seen_parts(home: str, seen: Sequence[str], _parts: Parts, _access: Access) -> Parts:
    """One for all who may see the same of a home."""
    return SeenParts(_parts, _access)


def steady() -> AbstractContextManager[None]:
    """One state of the library for all that is drawn in the block."""
    return _whole().library.steady()


def _whole() -> Parts:
    """The parts with every contract: for the jobs of the server, and for nothing that is drawn."""
    found: Parts = st.session_state[PARTS]
    return found


def background() -> Background:
    """The jobs of the session's home, shared by all sessions of this process."""
    return background_of(str(_whole().settings.home), _whole())


@st.cache_resource(show_spinner=False)
def background_of(home: str, _parts: Parts) -> Background:
    """The jobs of a home, for all sessions: parameters that begin with an underscore do not tell one entry of the cache from another."""
    return Background(_parts)


def has_policy() -> bool:
    """Whether people have to sign in."""
    return _whole().settings.policy is not None


def access() -> Access | None:
    """What whoever is signed in may see and do; None where nobody has to sign in.

    Raises:
        NotAdmitted: somebody has to sign in, and nobody has.
        SettingsError: the policy cannot be read.
    """
    path = _whole().settings.policy
    if path is None:
        return None
    policy = _policy(str(path), path.stat().st_mtime_ns if path.exists() else 0)
    known = identity(policy.groups_claim)
    if known is None:
        raise NotAdmitted(LANGUAGES[locale.language()].sign_in_first)
    return policy.access(known.user, known.groups)


@st.cache_resource(show_spinner=False, max_entries=4)
def _policy(path: str, changed: int) -> Policy:
    """Read again when the file has changed. Where it stands and what it says is for whoever runs the service, not for visitors."""
    try:
        return load_policy(Path(path))
    except SettingsError as error:
        _log.error("%s", error)
        raise SettingsError(
            "expected a policy that says who sees which contracts, got one that cannot be used; tell whoever runs this service: "
            "its log says what is wrong"
        ) from error


def identity(groups_claim: str) -> Identity | None:
    """Who is signed in, as the identity provider says; None when nobody is."""
    if IDENTITY in st.session_state:
        known: Identity = st.session_state[IDENTITY]
        return known
    told = st.user.to_dict()
    user = str(told.get("email") or told.get("preferred_username") or told.get("sub") or "")
    if not told.get("is_logged_in") or not user or told.get("email_verified") is False:
        return None
    groups: Any = told.get(groups_claim) or ()
    return Identity(user, (groups,) if isinstance(groups, str) else tuple(str(each) for each in groups))


def user_name() -> str | None:
    """Who is signed in; None where nobody has to."""
    allowed = access()
    return None if allowed is None else allowed.user


def may_change(contract: str | None = None) -> bool:
    """Whether the visitor may add, edit and remove documents of a contract of that name; of any at all when None."""
    if _whole().settings.read_only:
        return False
    allowed = access()
    if allowed is None:
        return True
    return bool(allowed.changed) if contract is None else allowed.changes(contract)


def sees_everything() -> bool:
    """Whether no contract is hidden from the visitor."""
    allowed = access()
    return allowed is None or allowed.sees_everything


def home() -> Path:
    """The folder of all state."""
    return _whole().settings.home
