"""Find new works that may belong in the list, rank them, and report them to a maintainer."""
