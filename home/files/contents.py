"""Whether a file holds what its name says. Pure: looks at the bytes, knows no database and no settings.

A document comes from our own address. One that a browser would run as a page would run as ours, so only types that
are no page are accepted, and the name alone is not believed.
"""

import zipfile
import zlib
from typing import BinaryIO

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "txt": "text/plain",
}
"""What a document may be, by the end of its name, and what we say that it is."""

# ISO 32000-1, annex H.3.4.1: readers accept the header anywhere in the first 1024 bytes. Ours must begin with it, after
# a byte order mark at most: a file that begins as something else can be read as something else.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# ECMA-376 part 2: the main part of each kind of file, as [Content_Types].xml names it. Those with macros have others.
_MAIN_PARTS = {
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_CONTENT_TYPES = "[Content_Types].xml"
# Of what tells the type never more than this is read: a small file can hold a very large one.
_TELLING_BYTES = 200_000
# What zipfile raises for archives that are broken, encrypted, packed in another way or lack the part.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError,
)  # fmt: skip


def ending(name: str) -> str:
    """The end of a file name in small letters, without the dot; empty when it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def holds_what_it_says(name: str, file: BinaryIO) -> bool:
    """Whether this is a document of an accepted type and its contents are of the type that the name says."""
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


def _is_office(kind: str, file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as inside, inside.open(_CONTENT_TYPES) as told:
            if any(part.lower().endswith("vbaproject.bin") for part in inside.namelist()):
                return False
            return _MAIN_PARTS[kind] in told.read(_TELLING_BYTES)
    except _UNREADABLE:
        return False


def _is_open_document(kind: str, file: BinaryIO) -> bool:
    # OpenDocument 1.3 part 2, 3.3: the type stands in a part `mimetype`.
    try:
        with zipfile.ZipFile(file) as inside, inside.open("mimetype") as told:
            if any(part.startswith(("Basic/", "Scripts/")) for part in inside.namelist()):
                return False
            return told.read(_TELLING_BYTES).strip() == TYPES[kind].encode()
    except _UNREADABLE:
        return False


def _is_text(file: BinaryIO) -> bool:
    """No control characters: whatever its encoding, it is no program and no archive."""
    while piece := file.read(1_000_000):
        if any(piece.count(bytes([sign])) for sign in (*range(9), 11, *range(14, 32), 127)):
            return False
    return True
