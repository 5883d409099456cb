"""The commands of `medvlm`: a thin module each with `add_arguments` and `run`, loaded when asked for."""
