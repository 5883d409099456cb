"""Learn from the catalog's entries which terms a text deserves, with calibrated confidences."""
