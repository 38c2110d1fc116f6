"""What text recognition does to words, undone: characters of other scripts, and words run together.

Its models know many scripts and sometimes print a full-width semicolon for a plain one; and they drop spaces beside punctuation.
A space is put back only where no contract writes without one.
"""

from __future__ import annotations

import re
import unicodedata

_WIDE = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)}
_TABLE = str.maketrans({**_WIDE, "。": ".", "、": ",", "《": "«", "》": "»", "【": "[", "】": "]"})
# What is left of the dots of a contents page, or dirt, before a word; a single point before a digit may be a decimal's.
_DOTS = re.compile(r"^(?:[.·•]{2,}(?=\w)|[.·•](?=[^\W\d_]))")
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœ"
_HEADS = "article|section|clause|schedule|exhibit|appendix|annexe?|chapitre|chapter|titre|attachment"
_FUSED = re.compile(
    # "ARTICLEIV": capitals only, so that "Articles" and "Sectional" stay whole
    rf"(?<=\b)(?:{_HEADS.upper()})(?=(?:[IVX]{{1,5}}|\d{{1,3}})[.:)]?$)"
    r"|^\d{1,3}(?:[.]\d{1,3})+[.]?(?=[A-ZÀ-Ö][a-zà-ÿ]{2})"  # "3.02Meetings"
    rf"|(?<=[{_LETTER}]{{3}})[.](?=[A-ZÀ-Ö][a-zà-ÿ])"  # "Contractor.Service"
    rf"|(?<=[{_LETTER}]{{2}})[,;](?=[{_LETTER}])"  # "returns,rebates"
    rf"|(?<=[{_LETTER}]{{3}})[)](?=[{_LETTER}]{{3}})"  # "Receivable)against", not "party(ies)" nor "(s)he"
    rf"|(?<=[{_LETTER}])[\"”»](?=[{_LETTER}])"  # '"Company"shall'
    rf"|(?<=[{_LETTER}])[\"”»)]{{1,2}}[.,;](?=[A-ZÀ-Ö][a-zà-ÿ])"  # 'Fees").Company'
    rf"|(?<=[{_LETTER}]),[\"”»](?=[\"“«])"  # '"herein,""hereto"'
)


def mended(text: str) -> str:
    """The word in the characters that English and French contracts are printed in.

    Dots that stand before a word go. The ligature œ followed by the e that it already holds ("œeuvre") is a reading of one glyph as two.
    """
    text = _DOTS.sub("", text.translate(_TABLE))
    return text.replace("œeu", "œu").replace("Œeu", "Œu")


def parts_of(word: str) -> list[str]:
    """The words that recognition ran together, one after the other; mostly the word itself."""
    parts, start = [], 0
    for match in _FUSED.finditer(word):
        parts.append(word[start : match.end()])
        start = match.end()
    return [*parts, word[start:]]
