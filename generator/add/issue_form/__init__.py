"""The issue form: its answers, as people write them, become a draft."""
