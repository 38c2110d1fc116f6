"""Numbers as Word prints them (ECMA-376 part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 10_000  # a larger number is no list item's; letters and romans would grow without end


def numeral(value: int, style: str) -> str:
    """A number in one of Word's formats; decimal for those that neither English nor French contracts use."""
    if not 0 < value <= LARGEST:
        return str(value)
    if style in ("lowerLetter", "upperLetter"):
        letters = letter(value)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        roman = roman_numeral(value)
        return roman.upper() if style == "upperRoman" else roman
    if style == "decimalZero":
        return f"{value:02d}"
    if style == "ordinal":
        return ordinal(value)
    if style == "none":
        return ""
    return str(value)


def letter(value: int) -> str:
    """a … z, aa, bb …: Word repeats the letter where spreadsheets count on."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def roman_numeral(value: int) -> str:
    """A lower-case roman numeral."""
    result = ""
    for size, digits in _ROMAN:
        result += digits * (value // size)
        value %= size
    return result


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th … 21st."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
