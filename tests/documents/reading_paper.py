"""What a reader finds in a PDF: its words as a stranger's program extracts them, and where they stand."""

import re
import subprocess
from pathlib import Path

from assembly_desk.documents import Choice, Kind, PaperLanguage, document
from tests.told_sittings import Teller

WORD = re.compile(
    r'<page width="(?P<width>[\d.]+)"|<word xMin="(?P<left>[\d.-]+)" yMin="(?P<top>[\d.-]+)" '
    r'xMax="(?P<right>[\d.-]+)" yMax="(?P<bottom>[\d.-]+)">(?P<word>.*?)</word>'
)


def paper(
    told: Teller,
    kind: Kind = "protocol",
    language: PaperLanguage = "kk",
    vote: int | None = None,
    *,
    item: str | None = None,
    short: bool = False,
    chosen: Choice | None = None,
) -> bytes:
    """The paper of that sitting."""
    opened = told.opened
    return document(
        kind,
        opened.state,
        language=language,
        journal=told.journal,
        head=opened.head,
        entries=opened.entries,
        chosen=chosen or Choice(vote=vote, item=item, short=short),
    )


def text_of(pdf: bytes, *options: str) -> str:
    """The text that pdftotext finds."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, in single spaces."""
    return [" ".join(page.split()) for page in text_of(pdf).split("\f")[:-1]]


def body_of(pdf: bytes, *options: str) -> str:
    """The text between what stands at the top and at the foot of every page."""
    return text_of(pdf, *options, "-x", "0", "-y", "54", "-W", "596", "-H", "735")


def squashed(text: str) -> str:
    """The text without spaces: two texts that differ in line breaks alone are the same."""
    return "".join(text.split())


def words_on_pages(pdf: bytes, folder: Path) -> list[tuple[int, float, float, float, float, str]]:
    """Every word with its page and its box, in points from the top left."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    found, page = [], 0
    boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    for match in WORD.finditer(boxes.stdout.decode()):
        if match["width"]:
            page += 1
        else:
            left, top, right, bottom = (float(match[side]) for side in ("left", "top", "right", "bottom"))
            found.append((page, left, top, right, bottom, match["word"]))
    return found
