"""Printed numbers: which belong together, how they are compared and ranked, and where they are printed."""
