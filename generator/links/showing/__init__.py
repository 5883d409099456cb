"""What the site shows of links and works: read from files, asking nobody."""
