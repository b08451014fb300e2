"""The tiles of a layer: csv, base64 (raw, zlib, gzip) or <tile> elements to an array, never inflated past its size."""

import base64
import binascii
import zlib
from xml.etree.ElementTree import Element

import numpy as np

from game.level.data import LevelError
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, Cells
from game.level.where import brief

CURE = "Map > Map Properties > Tile Layer Format: CSV"
SPACE, DIGITS = b" \t\r\n", b"0123456789,"
LONGEST = 10  # digits of a gid
WBITS = {"zlib": 15, "gzip": 31}
TOLD = ("encoding", "compression")


def decode(data: Element, count: int, shown: str, layer: str, how: Element | None = None) -> Cells:
    """Return `count` gids with their flags from <data> or from a <chunk> (then `how` is its <data>).

    Raises LevelError that names the layer.
    """
    where = f"layer {brief(layer, 40)!r}"
    encoding, compression = ((data if how is None else how).get(name) for name in TOLD)
    if encoding == "csv":
        cells = _csv(data.text or "", where, shown, count)
    elif encoding == "base64":
        cells = np.frombuffer(_base64(data, compression or "", where, shown, count), "<u4").astype(np.uint32)
    elif encoding is None:
        cells = np.array([int(c.get("gid", "0")) for c in data.iterfind("tile")], np.uint32)
    else:
        raise LevelError(shown, f"{where} is written as {brief(encoding, 20)!r}", CURE, code="tiles-encoding")
    if len(cells) != count:
        raise LevelError(
            shown, f"{where} holds {len(cells)} tiles, not {count}", "save it with Tiled", code="tiles-count"
        )
    return cells & np.uint32(FLIP_H | FLIP_V | FLIP_D | GID)


def _csv(text: str, where: str, shown: str, count: int) -> Cells:
    if text.count(",") > count:
        raise LevelError(shown, f"{where} holds more than {count} tiles", "save it with Tiled", code="tiles-count")
    raw = text.encode("utf-8", "replace").translate(None, SPACE)
    words = raw.split(b",")
    if raw.translate(None, DIGITS) or not all(0 < n <= LONGEST for n in map(len, words)):
        raise LevelError(shown, f"{where} is no list of tile numbers", "save it with Tiled", code="tiles-encoding")
    numbers = np.fromstring(raw.decode("ascii"), np.uint64, sep=",")
    if numbers.max() >= 2**32:
        raise LevelError(shown, f"{where} has a tile number too large", "save it with Tiled", code="tiles-encoding")
    return numbers.astype(np.uint32)


def _base64(data: Element, compression: str, where: str, shown: str, count: int) -> bytes:
    """Return exactly count * 4 bytes."""
    if compression not in ("", *WBITS):
        what = f"{where} is compressed with {brief(compression, 20)!r}, which is not read"
        raise LevelError(shown, what, CURE, code="tiles-compression")
    try:
        raw = base64.b64decode("".join((data.text or "").split()), validate=True)
        if compression:
            squeezed = zlib.decompressobj(WBITS[compression])
            raw = squeezed.decompress(raw, count * 4 + 1)
            if not squeezed.eof or squeezed.unused_data:
                raw = b""
    except (binascii.Error, ValueError, zlib.error) as e:
        raise LevelError(shown, f"{where} cannot be unpacked", CURE, code="tiles-encoding") from e
    if len(raw) != count * 4:
        raise LevelError(shown, f"{where} does not unpack to {count} tiles", CURE, code="tiles-count")
    return raw
