"""Where quoted words stand: clause, page, neighbours and the picture of the page."""
