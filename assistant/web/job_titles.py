"""What a job is called, in the language of whoever looks at it, and not of whoever began it."""

from __future__ import annotations

from pathlib import Path

from assistant.background import EVALUATE, INGEST
from assistant.web import locale, quality_words, visitor
from assistant.web.shelf_words import LANGUAGES
from evals.reported import reported_set
from ingest.job_table import JobRecord


def title(job: JobRecord) -> str:
    """The title of a job as its payload tells it; as it was entered where that tells nothing."""
    if job.kind == INGEST and job.payload.get("files"):
        return _of_files(job)
    if job.kind == EVALUATE and job.payload.get("sets"):
        return ", ".join(_of_set(name) for name in job.payload["sets"])
    return job.title


def _of_files(job: JobRecord) -> str:
    words, files = LANGUAGES[locale.language()], job.payload["files"]
    if not job.payload.get("upload"):
        return words.samples
    contracts = ", ".join(dict.fromkeys(file["contract"] for file in files))
    return words.upload_title.format(contract=contracts, count=len(files))


def _of_set(name: str) -> str:
    known = quality_words.LANGUAGES[locale.language()].sets
    own = str(reported_set(visitor.parts().settings.home))
    return known.get("reported" if name == own else name, Path(name).stem)
