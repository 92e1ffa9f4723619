"""What a fresh checkout relies on: the locks, the start command, the shipped files."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: (ROOT / "packaging" / f"{name}.lock").read_text(encoding="utf-8") for name in ("run", "dev")}
TOLD = [
    *ROOT.glob("*.md"),
    *ROOT.glob("packaging/*.md"),
    *ROOT.glob("packaging/*.lock"),
    ROOT / "pyproject.toml",
]


def pins(lock: str) -> dict[str, str]:
    """Return each package of a lock with its version and marker."""
    return dict(re.findall(r"^([\w.-]+)==([^\\\n]+?) *\\?$", lock, flags=re.MULTILINE))


def test_the_development_lock_holds_the_run_lock() -> None:
    assert len(pins(LOCKS["run"])) > 20
    assert pins(LOCKS["run"]).items() <= pins(LOCKS["dev"]).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_named_by_version_and_hash(lock: str) -> None:
    for requirement in LOCKS[lock].replace("\\\n", "").strip().splitlines():
        assert re.match(r"[\w.-]+==\S+ ", requirement)
        assert "--hash=sha256:" in requirement


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_no_registry_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://\S*/(simple|packages)\b|--(extra-)?index-url|--find-links|file://", text)


def test_the_wheel_carries_the_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    files = [
        path for path in (ROOT / "resources").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert len(files) > 8
    assert {
        f"assembly_desk/_resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in files
    } <= shipped


def test_an_unknown_command_is_answered_with_the_three_that_there_are() -> None:
    desk = [sys.executable, str(ROOT / "packaging" / "desk.py"), "play"]
    done = subprocess.run(desk, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(f"desk.py {command}" in done.stdout for command in ("run", "test", "bench"))


def test_the_program_as_it_is_set_up_reads_a_spreadsheet(tmp_path: Path) -> None:
    """A spreadsheet is read by a process of its own, which reads the program's script once more."""
    named = importlib.util.spec_from_file_location("desk_set_up", ROOT / "packaging" / "desk.py")
    assert named is not None
    assert named.loader is not None
    desk = importlib.util.module_from_spec(named)
    named.loader.exec_module(desk)
    script = tmp_path / "assembly-desk"
    script.write_text(desk.program_script(sys.executable), encoding="utf-8")
    script.chmod(0o755)
    roster = ROOT / "resources" / "samples" / "council-84.xlsx"
    command = [str(script), "members", "import", str(roster), "--database", str(tmp_path / "r.db")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["added"] == 84
