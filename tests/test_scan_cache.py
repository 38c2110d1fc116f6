from pathlib import Path

from ingest.ocr import Ocr
from ingest.reading import Line, PlacedWord, ScannedPage
from ingest.scan_cache import ScanCache

PAGE = ScannedPage((Line("1. Term", 3, (PlacedWord(0, 2, 1.0, 2.0, 3.0, 4.0, 0.5),), gap=True),), 3, 0.9, 90)


def test_a_page_comes_back_as_it_was_put(tmp_path: Path) -> None:
    cache = ScanCache(tmp_path / "scans")
    assert cache.get("abc", 3, Ocr.RAPIDOCR) is None
    cache.put("abc", PAGE, Ocr.RAPIDOCR)
    assert cache.get("abc", 3, Ocr.RAPIDOCR) == PAGE
    assert cache.get("abc", 3, Ocr.TESSERACT) is None


def test_what_cannot_be_read_is_not_there(tmp_path: Path) -> None:
    cache = ScanCache(tmp_path)
    cache.put("abc", PAGE, Ocr.RAPIDOCR)
    (file,) = (tmp_path / "abc").iterdir()
    for broken in ("{", "[]", "{}", '{"lines": [{"nonsense": 1}]}'):
        file.write_text(broken)
        assert cache.get("abc", 3, Ocr.RAPIDOCR) is None


def test_pages_are_forgotten_with_their_document(tmp_path: Path) -> None:
    cache = ScanCache(tmp_path)
    cache.put("abc", PAGE, Ocr.RAPIDOCR)
    cache.drop("abc")
    cache.drop("never seen")
    assert list(tmp_path.iterdir()) == []
