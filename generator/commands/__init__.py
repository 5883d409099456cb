"""The commands of `medvlm`: one thin module each, with `add_arguments` and `run`, loaded when it runs."""
