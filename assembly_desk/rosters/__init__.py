"""Rosters, read and written: what the command line and the window do alike."""
