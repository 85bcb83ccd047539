"""The file of a backup: a compressed tar whose last part lists the fingerprint of every other part."""

import gzip
import hashlib
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from portal.backups import BackupRefused

FORMAT = 1
ABOUT = "backup.json"
DATABASE = "database"
MEDIA = "media"
BLOCK = 1 << 20
DAMAGED = (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, ValueError, TypeError, KeyError)


@dataclass(frozen=True)
class BackupManifest:
    """The description that a backup holds of itself. It has a fingerprint of each key, and no key."""

    made_at: str
    engine: str
    engine_version: int
    migrations: list[list[str]]
    keys: dict[str, str]
    lookup_key: str
    questions: int
    format: int = FORMAT
    parts: dict[str, str] = field(default_factory=dict)


class _HashedFile:
    """A file that is read once. Its hash is the SHA-256 of what was read so far."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.hash = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.hash.update(data)
        return data


def write(path: Path, parts: Iterable[tuple[str, Path]], about: BackupManifest) -> BackupManifest:
    """Writes the parts as they come, then the manifest with their fingerprints; returns the manifest.

    The file is there whole or not at all, and only its owner can read it. A part that is gone when its turn comes is
    left out: somebody removed a picture.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as tar:
                for name, part in parts:
                    _add(tar, name, part, about.parts)
                _add_text(tar, ABOUT, json.dumps(asdict(about), indent=1))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return about


def _add(tar: tarfile.TarFile, name: str, part: Path, written: dict[str, str]) -> None:
    try:
        with part.open("rb") as file:
            info = tarfile.TarInfo(name)
            info.size, info.mode, info.mtime = os.fstat(file.fileno()).st_size, 0o600, int(part.stat().st_mtime)
            noted = _HashedFile(file)
            tar.addfile(info, noted)
            written[name] = noted.hash.hexdigest()
    except FileNotFoundError:
        return


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(text.encode()), 0o600
    tar.addfile(info, io.BytesIO(text.encode()))


def unpack(path: Path, folder: Path) -> BackupManifest:
    """Puts every part into the folder and compares it with the manifest.

    Raises BackupRefused for anything but a whole backup.
    """
    found: dict[str, str] = {}
    try:
        with tarfile.open(path, "r:gz") as tar:
            for member in tar:
                if not member.isfile() or not _is_ours(member.name) or member.name in found:
                    raise BackupRefused(f"{path}: {member.name!r} does not belong in a backup")
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                source = tar.extractfile(member)
                if source is not None:  # it is a file
                    found[member.name] = _copy(source, target)
        about = BackupManifest(**json.loads((folder / ABOUT).read_text()))
    except FileNotFoundError as missing:
        raise BackupRefused(f"{path}: this is no backup ({Path(missing.filename or '').name} is missing)") from None
    except DAMAGED as problem:
        raise BackupRefused(f"{path}: the file is damaged or not a backup ({type(problem).__name__})") from None
    if about.format != FORMAT:
        raise BackupRefused(f"{path}: written by a newer version, in a form that this one does not know")
    found.pop(ABOUT)
    if found != about.parts or DATABASE not in found:
        raise BackupRefused(f"{path}: the file is damaged: not everything in it is what was written")
    return about


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    return name in (ABOUT, DATABASE) or (path.parts[0] == MEDIA and len(path.parts) > 1 and ".." not in path.parts)


def _copy(source: IO[bytes], target: Path) -> str:
    total = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while block := source.read(BLOCK):
            total.update(block)
            file.write(block)
    return total.hexdigest()


def summary(about: BackupManifest) -> dict[str, Any]:
    """Returns when the backup was made, and its numbers of questions and of files, by name."""
    return {"made_at": about.made_at, "questions": about.questions, "files": len(about.parts) - 1}
