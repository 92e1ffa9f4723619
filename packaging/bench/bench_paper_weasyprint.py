"""Makes a PDF of an HTML file with WeasyPrint, in a process of its own, and prints the seconds it took."""

import importlib
import sys
import time


def main(page: str, output: str) -> None:
    """Make the paper, which alone is timed. This runs in an environment that has WeasyPrint and no more."""
    weasyprint = importlib.import_module("weasyprint")
    began = time.perf_counter()
    weasyprint.HTML(filename=page).write_pdf(output)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
