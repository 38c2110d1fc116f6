"""Which clause, document, party or contract a text names."""
