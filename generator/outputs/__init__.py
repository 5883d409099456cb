"""The formats in which a catalog is published: README.md, the open data, the website, the field reference."""
