"""The vectors of every passage, in a Chroma collection on the disk or on a server. The only user of chromadb."""

from __future__ import annotations

import shutil
from collections import abc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb import Collection
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import ChromaError, InternalError, NotFoundError

from ingest.embed import Vectors
from ingest.errors import LibraryDamaged, LibraryError, StorageFull
from ingest.hit import Hit

RESERVE = 64 << 20
"""Bytes that must be free on the disk beyond what is written: on a full one, Chroma 1.5 may wait forever."""

_COLLECTION = "passages"
_GROWTH = 8  # a vector is written to Chroma's log, to its graph, and to both again while they are merged
_FILE = "chroma.sqlite3"  # Chroma makes it in its folder when it is first opened

# Cosine is not Chroma's default. A search beam wider than its 100 costs a few milliseconds, and all but removes the
# misses of the approximate graph (Malkov and Yashunin 2018).
_CONFIGURATION = {"space": "cosine", "ef_search": 400, "ef_construction": 200}
# Chroma writes its whole graph anew after so many vectors, 1,000 by default: at 200,000 vectors that took longer than all the
# rest. What was not written yet is added to the graph again at the next start, which a server does seldom.
_SERVER_WRITES_AFTER = 20_000


class VectorStore:
    """The vectors half of the index, in a folder of its own. Nothing is opened before it is needed.

    Not for several threads at once: `ingest.index.Index` lets them take turns.

    Args:
        folder: where Chroma keeps its files.
        free: gives the bytes that are free on the disk of a folder.
        server: the address of a Chroma server that keeps the vectors instead, as ``http://host:port``; the folder then only
            names their collection. Empty for none.
    """

    def __init__(self, folder: Path, free: abc.Callable[[Path], int], server: str = "") -> None:
        self._folder = folder
        self._free = free
        self._server = server
        self._name = (
            f"{_COLLECTION}-{sha256(str(folder.resolve()).encode()).hexdigest()[:12]}" if server else _COLLECTION
        )
        self._client: Client | None = None
        self._opened: Collection | None = None

    def add(self, documents: abc.Sequence[tuple[str, str, Vectors]]) -> None:
        """Write the vectors of documents that have none yet.

        Args:
            documents: of each its id, its contract's name, and the vectors of its passages in their order.

        Raises:
            StorageFull: there is no room left.
            LibraryDamaged: Chroma cannot work with its files.
        """
        self._require_room(_GROWTH * sum(vectors.nbytes for _, _, vectors in documents))
        rows = [(document_id, i, contract) for document_id, contract, vectors in documents for i in range(len(vectors))]
        joined = np.concatenate([vectors for _, _, vectors in documents]) if rows else np.empty((0, 0), np.float32)
        with self._translated():
            client = self._open()
            collection = client.get_or_create_collection(
                self._name, configuration=_configuration(bool(self._server)), embedding_function=None
            )
            step = client.get_max_batch_size()
            for start in range(0, len(rows), step):
                batch = rows[start : start + step]
                collection.add(
                    ids=[f"{document_id}:{i}" for document_id, i, _ in batch],
                    embeddings=joined[start : start + step],
                    metadatas=[{"document": d, "ordinal": i, "contract": contract} for d, i, contract in batch],
                )

    def remove(self, document_ids: abc.Collection[str]) -> None:
        """Remove the vectors of the documents.

        Raises:
            StorageFull: there is no room left.
            LibraryDamaged: Chroma cannot work with its files.
        """
        if self._exists() and document_ids:
            self._require_room(0)
            with self._translated():
                try:
                    collection = self._collection()
                except NotFoundError:
                    return  # a first write that was cut off left the files, and nothing in them
                collection.delete(where=_among(document_ids))

    def nearest(self, vector: Vectors, document_ids: abc.Collection[str] | None, limit: int) -> list[Hit]:
        """The passages whose vectors are nearest by cosine similarity (-1 to 1), best first.

        Args:
            vector: of unit length.
            document_ids: where to look, applied before the search; everywhere when None.
            limit: how many to return at most.

        Raises:
            LibraryDamaged: Chroma cannot work with its files.
        """
        if not self._exists():
            return []
        where = None if document_ids is None else _among(document_ids)
        try:
            found = self._query(vector, where, limit)
        except ChromaError:  # a writer in another process may have replaced the files: look again with fresh eyes
            self.close()
            with self._translated():
                found = self._query(vector, where, limit)
        return [_hit(key, 1.0 - distance) for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)]

    def nearest_of_few(self, vector: Vectors, sizes: abc.Mapping[str, int], limit: int) -> list[Hit]:
        """As `nearest` in a few documents, exactly: their vectors are fetched and compared here, without Chroma's graph.

        A graph of a million vectors takes seconds to find the few that a filter lets through; to fetch those takes a few milliseconds.

        Args:
            vector: of unit length.
            sizes: how many passages each document has, by its id.
            limit: how many to return at most.

        Raises:
            LibraryDamaged: Chroma cannot work with its files.
        """
        if not self._exists():
            return []
        keys = [f"{document_id}:{i}" for document_id, size in sizes.items() for i in range(size)]
        try:
            found = self._fetched(keys)
        except ChromaError:  # as above
            self.close()
            with self._translated():
                found = self._fetched(keys)
        if not found["ids"]:
            return []
        scores = np.asarray(found["embeddings"], np.float32) @ vector
        order = np.argsort(-scores, kind="stable")[:limit]
        return [_hit(found["ids"][place], float(scores[place])) for place in order]

    def clear(self) -> None:
        """Throw the files away; they are made anew when something is added."""
        if self._server:
            with self._translated(), suppress(NotFoundError):
                self._open().delete_collection(self._name)
        self.close()
        if self._folder.exists():
            shutil.rmtree(self._folder)

    def close(self) -> None:
        """Let go of Chroma's files; they are opened again, as they are by then, when needed."""
        self._opened = None
        if self._client is not None:
            self._client.close()  # the last client of a folder to close also ends what Chroma shares between them
            self._client = None

    def _query(self, vector: Vectors, where: Any, limit: int) -> Any:
        try:
            collection = self._collection()
        except NotFoundError:
            return {"ids": [[]], "distances": [[]]}
        return collection.query(
            query_embeddings=np.asarray([vector], np.float32), n_results=limit, where=where, include=["distances"]
        )

    def _fetched(self, keys: list[str]) -> Any:
        try:
            return self._collection().get(ids=keys, include=["embeddings"])
        except NotFoundError:
            if self._opened is not None:
                raise  # the collection that was known went away
            return {"ids": [], "embeddings": []}

    def _require_room(self, size: int) -> None:
        if self._server:
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        free = self._free(self._folder)
        if free < size + RESERVE:
            raise StorageFull(
                f"expected {(size + RESERVE) >> 20} MB free on the disk to write {self._folder}, found {free >> 20}; "
                "free some and retry"
            )

    def _exists(self) -> bool:
        return bool(self._server) or (self._folder / _FILE).exists()

    def _collection(self) -> Collection:
        client = self._open()
        if self._opened is None:
            self._opened = client.get_collection(self._name, embedding_function=None)
        return self._opened

    def _open(self) -> Client:
        if self._client is None and self._server:
            self._client = self._connected()
        if self._client is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            settings = Settings(anonymized_telemetry=False)
            try:
                self._client = cast(Client, chromadb.PersistentClient(self._folder, settings))
            except (ValueError, AttributeError) as error:
                # a file that it cannot open is a ValueError to Chroma, or an AttributeError while it clears up after that
                raise InternalError(f"the files cannot be opened ({error.__context__ or error})") from error
        return self._client

    def _connected(self) -> Client:
        place = urlsplit(self._server)
        secure = place.scheme == "https"
        settings = Settings(anonymized_telemetry=False)
        port = place.port or (443 if secure else 80)
        try:
            return cast(Client, chromadb.HttpClient(place.hostname or "", port, secure, settings=settings))
        except (ValueError, ChromaError) as error:  # a server that does not answer is a ValueError to Chroma
            raise LibraryError(
                f"expected a Chroma server at {self._server}, got: {error}; start it, or set CLAUSIER_CHROMA to where it is"
            ) from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except ChromaError as error:
            if "disk is full" in str(error):  # SQLite's words, which is all that Chroma passes on
                raise StorageFull(
                    f"expected room on the disk to write {self._folder}, found none; free some"
                ) from error
            where = self._server or self._folder
            raise LibraryDamaged(
                f"expected {where} to be a sound vector index, got: {error}; "
                "run `clausier reindex`, which builds it anew from the library"
            ) from error


def _configuration(of_server: bool) -> Any:
    own = {"sync_threshold": _SERVER_WRITES_AFTER} if of_server else {}
    return {"hnsw": _CONFIGURATION | own}


def _among(document_ids: abc.Collection[str]) -> dict[str, Any]:
    return {"document": {"$in": sorted(document_ids)}}


def _hit(key: str, score: float) -> Hit:
    document_id, _, ordinal = key.rpartition(":")
    return Hit(document_id, int(ordinal), score)
