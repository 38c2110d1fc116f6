"""The errors of measuring.

EvalError             anything below; its message is a sentence for the user
├── GoldError         a gold set is malformed, or does not fit the documents it points into
├── RunError          a run folder is in use, or holds another run
└── ResultError       a result file cannot be read or compared
"""

from __future__ import annotations


class EvalError(Exception):
    """Any failure of measuring; the message says what was expected, found, and what to do."""


class GoldError(EvalError):
    """A gold set is missing or malformed, or does not fit the documents that it points into."""


class RunError(EvalError):
    """A run folder is in use by another run, or holds the journal of a different one."""


class ResultError(EvalError):
    """A result file is missing, unreadable, or has nothing in common with the one it is compared with."""
