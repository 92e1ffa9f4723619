"""The papers of a sitting, made, signed and examined: what the command line and the window do alike."""
