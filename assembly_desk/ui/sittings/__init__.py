"""The sittings: past ones, the one that is running, a new one."""
