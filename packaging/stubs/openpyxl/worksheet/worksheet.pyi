from collections.abc import Iterable, Mapping

from openpyxl.cell import Cell
from openpyxl.worksheet.dimensions import ColumnDimension

class RowDimension:
    height: float

class PageSetup:
    orientation: str
    fitToHeight: int
    fitToWidth: int

class AutoFilter:
    ref: str

class Worksheet:
    title: str
    freeze_panes: str
    sheet_state: str
    print_title_rows: str
    page_setup: PageSetup
    auto_filter: AutoFilter
    dimensions: str
    column_dimensions: Mapping[str, ColumnDimension]
    row_dimensions: Mapping[int, RowDimension]
    def append(self, iterable: Iterable[object]) -> None: ...
    def cell(self, row: int, column: int, value: object = ...) -> Cell: ...
    def merge_cells(self, range_string: str) -> None: ...
