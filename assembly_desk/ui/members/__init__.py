"""The members of the Assembly, whatever sitting is held: find, add, change, import."""
