"""Whether a file holds what its name says. Pure: looks at the bytes, knows no database and no settings.

A document is served from our own address, so one that a browser runs as a page would run as ours. Only types that are
no page are accepted, and the name alone is not believed.
"""

import zipfile
import zlib
from collections.abc import Callable
from os import SEEK_END
from typing import BinaryIO

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "txt": "text/plain",
}
"""The accepted types of document: by the end of the name, the media type with which the file is served."""

# ISO 32000-1, annex H.3.4.1: readers accept the header anywhere in the first 1024 bytes. Ours must begin with it, after
# a byte order mark at most: a file that begins as something else can be read as something else.
_PDF_END_BYTES = 100_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# ECMA-376 part 2: the main part of each kind of file, as [Content_Types].xml names it. Those with macros have others.
_MAIN_PARTS = {
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_CONTENT_TYPES = "[Content_Types].xml"
# What runs by itself, as the list of contents names it and as its parts are called.
_RUNS = (b"macroenabled", b"vbaproject", b"vbadata", b"macrosheet", b"activex")
_RUNNING_PARTS = ("vbaproject.bin", "/macrosheets/", "/activex/")
_RUNNING_FOLDERS = ("basic/", "scripts/")
# ZIP, 4.3.7: what begins otherwise, and holds an archive further on, can be read as something else.
_ARCHIVE = b"PK\x03\x04"
MOST_PARTS = 10_000
MOST_UNPACKED = 250_000_000
"""Bytes. A file that is small on the way and fills the memory of the person who opens it is no document."""
# Of what tells the type never more than this is read: a small file can hold a very large one.
_TELLING_BYTES = 200_000
# What zipfile raises for archives that are broken, encrypted, packed in another way or lack the part.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError,
)  # fmt: skip


def ending(name: str) -> str:
    """Returns the end of a file name in small letters, without the dot; empty when it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def holds_what_it_says(name: str, file: BinaryIO) -> bool:
    """Returns whether this is a document of an accepted type and its contents are of the type that the name says."""
    file.seek(0)
    try:
        match ending(name):
            case "pdf":
                return file.read(1024).removeprefix(_BYTE_ORDER_MARK).startswith(b"%PDF-")
            case "docx" | "xlsx" as kind:
                return _is_office(kind, file)
            case "odt" | "ods" as kind:
                return _is_open_document(kind, file)
            case "txt":
                return _is_text(file)
        return False
    finally:
        file.seek(0)


def is_whole(name: str, file: BinaryIO) -> bool:
    """Returns whether this document ends as it should; one that broke off on its way does not.

    An archive that broke off is no archive: `holds_what_it_says` knows.
    """
    if ending(name) != "pdf":
        return True
    # ISO 32000-1, annex H.3.4.4: readers look for the end in the last 1024 bytes. Some programs fill up with zeros.
    file.seek(0, SEEK_END)
    size = file.tell()
    file.seek(max(0, size - _PDF_END_BYTES))
    end = file.read().rstrip(b"\0\r\n\t ")
    file.seek(0)
    return b"%%EOF" in end[-1024:]


def _is_office(kind: str, file: BinaryIO) -> bool:
    def told(inside: zipfile.ZipFile, parts: list[str]) -> bool:
        contents = _read_part(inside, _CONTENT_TYPES)
        runs = any(sign in contents.lower() for sign in _RUNS)
        return (
            _MAIN_PARTS[kind] in contents
            and not runs
            and not any(sign in part for part in parts for sign in _RUNNING_PARTS)
        )

    return _is_archive(file, told)


def _is_open_document(kind: str, file: BinaryIO) -> bool:
    # OpenDocument 1.3 part 2, 3.3: the type stands in a part `mimetype`.
    def told(inside: zipfile.ZipFile, parts: list[str]) -> bool:
        runs = any(part.removeprefix("./").startswith(_RUNNING_FOLDERS) for part in parts)
        return _read_part(inside, "mimetype").strip() == TYPES[kind].encode() and not runs

    return _is_archive(file, told)


def _is_archive(file: BinaryIO, told: Callable[[zipfile.ZipFile, list[str]], bool]) -> bool:
    """Returns whether this is an archive from its first byte on, not too large to unpack, that `told` accepts."""
    if file.read(len(_ARCHIVE)) != _ARCHIVE:
        return False
    try:
        with zipfile.ZipFile(file) as inside:
            listed = inside.infolist()
            if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
                return False
            return told(inside, [part.filename.lower() for part in listed])
    except _UNREADABLE:
        return False


def _read_part(inside: zipfile.ZipFile, part: str) -> bytes:
    """Returns a part of the archive that shows its type.

    Raises ValueError when it is longer than any list of contents.
    """
    with inside.open(part) as opened:
        read = opened.read(_TELLING_BYTES + 1)
    if len(read) > _TELLING_BYTES:
        raise ValueError
    return read


def _is_text(file: BinaryIO) -> bool:
    """Returns whether it has no control characters: whatever its encoding, it is then no program and no archive."""
    while piece := file.read(1_000_000):
        if any(piece.count(bytes([sign])) for sign in (*range(9), 11, *range(14, 32), 127)):
            return False
    return True
