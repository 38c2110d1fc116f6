"""A figure in plain words of the reader's language: "30 days", "10 jours ouvrés", "£7,500", "99,5 %". Pure."""

from __future__ import annotations

from assistant.values.figures import Figure

_UNITS: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "second": ("second", "seconds"),
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "business day": ("business day", "business days"),
        "calendar day": ("calendar day", "calendar days"),
        "business hour": ("business hour", "business hours"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
        "calendar month": ("calendar month", "calendar months"),
        "year": ("year", "years"),
    },
    "fr": {
        "second": ("seconde", "secondes"),
        "minute": ("minute", "minutes"),
        "hour": ("heure", "heures"),
        "day": ("jour", "jours"),
        "business day": ("jour ouvré", "jours ouvrés"),
        "calendar day": ("jour calendaire", "jours calendaires"),
        "business hour": ("heure ouvrée", "heures ouvrées"),
        "week": ("semaine", "semaines"),
        "month": ("mois", "mois"),
        "calendar month": ("mois calendaire", "mois calendaires"),
        "year": ("an", "ans"),
    },
}
_SIGNS = {"euro": "€", "dollar": "$", "pound": "£"}


def spoken(figure: Figure, language: str) -> str | None:
    """The figure as it is said in a language, None for a unit that is none of time, money or percent.

    Args:
        figure: a number and what it counts.
        language: "en" or "fr".
    """
    number = number_in(figure.value, language)
    if figure.unit == "percent":
        return f"{number} %" if language == "fr" else f"{number}%"
    if figure.unit in _SIGNS:
        sign = _SIGNS[figure.unit]
        _, mark, decimals = number.rpartition("," if language == "fr" else ".")
        number += "0" if mark and len(decimals) == 1 else ""  # a sum of money: 0.50
        return f"{number} {sign}" if language == "fr" else f"{sign}{number}"
    forms = _UNITS[language].get(figure.unit)
    return None if forms is None else f"{number} {forms[0] if figure.value == 1 else forms[1]}"


def number_in(value: float, language: str) -> str:
    """A number with the separators of a language, and no more decimals than it has."""
    whole = value == int(value)
    text = f"{int(value):,}" if whole else f"{value:,.6f}".rstrip("0")
    if len(text.partition(".")[2]) == 1 and abs(value) >= 1000:
        text += "0"  # a sum of money: 1,250.50
    return text.replace(",", " ").replace(".", ",") if language == "fr" else text
