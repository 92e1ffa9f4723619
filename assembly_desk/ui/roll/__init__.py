"""The registration page: one box for search and for a badge scanner, the list, the quorum."""
