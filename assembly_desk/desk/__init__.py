"""The one door: a command is decided, recorded, folded and told to everyone who listens."""
