"""Reading one YAML file without trust: plain data, or problems with their place."""
