import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import resources

import pytest

from assistant.wording.lexicon import LANGUAGES, SHARED_MARK, Expansion, Language, Lexicon, content_stems, read_concepts
from ingest.words import stems

SHARED_TERMS_ALLOWED = 10

OVER_BROAD = {
    "en": "contract agreement service services party parties provide provider supplier customer client shall must "
    "may use used stop move charge need work get data system software application time period day month year "
    "end start right law change support security obligation document information user project plan report who "
    "what when how where why not no all only other new first last can do make take give find about between "
    "under before after",
    "fr": "contrat accord service services prestation partie parties fournir prestataire fournisseur client doit "
    "peut utiliser faire travail avoir donnée données système logiciel application temps période jour mois "
    "année fin début droit loi changement sécurité obligation document information utilisateur projet plan "
    "rapport qui quoi quand comment où pourquoi pas sans tout seul autre nouveau premier dernier prendre "
    "donner trouver entre avant après marche état va sommes",
}

NEAR_BUT_NOT_THE_SAME = [
    ("response-time", "resolution-time"),
    ("termination-for-convenience", "termination-for-cause"),
    ("business-day", "calendar-day"),
    ("penalty", "late-payment-interest"),
    ("liability-cap", "liability-exclusion"),
    ("recovery-time-objective", "recovery-point-objective"),
    ("renewal", "non-renewal"),
    ("data-controller", "data-processor"),
    ("direct-loss", "indirect-loss"),
    ("exclusivity", "non-exclusivity"),
]

QUESTIONS = [
    # question, its language, a concept that it names, a term of each language that must come
    (
        "Somebody must ring, so how soon will they call us back?",
        "en",
        "response-time",
        "response time",
        "délai de prise en compte",
    ),
    (
        "How many hours have they got to fix a broken server?",
        "en",
        "resolution-time",
        "resolution time",
        "délai de résolution",
    ),
    ("May we leave the contract before it is over?", "en", "termination", "termination", "résiliation"),
    (
        "Will they hand over to the next supplier?",
        "en",
        "incoming-supplier",
        "replacement supplier",
        "prestataire entrant",
    ),
    ("Do we get our money back if it never works?", "en", "refund", "reimbursement", "remboursement"),
    ("Could they poach our engineers?", "en", "non-solicitation-of-employees", "non-solicitation", "non-débauchage"),
    ("What if they go bankrupt next year?", "en", "insolvency", "receivership", "redressement judiciaire"),
    ("Which law applies?", "en", "governing-law", "governing law", "droit applicable"),
    (
        "May they talk about us on their website and use our logo?",
        "en",
        "publicity",
        "press release",
        "référence commerciale",
    ),
    ("Who is told about a data leak?", "en", "data-breach", "personal data breach", "violation de données"),
    ("Combien de jours pour payer la facture ?", "fr", "payment-terms", "payment terms", "délai de paiement"),
    ("Est-ce que ça se renouvelle tout seul ?", "fr", "tacit-renewal", "automatic renewal", "tacite reconduction"),
    ("Peuvent-ils augmenter les prix chaque année ?", "fr", "price-increase", "price adjustment", "révision des prix"),
    ("Que se passe-t-il si le service est en panne la nuit ?", "fr", "downtime", "downtime", "indisponibilité"),
    ("A-t-on le droit de venir contrôler le prestataire ?", "fr", "audit", "right to audit", "droit d'audit"),
    ("Comment récupérer nos données au départ ?", "fr", "data-return", "return of data", "restitution des données"),
    ("Quel tribunal tranche ?", "fr", "jurisdiction", "competent court", "attribution de compétence"),
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def shipped_text() -> str:
    return (resources.files("assistant") / "data" / "lexicon.tsv").read_text(encoding="utf-8")


def marked_terms() -> Iterator[tuple[str, Language, str]]:
    """Concept, language and term as they stand in the file, marks included."""
    for row in shipped_text().splitlines():
        if row and not row.startswith("#"):
            name, english_lay, english_legal, french_lay, french_legal = row.split("\t")
            cells: list[tuple[Language, str]] = [
                ("en", english_lay), ("en", english_legal), ("fr", french_lay), ("fr", french_legal),
            ]  # fmt: skip
            for language, cell in cells:
                yield from ((name, language, term) for term in cell.split("|") if cell)


def named(lexicon: Lexicon, question: str, language: str) -> list[str]:
    return list(dict.fromkeys(expansion.concept for expansion in lexicon.expand(question, language)))


def test_holds_at_least_700_concepts_that_expand(lexicon: Lexicon) -> None:
    assert sum(not concept.general for concept in lexicon.concepts) >= 700


def test_no_two_rows_have_the_same_name(lexicon: Lexicon) -> None:
    assert [name for name, count in Counter(c.id for c in lexicon.concepts).items() if count > 1] == []


def test_every_row_has_terms_in_both_languages(lexicon: Lexicon) -> None:
    assert [c.id for c in lexicon.concepts if not (c.english and c.french)] == []


def test_terms_are_normalised() -> None:
    wrong = [
        (name, term)
        for name, _, term in marked_terms()
        if term != " ".join(term.lower().split()) or term != unicodedata.normalize("NFC", term) or not term
        or set(term) & set("’‘“”«»?!()\"")
    ]  # fmt: skip
    assert wrong == []


def test_every_term_has_a_word_to_be_found_by(lexicon: Lexicon) -> None:
    empty = [
        (c.id, term)
        for c in lexicon.concepts
        for language in LANGUAGES
        for term in c.terms(language)
        if not c.general and not content_stems(term, language)
    ]
    assert empty == []


def test_a_row_does_not_say_the_same_thing_twice(lexicon: Lexicon) -> None:
    for concept in lexicon.concepts:
        for language in LANGUAGES:
            keys = [content_stems(term, language) for term in concept.terms(language)]
            assert concept.general or len(set(keys)) == len(keys), (concept.id, language)


def test_a_term_stands_in_two_concepts_only_where_both_mark_it() -> None:
    bearers: dict[tuple[Language, tuple[str, ...]], set[str]] = defaultdict(set)
    marked: dict[tuple[Language, tuple[str, ...]], set[str]] = defaultdict(set)
    for name, language, term in marked_terms():
        if not name.startswith("word."):
            key = language, content_stems(term.removesuffix(SHARED_MARK), language)
            bearers[key].add(name)
            if term.endswith(SHARED_MARK):
                marked[key].add(name)
    shared = {key: names for key, names in bearers.items() if len(names) > 1}
    assert shared == dict(marked)
    assert len(shared) <= SHARED_TERMS_ALLOWED


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_general_meaning_expand_nothing(lexicon: Lexicon, language: Language) -> None:
    assert {
        word: named(lexicon, word, language) for word in OVER_BROAD[language].split() if named(lexicon, word, language)
    } == {}


@pytest.mark.parametrize(("one", "other"), NEAR_BUT_NOT_THE_SAME)
def test_near_concepts_stand_apart(lexicon: Lexicon, one: str, other: str) -> None:
    by_id = {concept.id: concept for concept in lexicon.concepts}
    for language in LANGUAGES:
        for this, that in ((one, other), (other, one)):
            for term in by_id[this].terms(language):
                assert that not in named(lexicon, term, language), (this, term, that)


@pytest.mark.parametrize(("question", "language", "concept", "english", "french"), QUESTIONS)
def test_a_question_brings_the_words_of_both_languages(
    lexicon: Lexicon, question: str, language: str, concept: str, english: str, french: str
) -> None:
    expansions = lexicon.expand(question, language)
    assert Expansion(english, "en", concept) in expansions
    assert Expansion(french, "fr", concept) in expansions


def test_the_legal_word_brings_the_lay_ones(lexicon: Lexicon) -> None:
    assert Expansion("money back", "en", "refund") in lexicon.expand("Quelles sont les règles de remboursement ?", "fr")
    assert Expansion("money back", "en", "refund") in lexicon.expand("reimbursement rules", "en")


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "What colour is the sky?", "zzz", "Which party shall provide services?"]
)
def test_a_question_without_a_known_term_gives_nothing(lexicon: Lexicon, question: str) -> None:
    assert lexicon.expand(question, "en") == []


def test_every_term_brings_its_own_concept(lexicon: Lexicon) -> None:
    missing = []
    for concept in lexicon.concepts:
        terms = [(term, language) for language in LANGUAGES for term in concept.terms(language)]
        if not concept.general and len(terms) > 1:
            missing += [(concept.id, t, lang) for t, lang in terms if concept.id not in named(lexicon, t, lang)]
    assert missing == []


def test_the_longest_term_wins(lexicon: Lexicon) -> None:
    assert named(lexicon, "the response time of the application", "en") == ["performance-speed"]
    assert named(lexicon, "le délai de paiement", "fr") == ["payment-terms"]


def test_words_already_asked_are_not_brought_again(lexicon: Lexicon) -> None:
    found = lexicon.expand("What are the resolution times?", "en")
    assert "resolution time" not in [e.term for e in found]
    assert all(stems(e.term, "en") != ["antivirus"] for e in lexicon.expand("antivirus", "en"))


def test_nothing_comes_twice_and_the_order_is_kept(lexicon: Lexicon) -> None:
    question = "If they are late with a refund, may we terminate, or claim a penalty for the downtime?"
    found = lexicon.expand(question, "en")
    assert len({(e.term, e.language) for e in found}) == len(found)
    assert found == lexicon.expand(question, "en")
    concepts = [e.concept for e in found]
    assert concepts.index("refund") < concepts.index("termination") < concepts.index("downtime")


def test_an_undetermined_language_is_looked_up_in_both(lexicon: Lexicon) -> None:
    assert "availability" in named(lexicon, "uptime", "und")
    assert "availability" in named(lexicon, "disponibilité", "und")


def test_accents_and_case_do_not_matter(lexicon: Lexicon) -> None:
    assert lexicon.expand("RESILIATION", "fr") == lexicon.expand("résiliation", "fr") != []


def test_an_unrelated_language_stays_silent(lexicon: Lexicon) -> None:
    assert lexicon.expand("pénalités de retard", "en") == []


@pytest.mark.parametrize(
    ("word", "language", "other", "translation"),
    [
        ("supplier", "en", "fr", "prestataire"),
        ("prestataire", "fr", "en", "provider"),
        ("shall", "en", "fr", "doit"),
        ("months", "en", "fr", "mois"),
        ("résiliation", "fr", "en", "termination"),
        ("availability", "en", "fr", "disponibilité"),
        ("sauvegardes", "fr", "en", "backup"),
        ("penalty", "en", "en", "fine"),
        ("threshold", "en", "fr", "seuil"),
        ("stationnement", "fr", "en", "parking"),
        ("midnight", "en", "fr", "minuit"),
    ],
)
def test_counterparts_translate_a_stem(
    lexicon: Lexicon, word: str, language: str, other: str, translation: str
) -> None:
    (stem,), (expected,) = stems(word, language), stems(translation, other)
    assert expected in lexicon.counterparts(stem, language, other)


def test_counterparts_keep_opposites_and_strangers_apart(lexicon: Lexicon) -> None:
    (before,) = stems("before", "en")
    assert stems("après", "fr")[0] not in lexicon.counterparts(before, "en", "fr")
    assert lexicon.counterparts("zzz", "en", "fr") == frozenset()
    assert lexicon.counterparts(before, "en", "de") == frozenset()


def test_counterparts_go_both_ways(lexicon: Lexicon) -> None:
    for concept in lexicon.concepts:
        for term in concept.english:
            if len(key := stems(term, "en")) == 1:
                for foreign in lexicon.counterparts(key[0], "en", "fr"):
                    assert key[0] in lexicon.counterparts(foreign, "fr", "en")


def test_loading_twice_gives_the_same_object() -> None:
    assert Lexicon.load() is Lexicon.load()


@pytest.mark.parametrize("row", ["one\ttwo", "name\t\t\tfr\t", "\ten\t\tfr\t", "name\ten\t\tfr\t\textra"])
def test_a_malformed_row_is_refused_with_its_line(row: str) -> None:
    with pytest.raises(ValueError, match="line 2: expected"):
        read_concepts(f"# comment\n{row}\n")


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Who is on-call tonight?", "en", True),
        ("astreintes de nuit", "fr", True),
        ("Who does standby duty on Sundays?", "und", True),
        ("Where can one eat well at night?", "en", False),
        ("Où manger la nuit ?", "fr", False),
        ("Who waters the plants?", "en", False),
    ],
)
def test_a_term_of_contracts_shows_a_question_to_be_about_one_and_a_lay_one_does_not(
    question: str, language: str, told: bool
) -> None:
    assert Lexicon.load().is_of_contracts(question, language) is told


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("overnight", "nuit"),
        ("unpaid", "impayé"),
        ("emergency", "urgence"),
        ("supervisor", "superviseur"),
        ("fast", "rapide"),
    ],
)
def test_everyday_words_of_questions_have_their_counterparts(english: str, french: str) -> None:
    (here,), (there,) = stems(english, "en"), stems(french, "fr")
    assert there in Lexicon.load().counterparts(here, "en", "fr")
    assert here in Lexicon.load().counterparts(there, "fr", "en")
