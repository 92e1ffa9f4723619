"""Remake the hashed locks from pyproject.toml. For maintainers; needs uv on the path (`pip install uv`).

    python3 packaging/lock.py              keeps the locked versions that pyproject.toml still allows
    python3 packaging/lock.py --upgrade    takes the newest that it allows

The development lock holds every package of the run lock in the same version, so one environment serves both.
Both hold for Linux, Windows and macOS, wheels only, and name no index: the reader's pip knows where to look.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--only-binary", ":all:", "--generate-hashes"]
PLAIN = ["--no-header", "--no-annotate", "pyproject.toml"]


def main(arguments: list[str]) -> int:
    """Write packaging/run.lock, then packaging/dev.lock with the versions of the first."""
    run = [*COMPILE, *PLAIN, "--output-file", "packaging/run.lock", *arguments]
    dev = [*COMPILE, *PLAIN, "--group", "dev", "--constraint", "packaging/run.lock"]
    dev += ["--output-file", "packaging/dev.lock", *arguments]
    return subprocess.call(run, cwd=ROOT) or subprocess.call(dev, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
