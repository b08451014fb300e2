"""What a level file may hold: every limit of the reader, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bytes, counts, pixels, seconds."""

    map_bytes: int = 8 << 20
    sheet_bytes: int = 1 << 20  # a .tsx or .tx
    image_bytes: int = 8 << 20
    image_side: int = 4096  # pixels
    prolog_bytes: int = 64 << 10  # before the first element
    piece_bytes: int = 256 << 10  # of one tag or comment
    depth: int = 12
    elements: int = 120_000
    text: int = 1024  # characters of a string
    side: int = 512  # tiles
    layers: int = 32
    objects: int = 5000
    people: int = 256
    points: int = 256  # of one polygon
    properties: int = 64  # of one element
    tilesets: int = 16
    templates: int = 256
    tiles: int = 1 << 16  # of one tileset
    tile_side: tuple[int, int] = (4, 256)  # pixels
    gid: int = 1 << 24
    number: float = 1e6  # pixels, degrees
    warnings: int = 200
    child_seconds: float = 10.0
    child_memory: int = 1 << 30
    child_idle: float = 20.0  # seconds after which a child with nothing to do is let go
    child_maps: int = 256  # then another child is started
    answer_bytes: int = 64 << 20
    chunks: int = 4096  # of an infinite layer
    far: int = 1 << 20  # tiles from the origin of an infinite map
    cached: int = 256  # compiled levels kept


LIMITS = Limits()
