"""The guarded files of a level: regular, bounded in size, inside the level's own tree; remembered for the cache."""

import hashlib
import os
import re
import stat
import struct
from pathlib import Path

import msgspec

from game.level.data import LevelError
from game.level.limits import LIMITS
from game.level.where import brief

FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{d}{i}" for d in ("com", "lpt") for i in range(10))}
SIZES = {".tsx": LIMITS.sheet_bytes, ".tx": LIMITS.sheet_bytes, ".png": LIMITS.image_bytes}
CURE = "keep tilesets, templates and images beside the level, or below the folder of its .tiled-project"


class Part(msgspec.Struct, frozen=True):
    """A file that a level pulled in: its path from the level's folder, and what it held."""

    ref: str
    digest: str


def digest(*parts: bytes) -> str:
    """Return a fingerprint of bytes."""
    mark = hashlib.blake2b(digest_size=16)
    for part in parts:
        mark.update(len(part).to_bytes(8, "little"))
        mark.update(part)
    return mark.hexdigest()


class LevelFiles:
    """A level's map and the files it refers to, each read once.

    shown   how messages call the level
    map     the bytes of the .tmx
    parts   what was pulled in so far, by real path
    """

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = brief(shown)
        real = real_path(path, self.shown)
        self.base = real.parent
        self.map = read_limited(real, LIMITS.map_bytes, self.shown)
        self.root = project_root(self.base)
        self.parts: dict[Path, Part] = {}
        self.wanted: dict[Path, None] = {}  # parts, and what should have been one
        self.held: dict[Path, bytes] = {}

    def open(self, ref: str, beside: Path, suffix: str) -> tuple[Path, bytes]:
        """Return (real path, bytes) of a file named by the level or by one of its parts, which lies in `beside`."""
        path = self.resolve(ref, beside, suffix)
        self.wanted[path] = None
        if path not in self.held:
            self.exact(path, ref)
            self.held[path] = read_limited(path, SIZES[suffix], self.shown, f"{brief(ref)!r}: ")
            self.parts[path] = Part(Path(os.path.relpath(path, self.base)).as_posix(), digest(self.held[path]))
        return path, self.held[path]

    def exact(self, path: Path, ref: str) -> None:
        """Refuse a name that only some systems take for the file's: they do not all tell capitals from small letters."""
        try:
            names = os.listdir(path.parent)
        except OSError:
            return
        alike = [n for n in names if n.casefold() == path.name.casefold()]
        if alike and path.name not in alike:
            what = f"{brief(ref)!r} is written otherwise than the file"
            raise LevelError(self.shown, what, f"write {brief(alike[0])!r}", code="reference-case")

    def resolve(self, ref: str, beside: Path, suffix: str) -> Path:
        """Return the real path that a reference means; raises LevelError unless it is relative and stays inside."""
        name = brief(ref)
        if not ref or len(ref) > 200 or FORBIDDEN.search(ref) or ref.startswith("/") or os.path.isabs(ref):
            raise LevelError(self.shown, f"{name!r} is no relative path", CURE, code="reference-path")
        if any(device(part) for part in ref.split("/")):
            raise LevelError(self.shown, f"{name!r} is no name that every system has", CURE, code="reference-path")
        if not ref.lower().endswith(suffix):
            raise LevelError(
                self.shown, f"{name!r} should be a {suffix} file", "pick another file", code="reference-kind"
            )
        full = real_path(beside / ref, self.shown, f"{name!r}: ")
        if not full.is_relative_to(self.root):
            raise LevelError(self.shown, f"{name!r} leaves the level's folder", CURE, code="reference-outside")
        return full


def device(part: str) -> bool:
    """Say whether a path's part is a name that some system keeps for a device, or cannot hold."""
    return part.split(".")[0].lower() in DEVICES or (part not in (".", "..") and part.endswith((" ", ".")))


def real_path(path: Path, shown: str, what: str = "") -> Path:
    """Follow every link and return where a file really lies."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as e:
        raise LevelError(shown, f"{what}is no usable path", "check its name", code="file-missing") from e


def project_root(folder: Path) -> Path:
    """Return the folder that references may not leave: the nearest one with a .tiled-project, else the level's own."""
    for place in (folder, *folder.parents):
        try:
            if any(name.endswith(".tiled-project") for name in os.listdir(place)):
                return place
        except OSError:
            continue
    return folder


def read_limited(path: Path, most: int, shown: str, what: str = "") -> bytes:
    """Read a regular file of at most `most` bytes; never waits on a pipe, never follows a link in its last part."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError as e:
        raise LevelError(shown, f"{what}there is no such file", "check its name and folder", code="file-missing") from e
    except (OSError, ValueError) as e:
        raise LevelError(shown, f"{what}cannot be opened", "check its name and rights", code="file-unreadable") from e
    try:
        return _take(handle, most, shown, what)
    except OSError as e:
        raise LevelError(shown, f"{what}cannot be read", "check the disk", code="file-unreadable") from e
    finally:
        os.close(handle)


def _take(handle: int, most: int, shown: str, what: str) -> bytes:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise LevelError(shown, f"{what}is no regular file", "give a file", code="file-kind")
    data = b""
    while len(data) <= most and (some := os.read(handle, most + 1 - len(data))):
        data += some
    if len(data) > most:
        raise LevelError(shown, f"{what}is larger than {most >> 10} KiB", "make it smaller", code="file-size")
    return data


def png_size(data: bytes, shown: str, ref: str) -> tuple[int, int]:
    """Return (width, height) of a PNG from its head alone; raises LevelError if it is none or too large."""
    name = f"image {brief(ref)!r}"
    if len(data) < 33 or data[:8] != b"\x89PNG\r\n\x1a\n" or data[8:16] != b"\0\0\0\x0dIHDR":
        raise LevelError(shown, f"{name} is no PNG", "save it as PNG", code="image-kind")
    width, height = struct.unpack(">II", data[16:24])
    if not (1 <= width <= LIMITS.image_side and 1 <= height <= LIMITS.image_side):
        raise LevelError(
            shown, f"{name} is {width} x {height} pixels", f"at most {LIMITS.image_side} a side", code="image-size"
        )
    return width, height
