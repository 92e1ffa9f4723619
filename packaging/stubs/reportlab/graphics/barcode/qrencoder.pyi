from collections.abc import Sequence

class QRErrorCorrectLevel:
    M: int

class QRCode:
    modules: Sequence[Sequence[bool]]
    def __init__(self, version: int | None, errorCorrectLevel: int) -> None: ...
    def addData(self, data: str) -> None: ...
    def make(self) -> None: ...
