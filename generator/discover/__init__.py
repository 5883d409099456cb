"""Find new works that may belong into the list, rank them, and report them to a maintainer."""
