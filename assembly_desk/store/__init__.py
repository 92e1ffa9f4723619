"""The journals on a disk: one SQLite file, its versions, its lock, its copies."""
