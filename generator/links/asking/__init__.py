"""How services are asked: their description, their pace, the client that sends requests, all side by side."""
