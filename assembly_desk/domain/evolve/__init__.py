"""Folding: a state and the next entry give the next state. Total: it never refuses, knows no clock and no rule."""

from assembly_desk.domain.evolve.fold import NoSitting, evolve, fold, fold_register, is_undoable

__all__ = ["NoSitting", "evolve", "fold", "fold_register", "is_undoable"]
