"""GitHub and git: calls, texts and addresses, and one comment, issue or pull request that is kept."""
