class ColumnDimension:
    width: float
