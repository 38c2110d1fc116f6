import pytest

from ingest.inserted import INSERTED
from ingest.markers import Kind, find_marker, readings, roman_value


@pytest.mark.parametrize(
    ("line", "kind", "printed", "path", "rest"),
    [
        ("8.2.1 Response times", Kind.DECIMAL, "8.2.1", (8, 2, 1), "Response times"),
        ("22.1.2comprehensive cover", Kind.DECIMAL, "22.1.2", (22, 1, 2), "comprehensive cover"),
        ("22.11.12livraison", Kind.DECIMAL, "22.11.12", (22, 11, 12), "livraison"),
        ("4. Charges", Kind.DECIMAL, "4", (4,), "Charges"),
        ("2.0 Definitions", Kind.DECIMAL, "2.0", (2,), "Definitions"),
        ("2.B. GRANT OF RIGHTS", Kind.DECIMAL, "2.B", (2, 2), "GRANT OF RIGHTS"),
        ("1°  Objet", Kind.DECIMAL, "1", (1,), "Objet"),
        ("3/ Durée", Kind.DECIMAL, "3", (3,), "Durée"),
        ("ARTICLE 4 – PRIX", Kind.ARTICLE, "ARTICLE 4", (4,), "PRIX"),
        ("Article 1er : Objet", Kind.ARTICLE, "Article 1er", (1,), "Objet"),
        ("• ARTICLE 9.2 – Choix", Kind.ARTICLE, "ARTICLE 9.2", (9, 2), "Choix"),
        ("ARTICLE IV", Kind.ARTICLE, "ARTICLE IV", (4,), ""),
        ("Section 2.3 Audit", Kind.ARTICLE, "Section 2.3", (2, 3), "Audit"),
        ("Annexe B – Prix", Kind.ANNEX, "Annexe B", (2,), "Prix"),
        ("Annexe n° 2 : Réversibilité", Kind.ANNEX, "Annexe n° 2", (2,), "Réversibilité"),
        ("SCHEDULE 1", Kind.ANNEX, "SCHEDULE 1", (1,), ""),
        ("EXHIBIT A", Kind.ANNEX, "EXHIBIT A", (1,), ""),
        ("(a) the fee", Kind.PAREN_LETTER, "(a)", (1,), "the fee"),
        ("b) le prix", Kind.PAREN_LETTER, "b)", (2,), "le prix"),
        ("(iv) the term", Kind.PAREN_ROMAN, "(iv)", (4,), "the term"),
        ("2) second", Kind.PAREN_NUMBER, "2)", (2,), "second"),
        ("A. Background", Kind.UPPER_LETTER, "A", (1,), "Background"),
        ("II. Services", Kind.UPPER_ROMAN, "II", (2,), "Services"),
        ("A.2 Scope", Kind.DECIMAL, "A.2", (1, 2), "Scope"),
        ("7A. Indexation", Kind.DECIMAL, "7A", (7 + INSERTED,), "Indexation"),
        ("7A.1 Rate", Kind.DECIMAL, "7A.1", (7 + INSERTED, 1), "Rate"),
        ("12 bis Prorogation", Kind.DECIMAL, "12 bis", (12 + INSERTED,), "Prorogation"),
        ("ARTICLE 8 TER : FIN", Kind.ARTICLE, "ARTICLE 8 TER", (8 + 2 * INSERTED,), "FIN"),
        ("4 A Notice", Kind.DECIMAL, "4", (4,), "A Notice"),
    ],
)
def test_a_number_is_read_with_its_family_value_and_rest(line, kind, printed, path, rest):
    marker = find_marker(line)
    assert marker is not None
    assert (marker.kind, marker.printed, marker.path, line[marker.rest :]) == (kind, printed, path, rest)


@pytest.mark.parametrize(
    "line",
    [
        "99.95% of the month",
        "section 4.2 applies",
        "The Customer shall",
        "1999/2000 season",
        "2,5 millions",
        "3.2days after",
        "1.2.3kg of it",
        "",
        "article premier",
        "(see above)",
    ],
)
def test_what_is_no_number_of_a_clause_is_none(line):
    assert find_marker(line) is None


def test_a_letter_that_is_also_roman_has_two_readings():
    marker = find_marker("(i) item")
    assert marker is not None
    assert [(m.kind, m.path) for m in readings(marker)] == [(Kind.PAREN_ROMAN, (1,)), (Kind.PAREN_LETTER, (9,))]


@pytest.mark.parametrize(
    ("text", "value"), [("iv", 4), ("XIX", 19), ("xl", 40), ("iiii", None), ("vx", None), ("a", None)]
)
def test_roman_values(text, value):
    assert roman_value(text) == value


def test_a_number_of_thousands_of_digits_is_no_clause_number():
    assert find_marker("Article " + "9" * 5000) is None
    assert find_marker("Exhibit A" + "9" * 5000) is None
