"""The file of a new entry: a draft with its venue, suggested terms and comments on what is left to do."""
