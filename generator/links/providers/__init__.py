"""The clients of the services, one module each; none of them writes files or prints."""
