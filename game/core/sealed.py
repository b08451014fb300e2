"""Files that notice damage: magic, version, length, digest, then squeezed bytes; written whole or not at all."""

import contextlib
import hashlib
import os
import tempfile
import zlib
from pathlib import Path

from game.core.trouble import Trouble

HEAD = 4 + 4 + 2 + 8 + 8 + 16  # seal, magic, version, packed length, plain length, digest
SEAL = b"WTML"
MOST = 64 << 20  # bytes that a file may unpack to: stops a small file from filling the memory


class Damaged(Trouble):
    """These bytes are not what was written."""


def seal(magic: bytes, version: int, plain: bytes) -> bytes:
    """Return the bytes of a file: `magic` is four bytes that say what it is, `version` how to read it."""
    packed = zlib.compress(plain, 9)
    head = SEAL + magic + version.to_bytes(2, "little")
    head += len(packed).to_bytes(8, "little") + len(plain).to_bytes(8, "little")
    return head + _digest(head, packed) + packed


def magic_of(path: Path) -> bytes:
    """Return the four bytes by which a sealed file says what it is, none of another file or of one that cannot be read."""
    try:
        with path.open("rb") as f:
            head = f.read(len(SEAL) + 4)
    except OSError:
        return b""
    return head[len(SEAL) :] if head.startswith(SEAL) else b""


def unseal(magic: bytes, data: bytes) -> tuple[int, bytes]:
    """Return (version, plain bytes) of a sealed file; raises Damaged on anything that is not exactly one."""
    if len(data) < HEAD or data[:8] != SEAL + magic:
        raise Damaged("it is another kind of file")
    packed = data[HEAD:]
    version = int.from_bytes(data[8:10], "little")
    length, size = int.from_bytes(data[10:18], "little"), int.from_bytes(data[18:26], "little")
    if len(packed) != length:
        raise Damaged("it is cut short" if len(packed) < length else "something is appended to it")
    if data[26:HEAD] != _digest(data[:26], packed):
        raise Damaged("its content has changed since it was written")
    return version, _unpack(packed, size)


def _digest(head: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(head + packed, digest_size=16).digest()


def _unpack(packed: bytes, size: int) -> bytes:
    if size > MOST:
        raise Damaged(f"it claims {size} bytes, more than {MOST}")
    squeezed = zlib.decompressobj()
    try:
        plain = squeezed.decompress(packed, size + 1)
    except zlib.error as e:
        raise Damaged("its content cannot be unpacked") from e
    if len(plain) != size or not squeezed.eof:
        raise Damaged("its content has another length than it says")
    return plain


def write(path: Path, data: bytes) -> None:
    """Put bytes under a name so that a crash leaves the old file or the new one, never a half; raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as f:
            f.write(data)
            f.flush()
            os.fsync(f.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _settle(path.parent)


def backup(path: Path) -> Path:
    """Return where the version before the last one is kept."""
    return path.with_name(f"{path.name}.before")


def write_on(path: Path, data: bytes) -> None:
    """Write as `write` does, and keep what the file held until now as its backup; raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        write(backup(path), path.read_bytes())
    write(path, data)


def _mode(path: Path) -> int:
    """Return the mode that a plain open() would have left: mkstemp's is private to the user."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
