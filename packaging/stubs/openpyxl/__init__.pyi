from openpyxl.workbook import Workbook as Workbook
