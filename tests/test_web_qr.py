import cv2
import numpy as np
import pytest

from assistant.web import qr


@pytest.mark.parametrize(
    "text", ["http://localhost:8501/learn?class=K7QM2P", "https://contracts.example.org/über/learn?class=" + "A" * 90]
)
def test_a_code_says_its_text(text: str) -> None:
    picture = cv2.imdecode(np.frombuffer(qr.picture(text), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    said, _, _ = cv2.QRCodeDetector().detectAndDecode(picture)
    assert said == text
