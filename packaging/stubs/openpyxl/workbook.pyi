from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from openpyxl.worksheet.worksheet import Worksheet

class DocumentProperties:
    creator: str | None
    created: datetime | None
    modified: datetime | None

class Workbook:
    active: Worksheet
    properties: DocumentProperties
    def __init__(self) -> None: ...
    def create_sheet(self, title: str, index: int | None = ...) -> Worksheet: ...
    def save(self, filename: str | Path | BinaryIO) -> None: ...
