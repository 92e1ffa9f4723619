"""The rules of a sitting as plain Python: values in, events or a refusal out; no clock and no files."""
