"""Read one YAML file that is not trusted: the result is plain data, or problems with their places."""
