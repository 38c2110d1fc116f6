"""Two columns of running text, and what only looks like them."""

from ingest.read.halves import Extent, in_reading_order

Row = list[tuple[Extent, str]]


def words(text: str, left: float) -> Row:
    """Words of 30 points with spaces of five."""
    return [((left + 35.0 * i, left + 35.0 * i + 30.0), word) for i, word in enumerate(text.split())]


def texts(rows: list[Row]) -> list[str]:
    return [" ".join(row) for row in in_reading_order(rows)]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = words("General terms of sale and of use of the services", 50)
    columns = [words(f"left line number {i} here", 50) + words(f"right line number {i} there", 300) for i in range(10)]
    foot = words("Confidential page one of three for both of the parties", 50)
    assert texts([title, *columns, foot]) == [
        "General terms of sale and of use of the services",
        *(f"left line number {i} here" for i in range(10)),
        *(f"right line number {i} there" for i in range(10)),
        "Confidential page one of three for both of the parties",
    ]


def test_a_column_that_is_longer_goes_on_alone() -> None:
    both = [words(f"left line number {i} here", 50) + words(f"right line number {i} there", 300) for i in range(8)]
    rest = [words("the last lines of the right", 300)]
    assert texts([*both, *rest])[-1] == "the last lines of the right"
    assert texts([*both, *rest])[7:9] == ["left line number 7 here", "right line number 0 there"]


def test_tables_signatures_and_running_text_are_left_as_they_are() -> None:
    table = [words(f"P{i}", 50) + words("within so many hours", 300) for i in range(12)]
    signatures = [words("For the Supplier by its", 50) + words("For the Customer by its", 300) for _ in range(3)]
    running = [words("the words of a line that runs over the whole page", 50 + i) for i in range(12)]
    for rows in (table, signatures, running, []):
        assert texts(rows) == [" ".join(word for _, word in row) for row in rows]
