"""One entry: its model, fields, identifiers, names, vocabularies and file layout."""
