"""What a document is within its contract, from its file name, its title and its first words."""

from __future__ import annotations

import re

from ingest.amendment_names import TITLE
from ingest.document import Role

_REACH = 600  # characters of the text in which a document says what it is

_ABOUT = re.compile(
    r"\b(?:playbook|explainer|faq|readme|mode d.emploi|how to)\b", re.IGNORECASE
)  # tells of contracts and is none
_EMPOWERS = re.compile(  # lets somebody act under a contract, and is none
    r"\s*(?:(?:form of|limited|general|special|durable|irrevocable)\s+)*power of attorney\b|"
    r"\s*procuration\b|\s*pouvoir(?: spécial| général)?\s*$",
    re.IGNORECASE,
)
_AMENDS = re.compile(  # the first words of a text whose line breaks were lost, so that no line is its title
    r"\s*(?:exhibit [^\n]{1,20}\n\s*)?(?:(?:the )?(?:\w{5,12} )?amendment (?:(?:no\.?|number) ?\w{1,5} )?to\b|"
    r"avenant (?:n ?[°ºo] ?\w{1,5} )?(?:à|au)\b)",
    re.IGNORECASE,
)
# the first pattern that matches decides; what names a document most narrowly stands first
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (
        Role.AMENDMENT,
        rf"\bamend(?:ment|ing)?\b|\bavenant\b|{TITLE}|"
        r"\bside[\s_-]+letter\b|\bsupplemental (?:agreement|deed)\b|\bacte modificatif\b|\bprotocole modificatif\b",
    ),
    (Role.SERVICE_LEVELS, r"\bservice[\s_-]+levels?\b|\bslas?\b|niveaux? de services?|accord de niveau"),
    (
        Role.DATA_PROTECTION,
        r"data[\s_-]+(?:protection|processing)|\bdpas?\b|donn[ée]es [àa] caract[èe]re|donn[ée]es personnelles",
    ),
    (Role.EXIT_PLAN, r"\bexit\b|revers|révers"),
    (Role.QUALITY_PLAN, r"quality[\s_-]+(?:assurance[\s_-]+)?plan|plan d.?\s?assurance[\s_-]+qualit|\bpaq\b"),
    (
        Role.PRICING,
        r"\bpricing\b|\bcharges\b|price (?:list|schedule)|tarif|annexe financi|conditions financi",
    ),
    (Role.ANNEX, r"\bannexe?s?\b|\bschedule\b|\bexhibit\b|\battachment\b|\bappendix\b|\braci\b|responsabilit[ée]s?\b"),
    (
        Role.FRAMEWORK,
        r"\b(?:framework|master)\b|contrat[\s_-]+cadre|conditions g[ée]n[ée]rales|general (?:terms|conditions)|\bcgvu?\b|"
        r"\b(?:services?|outsourcing|hosting|maintenance|support|licen[cs]e|development|distribution|distributor) agreement\b|\bagreement$|"
        r"\b(?:cloud|subscription|customer|saas|software) terms\b|\bterms (?:of service|of use|and conditions)\b|^(?:services? )?terms$",
    ),
)


def find_role(stem: str, title: str, text: str) -> Role:
    """The role that the file's name says, or its title where that is narrower; failing both, the one named first in its text.

    Args:
        stem: the file's name without folder and extension.
        title: what the document calls itself.
        text: the canonical text; only its beginning is looked at.
    """
    if _ABOUT.search(re.sub(r"[_.-]+", " ", stem)) or _ABOUT.search(title) or _EMPOWERS.match(title):
        return Role.OTHER
    by_stem, by_title = (_named(re.sub(r"[_.-]+", " ", name)) for name in (stem, title))
    if by_stem is Role.FRAMEWORK and (by_title is Role.AMENDMENT or _AMENDS.match(text)):
        return (
            Role.AMENDMENT
        )  # the file is named for the agreement, the title or the first words say what is done to it
    if by_title is not None and (by_stem is None or (by_stem is Role.ANNEX and by_title is not Role.FRAMEWORK)):
        return by_title
    return by_stem or _first_named(text[:_REACH])


def _named(name: str) -> Role | None:
    return next((role for role, pattern in _PATTERNS if re.search(pattern, name.strip(), re.IGNORECASE)), None)


def _first_named(text: str) -> Role:
    found = [(m.start(), role) for role, pattern in _PATTERNS if (m := re.search(pattern, text, re.IGNORECASE))]
    return min(found, key=lambda item: item[0])[1] if found else Role.OTHER
