import itertools

from ingest.clauses import find_clauses
from ingest.document import Document, FurnitureKind, Role
from ingest.passages import TARGET, split
from ingest.reading import Line
from tests.plain_reading import canonical

SENTENCE = "The Provider shall restore the platform and shall tell the Customer in writing what was done."


class WordCounter:
    """Counts a token a word, as an embedder would."""

    window = 400

    def count_tokens(self, texts):
        return [len(text.split()) + 2 for text in texts]


def document(*lines):
    made = canonical(*lines)
    return Document(
        made.text, made.pages, find_clauses(made).clauses, made.furniture, "Framework", Role.FRAMEWORK, "en"
    )


def long_document():
    lines = ["1. Services", SENTENCE]
    for number in range(1, 12):
        lines += [f"1.{number} Duty number {number}", *[SENTENCE] * (3 if number != 4 else 40)]
    return document(*lines, "2. Term", SENTENCE)


def test_every_word_of_the_clauses_is_in_a_passage():
    made = long_document()
    covered = {i for p in split(made, WordCounter()) for i in range(p.span.start, p.span.end)}
    assert all(i in covered for c in made.clauses for i in range(c.span.start, c.span.end) if made.text[i].isalnum())


def test_no_passage_goes_beyond_the_window_or_far_beyond_the_target():
    made = long_document()
    counter = WordCounter()
    counts = counter.count_tokens([p.embedded_text(made.text) for p in split(made, counter)])
    assert max(counts) <= counter.window
    assert max(counts) <= TARGET + 40


def test_a_short_clause_with_its_children_is_one_passage_with_its_breadcrumb():
    made = document("1. Services", SENTENCE, "1.1 Scope", SENTENCE, "1.2 Limits", SENTENCE)
    (passage,) = split(made, WordCounter())
    assert passage.breadcrumb == "Framework › 1 Services"
    assert passage.span.of(made.text).startswith("1. Services")


def test_parts_of_a_long_clause_overlap():
    made = document("1. Services", *[SENTENCE] * 60)
    passages = split(made, WordCounter())
    assert len(passages) > 2
    assert all(a.span.end > b.span.start for a, b in itertools.pairwise(passages))


def test_a_huge_sentence_is_divided_and_not_cut():
    made = document("1. Services", "word " * 2000)
    passages = split(made, WordCounter())
    assert sum(len(p.span.of(made.text).split()) for p in passages) >= 2002
    assert all(len(p.span.of(made.text).split()) <= WordCounter.window for p in passages)


def test_a_huge_sentence_is_parted_where_it_pauses():
    halves = (f"The Supplier keeps {'word ' * 150}; ", f"the Customer pays, in due time, {'word ' * 170}")
    made = document("1. Services", "".join(halves))
    starts = [p.span.of(made.text).split()[0:2] for p in split(made, WordCounter())]
    assert ["the", "Customer"] in starts


def test_a_passage_never_runs_over_a_contents_page():
    contents = [Line(f"{i}. Heading ........ {i}", 1, furniture=FurnitureKind.CONTENTS) for i in range(1, 200)]
    made = document("Framework Agreement", *contents, "1. Services", SENTENCE)
    for passage in split(made, WordCounter()):
        assert not any(passage.span.overlaps(f.span) for f in made.furniture)


def test_an_empty_document_has_no_passages():
    assert split(Document("", (), (), (), "x", Role.OTHER, "en"), WordCounter()) == ()


def test_marks_of_words_that_were_taken_out_count_in_a_passage():
    made = document("1. Levels", *itertools.chain(*(("", f"The level is {n}.", "", "[***] " * 60) for n in range(20))))
    counter = WordCounter()
    sizes = counter.count_tokens([passage.embedded_text(made.text) for passage in split(made, counter)])
    assert len(sizes) > 5
    assert max(sizes) <= counter.window
