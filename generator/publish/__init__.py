"""What the workflows write on GitHub: one comment, one tracking issue, bot commits and pull requests.

Each text is found again by a marker, so a second run changes nothing.
"""
