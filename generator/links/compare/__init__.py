"""Compare what a link leads to with the entry, and judge the link: no requests."""
