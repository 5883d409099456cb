"""One entry: its model and fields, identifiers, names, vocabularies and layout."""
