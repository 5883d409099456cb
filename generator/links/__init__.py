"""The link checker: is every link alive, and does it lead to what the entry says."""
