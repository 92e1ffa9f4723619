"""Assembly Desk: runs, records and proves the sittings of an assembly."""
