"""`python -m assembly_desk.cli`: the same as `assembly-desk`."""

import sys

from assembly_desk.cli import main

if __name__ == "__main__":
    sys.exit(main())
