"""The strings that the web app's pages share, in English and in French; those of one page alone are in a module of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The app's strings in one language; braces stand for what the page fills in."""

    language: str
    tagline: str
    # access
    nothing_seen: str
    unexpected: str
    # the pages
    ask: str
    contracts: str
    # asking
    contract: str
    any_contract: str
    ask_placeholder: str
    first_questions_title: str
    first_questions: tuple[str, ...]
    thinking: str
    answer_told: str
    start_again: str
    in_contract: str
    as_of: str
    as_of_help: str
    read_as: str
    on_day: str
    stands: str
    amended_by: str
    to_come: str
    until: str
    unsigned: str
    from_clause: str
    # how statements stand
    quoted: str
    quoted_help: str
    verified: str
    verified_help: str
    withheld: str
    withheld_help: str
    superseded: str
    superseded_help: str
    uncertain: str
    uncertain_help: str
    from_scan: str
    # where two clauses disagree
    prevails: str
    yields: str
    disagrees: str
    decides: str
    conflict: str
    # silence
    absent: str
    ambiguous: str
    legal_advice: str
    out_of_scope: str
    nearest: str
    nearest_words: str
    near: str
    near_help: str
    ask_in: str
    # the original
    from_picture: str
    doubtful: str
    page_picture: str
    close: str
    clause_as_text: str
    no_picture: str
    turned: str
    breadcrumb: str
    neighbours: str
    copy_quote: str
    copy_link: str
    copied: str
    of_pages: str
    # nothing here yet
    empty_title: str
    empty_text: str
    go_to_contracts: str
    # the table of documents
    documents: str
    document: str
    role: str
    pages: str
    clauses: str
    reading_notes: str
    role_names: dict[str, str]


ENGLISH = Words(
    language="en",
    tagline="Ask your contract. Every answer shows the clause, the page and the words.",
    nothing_seen="You have access to no contract yet. Ask whoever looks after this service.",
    unexpected="Something went wrong that nobody expected; the server's log says what. Try again, or go on with another page.",
    ask="Ask",
    contracts="Contracts",
    contract="Contract",
    any_contract="All contracts",
    ask_placeholder="Your question, in English or French",
    first_questions_title="To begin with",
    first_questions=(
        "How quickly must a critical incident be answered?",
        "What happens when a service level is missed?",
        "How much notice is needed to end the contract?",
        "What must the supplier hand over at the end?",
    ),
    thinking="Looking through the clauses…",
    answer_told="Answer. Quotes: {count}",
    start_again="Start again",
    in_contract="From {contract}",
    as_of="As of",
    as_of_help="Answers hold on this day, with the amendments in force by then.",
    read_as="Read as: {question}",
    on_day="As of {day}",
    stands="{title}, from {day}",
    amended_by="as amended by {titles}",
    to_come="{title} takes effect on {day}",
    until="to {day}",
    unsigned="No signing date was found in: {titles}.",
    from_clause="from {clause}",
    quoted="Quoted",
    quoted_help="The contract's own words, word for word.",
    verified="Verified",
    verified_help="Written by a language model and checked against the quotes below it.",
    withheld="Withheld",
    withheld_help="A sentence was held back: the contract does not bear it out. This is what the contract says.",
    superseded="Superseded",
    superseded_help="These words do not hold on the day asked about.",
    uncertain="To be checked",
    uncertain_help="An amendment concerns these words and could not be applied with certainty.",
    from_scan="From a scan",
    prevails="Prevails",
    yields="Yields",
    disagrees="Disagrees",
    decides="Precedence",
    conflict="Two clauses disagree",
    absent="Not in the contract",
    ambiguous="Which one?",
    legal_advice="Legal advice",
    out_of_scope="Not about a contract",
    nearest="Nearest clauses",
    nearest_words="The nearest words, for you to judge",
    near="Nearest",
    near_help="These words come near the question; no clause was found that answers it.",
    ask_in="Ask in {contract}",
    from_picture="Read from a picture, {confidence} sure.",
    doubtful="Hold against the original: {words}.",
    page_picture="Page {page} of {document}, the cited words marked",
    close="Close",
    clause_as_text="The clause as text",
    breadcrumb="Where the clause stands",
    neighbours="Neighbouring clauses",
    copy_quote="Copy with its place",
    copy_link="Copy link",
    copied="Copied",
    of_pages="{page} of {count}",
    turned="Turned upright; the page of the original stands on its side.",
    no_picture="This format has no pages to show; here is the clause as text, the cited words marked.",
    empty_title="No contract yet",
    empty_text="Add your signed contracts with their annexes and amendments, or look around first with two invented "
    "families of contracts, one in English and one in French.",
    go_to_contracts="Add contracts",
    documents="{count} documents",
    document="Document",
    role="Role",
    pages="Pages",
    clauses="Clauses",
    reading_notes="What reading was unsure of",
    role_names={
        "framework": "Framework agreement",
        "annex": "Annex",
        "service levels": "Service levels",
        "quality plan": "Quality plan",
        "exit plan": "Exit plan",
        "data protection": "Data protection",
        "pricing": "Pricing",
        "amendment": "Amendment",
        "other": "Other",
    },
)

FRENCH = Words(
    language="fr",
    tagline="Interrogez votre contrat. Chaque réponse montre la clause, la page et les mots.",
    nothing_seen="Vous n'avez encore accès à aucun contrat. Adressez-vous au responsable de ce service.",
    unexpected="Une erreur imprévue s’est produite ; le journal du serveur dit laquelle. Réessayez, ou passez à une autre page.",
    ask="Questions",
    contracts="Contrats",
    contract="Contrat",
    any_contract="Tous les contrats",
    ask_placeholder="Votre question, en français ou en anglais",
    first_questions_title="Pour commencer",
    first_questions=(
        "Sous quel délai un incident critique doit-il être pris en compte ?",
        "Que se passe-t-il quand un niveau de service n'est pas tenu ?",
        "Quel préavis faut-il pour mettre fin au contrat ?",
        "Que doit remettre le prestataire à la fin du contrat ?",
    ),
    thinking="Recherche dans les clauses…",
    answer_told="Réponse. Citations : {count}",
    start_again="Recommencer",
    in_contract="D'après {contract}",
    as_of="À la date du",
    as_of_help="Les réponses valent à cette date, avec les avenants alors en vigueur.",
    read_as="Compris comme : {question}",
    on_day="Tel qu’en vigueur le {day}",
    stands="{title}, à compter du {day}",
    amended_by="modifié par {titles}",
    to_come="{title} prend effet le {day}",
    until="jusqu’au {day}",
    unsigned="Aucune date de signature trouvée dans : {titles}.",
    from_clause="tiré de {clause}",
    quoted="Cité",
    quoted_help="Les mots du contrat, à la lettre.",
    verified="Vérifié",
    verified_help="Rédigé par un modèle de langage et vérifié au regard des citations qui suivent.",
    withheld="Retenu",
    withheld_help="Une phrase a été retenue : le contrat ne la confirme pas. Voici ce que dit le contrat.",
    superseded="Remplacé",
    superseded_help="Ces mots ne valent pas à la date demandée.",
    uncertain="À vérifier",
    uncertain_help="Un avenant concerne ces mots et n'a pu être appliqué avec certitude.",
    from_scan="Lu sur un scan",
    prevails="Prévaut",
    yields="S'efface",
    disagrees="En désaccord",
    decides="Priorité",
    conflict="Deux clauses se contredisent",
    absent="Absent du contrat",
    ambiguous="Lequel ?",
    legal_advice="Avis juridique",
    out_of_scope="Hors sujet",
    nearest="Clauses les plus proches",
    nearest_words="Les mots les plus proches, à vous d'en juger",
    near="Au plus près",
    near_help="Ces mots se rapprochent de la question ; aucune clause trouvée n’y répond.",
    ask_in="Demander dans {contract}",
    from_picture="Lu sur une image, sûr à {confidence}.",
    doubtful="À comparer avec l’original : {words}.",
    page_picture="Page {page} de {document}, les mots cités surlignés",
    close="Fermer",
    clause_as_text="La clause en texte",
    breadcrumb="Place de la clause",
    neighbours="Clauses voisines",
    copy_quote="Copier avec la référence",
    copy_link="Copier le lien",
    copied="Copié",
    of_pages="{page} sur {count}",
    turned="Page redressée ; dans l’original, elle est couchée.",
    no_picture="Ce format n'a pas de pages à montrer ; voici le texte de la clause, les mots cités surlignés.",
    empty_title="Aucun contrat pour l'instant",
    empty_text="Ajoutez vos contrats signés avec leurs annexes et avenants, ou faites d'abord un tour avec deux familles "
    "de contrats fictives, l'une en anglais, l'autre en français.",
    go_to_contracts="Ajouter des contrats",
    documents="{count} documents",
    document="Document",
    role="Rôle",
    pages="Pages",
    clauses="Clauses",
    reading_notes="Ce que la lecture n'a pas établi avec certitude",
    role_names={
        "framework": "Contrat-cadre",
        "annex": "Annexe",
        "service levels": "Niveaux de service",
        "quality plan": "Plan d'assurance qualité",
        "exit plan": "Plan de réversibilité",
        "data protection": "Protection des données",
        "pricing": "Conditions financières",
        "amendment": "Avenant",
        "other": "Autre",
    },
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
