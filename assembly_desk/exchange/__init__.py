"""Rosters in and out: XLSX, ODS and CSV."""
