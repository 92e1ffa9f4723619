"""Codes and figures become sentences, in three languages, for screens, hall, papers and commands alike."""
