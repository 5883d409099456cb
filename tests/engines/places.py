"""Where things are on the pages: the selectors and names that all tests of engines use."""

# Browse
SEARCH = "Search the list"
SEARCH_FORM = "#browse-find"
COUNT = "#browse-count"
FILTERS = "#browse-facets"
FIRST_CARD = "#browse-cards .card"
CARD_TITLES = "#browse-cards .card-title"
STATUS = "[role=status]"

# Tables
HEAD = "table.comparable thead"
ROWS = "table.comparable tbody"
ROW_NAMES = "table.comparable tbody th"
SELECTION = "#finder-bar"
COMPARED = "#comparison[open] thead th a"

# Contribute
CONTRIBUTE_READY = "form[data-ready]"
PASTE_BOX = "arXiv id, DOI, address, title, BibTeX or RIS"
STATE = "#contribute-state"
YAML = "#contribute-yaml"
PROBLEM_OF_ARXIV = "#problem-arxiv"

# An entry
CITATION = "[aria-labelledby=cite]"
