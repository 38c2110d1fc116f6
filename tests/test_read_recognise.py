from pathlib import Path

import numpy as np
import pytest

from ingest.errors import RecognitionError
from ingest.read.recognise import _Tesseract, _words_of_tsv

HEAD = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"


def test_the_words_of_tesseracts_table() -> None:
    rows = [
        "4\t1\t1\t1\t1\t0\t5\t5\t90\t20\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t87.5\tpréavis",
        "5\t1\t1\t1\t1\t2\t5\t5\t1\t1\t50\t ",
    ]
    (word,) = _words_of_tsv(HEAD + "\n".join(rows))
    assert (word.text, word.confidence) == ("préavis", 0.875)
    assert word.corners == ((10, 20), (40, 20), (40, 32), (10, 32))


def test_what_tesseract_complains_of_is_told(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'no such language: fra' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(RecognitionError, match=r"with the languages eng\+fra, got: no such language: fra"):
        _Tesseract(str(program)).words(np.zeros((4, 4, 3), dtype=np.uint8))
