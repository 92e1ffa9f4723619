"""Where the files that the program reads at run time lie: fonts, icons, rules, samples, words."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (
    _PACKAGE / "_resources",  # installed: inside the package
    _PACKAGE.parent / "resources",  # a source tree, and a frozen program: beside the package
)


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under `resources`: `resource("fonts", "NotoSans-Regular.ttf")`.

    FileNotFoundError when there is none: the installation is then incomplete.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the installation lacks resources/{'/'.join(parts)}")
