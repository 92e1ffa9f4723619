"""Folding: a state and the next entry give the next state. It never refuses, and knows no clock or rule."""

from assembly_desk.domain.evolve.fold import NoSitting, evolve, fold, fold_register, is_undoable

__all__ = ["NoSitting", "evolve", "fold", "fold_register", "is_undoable"]
