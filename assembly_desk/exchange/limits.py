"""How much of a stranger's file is read. A roster of the Assembly is a hundredth of each."""

FILE_BYTES = 10_000_000
UNPACKED_BYTES = 60_000_000
PARTS = 300
ROWS = 20_000
COLUMNS = 60
CELL = 500  # characters

SECONDS = 10
MEMORY_BYTES = 1_500_000_000  # of address space in the reading process, shared libraries included
