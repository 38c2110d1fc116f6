"""A formula that a contract writes out, worked out with values that are given: "P = P0 × (0,15 + 0,85 × S / S0)". Pure.

Only sums, differences, products and quotients of numbers and names are read, by a grammar of our own: a contract's text is never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_NAME = r"[A-Za-z]{1,6}\d{0,2}"
_FORMULA = re.compile(rf"(?<![\w.])(?P<result>{_NAME})\s*=\s*(?P<expression>[^=;\n]*?[×*x/÷][^=;\n]*)")
_EXPLAINED = re.compile(
    r"[,.:]\s|\s(?:où|where|with|avec|dans laquelle|in which)\s"
)  # what follows says what its names are
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>\d+(?:[.,]\d+)?)\s?(?P<percent>%)?|(?P<name>{_NAME})|(?P<mark>[×*/÷+()\[\]–−-]))"
)
_TIMES, _OVER = frozenset("×*"), frozenset("/÷")
_LONGEST = 300  # characters of an expression


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: what it gives, its expression as written, and the names in it, each once in order."""

    result: str
    expression: str
    names: tuple[str, ...]

    def value(self, given: Mapping[str, float]) -> float | None:
        """What it comes to with a value for each name; None where it cannot be worked out (a division by zero)."""
        try:
            return _Reader(_tokens(self.expression), given).whole()
        except (ArithmeticError, LookupError, ValueError):
            return None


def find_formula(text: str) -> Formula | None:
    """The one formula of a text, None where there is none, more than one, or one that cannot be read."""
    found = []
    for match in _FORMULA.finditer(text):
        written = _EXPLAINED.split(match["expression"], maxsplit=1)[0]
        expression = re.sub(r"(?<=[\w)\]])\s+x\s+(?=[\w(\[])", " × ", written).strip().rstrip(".,: ")
        names = tuple(dict.fromkeys(token for token in _listed(expression) if re.fullmatch(_NAME, token)))
        formula = Formula(match["result"], expression, names)
        if (
            names
            and len(expression) <= _LONGEST
            and formula.value({name: 1.0 + n for n, name in enumerate(names)}) is not None
        ):
            found.append(formula)
    return found[0] if len(found) == 1 else None


def _listed(expression: str) -> list[str]:
    try:
        return list(_tokens(expression))
    except ValueError:
        return []


def _tokens(expression: str) -> Iterator[str]:
    """The numbers, names and marks of an expression.

    Raises:
        ValueError: for anything else in it.
    """
    at = 0
    while at < len(expression):
        match = _TOKEN.match(expression, at)
        if match is None:
            if expression[at:].strip():
                raise ValueError(f"expected a number, a name or a mark, got {expression[at:]!r}")
            return
        number = match["number"]
        if number:
            yield str(float(number.replace(",", ".")) / (100 if match["percent"] else 1))
        else:
            yield match["name"] or match["mark"].replace("[", "(").replace("]", ")").replace("–", "-").replace("−", "-")
        at = match.end()


class _Reader:
    """Works an expression out by recursive descent: sum, product, factor."""

    def __init__(self, tokens: Iterator[str], given: Mapping[str, float]) -> None:
        self._tokens = [*tokens, ""]
        self._given = given

    def whole(self) -> float:
        """The value of the whole expression.

        Raises:
            ValueError: when something is left over or missing.
            KeyError: for a name without a value.
            ZeroDivisionError: for a division by zero.
        """
        value = self._sum()
        if self._tokens != [""]:
            raise ValueError(f"expected the end of the formula, got {self._tokens[0]!r}")
        return value

    def _sum(self) -> float:
        value = self._product()
        while self._tokens[0] in ("+", "-"):
            sign = 1 if self._tokens.pop(0) == "+" else -1
            value += sign * self._product()
        return value

    def _product(self) -> float:
        value = self._factor()
        while self._tokens[0] in _TIMES | _OVER:
            over = self._tokens.pop(0) in _OVER
            factor = self._factor()
            value = value / factor if over else value * factor
        return value

    def _factor(self) -> float:
        piece = self._tokens.pop(0)
        if piece == "(":
            value = self._sum()
            if self._tokens.pop(0) != ")":
                raise ValueError("expected a closing bracket")
            return value
        if re.fullmatch(_NAME, piece):
            return self._given[piece]
        return float(piece)
