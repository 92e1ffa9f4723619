"""The record: the votes and the entries of the sitting, what became of them, and how they are put right."""
