"""From entry files to a README, a website and open data."""
