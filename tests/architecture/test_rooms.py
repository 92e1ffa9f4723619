"""The rooms of the house: who may import whom, and which room alone sees a library."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "assembly_desk"
DOMAIN = sorted((PACKAGE / "domain").rglob("*.py"))
IMPURE = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
FORBIDDEN_IN_DOMAIN = {
    *(
        "asyncio",
        "gettext",
        "io",
        "locale",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
    ),
    *("shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid"),
}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the first name of all that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


def test_the_contracts_of_import_linter_hold() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_place() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    placed = {room.strip(" ()") for layer in layers for room in layer.split("|")}
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert rooms - {"__init__", "__main__"} <= placed


@pytest.mark.parametrize("module", DOMAIN, ids=lambda path: path.stem)
def test_the_domain_is_pure(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = set(imported(tree))
    assert names <= sys.stdlib_module_names | {"assembly_desk"}, "the domain needs the standard library alone"
    assert not names & FORBIDDEN_IN_DOMAIN, "the domain knows no clock, no chance and no files"
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not {call for call in calls if call in IMPURE | {"open", "print", "input"}}


def test_no_module_is_longer_than_one_can_hold_in_mind() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 400} == {}
