from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

class Flowable:
    canv: Any
    width: float
    height: float
    def __init__(self) -> None: ...
    def wrap(self, available_width: float, available_height: float, /) -> tuple[float, float]: ...
    def split(self, available_width: float, available_height: float, /) -> list[Flowable]: ...
    def draw(self) -> None: ...
    def drawOn(self, canvas: Canvas, x: float, y: float) -> None: ...
    def wrapOn(self, canvas: Canvas, width: float, height: float) -> tuple[float, float]: ...
    def getSpaceBefore(self) -> float: ...
    def getSpaceAfter(self) -> float: ...
    def getKeepWithNext(self) -> int: ...

class Paragraph(Flowable):
    def __init__(self, text: str, style: ParagraphStyle, bulletText: str | None = None) -> None: ...

class Spacer(Flowable):
    def __init__(self, width: float, height: float) -> None: ...

class HRFlowable(Flowable):
    def __init__(
        self,
        width: float,
        thickness: float,
        lineCap: str = "round",
        color: Color = ...,
        spaceBefore: float = 1,
        spaceAfter: float = 1,
    ) -> None: ...

class KeepTogether(Flowable):
    def __init__(self, flowables: Sequence[Flowable]) -> None: ...

class PageBreak(Flowable):
    def __init__(self) -> None: ...

class CondPageBreak(Flowable):
    def __init__(self, height: float) -> None: ...

class FrameBreak(Flowable):
    def __init__(self) -> None: ...

class NextPageTemplate(Flowable):
    def __init__(self, pt: str) -> None: ...

Command = tuple[object, ...]

class TableStyle:
    def __init__(self, cmds: Sequence[Command]) -> None: ...
    def getCommands(self) -> list[Command]: ...

class Table(Flowable):
    def __init__(
        self,
        data: Sequence[Sequence[str | Flowable | Sequence[Flowable]]],
        colWidths: Sequence[float] | None = None,
        rowHeights: Sequence[float | None] | None = None,
        style: TableStyle | None = None,
    ) -> None: ...

class Frame:
    def __init__(
        self,
        x1: float,
        y1: float,
        width: float,
        height: float,
        leftPadding: float = 6,
        bottomPadding: float = 6,
        rightPadding: float = 6,
        topPadding: float = 6,
        id: str | None = None,
    ) -> None: ...

class PageTemplate:
    id: str
    def __init__(
        self, id: str, frames: Sequence[Frame], onPage: Callable[[Any, Any], None] = ...
    ) -> None: ...

class BaseDocTemplate:
    def __init__(self, filename: BinaryIO, **options: object) -> None: ...
    def addPageTemplates(self, pageTemplates: Sequence[PageTemplate]) -> None: ...
    def build(self, flowables: list[Flowable], canvasmaker: Callable[..., Canvas]) -> None: ...
