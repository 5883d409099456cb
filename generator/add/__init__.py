"""New entries: from an identifier, a bibliography or the text of an issue to an entry file."""
