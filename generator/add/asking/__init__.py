"""Questions to services: a draft is completed by its identifier, its title or its repository."""
