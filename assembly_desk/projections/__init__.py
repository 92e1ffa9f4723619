"""Projections: pure functions from the state to what one screen or one sheet shows."""
