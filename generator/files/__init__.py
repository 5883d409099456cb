"""Files: inside the project no link is followed; others are those that a person names."""
