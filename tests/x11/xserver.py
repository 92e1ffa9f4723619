"""A real X server for the few things that only real windows, keyboards and monitors can show."""

import ctypes
import json
import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATIENCE = 20.0  # seconds, only to fail instead of hanging


class Screen:
    """An X server of its own, and its tools."""

    def __init__(self, number: str) -> None:
        self.env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self.env["PYTHONPATH"] = str(ROOT)

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
        return done.stdout

    def layout(self, layout: str, *options: str) -> None:
        self.run("setxkbmap", "-layout", layout, "-option", "", *options)

    def press(self, *codes: int | str, delay: int = 60) -> None:
        """Press keys by their code, so many milliseconds apart."""
        self.run("xdotool", "key", "--delay", str(delay), *map(str, codes))

    def strike(self, *codes: int) -> None:
        """Press keys as a keyboard does: in the layout's group that is on, which xdotool would switch off."""
        x11, test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        display = ctypes.c_void_p(x11.XOpenDisplay(self.env["DISPLAY"].encode()))
        for code in codes:
            for down in (1, 0):
                test.XTestFakeKeyEvent(display, code, down, 0)
        x11.XSync(display, 0)
        x11.XCloseDisplay(display)


class Program:
    """A small program with a window, in a process of its own, that prints JSON lines."""

    def __init__(self, screen: Screen, script: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", str(HERE / script)],
            env=screen.env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.rest = b""

    def heard(self) -> Any:
        """The next line that it prints."""
        assert self.process.stdout is not None
        while b"\n" not in self.rest:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, "the program says nothing more"
            read = os.read(self.process.stdout.fileno(), 65536)
            assert read, f"the program ended: {self.process.wait()}"
            self.rest += read
        line, _, self.rest = self.rest.partition(b"\n")
        return json.loads(line)

    def until(self, wanted: Callable[[Any], bool]) -> Any:
        """The first line that is as wanted."""
        while not wanted(line := self.heard()):
            pass
        return line

    def end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdin.close()
        self.process.stdout.close()
