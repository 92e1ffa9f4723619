"""Assembly Desk: runs, records and proves the sittings of an assembly."""

__version__ = "0.1.0"
