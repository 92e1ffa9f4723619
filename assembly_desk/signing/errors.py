"""What the signing room answers when it does not sign: a stable code and the values of its sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

Value = str | date

RefusalCode = Literal[
    "NotClosed",
    "SecretaryFirst",
    "AlreadySigned",
    "WrongPassword",
    "CertificateExpired",
    "CertificateNotYetValid",
    "CertificateNotForSigning",
    "NameDiffers",
]

UnusableCode = Literal[
    "KeyUnreadable",  # no such file, empty, or no PKCS#12: {path}, {reason}
    "KeyUnsupported",  # neither RSA from 2048 bits nor EC from 256, GOST among them: {algorithm}
    "PdfUnreadable",  # no such file or no PDF: {path}
    "FieldMissing",  # the PDF has no signature field of this role: {field}
    "ChangedSinceSigned",  # an earlier signature no longer holds, so no second is put on it: {path}
    "NotSigned",  # the PDF could not be signed in a way that verifies: {path}, {reason}
    "TrustUnreadable",  # a certificate given as trusted is none
]


class SigningError(Exception):
    """Nothing was signed and the file stands as it was; `code` and `values` make the sentence."""

    def __init__(self, code: str, values: Mapping[str, Value]) -> None:
        super().__init__(" ".join([code, *(f"{name}={value}" for name, value in values.items())]))
        self.code = code
        self.values = dict(values)


class SigningRefused(SigningError):
    """A rule forbids this signature; the codes are those of the public contract."""

    def __init__(self, code: RefusalCode, values: Mapping[str, Value] | None = None) -> None:
        super().__init__(code, values or {})


class Unusable(SigningError):
    """A file that is not what it is taken for: the command line answers it with exit code 2."""

    def __init__(self, code: UnusableCode, values: Mapping[str, Value] | None = None) -> None:
        super().__init__(code, values or {})
