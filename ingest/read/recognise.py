"""Optical character recognition: a picture of a page -> words with their boxes. The only users of the two engines.

RapidOCR carries its models in its package and reads English and French; tesseract is used when it is asked for, and needs
to be installed with both languages.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from PIL import Image

from ingest.errors import RecognitionError
from ingest.ocr import Ocr
from ingest.read.picture import Picture

Corners = tuple[tuple[float, float], ...]
"""Points (x, y) in pixels from the top left corner of a picture."""

LONGEST_SIDE = 5_000  # pixels of a picture; a larger one is made smaller
# Longest side in pixels of the picture in which lines are looked for: at 960 to 2,400, errors are the same within a tenth
# of a percent, and time doubles. They are read in the full picture all the same.
LOOK_FOR_LINES = 1_600
_TESSERACT_LANGUAGES = "eng+fra"
_TESSERACT_SECONDS = 120.0  # for one page


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as recognised: its text, how sure the engine is (0 to 1), and its four corners in pixels.

    The corners go round from the top left one as the word is written: ((x, y), …).
    """

    text: str
    confidence: float
    corners: Corners


class Recogniser(Protocol):
    """An engine."""

    def words(self, picture: Picture) -> list[SeenWord]:
        """The words of a picture that is the right way up, in any order."""
        ...


def recogniser(engine: Ocr) -> Recogniser:
    """The engine of that name; it stays loaded.

    Raises:
        RecognitionError: it is not installed.
    """
    return _rapid() if engine is Ocr.RAPIDOCR else _tesseract()


class _Rapid:
    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def words(self, picture: Picture) -> list[SeenWord]:
        # the engine's own look at upside-down lines is off: a page is turned as a whole, or its lines come in the wrong order
        found = self._engine(picture, use_cls=False, return_word_box=True)
        if found.boxes is None:
            return []
        return [
            SeenWord(str(text), float(confidence), tuple((float(x), float(y)) for x, y in corners))
            for line in found.word_results
            for text, confidence, corners in line
            if corners is not None and str(text).strip()
        ]


@cache
def _rapid() -> Recogniser:
    try:
        from rapidocr import RapidOCR  # start-up: opencv and the models are loaded when there is a picture to read
    except ImportError as error:
        raise RecognitionError(
            f"expected the package rapidocr to be installed, got: {error}; install it again, or set CLAUSIER_OCR=off"
        ) from error
    # pages are read side by side in processes, so each engine keeps to one thread
    options = {
        "Global.log_level": "error",
        "Global.max_side_len": LONGEST_SIDE,
        "Det.limit_type": "max",
        "Det.limit_side_len": LOOK_FOR_LINES,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    }
    return _Rapid(RapidOCR(params=options))


class _Tesseract:
    def __init__(self, program: str) -> None:
        self._program = program

    def words(self, picture: Picture) -> list[SeenWord]:
        command = [self._program, "stdin", "stdout", "-l", _TESSERACT_LANGUAGES, "--psm", "3", "tsv"]
        try:
            done = subprocess.run(
                command,
                input=_png(picture),
                capture_output=True,
                timeout=_TESSERACT_SECONDS,
                check=True,
                env={"OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise RecognitionError(f"expected tesseract to read a page within {_TESSERACT_SECONDS:g} s") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip().partition("\n")[0]
            raise RecognitionError(
                f"expected tesseract with the languages {_TESSERACT_LANGUAGES}, got: {said}; install them"
            ) from error
        return _words_of_tsv(done.stdout.decode("utf-8", errors="replace"))


@cache
def _tesseract() -> Recogniser:
    program = shutil.which("tesseract")
    if program is None:
        raise RecognitionError("expected the program tesseract, found none; install it, or set CLAUSIER_OCR=rapidocr")
    return _Tesseract(program)


def _words_of_tsv(table: str) -> list[SeenWord]:
    """The words of tesseract's table: one a row of level 5, with left, top, width, height, confidence in percent."""
    words: list[SeenWord] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            left, top, width, height = (float(cell) for cell in cells[6:10])
            right, bottom = left + width, top + height
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            words.append(SeenWord(cells[11], max(0.0, float(cells[10])) / 100.0, corners))
    return words


def _png(picture: Picture) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG", compress_level=1)
    return stream.getvalue()


def mean_confidence(words: Sequence[SeenWord]) -> float:
    """How sure an engine is of a page: the mean over its characters, 0 for none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
