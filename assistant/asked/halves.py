"""Whether a question may ask for two things: "how fast must they tell us, and who pays?". Pure; English and French.

What "and" joins may be one thing ("terms and conditions"): then more is shown than need be, and no half is lost.
"""

from __future__ import annotations

import re

_JOINED = re.compile(r"(?<=\w)[ ,;:]+(?:and|et|&)\s", re.IGNORECASE)
_SEVERAL = re.compile(r"\?.*\w.*\?", re.DOTALL)


def asks_for_two(text: str) -> bool:
    """Whether a question joins two things, or asks twice.

    Args:
        text: as typed.
    """
    return bool(_JOINED.search(text) or _SEVERAL.search(text))
