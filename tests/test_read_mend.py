"""Words as recognition leaves them, and as they are printed."""

import pytest

from ingest.read.mend import mended, parts_of


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Products；", "Products;"),
        ("（ａ）", "(a)"),
        ("œeuvre", "œuvre"),
        ("cœur", "cœur"),
        ("99,9 %", "99,9 %"),
        ("..19", "19"),
        (".omitted", "omitted"),
        (".5%", ".5%"),
        ("....", "...."),
    ],
)
def test_characters(seen: str, printed: str) -> None:
    assert mended(seen) == printed


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ARTICLEIV", ["ARTICLE", "IV"]),
        ("3.02Meetings.", ["3.02", "Meetings."]),
        ("SCHEDULE2.", ["SCHEDULE", "2."]),
        ("Contractor.Service", ["Contractor.", "Service"]),
        ('"Company"shall', ['"Company"', "shall"]),
        ("Receivable)against", ["Receivable)", "against"]),
        ('Fees").Company', ['Fees").', "Company"]),
        ('"herein,""hereto"', ['"herein,"', '"hereto"']),
        ("préavis,sauf", ["préavis,", "sauf"]),
    ],
)
def test_words_run_together_are_parted(word: str, parts: list[str]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize(
    "word",
    (
        "Articles SECTIONS 1,000.50 99.9% 30/12/2022 e.g. U.S.A. l'article party(ies) (s)he CT.AM.JUR www.acme.com "
        "contrat(s) 9.02 ARTICLE l’(annexe)"
    ).split(),
)
def test_whole_words_stay_whole(word: str) -> None:
    assert parts_of(word) == [word]
