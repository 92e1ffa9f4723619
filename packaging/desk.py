#!/usr/bin/env python3
"""Start the program, its tests or its measurements from a fresh checkout.

    python3 packaging/desk.py run      the demo sitting of the Council, in a window if there is a display
    python3 packaging/desk.py test     the checks and the tests; what follows goes to pytest
    python3 packaging/desk.py bench    the measurements

The first time it makes .venv from the hashed locks beside this file, and installs or names the system
packages that are missing. It needs Python 3.11 and its standard library, nothing else.
"""

import sys

if sys.version_info < (3, 11):  # before anything that an older Python cannot read
    sys.exit(
        "desk: Python 3.11 or newer is needed, and this is Python %d.%d; start this file with a newer one."
        % sys.version_info[:2]
    )

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "packaging" / "run.lock", "dev": ROOT / "packaging" / "dev.lock"}

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_TOOLS = {
    "pdfsig": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfdetach": "poppler-utils",
    "certutil": "libnss3-tools",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "xrandr": "x11-xserver-utils",
}
CHECKS: dict[str, list[str | Path]] = {
    "Format": [BIN / "ruff", "format", "--check", "."],
    "Lint": [BIN / "ruff", "check", "."],
    "Types": [PYTHON, "-m", "mypy"],
    "Rooms": [BIN / "lint-imports"],
}


class SetUpError(Exception):
    """Why nothing was started, in one sentence."""


def say(sentence: str) -> None:
    """Tell the reader what happens now, apart from what the program itself prints."""
    print("desk: " + sentence, file=sys.stderr, flush=True)


def quietly(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command whose output is of interest only when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def last_line(output: str) -> str:
    """Return the line in which a command says why it failed."""
    return (output.strip() or "no reason given").splitlines()[-1]


def headless() -> bool:
    """Whether a Linux machine has no display to put a window on."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not display


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(command: str) -> dict[str, str]:
    """Return what the system lacks for this command, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    libraries = dict(QT_LIBRARIES)
    if command == "test" or os.environ.get("DISPLAY"):
        libraries |= X11_LIBRARIES
    if os.environ.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND_LIBRARIES
    missing = {name: package for name, package in libraries.items() if not loads(name)}
    if command == "test":
        missing |= {name: package for name, package in TEST_TOOLS.items() if not shutil.which(name)}
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = "python3-venv"
    return missing


def provide(missing: dict[str, str]) -> None:
    """Install all that is missing, or name the one command that does."""
    if not missing:
        return
    packages = sorted(set(missing.values()))
    command = ["apt-get", "install", "--no-install-recommends", "--yes", *packages]
    if not shutil.which("apt-get"):
        raise SetUpError(
            f"this system lacks {', '.join(missing)}; install them (Debian: {' '.join(packages)})."
        )
    if os.geteuid() != 0:
        needed = f"sudo {shlex.join(command)}"
        raise SetUpError(
            f"some system packages are missing; run this once, then start again:\n\n    {needed}\n"
        )
    say(f"installing the system packages {', '.join(packages)}.")
    quietly("apt-get", "update")
    done = quietly(*command)
    if done.returncode:
        why = next(
            (line[3:] for line in done.stdout.splitlines() if line.startswith("E: ")), "no reason given"
        )
        raise SetUpError(f"the system packages {', '.join(packages)} could not be installed: {why}")


def fingerprints() -> dict[str, str]:
    """Return what each lock, this Python and this place come to: another one means another environment."""
    place = f"{sys.implementation.cache_tag} {VENV}".encode()  # a Python's security updates change neither
    run = hashlib.sha256(place + LOCKS["run"].read_bytes())
    dev = run.copy()
    dev.update(LOCKS["dev"].read_bytes())
    return {"run": run.hexdigest(), "dev": dev.hexdigest()}


def stamp(lock: str) -> Path:
    """Return the file that is written last, when everything of this lock is in place."""
    return VENV / f"{lock}.stamp"


def stamped(lock: str) -> bool:
    """Whether the environment holds exactly this lock."""
    return PYTHON.exists() and stamp(lock).exists() and stamp(lock).read_text() == fingerprints()[lock]


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one process at a time make the environment; a killed one leaves no lock behind.

    SQLite's lock is the one in the standard library that works on every system.
    """
    if not os.access(ROOT, os.W_OK):
        raise SetUpError(f"{ROOT} cannot be written to, and the program's environment has to be made there.")
    door = sqlite3.connect(ROOT / ".venv.lock", timeout=1800, isolation_level=None)
    with contextlib.closing(door):
        door.execute("BEGIN EXCLUSIVE")
        yield


def install(lock: str) -> None:
    """Install a lock with pip, whose noise is shown as one sentence and only when it fails."""
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        "--quiet",
    ]
    done = quietly(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCKS[lock])
    if done.returncode == 0:
        return
    if re.search(
        "NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|NameResolution|SSLError", done.stdout
    ):
        raise SetUpError(
            "the package index cannot be reached; the first start needs the network, later ones do not."
        )
    errors = [line.removeprefix("ERROR: ") for line in done.stdout.splitlines() if line.startswith("ERROR: ")]
    raise SetUpError(
        f"the packages could not be installed: {errors[0] if errors else last_line(done.stdout)}"
    )


def make_environment() -> None:
    """Make .venv anew, without packages: this source tree on its path, and the command `assembly-desk`."""
    for lock in LOCKS:
        stamp(lock).unlink(missing_ok=True)
    base = getattr(sys, "_base_executable", sys.executable)  # never the one that --clear is about to delete
    made = quietly(base, "-m", "venv", "--clear", VENV)
    if made.returncode:
        raise SetUpError(f"{VENV} could not be made: {last_line(made.stdout)}")
    packages = quietly(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    Path(packages, "assembly_desk.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    script = BIN / "assembly-desk"
    script.write_text(program_script(PYTHON), encoding="utf-8")
    script.chmod(0o755)


def program_script(python: str | Path) -> str:
    """What starts the program with that Python; a process that it spawns reads it too, and starts nothing."""
    return (
        # The shell reads the second line, and Python sees a string in it: a path may be long or hold spaces.
        f"#!/bin/sh\n'''exec' {shlex.quote(str(python))} \"$0\" \"$@\"\n' '''\n"
        "import sys\n\nfrom assembly_desk.cli import main\n\n"
        'if __name__ == "__main__":\n    sys.exit(main())\n'
    )


def prepare(lock: str) -> None:
    """See that .venv holds the lock; the development lock goes on top of the run lock, which it contains."""
    if stamped(lock):
        return
    with alone():
        if stamped(lock):  # another process has just done it
            return
        say(f"setting up {VENV} for `{lock}`; this takes about a minute, and only the first time.")
        if not stamped("run") or stamp(lock).exists():
            make_environment()
        install(lock)
        loaded = quietly(PYTHON, "-c", "import PySide6.QtWidgets")
        if loaded.returncode:
            raise SetUpError(f"Qt cannot start here: {last_line(loaded.stdout)}")
        for name in ("run", lock):  # last: a set-up that was killed is begun again
            stamp(name).write_text(fingerprints()[name])


def start(arguments: list[str]) -> int:
    """Become the program: signals and the exit code are its own."""
    environment = dict(os.environ)
    if headless():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        say("there is no display: the sitting is played without a window.")
    command = [str(PYTHON), str(BIN / "assembly-desk"), "demo", "council", *arguments]
    if os.name == "posix":
        os.execve(PYTHON, command, environment)
    return subprocess.call(command, env=environment)


def check(arguments: list[str]) -> int:
    """Run the checks and the tests up to the first that fails; pytest's summary is the last line."""
    tests: list[str | Path] = [PYTHON, "-m", "pytest", *(arguments or ["-n", "auto"])]
    for heading, command in {**CHECKS, "Tests": tests}.items():
        print(f"\n== {heading}", flush=True)
        code = subprocess.call(command, cwd=ROOT)
        if code:
            return code
    return 0


def main(arguments: list[str]) -> int:
    """Carry out one of the three commands, or say in one sentence why it cannot be done."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("run", "test", "bench"):
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    try:
        provide(missing_packages(command))
        prepare("run" if command == "run" else "dev")
        if command == "run":
            return start(rest)
        if command == "test":
            return check(rest)
        return subprocess.call([PYTHON, ROOT / "packaging" / "bench" / "run.py", *rest], cwd=ROOT)
    except (SetUpError, OSError, sqlite3.Error) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
