"""Put values into texts of one format, escaped for that format."""
