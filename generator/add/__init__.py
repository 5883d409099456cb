"""New entries: from an identifier, a bibliography or the text of an issue to a file in the one layout."""
