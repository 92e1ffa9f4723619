from openpyxl.styles import Alignment, Font, PatternFill

class Cell:
    value: object
    data_type: str
    number_format: str
    font: Font
    fill: PatternFill
    alignment: Alignment
