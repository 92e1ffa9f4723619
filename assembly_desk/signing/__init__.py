"""Signing: opens a key, fills a signature field of a PDF, says what a signed PDF proves. Never on a network.

The only room that sees pyHanko and cryptography. Trouble is told by return values and by the errors of
`errors`; the library's own log lines, which would reach the user's terminal, are kept silent.
"""

import logging

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False
