"""Preparation: the sitting, its agenda, and what is still missing."""
