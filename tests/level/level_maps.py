"""Small Tiled maps for tests: an 8 x 6 room with a start, and the pieces to spoil it with."""

import struct
import zlib
from pathlib import Path

W, H = 8, 6
SHEETS = """ <tileset firstgid="1" name="floors" tilewidth="32" tileheight="32" tilecount="2" columns="2">
  <image source="floors.png" width="64" height="32"/>
  <tile id="0" type="concrete"/>
  <tile id="1" type="asphalt"/>
 </tileset>
 <tileset firstgid="3" name="walls" tilewidth="32" tileheight="32" tilecount="15" columns="15">
  <image source="walls.png" width="480" height="32"/>
{walls}
 </tileset>
 <tileset firstgid="18" name="glass" tilewidth="32" tileheight="32" tilecount="12" columns="12">
  <image source="glass.png" width="384" height="32"/>
 </tileset>
""".format(walls="\n".join(f'  <tile id="{i}" type="brick"/>' for i in range(15)))
START = '<object id="1" name="t800" type="start" x="96" y="80"><point/></object>'


def csv(cells: list[list[int]]) -> str:
    """Return rows of gids as Tiled writes them."""
    return ",\n".join(",".join(map(str, row)) for row in cells)


def room() -> list[list[int]]:
    """Return the walls: whole tiles round the edge."""
    return [[17 if x in (0, W - 1) or y in (0, H - 1) else 0 for x in range(W)] for y in range(H)]


def layer(name: str, data: str, number: int = 1, attributes: str = 'encoding="csv"') -> str:
    """Return a tile layer."""
    return (
        f' <layer id="{number}" name="{name}" width="{W}" height="{H}">\n'
        f"  <data {attributes}>\n{data}\n</data>\n </layer>\n"
    )


def tmx(
    *,
    objects: str = START,
    head: str = "",
    sheets: str = SHEETS,
    floor: str | None = None,
    walls: str | None = None,
    more: str = "",
    orientation: str = "orthogonal",
    size: tuple[int, int] = (W, H),
    tile: int = 32,
) -> str:
    """Return a map; every part can be replaced."""
    floor = layer("floor", csv([[1] * W for _ in range(H)])) if floor is None else floor
    walls = layer("walls", csv(room()), 2) if walls is None else walls
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}'
        f'<map version="1.8" tiledversion="1.8.2" orientation="{orientation}" renderorder="right-down" '
        f'width="{size[0]}" height="{size[1]}" tilewidth="{tile}" tileheight="{tile}" infinite="0">\n'
        f'{sheets}{floor}{walls}{more} <objectgroup id="9" name="entities">\n{objects}\n </objectgroup>\n</map>\n'
    )


def thing(
    number: int, cls: str, name: str = "", inner: str = "<point/>", box: str = 'x="96" y="80"', **values: str
) -> str:
    """Return an object with string properties."""
    rows = "".join(f'<property name="{k}" value="{v}"/>' for k, v in values.items())
    properties = f"<properties>{rows}</properties>" if rows else ""
    return f'<object id="{number}" name="{name}" type="{cls}" {box}>{properties}{inner}</object>'


def png(width: int, height: int) -> bytes:
    """Return a black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\0" + bytes((width + 7) // 8)) * min(height, 64)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(folder: Path, text: str | bytes, name: str = "level.tmx") -> Path:
    """Write a map and its pictures; return the map's path."""
    for sheet, width in (("floors", 64), ("walls", 480), ("glass", 384)):
        (folder / f"{sheet}.png").write_bytes(png(width, 32))
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
