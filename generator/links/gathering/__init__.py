"""The links of the list, in entries and in handwritten pages, each with the service that knows it."""
