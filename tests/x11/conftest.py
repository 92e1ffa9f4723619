"""A laptop with a projector to its right, on a real X server."""

import os
import subprocess
from collections.abc import Callable, Iterator

import pytest

from tests.x11.xserver import PATIENCE, Program, Screen


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A laptop with a projector to its right."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3286x1080x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()  # it writes once it answers
    try:
        assert number, "Xvfb did not start"
        started = Screen(number)
        started.run("xrandr", "--setmonitor", "1-LAPTOP", "1366/361x768/203+0+0", "screen")
        yield started
    finally:
        server.terminate()
        server.wait(PATIENCE)


@pytest.fixture
def program(screen: Screen) -> Iterator[Callable[[str], Program]]:
    """Start a small program; it ends with the test."""
    started: list[Program] = []

    def start(script: str) -> Program:
        started.append(Program(screen, script))
        return started[-1]

    yield start
    for one in started:
        one.end()
