"""The protocol: its pages as they will print, what is missing, signatures, printing."""
