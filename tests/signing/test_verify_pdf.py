import io
import random
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from assembly_desk.signing.errors import Unusable
from assembly_desk.signing.training import make_training_keys
from assembly_desk.signing.verify import attached_journal, signatures
from tests.signing.signing_office import NAMES, NOW, Office

PDF: Any = generic  # the library's own writing side has few types


def _flipped(data: bytes, place: int, value: int | None = None) -> bytes:
    new = data[place] ^ 1 if value is None else value
    return data[:place] + bytes([new]) + data[place + 1 :]


def _gap(data: bytes, revision: int = -1) -> tuple[int, int]:
    """Where the hexadecimal signature of a revision begins and where its padding does."""
    starts = [place for place in range(len(data)) if data.startswith(b"/Contents <", place)]
    start = starts[revision] + len(b"/Contents ")
    return start, data.index(b"0" * 64, start)


def _later(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Append a revision, as any PDF editor that leaves the signed bytes alone does."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _retitle(writer: Any) -> None:
    info: Any = PDF.DictionaryObject()
    info["/Title"] = PDF.TextStringObject("Басқа хаттама")
    writer.set_info(writer.add_object(info))


def _draw(writer: Any) -> None:
    stream = PDF.StreamObject(stream_data=b"q 1 0 0 rg 72 72 200 40 re f Q")
    writer.add_stream_to_page(0, writer.add_object(stream))


def _swap_journal(writer: Any) -> None:
    holder = writer.root["/AF"][0]["/EF"]
    holder["/F"] = writer.add_object(PDF.StreamObject(stream_data=b"{}"))
    writer.update_container(holder)


def _unlink(writer: Any) -> None:
    """Make both signatures unreachable."""
    del writer.root["/AcroForm"]
    writer.update_root()


def _resaved(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out)
    return out.getvalue()


def _other_case(data: bytes) -> bytes:
    place = next(place for place in range(*_gap(data)) if data[place : place + 1].isalpha())
    return _flipped(data, place, data[place] ^ 0x20)


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "title": lambda data: _later(data, _retitle),
    "content": lambda data: _later(data, _draw),
    "journal": lambda data: _later(data, _swap_journal),
    "form taken away": lambda data: _later(data, _unlink),
    "resaved": _resaved,
    "junk at the end": lambda data: data + b"\n% junk\n",
    "one byte at the end": lambda data: data + b"\n",
    "last byte cut": lambda data: data[:-1],
    "padding": lambda data: _flipped(data, _gap(data)[1] + 4000),
    "padding of the first": lambda data: _flipped(data, _gap(data, 0)[1] + 4000),
    "case of a digit": _other_case,
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_after_signing_is_found(office: Office, change: str) -> None:
    for signed in (office.by_both, office.by_secretary):
        report = signatures(CHANGES[change](signed))
        assert report.readable
        assert not report.unchanged
        assert not report.sound


def test_one_changed_byte_is_found_wherever_it_is(office: Office) -> None:
    chosen = random.Random(747)
    start, padding = _gap(office.by_both)
    places = [0, 1, *chosen.sample(range(len(office.by_both)), 25), *range(start, padding, 90)]
    for place in places:
        value = ord("1") if office.by_both[place] == ord("0") else None
        report = signatures(_flipped(office.by_both, place, value))
        assert (report.readable, report.unchanged) == (True, False), place


def test_content_added_between_the_signatures_is_found(office: Office) -> None:
    changed = _later(office.by_secretary, _draw)
    [secretary] = signatures(changed).signatures
    assert (secretary.intact, secretary.covers_file, secretary.modification) == (False, False, "other")


def test_unsigned_protocol_is_sound_and_said_to_be_unsigned(office: Office) -> None:
    report = signatures(office.unsigned, [office.authority])
    assert (report.readable, report.signed, report.signatures, report.sound) == (True, "none", (), True)


def test_cut_back_to_the_secretary_it_says_so(office: Office) -> None:
    report = signatures(office.by_both[: len(office.by_secretary)])
    assert (report.signed, report.sound) == ("secretary", True)


def test_without_an_authority_a_signer_is_not_checked(office: Office) -> None:
    report = signatures(office.by_both)
    assert {one.trust for one in report.signatures} == {"not-checked"}
    assert report.sound


def test_signer_of_another_authority_is_not_trusted(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = make_training_keys(tmp_path_factory.mktemp("other"), NAMES, NOW).ca_pem.read_bytes()
    report = signatures(office.by_both, [other])
    assert {one.trust for one in report.signatures} == {"not-trusted"}
    assert (report.unchanged, report.sound) == (True, False)
    assert signatures(office.by_both, [other, office.authority]).sound


def test_trusted_certificate_that_is_none_is_said_so(office: Office) -> None:
    for bad in (b"", b"garbage", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"):
        with pytest.raises(Unusable, match="TrustUnreadable"):
            signatures(office.by_both, [bad])


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"\0" * 2000, "Хаттама".encode(), b"%PDF-1.7\n1 0 obj\n<<>>\n%%EOF"]
)
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    report = signatures(data)
    assert (report.readable, report.unchanged, report.sound) == (False, False, False)
    assert attached_journal(data) is None


def test_broken_file_is_quiet(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    for end in range(1000, len(office.by_both), 15_000):
        signatures(office.by_both[:end])
        attached_journal(office.by_both[:end])
    assert capfd.readouterr() == ("", "")
