"""What every test has: two screens and no need of a display.

The desk's laptop is the primary screen and the hall's projector stands to its right, as at a sitting. Qt
sorts screens by name and reads the platform once, so this is set before anything imports PySide6. A worker
of pytest-xdist inherits it.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a slow machine fails no test
settings.load_profile("unhurried")

SCREENS = [
    {"name": "1-LAPTOP", "x": 0, "y": 0, "width": 1440, "height": 900},
    {"name": "2-HALL", "x": 1440, "y": 0, "width": 1920, "height": 1080},
]
SHARP = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a longer run kill the program more often."""
    parser.addoption(
        "--kills", type=int, default=20, help="how often a kill test kills the program (default: 20)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Give Qt the two screens, unless the caller chose another platform."""
    folder = tempfile.TemporaryDirectory(prefix="assembly-desk-screens-")
    config.add_cleanup(folder.cleanup)
    os.environ["XDG_CONFIG_HOME"] = folder.name  # nobody's own settings are read or changed
    if "QT_QPA_PLATFORM" in os.environ:
        return
    screens = Path(folder.name, "screens.json")
    screens.write_text(json.dumps({"screens": [screen | SHARP for screen in SCREENS]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How often a kill test kills the program."""
    times = request.config.getoption("--kills")
    assert isinstance(times, int)
    return times
