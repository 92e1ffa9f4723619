"""Printing: each page as pdfium draws it at the printer's resolution, off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from assembly_desk.ui.protocol import pdfium
from assembly_desk.ui.protocol.work import Job

DOTS_PER_INCH = 300


class PrinterFailed(Exception):
    """The printer does not take the paper: its name."""


def ask_printer(parent: QWidget, name: str, pages: int) -> QPrinter | None:
    """Ask in the system's dialog where to print; None: the user does not want to. Raises PrinterFailed."""
    if not QPrinterInfo.availablePrinterNames():
        raise PrinterFailed("—")
    printer = new_printer(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=pages > 1)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def new_printer(name: str) -> QPrinter:
    """A printer at the resolution of the pages; `name`: of the paper, as the queue shows it."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName(name)
    printer.setCreator("assembly-desk")
    printer.setFullPage(True)
    return printer


def printed_pages(printer: QPrinter, count: int) -> range:
    """The numbers of the pages chosen in the dialog, from 0."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return range(count)
    first = max(1, printer.fromPage() or 1)
    return range(first - 1, min(count, printer.toPage() or count))


def print_job(data: bytes, printer: QPrinter) -> Callable[[Job], int]:
    """The work of printing that PDF: how many pages went out. It raises PrinterFailed, and Stopped."""

    def work(job: Job) -> int:
        sizes = pdfium.on_its_thread(lambda: pdfium.page_sizes(data)).result()
        pages = printed_pages(printer, len(sizes))
        painter = QPainter()
        try:
            for done, number in enumerate(pages):
                job.go_on(done + 1, len(pages))
                _lay(printer, sizes[number])
                went_on = printer.newPage() if painter.isActive() else painter.begin(printer)
                if not went_on:
                    raise PrinterFailed(printer.printerName() or "—")
                _paint(painter, printer, data, number, sizes[number])
        except BaseException:
            if painter.isActive():
                printer.abort()
                painter.end()
            raise
        painter.end()
        if printer.printerState() == QPrinter.PrinterState.Error:
            raise PrinterFailed(printer.printerName() or "—")
        return len(pages)

    return work


def _lay(printer: QPrinter, size: pdfium.Size) -> None:
    """The paper of this page: upright or across; a PDF takes the size itself."""
    wide, high = size
    across = wide > high
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        page = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "")
        printer.setPageSize(page)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)


def _paint(painter: QPainter, printer: QPrinter, data: bytes, number: int, size: pdfium.Size) -> None:
    """Paint the page at its true size in the middle of the paper; larger than the paper, it is made to fit."""
    picture = pdfium.on_its_thread(lambda: pdfium.page_picture(data, number, DOTS_PER_INCH)).result()
    dots = printer.resolution()
    paper = printer.pageLayout().fullRectPixels(dots).size()
    fitting = QSize(*(round(side / pdfium.POINTS * dots) for side in size))
    if fitting.width() > paper.width() + 1 or fitting.height() > paper.height() + 1:
        fitting = fitting.scaled(paper, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(_middle(paper, fitting), picture)


def _middle(paper: QSize, picture: QSize) -> QRect:
    left, top = (paper.width() - picture.width()) // 2, (paper.height() - picture.height()) // 2
    return QRect(left, top, picture.width(), picture.height())
