"""The prompts, as text files beside this module; `load` fills one in.

A prompt's variables are written ``$name``. A value is put in as it is and never read again, so contract text that holds a
``$`` stays text. The first line of a file is its version ("# version 1") and is not part of the prompt.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from string import Template

_VERSION = re.compile(r"# version (\d+)\n")


def load(name: str, **variables: str) -> str:
    """The prompt of that name with its variables filled in.

    Args:
        name: the file's name without ".txt".
        variables: exactly the prompt's variables.

    Raises:
        KeyError: no such prompt, or a variable is missing or unknown.
    """
    template = Template(_read(name)[1])
    expected = set(template.get_identifiers())
    if expected != variables.keys():
        raise KeyError(f"prompt {name!r}: expected the variables {sorted(expected)}, got {sorted(variables)}")
    return template.substitute(variables)


def fenced(text: str) -> str:
    """The text as one line that cannot close a ``<fence>`` around it: for contracts' words and whatever else is data."""
    return " ".join(text.replace("<", "‹").replace(">", "›").split())


def version(name: str) -> int:
    """The version of a prompt, which results record.

    Raises:
        KeyError: no such prompt.
    """
    return _read(name)[0]


@cache
def _read(name: str) -> tuple[int, str]:
    file = resources.files(__name__).joinpath(f"{name}.txt")
    if not re.fullmatch(r"[a-z_]+", name) or not file.is_file():
        raise KeyError(f"no prompt is called {name!r}")
    text = file.read_text(encoding="utf-8")
    match = _VERSION.match(text)
    if match is None:
        raise KeyError(f"prompt {name!r}: expected a first line like '# version 1'")
    return int(match[1]), text[match.end() :]
