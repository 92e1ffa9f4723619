"""The settings: language, look, size of letters, screens."""
