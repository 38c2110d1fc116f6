"""Every string of the web app, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The app's strings in one language; braces stand for what the page fills in."""

    language: str
    tagline: str
    months: tuple[str, ...]
    day: str
    # signing in
    sign_in: str
    sign_in_text: str
    sign_in_first: str
    sign_in_unset: str
    sign_out: str
    nothing_seen: str
    not_yours: str
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
    start_again: str
    in_contract: str
    as_of: str
    as_of_help: str
    read_as: str
    stands: str
    amended_by: str
    to_come: str
    until: str
    unsigned: str
    from_clause: str
    # kept conversations
    conversations: str
    conversations_search: str
    conversations_none: str
    conversation: str
    export_markdown: str
    export_pdf: str
    # a wrong answer
    wrong: str
    wrong_title: str
    wrong_contract: str
    wrong_answer: str
    wrong_answer_help: str
    wrong_evidence: str
    wrong_evidence_help: str
    wrong_document: str
    wrong_anywhere: str
    wrong_must: str
    wrong_must_help: str
    wrong_send: str
    wrong_cancel: str
    wrong_kept: str
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
    # silence
    absent: str
    ambiguous: str
    legal_advice: str
    out_of_scope: str
    nearest: str
    nearest_words: str
    ask_in: str
    # the original
    page: str
    from_picture: str
    doubtful: str
    page_picture: str
    close: str
    clause_as_text: str
    no_picture: str
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
    load_samples: str
    samples_help: str
    # adding
    add_title: str
    files: str
    files_help: str
    family: str
    family_help: str
    add: str
    adding: str
    need_family: str
    too_many: str
    too_large: str
    preparing: str
    stages: dict[str, str]
    counts: str
    status_added: str
    status_unchanged: str
    status_failed: str
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
    months=tuple("January February March April May June July August September October November December".split()),
    day="{day} {month} {year}",
    tagline="Ask your contract. Every answer shows the clause, the page and the words.",
    sign_in="Sign in",
    sign_in_text="Sign in to see the contracts that you have access to.",
    sign_in_first="Expected somebody who is signed in; sign in first.",
    sign_in_unset="A policy of access is set, but no identity provider; see the page on access in the documentation.",
    sign_out="Sign out",
    nothing_seen="You have access to no contract yet. Ask whoever looks after this service.",
    not_yours="Expected the name of a contract that you may change; choose one from the list, or ask for access.",
    ask="Ask",
    contracts="Contracts",
    contract="Contract",
    any_contract="All contracts",
    ask_placeholder="Ask in your own words, in English or French",
    first_questions_title="To begin with",
    first_questions=(
        "How quickly must a critical incident be answered?",
        "What happens when a service level is missed?",
        "How much notice is needed to end the contract?",
        "What must the supplier hand over at the end?",
    ),
    thinking="Looking through the clauses…",
    start_again="Start again",
    in_contract="From {contract}",
    as_of="As of",
    as_of_help="Answers hold on this day, with the amendments in force by then.",
    read_as="Read as: {question}",
    stands="{title}, from {day}",
    amended_by="as amended by {titles}",
    to_come="{title} takes effect on {day}",
    until="to {day}",
    unsigned="No signing date was found in: {titles}.",
    from_clause="from {clause}",
    conversations="Conversations",
    conversations_search="Search in questions and answers",
    conversations_none="Nothing kept yet. What you ask is kept here, with its citations.",
    conversation="{title} · {day}",
    export_markdown="Export as Markdown",
    export_pdf="Export as PDF",
    wrong="This is wrong",
    wrong_title="What would have been right?",
    wrong_contract="Contract that was meant",
    wrong_answer="The right answer",
    wrong_answer_help="In a sentence, as you would say it. May be left empty.",
    wrong_evidence="Words of the contract that say so",
    wrong_evidence_help="Copied from the original; an empty line between two quotes. Leave it empty if the contract does not say.",
    wrong_document="Document",
    wrong_anywhere="Wherever the words stand",
    wrong_must="What a right answer must contain",
    wrong_must_help="A figure or a name, with | between alternatives: three months|3 months. May be left empty.",
    wrong_send="Keep for the next evaluation",
    wrong_cancel="Cancel",
    wrong_kept="Kept. “clausier eval reported” asks this question again.",
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
    absent="Not in the contract",
    ambiguous="Which one?",
    legal_advice="Legal advice",
    out_of_scope="Not about a contract",
    nearest="Nearest clauses",
    nearest_words="The nearest words, for you to judge",
    ask_in="Ask in {contract}",
    page="p. {page}",
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
    no_picture="This format has no pages to show; here is the clause as text, the cited words marked.",
    empty_title="No contract yet",
    empty_text="Add your signed contracts with their annexes and amendments, or look around first with two invented "
    "families of contracts, one in English and one in French.",
    go_to_contracts="Add contracts",
    load_samples="Load the sample contracts",
    samples_help="Takes a minute or two: every page is read, cut into clauses and made searchable.",
    add_title="Add documents",
    files="PDF, Word and other text documents, messages or zip archives",
    files_help="Up to {count} files of {size} MB each. They stay on this machine.",
    family="Contract they belong to",
    family_help="Choose a contract, or type the name of a new one.",
    add="Add",
    adding="{name}: {stage}",
    need_family="Choose the contract that the files belong to, or type a name for a new one.",
    too_many="Expected at most {count} files at a time, got {got}; add them in several goes.",
    too_large="Expected files of at most {size} MB, but {name} is larger; split it or make it smaller.",
    preparing="Reading the files…",
    stages={
        "reading": "reading",
        "recognising": "recognising the words of a picture",
        "splitting": "finding the clauses",
        "embedding": "making it searchable",
        "storing": "storing",
        "done": "done",
    },
    counts="{pages} pages, {clauses} clauses",
    status_added="added",
    status_unchanged="already there",
    status_failed="not added",
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
    months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    day="{day} {month} {year}",
    tagline="Interrogez votre contrat. Chaque réponse montre la clause, la page et les mots.",
    sign_in="Se connecter",
    sign_in_text="Connectez-vous pour voir les contrats auxquels vous avez accès.",
    sign_in_first="Une personne connectée est attendue ; connectez-vous d'abord.",
    sign_in_unset="Des règles d'accès sont définies, mais aucun fournisseur d'identité ; voyez la page sur l'accès dans la documentation.",
    sign_out="Se déconnecter",
    nothing_seen="Vous n'avez encore accès à aucun contrat. Adressez-vous au responsable de ce service.",
    not_yours="Le nom d'un contrat que vous pouvez modifier est attendu ; choisissez-le dans la liste, ou demandez l'accès.",
    ask="Questions",
    contracts="Contrats",
    contract="Contrat",
    any_contract="Tous les contrats",
    ask_placeholder="Posez votre question avec vos mots, en français ou en anglais",
    first_questions_title="Pour commencer",
    first_questions=(
        "Sous quel délai un incident critique doit-il être pris en compte ?",
        "Que se passe-t-il quand un niveau de service n'est pas tenu ?",
        "Quel préavis faut-il pour mettre fin au contrat ?",
        "Que doit remettre le prestataire à la fin du contrat ?",
    ),
    thinking="Recherche dans les clauses…",
    start_again="Recommencer",
    in_contract="D'après {contract}",
    as_of="À la date du",
    as_of_help="Les réponses valent à cette date, avec les avenants alors en vigueur.",
    read_as="Compris comme : {question}",
    stands="{title}, à compter du {day}",
    amended_by="modifié par {titles}",
    to_come="{title} prend effet le {day}",
    until="jusqu’au {day}",
    unsigned="Aucune date de signature trouvée dans : {titles}.",
    from_clause="tiré de {clause}",
    conversations="Conversations",
    conversations_search="Chercher dans les questions et les réponses",
    conversations_none="Rien encore. Ce que vous demandez est gardé ici, avec ses citations.",
    conversation="{title} · {day}",
    export_markdown="Exporter en Markdown",
    export_pdf="Exporter en PDF",
    wrong="C'est faux",
    wrong_title="Quelle aurait été la bonne réponse ?",
    wrong_contract="Contrat visé",
    wrong_answer="La bonne réponse",
    wrong_answer_help="En une phrase, avec vos mots. Facultatif.",
    wrong_evidence="Les mots du contrat qui le disent",
    wrong_evidence_help="Copiés de l'original ; une ligne vide entre deux citations. À laisser vide si le contrat n'en dit rien.",
    wrong_document="Document",
    wrong_anywhere="Là où ces mots se trouvent",
    wrong_must="Ce que doit contenir une bonne réponse",
    wrong_must_help="Un chiffre ou un nom, avec | entre les variantes : trois mois|3 mois. Facultatif.",
    wrong_send="Garder pour la prochaine évaluation",
    wrong_cancel="Annuler",
    wrong_kept="C'est noté. « clausier eval reported » reposera cette question.",
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
    absent="Absent du contrat",
    ambiguous="Lequel ?",
    legal_advice="Avis juridique",
    out_of_scope="Hors sujet",
    nearest="Clauses les plus proches",
    nearest_words="Les mots les plus proches, à vous d'en juger",
    ask_in="Demander dans {contract}",
    page="p. {page}",
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
    no_picture="Ce format n'a pas de pages à montrer ; voici le texte de la clause, les mots cités surlignés.",
    empty_title="Aucun contrat pour l'instant",
    empty_text="Ajoutez vos contrats signés avec leurs annexes et avenants, ou faites d'abord un tour avec deux familles "
    "de contrats fictives, l'une en anglais, l'autre en français.",
    go_to_contracts="Ajouter des contrats",
    load_samples="Charger les contrats d'exemple",
    samples_help="Compter une à deux minutes : chaque page est lue, découpée en clauses et indexée.",
    add_title="Ajouter des documents",
    files="Fichiers PDF, Word et autres textes, messages ou archives zip",
    files_help="Jusqu'à {count} fichiers de {size} Mo chacun. Ils restent sur cette machine.",
    family="Contrat auquel ils appartiennent",
    family_help="Choisissez un contrat, ou saisissez le nom d'un nouveau.",
    add="Ajouter",
    adding="{name} : {stage}",
    need_family="Choisissez le contrat auquel appartiennent les fichiers, ou saisissez un nouveau nom.",
    too_many="{count} fichiers au plus à la fois, {got} reçus ; ajoutez-les en plusieurs fois.",
    too_large="Fichiers de {size} Mo au plus, mais {name} dépasse cette taille ; scindez-le ou réduisez-le.",
    preparing="Lecture des fichiers…",
    stages={
        "reading": "lecture",
        "recognising": "reconnaissance du texte d’une image",
        "splitting": "découpage en clauses",
        "embedding": "indexation",
        "storing": "enregistrement",
        "done": "terminé",
    },
    counts="{pages} pages, {clauses} clauses",
    status_added="ajouté",
    status_unchanged="déjà présent",
    status_failed="non ajouté",
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
