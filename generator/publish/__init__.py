"""What the workflows do on GitHub: one comment, one standing issue, bot commits and pull requests.

Each thing is found again by a marker, so that running twice changes nothing.
"""
