from __future__ import annotations

import json
import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

import ingest.sketch
from ingest.document import Document, Passage
from ingest.embed import Vectors
from ingest.errors import IndexMismatch, LibraryDamaged, StorageFull
from ingest.index import Entry, Index
from ingest.originals import Original
from ingest.phrase_words import PhraseWords
from ingest.record import DocumentRecord, new_record
from ingest.words import stems
from tests.fake_document import make_document, make_passages
from tests.fake_embedder import FakeEmbedder

HOUR = "The supplier answers within one hour."
CREDIT = "Service credits are capped at 10% of the monthly fee."
EXIT = "On expiry the supplier returns all data, see clause 8.2.1."


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = Index(tmp_path / "index", FakeEmbedder())
    yield index
    index.close()


def _record(document: Document, contract: str = "Acme") -> DocumentRecord:
    return new_record(contract, "sla", Original(f"{hash(document.text):x}", ".txt", 1), document)


def _add(index: Index, *bodies: str, contract: str = "Acme", title: str = "Levels", language: str = "en") -> str:
    document = make_document(*bodies, title=title, language=language)
    record, passages = _record(document, contract), make_passages(document)
    texts = [passage.embedded_text(document.text) for passage in passages]
    index.add(record, document, passages, FakeEmbedder().embed_passages(texts))
    return record.id


def _add_vectors(index: Index, name: str, vectors: Vectors) -> str:
    document = make_document(*(f"{name} {i}" for i in range(len(vectors))))
    record = _record(document)
    index.add(record, document, make_passages(document), vectors)
    return record.id


def _unit(count: int, dimension: int, seed: int) -> Vectors:
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_an_index_that_was_never_written_to_finds_nothing_and_makes_no_files(index: Index, tmp_path: Path) -> None:
    assert index.nearest(_unit(1, 64, 0)[0], None, 10) == []
    assert index.matching(["hour"], None, 10) == []
    assert index.document_frequency("hour") == {}
    assert index.sizes() == {}
    assert index.sweep(()) == []
    assert list(tmp_path.iterdir()) == []


def test_nearest_puts_the_passage_of_like_words_first(index: Index) -> None:
    one = _add(index, HOUR, CREDIT, EXIT)
    hits = index.nearest(FakeEmbedder().embed_question("service credits capped monthly fee"), None, 3)
    assert hits[0].key == (one, 1)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert 0.3 < hits[0].score <= 1.0


def test_nearest_within_one_document_agrees_with_brute_force(index: Index) -> None:
    documents = {
        _add_vectors(index, f"d{seed}", vectors): vectors for seed in range(20) for vectors in [_unit(100, 64, seed)]
    }
    chosen, vectors = list(documents.items())[7]
    for question in _unit(25, 64, 99):
        hits = index.nearest(question, [chosen], 10)
        best = np.argsort(-(vectors @ question))[:10]
        assert {hit.document_id for hit in hits} == {chosen}
        assert [hit.ordinal for hit in hits] == list(best)
        assert hits[0].score == pytest.approx(float(vectors[best[0]] @ question), abs=1e-5)


def test_matching_ranks_rare_words_and_headings_up(index: Index) -> None:
    one = _add(index, HOUR, CREDIT, EXIT, "The supplier is the supplier.")
    assert index.matching(stems("which service credits", "en"), None, 10)[0].key == (one, 1)
    assert index.matching(stems("clause 8.2.1", "en"), None, 10)[0].key == (one, 2)
    assert index.matching(stems("10%", "en"), None, 10)[0].key == (one, 1)
    titled = _add(index, "Nothing else.", title="Credits")
    assert index.matching(stems("credits", "en"), None, 10)[0].document_id == titled


def test_matching_meets_french_words_without_their_accents(index: Index) -> None:
    one = _add(index, "Les pénalités sont plafonnées à 99,95 %.", language="fr")
    assert index.matching(stems("pénalité plafonnee", "fr"), None, 10)[0].key == (one, 0)
    assert index.matching(stems("aujourd'hui 99.95%", "fr"), None, 10)[0].key == (one, 0)


def test_matching_takes_the_stems_of_a_word_as_one(index: Index) -> None:
    one = _add(index, HOUR, CREDIT, EXIT, "The supplier is the supplier.")
    found = index.matching({("answer", "return"): 1.0, ("suppli",): 0.1, ("nowher",): 1.0}, None, 2)
    assert {hit.key for hit in found} == {(one, 0), (one, 2)}
    assert index.matching({("answer", "return"): 1.0}, [], 2) == []


@pytest.mark.parametrize("stem", ['"', "AND", "NOT *", "heading:x", "a) OR (b", "NEAR(", "'", "--", "x" * 10_000])
def test_matching_reads_no_stem_as_an_operator(index: Index, stem: str) -> None:
    one = _add(index, HOUR)
    assert [hit.key for hit in index.matching([stem, "hour"], None, 10)] == [(one, 0)]


def test_matching_takes_thousands_of_stems(index: Index) -> None:
    one = _add(index, HOUR)
    assert index.matching([f"w{i}" for i in range(5_000)] + ["hour"], None, 10)[0].key == (one, 0)


def test_both_searches_look_only_where_they_are_told(index: Index) -> None:
    one, two = _add(index, HOUR), _add(index, HOUR, CREDIT, contract="Bolt")
    question = FakeEmbedder().embed_question(HOUR)
    for chosen in ([one], [two], [one, two]):
        assert {h.document_id for h in index.nearest(question, chosen, 10)} == set(chosen)
        assert {h.document_id for h in index.matching(["hour"], chosen, 10)} == set(chosen)
    for nowhere in ([], ["no such document"]):
        assert index.nearest(question, nowhere, 10) == []
        assert index.matching(["hour"], nowhere, 10) == []


def test_documents_that_cannot_hold_a_phrase_are_told(index: Index) -> None:
    one, other = _add(index, HOUR, CREDIT), _add(index, EXIT)
    assert index.may_hold(["CAPPED at 10%"], [one, other]) == {one}
    assert index.may_hold(["urns all dat", "capped at"], [one, other]) == {one, other}
    assert index.may_hold(["urns all dat"], [one]) == set()
    index.remove([one])
    assert index.may_hold(["capped at"], [one, other]) == {one}  # what was never sketched may hold anything


def test_many_documents_are_held_against_a_phrase(index: Index) -> None:
    ids = [_add(index, f"{HOUR} {n}th clause") for n in range(201)]
    assert index.may_hold(["one hour. 77th"], ids) == {ids[77]}


def test_a_phrase_is_read_once_however_many_documents_are_held_against_it(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [_add(index, f"{HOUR} {n}th clause") for n in range(5)]
    read: list[str] = []
    monkeypatch.setattr(ingest.sketch, "flat", lambda text: read.append(text) or text)
    assert index.may_hold(["one hour. 3th", "nowhere at all"], ids) == {ids[3]}
    assert read == ["one hour. 3th", "nowhere at all"]


def test_an_index_of_before_the_sketches_leaves_no_document_out(index: Index, tmp_path: Path) -> None:
    one = _add(index, HOUR)
    with closing(sqlite3.connect(tmp_path / "index" / "postings.sqlite")) as file:
        file.execute("DELETE FROM sketches")
        file.commit()
    assert index.may_hold(["no such words"], [one]) == {one}
    _add(index, HOUR)
    assert index.may_hold(["no such words"], [one]) == set()


def test_the_passages_that_the_words_of_a_phrase_leave_room_for_are_told(index: Index) -> None:
    one, other = (
        _add(index, "the cap on fees", "fees on the cap", "fees are capped", "3 on 4"),
        _add(index, "the cap is on"),
    )

    def held(phrase: str) -> dict[str, list[int]]:
        return {id_: list(found) for id_, found in index.holding(PhraseWords.of(phrase), [one, other]).items()}

    assert held("the cap on it") == {one: [0, 1], other: [0]}
    assert held("is fees on cap") == {one: [0, 1]}
    assert held("it fees") == {one: [0, 1, 2]}
    assert held("no such words here") == {}
    assert index.holding(PhraseWords.of("the cap on it"), [other]) == {other: [0]}


def test_a_word_of_a_heading_alone_leaves_no_room_for_a_phrase(index: Index) -> None:
    one = _add(index, "the cap", title="Uptime")
    assert index.matching(stems("uptime", "en"), [one], 9)
    assert index.holding(PhraseWords.of("an uptime cap"), [one]) == {}


def test_document_frequency_counts_passages(index: Index) -> None:
    one, two = _add(index, HOUR, EXIT), _add(index, CREDIT)
    assert index.document_frequency("supplier") == {one: 2}
    assert index.document_frequency("cap") == {two: 1}
    assert index.document_frequency("supplier", [two]) == {}
    assert index.document_frequency("supplier", {one, two, *map(str, range(300))}) == {one: 2}
    assert index.sizes() == {one: 2, two: 1}


def test_some_of_the_documents_that_hold_a_word_are_told(index: Index) -> None:
    one, two = _add(index, HOUR, EXIT), _add(index, HOUR)
    assert index.some_holding("supplier", 2) == {one: 2, two: 1}
    assert index.some_holding("supplier", 1) in ({one: 2}, {two: 1})
    assert index.some_holding("nowhere", 2) == {}


def test_adding_again_replaces_and_removing_forgets(index: Index) -> None:
    one, two = _add(index, HOUR, CREDIT), _add(index, EXIT)
    assert _add(index, HOUR, CREDIT) == one
    question = FakeEmbedder().embed_question(HOUR)
    assert len(index.nearest(question, None, 10)) == 3
    index.remove([one, "no such document"])
    assert {hit.document_id for hit in index.nearest(question, None, 10)} == {two}
    assert index.matching(["hour"], None, 10) == []
    assert index.sizes() == {two: 1}


def test_sweep_removes_what_the_library_does_not_know(index: Index) -> None:
    one, two = _add(index, HOUR), _add(index, CREDIT)
    assert index.sweep({one}) == [two]
    assert index.sizes() == {one: 1}
    assert [hit.key for hit in index.nearest(FakeEmbedder().embed_question(CREDIT), None, 10)] == [(one, 0)]


def test_another_embedder_is_refused_until_the_index_is_cleared(index: Index, tmp_path: Path) -> None:
    _add(index, HOUR)
    index.close()
    other = Index(tmp_path / "index", FakeEmbedder("another"))
    with pytest.raises(IndexMismatch, match=r"fake, 64 dimensions.*another.*clausier reindex"):
        other.nearest(FakeEmbedder().embed_question(HOUR), None, 1)
    with pytest.raises(IndexMismatch):
        _add(other, CREDIT)
    assert len(other.matching(["hour"], None, 1)) == 1
    other.clear()
    _add(other, CREDIT)
    assert json.loads((tmp_path / "index" / "index.json").read_text())["embedder"] == "another"
    other.close()


def test_words_need_no_embedder_and_vectors_do(index: Index, tmp_path: Path) -> None:
    _add(index, HOUR)
    words = Index(tmp_path / "index", None)
    assert len(words.matching(["hour"], None, 1)) == 1
    with pytest.raises(ValueError, match="expected an embedder"):
        words.nearest(FakeEmbedder().embed_question(HOUR), None, 1)
    words.close()


def test_several_documents_are_indexed_at_once_and_again(index: Index) -> None:
    def entry(body: str, title: str) -> Entry:
        document = make_document(body, title=title)
        passages = make_passages(document)
        vectors = FakeEmbedder().embed_passages([p.embedded_text(document.text) for p in passages])
        return Entry(_record(document), document, passages, vectors)

    entries = [entry(HOUR, "Levels"), entry(CREDIT, "Credits")]
    index.add_all(entries[:1])
    index.add_all(entries)
    ids = [one.record.id for one in entries]
    assert index.sizes() == dict.fromkeys(ids, 1)
    found = index.nearest(FakeEmbedder().embed_question(HOUR), None, 5)
    assert sorted(hit.key for hit in found) == sorted((each, 0) for each in ids)
    assert [hit.document_id for hit in index.matching(["credit"], None, 5)] == ids[1:]


def test_one_vector_a_passage_is_asked_for(index: Index) -> None:
    document = make_document(HOUR)
    with pytest.raises(ValueError, match="got 2 for 1"):
        index.add(_record(document), document, make_passages(document), _unit(2, 64, 0))


def test_a_corrupt_words_file_is_told_and_can_be_rebuilt(index: Index, tmp_path: Path) -> None:
    _add(index, HOUR)
    index.close()
    (tmp_path / "index" / "postings.sqlite").write_bytes(b"not a database at all " * 500)
    with pytest.raises(LibraryDamaged, match=r"postings\.sqlite.*clausier reindex"):
        index.matching(["hour"], None, 1)
    index.clear()
    one = _add(index, HOUR)
    assert index.sizes() == {one: 1}


def test_a_corrupt_vector_file_is_told_and_can_be_rebuilt(index: Index, tmp_path: Path) -> None:
    _add(index, HOUR)
    index.close()
    (tmp_path / "index" / "vectors" / "chroma.sqlite3").write_bytes(b"not a database at all " * 500)
    question = FakeEmbedder().embed_question(HOUR)
    with pytest.raises(LibraryDamaged, match=r"vectors.*clausier reindex"):
        index.nearest(question, None, 1)
    index.clear()
    one = _add(index, HOUR)
    assert [hit.key for hit in index.nearest(question, None, 1)] == [(one, 0)]


def test_a_full_disk_is_told_and_the_document_stays_out(index: Index) -> None:
    one = _add(index, HOUR)
    index._words._open().execute("PRAGMA max_page_count = 20")  # SQLite's own way to a full disk
    bodies = [" ".join(f"word{body}x{word}" for word in range(500)) for body in range(30)]
    with pytest.raises(StorageFull, match=r"postings\.sqlite"):
        _add(index, *bodies)
    assert index.sizes() == {one: 1}
    assert [hit.key for hit in index.nearest(FakeEmbedder().embed_question(bodies[0]), None, 5)] == [(one, 0)]
    assert len(index.sweep({one})) == 1


def test_a_nearly_full_disk_is_told_before_vectors_are_written(tmp_path: Path) -> None:
    free = [1 << 40]
    index = Index(tmp_path / "index", FakeEmbedder(), free=lambda folder: free[0])
    one = _add(index, HOUR)
    free[0] = 5 << 20
    with pytest.raises(StorageFull, match=r"expected 64 MB free on the disk.*found 5"):
        _add(index, CREDIT)
    with pytest.raises(StorageFull, match="expected 64 MB"):
        index.remove([one])
    assert index.sizes() == {one: 1}
    index.close()


def test_a_search_that_waits_sees_what_another_process_wrote(index: Index, tmp_path: Path) -> None:
    one = _add(index, HOUR)
    question = FakeEmbedder().embed_question(CREDIT)
    assert [hit.key for hit in index.nearest(question, None, 5)] == [(one, 0)]
    writer = multiprocessing.get_context("spawn").Process(target=_write_elsewhere, args=(tmp_path / "index",))
    writer.start()
    writer.join()
    assert writer.exitcode == 0
    hits = index.nearest(question, None, 5)
    assert len(hits) == 2
    assert hits[0].document_id != one
    assert len(index.matching(["credit"], None, 5)) == 1
    two = _add(index, EXIT)
    assert two in {hit.document_id for hit in index.nearest(question, None, 5)}


def _write_elsewhere(folder: Path) -> None:
    index = Index(folder, FakeEmbedder())
    _add(index, CREDIT)
    index.close()


def test_a_passage_without_words_is_indexed_too(index: Index) -> None:
    document = make_document("—")
    record = _record(document)
    passages = (Passage("c1", document.clauses[0].span, ""),)
    index.add(record, document, passages, FakeEmbedder().embed_passages(["—"]))
    assert index.sizes() == {record.id: 1}
