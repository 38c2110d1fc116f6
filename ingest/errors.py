"""The errors of reading and storing. A library's own errors are translated at the edge into one of these.

IngestError                     anything below; its message is a sentence for the user
├── UnreadableFile              this file cannot be read; the others go on
│   ├── FileMissing             the path does not exist or may not be opened
│   ├── EmptyFile               nothing in it
│   ├── UnsupportedFormat       the content is of no format that is read here
│   ├── EncryptedFile           a password is needed
│   ├── DamagedFile             truncated or malformed
│   ├── NoTextLayer             image-only pages, and nothing that reads them
│   ├── RecognitionError        text recognition cannot serve, or failed on a page
│   └── FileTooLarge            beyond a bound of size, pages, time or memory
├── LibraryError                the library cannot serve
│   ├── LibraryBusy             another process is writing
│   ├── LibraryDamaged          its file is not a library or is corrupt
│   ├── StorageFull             no room left on the disk
│   ├── UnknownContract         no contract, document or clause of that name
│   └── UnknownJob              no job of that number
└── EmbedderError               the embedding model cannot serve
    ├── ModelMismatch           weights whose hash is not the one expected
    └── IndexMismatch           the index was built with another embedder
"""

from __future__ import annotations


class IngestError(Exception):
    """Any failure of reading or storing; the message says what was expected, found, and what to do."""


class UnreadableFile(IngestError):
    """One file cannot be read; nothing of it was stored."""


class FileMissing(UnreadableFile):
    """The path does not exist, is not a regular file, or may not be opened."""


class EmptyFile(UnreadableFile):
    """The file holds no bytes, or no words."""


class UnsupportedFormat(UnreadableFile):
    """The file's content is of no format that can be read, or contradicts its extension."""


class EncryptedFile(UnreadableFile):
    """The file needs a password."""


class DamagedFile(UnreadableFile):
    """The file is truncated or malformed."""


class NoTextLayer(UnreadableFile):
    """The pages are images: there are no words to read."""


class RecognitionError(UnreadableFile):
    """Text recognition (OCR) is not installed, or failed on a page."""


class FileTooLarge(UnreadableFile):
    """The file goes beyond a bound of size, pages, expansion, time or memory."""


class LibraryError(IngestError):
    """The library cannot do what was asked."""


class LibraryBusy(LibraryError):
    """Another process is writing to this library."""


class LibraryDamaged(LibraryError):
    """The library's file is not a library, or is corrupt."""


class StorageFull(LibraryError):
    """There is no room left on the disk."""


class UnknownContract(LibraryError):
    """No contract, document or clause goes by that name."""


class UnknownJob(LibraryError):
    """No job goes by that number."""


class EmbedderError(IngestError):
    """The embedding model cannot serve."""


class ModelMismatch(EmbedderError):
    """The model's weights do not have the hash that was pinned."""


class IndexMismatch(EmbedderError):
    """The index was built with another embedder than the one in the settings."""
