"""What is known of links between runs: the state of each, what was observed, and how a run updates it."""
