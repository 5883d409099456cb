"""The services that know, one module each; none of them writes or prints."""
