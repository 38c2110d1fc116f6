from pathlib import Path

from docx import Document as WordDocument

from evals.tutorial import CHUNK, SameModel, Tutorial, read_pages
from tests.fake_embedder import FakeEmbedder
from tests.fake_langchain import FakeEmbeddings


def test_the_nearest_chunk_comes_first_and_says_where_it_is_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The hotline answers within four hours.")
    (tmp_path / "b.txt").write_text("The yearly fee is twelve thousand euros.")
    tutorial = Tutorial(tmp_path / "store", FakeEmbeddings())
    assert tutorial.add("acme", "a", tmp_path / "a.txt") == 1
    tutorial.add("other", "b", tmp_path / "b.txt")
    first, second = tutorial.search("how many hours until the hotline answers", None, 10)
    assert (first.contract, first.document, first.page) == ("acme", "a", 1)
    assert first.text == "The hotline answers within four hours."
    assert first.score > second.score
    assert [chunk.contract for chunk in tutorial.search("hotline", "other", 10)] == ["other"]


def test_a_store_is_found_again_and_knows_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The hotline answers within four hours.")
    Tutorial(tmp_path / "store", FakeEmbeddings()).add("acme", "a", tmp_path / "a.txt")
    again = Tutorial(tmp_path / "store", FakeEmbeddings())
    assert again.holds("acme", "a")
    assert not again.holds("acme", "b")


def test_long_pages_are_cut_into_overlapping_chunks(tmp_path: Path) -> None:
    words = [f"word{i}" for i in range(400)]
    (tmp_path / "a.txt").write_text(" ".join(words))
    tutorial = Tutorial(tmp_path / "store", FakeEmbeddings())
    tutorial.add("acme", "a", tmp_path / "a.txt")
    chunks = [chunk.text.split() for chunk in tutorial.search("word1", "acme", 100)]
    assert max(len(" ".join(chunk)) for chunk in chunks) <= CHUNK
    assert {word for chunk in chunks for word in chunk} == set(words)
    assert sum(map(len, chunks)) > len(words)


def test_a_word_document_is_one_page_with_its_tables(tmp_path: Path) -> None:
    document = WordDocument()
    document.add_paragraph("Prices")
    document.add_table(1, 2).rows[0].cells[1].text = "12 euros"
    document.save(str(tmp_path / "a.docx"))
    (page,) = read_pages(tmp_path / "a.docx")
    assert page == "Prices\n\t12 euros"


def test_the_product_s_model_can_be_run_as_a_tutorial_would(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    same = SameModel(embedder)
    assert same.embed_documents(["one", "two"]) == embedder.embed_passages(["one", "two"]).tolist()
    assert same.embed_query("one") == embedder.embed_question("one").tolist()
