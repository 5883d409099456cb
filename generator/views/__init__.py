"""What outputs show of a catalog: entries sorted, grouped, linked, related and counted."""
