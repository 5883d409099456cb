"""New entries: from an identifier, a bibliography or an issue's text to a file in the one layout."""
