"""OpenDocument text, RTF and old Word files -> Reading, through LibreOffice where it is installed.

LibreOffice turns the file into a Word document, which is then read as any other. It runs without a window, within bounds of time, on a
profile of its own that forbids macros and links to other files, and that goes away afterwards.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.errors import DamagedFile, FileTooLarge, UnsupportedFormat
from ingest.read.docx import read_docx
from ingest.read.limits import Limits
from ingest.read.sniff import Format
from ingest.reading import Reading

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120.0  # LibreOffice's own start takes up to ten on a slow machine
_SUFFIXES = {Format.ODT: ".odt", Format.RTF: ".rtf", Format.DOC: ".doc"}
_STEM = "document"  # the copy's name, so that no name of a user's is taken for an option
_TOLD = "read through LibreOffice, page breaks are not known"

_CHATTER = ("Warning: failed to launch javaldx",)  # Java is not needed here
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
"""What the profile says, below ``org.openoffice.Office``: no macros, and no links to other files are followed."""


def find_program() -> str | None:
    """Where LibreOffice stands on this machine, None when it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def read_office(
    path: Path,
    kind: Format,
    limits: Limits,
    find: Callable[[], str | None] = find_program,
    seconds: float = SECONDS,
) -> Reading:
    """Read a file that LibreOffice converts.

    Args:
        path: the file.
        kind: its format, one of OpenDocument text, RTF and old Word.
        limits: the bounds of reading, those of what comes out of the conversion as well.
        find: gives the LibreOffice to run, None when there is none.
        seconds: how long it may take.

    Raises:
        UnsupportedFormat: LibreOffice is not installed.
        DamagedFile: LibreOffice cannot open it.
        FileTooLarge: it goes beyond the limits.
        EmptyFile: it has no words.
    """
    found = find()
    if found is None:
        raise UnsupportedFormat(
            f"{path.name}: expected LibreOffice, which reads {kind} files, found none on this machine; "
            "install it, or save the file as .docx or PDF"
        )
    with tempfile.TemporaryDirectory(prefix="clausier-office-") as name:
        folder = Path(name)
        converted = _converted(path, _SUFFIXES[kind], folder, found, seconds)
        try:
            reading = read_docx(converted, limits)
        except DamagedFile as error:
            raise _damaged(path, str(error)) from error
    return replace(reading, warnings=(*reading.warnings, _TOLD))


def _converted(path: Path, suffix: str, folder: Path, program: str, seconds: float) -> Path:
    """The Word document that LibreOffice makes of the file, in the folder."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    source = folder / f"{_STEM}{suffix}"
    shutil.copyfile(path, source)
    said = _run(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
        ],
        path,
        seconds,
    )
    made = folder / "out" / f"{_STEM}.docx"
    if not made.is_file():
        told = [line for line in said.splitlines() if line.strip() and not line.startswith(_CHATTER)]
        raise _damaged(path, f"no document came out ({' '.join(told)[-200:] or 'it said nothing'})")
    return made


def _profile() -> str:
    items = (
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>\n'
    )


def _run(command: list[str], path: Path, seconds: float) -> str:
    """What the program says; it and all that it started are ended when they take too long."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise FileTooLarge(
            f"{path.name}: expected LibreOffice to convert it within {seconds:g} seconds, got no further; "
            "save the file as .docx or PDF"
        ) from error
    finally:
        _end(process)
    return said.decode("utf-8", errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with its children, if they still run."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.communicate()


def _damaged(path: Path, what: str) -> DamagedFile:
    return DamagedFile(
        f"{path.name}: expected a file that LibreOffice opens, got: {what}; save it anew from the program that made it"
    )
