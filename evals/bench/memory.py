"""The most memory that a process has held."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource  # Windows has no such count


def peak_memory(process: int | None = None) -> int:
    """Bytes of main memory that this process, or another by its number, has held at most; 0 where the system does not say,
    or when the other has ended.

    Linux counts it anew for a new program (VmHWM); the older count, used elsewhere, begins with what the parent held.
    """
    with suppress(FileNotFoundError, ProcessLookupError):  # the other may have ended
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process or 'self'}/status").read_text())
        if found:
            return int(found[1]) * 1024
    if process is not None or sys.platform == "win32":
        return 0
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, the other systems kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
