"""The providers, a module for each service, which ask it about ids; none of them writes files or prints."""
