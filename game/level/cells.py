"""The tiles of a layer: csv, base64 (raw, zlib, gzip) or <tile> elements to an array, never inflated past its size."""

import base64
import binascii
import re
import zlib
from xml.etree.ElementTree import Element

import numpy as np

from game.level.data import LevelError
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, Cells
from game.level.where import brief

CURE = "Map > Map Properties > Tile Layer Format: CSV"
NUMBERS = re.compile(r"[0-9]{1,10}(\s*,\s*[0-9]{1,10})*")
WBITS = {"zlib": 15, "gzip": 31}


def decode(data: Element | None, count: int, shown: str, layer: str) -> Cells:
    """Return `count` gids with their flags; raises LevelError that names the layer."""
    where = f"layer {brief(layer, 40)!r}"
    if data is None:
        raise LevelError(shown, f"{where} holds no tiles", "save it with Tiled", code="tiles-missing")
    if data.find("chunk") is not None:
        raise LevelError(shown, f"{where} is infinite", "Map > Map Properties > untick Infinite", code="map-infinite")
    encoding = data.get("encoding")
    if encoding == "csv":
        cells = _csv(data.text or "", where, shown, count)
    elif encoding == "base64":
        cells = np.frombuffer(_base64(data, where, shown, count), "<u4").astype(np.uint32)
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
    text = text.strip()
    if text.count(",") + 1 > count:
        raise LevelError(shown, f"{where} holds more than {count} tiles", "save it with Tiled", code="tiles-count")
    numbers = np.array([], np.uint64)
    if NUMBERS.fullmatch(text):
        numbers = np.array(list(map(int, text.split(","))), np.uint64)
    if not len(numbers) or numbers.max() >= 2**32:
        raise LevelError(shown, f"{where} is no list of tile numbers", "save it with Tiled", code="tiles-encoding")
    return numbers.astype(np.uint32)


def _base64(data: Element, where: str, shown: str, count: int) -> bytes:
    """Return exactly count * 4 bytes."""
    compression = data.get("compression", "")
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
