import pytest

from ingest.document import Clause, Span
from ingest.titles import find_title


def clause(number, heading):
    return Clause("c1", number, heading, 1, None, Span(0, 10), 1)


@pytest.mark.parametrize(
    ("metadata", "clauses", "text", "title"),
    [
        ("Framework Agreement", [], "The Framework\nAgreement\nbetween two parties", "Framework Agreement"),
        ("Microsoft Word - draft7", [clause(None, "Hosting Agreement")], "Hosting Agreement", "Hosting Agreement"),
        (None, [clause("Annexe 2", "Réversibilité")], "Annexe 2 – Réversibilité", "Annexe 2 Réversibilité"),
        (None, [clause("1", "Scope")], "Contrat-cadre de services\n1. Scope", "Contrat-cadre de services"),
        (None, [clause("Exhibit 10", None)], "Exhibit 10\nHosting Agreement", "Hosting Agreement"),
        (None, [clause("Exhibit 10.17", "HOSTING AGREEMENT")], "", "HOSTING AGREEMENT"),
        (
            None,
            [clause("EXHIBIT 10.5", "CORVANE INC")],
            "EXHIBIT 10.5\nCORVANE INC\nHOSTING AGREEMENT",
            "HOSTING AGREEMENT",
        ),
        (None, [clause("Exhibit 10(l)", "(LOGO)")], "Exhibit 10(l)\n(LOGO)\nSupport Agreement", "Support Agreement"),
        (None, [clause("Exhibit B", "Service Levels")], "Exhibit B\nService Levels", "Exhibit B Service Levels"),
        (None, [], "Under this Hosting Agreement between\nHosting Agreement", "Hosting Agreement"),
        (None, [], "HOSTING AGREEMENT -----------", "HOSTING AGREEMENT"),
        ("dsfsdf", [clause("1", "Scope")], "1. Scope", "file"),
    ],
)
def test_a_title_is_taken_from_where_the_document_says_it(metadata, clauses, text, title):
    assert find_title(metadata, clauses, text, "file") == title
