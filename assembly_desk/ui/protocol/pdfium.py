"""The pages of a PDF as pictures. Threads crash pdfium: all of it runs behind one lock, on one thread."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

POINTS = 72
"""Points of a PDF in an inch."""

Size = tuple[float, float]
Made = TypeVar("Made")

_LOCK = Lock()
THREAD = ThreadPoolExecutor(1, "pdfium")
"""The one thread."""


def on_its_thread(work: Callable[[], Made]) -> "Future[Made]":
    """Let the one thread do it. What it gets and gives back holds nothing of pdfium."""
    return THREAD.submit(work)


@contextmanager
def _opened(data: bytes) -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument  # when the first page is looked at: a start does without

    with _LOCK, closing(PdfDocument(data)) as document:
        document.init_forms()  # the cards in signature fields
        yield document


def page_sizes(data: bytes) -> tuple[Size, ...]:
    """Width and height of each page, in points. Only on its thread."""
    with _opened(data) as document:
        sizes = []
        for number in range(len(document)):
            with closing(document[number]) as page:
                sizes.append(page.get_size())
        return tuple(sizes)


def page_picture(data: bytes, number: int, dots_per_inch: float) -> QImage:
    """The page of that number, from 0, as it prints at that resolution. Only on its thread."""
    with _opened(data) as document, closing(document[number]) as page:
        bitmap = page.render(scale=dots_per_inch / POINTS, prefer_bgrx=True)
        with closing(bitmap):
            raw = bytes(bitmap.buffer)
            shown = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            picture = shown.copy()
    picture.setDotsPerMeterX(round(dots_per_inch / 0.0254))
    picture.setDotsPerMeterY(round(dots_per_inch / 0.0254))
    return picture
