from hypothesis import given
from hypothesis import strategies as st

from evals.locate import LocatableText, share_of_page
from ingest.document import Span
from tests.fake_bench import make_document

TEXT = "The fee\nis  due \u201cat once\u201d.\nOffice\tPaid\nThe \ufb01rst fee is due."


def test_spaces_and_kinds_of_quotation_marks_make_no_difference() -> None:
    span = LocatableText(TEXT).locate('The fee is due "at once"')
    assert span is not None
    assert span.of(TEXT) == "The fee\nis  due \u201cat once\u201d"


def test_a_markdown_row_is_found_in_tabbed_cells() -> None:
    span = LocatableText(TEXT).locate("| **Office** | Paid |")
    assert span is not None
    assert span.of(TEXT) == "Office\tPaid"


def test_a_ligature_is_its_letters() -> None:
    span = LocatableText(TEXT).locate("first fee")
    assert span is not None
    assert span.of(TEXT) == "\ufb01rst fee"


def test_hyphens_may_come_and_go_at_line_ends() -> None:
    text = "a world\ufffewide li-\ncence"
    span = LocatableText(text).locate("world-wide licence")
    assert span is not None
    assert span.of(text) == text[2:]


def test_of_several_places_the_nearest_is_taken() -> None:
    text = LocatableText("one two one two one")
    assert text.places("one") == [Span(0, 3), Span(8, 11), Span(16, 19)]
    assert text.locate("one") == Span(0, 3)
    assert text.locate("one", near=0.5) == Span(8, 11)
    assert text.locate("one", near=1.0) == Span(16, 19)


def test_what_is_not_there_is_not_located() -> None:
    assert LocatableText(TEXT).locate("the fee is due") is None
    assert LocatableText(TEXT).locate("Fee due") is None
    assert LocatableText(TEXT).locate(" | ") is None
    assert LocatableText("").locate("fee") is None


def test_the_share_of_a_page() -> None:
    assert share_of_page(make_document("x" * 100, pages=2), 2) == 0.75
    assert share_of_page(make_document("x" * 100, pages=2), 3) is None
    assert share_of_page(make_document("x" * 100, pages=2), None) is None


@given(st.text(alphabet="abcé \n\t|", max_size=60), st.data())
def test_any_piece_of_a_text_is_located_at_words_that_read_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    span = LocatableText(text).locate(piece)
    bare = "".join(c for c in piece if c not in " \n\t|")
    if not bare:
        assert span is None
        return
    assert span is not None
    assert "".join(c for c in span.of(text) if c not in " \n\t|") == bare
