"""The comment on a pull request: what the change does, found as data and then put into words."""
