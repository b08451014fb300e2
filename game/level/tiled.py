"""What runs in the child process: pytmx over a cleaned tree from standard input; plain data to standard output.

The only module that knows the map library. Nothing else may import it: it is a program, not a part.
"""

import contextlib
import logging
import sys
from array import array
from typing import Any
from xml.etree import ElementTree

import msgspec

from game.level.limits import LIMITS

FLAGS = (1 << 31, 1 << 30, 1 << 29)  # flipped left to right, top to bottom, over the diagonal


def main(argv: list[str] | None = None) -> int:  # noqa: ARG001  the command line gives it what followed `_read`
    """Read a cleaned map from standard input and answer on standard output; the exit status is 0 if that went well."""
    limit_memory()
    sys.stdout.buffer.write(msgspec.msgpack.encode(read(sys.stdin.buffer.read())))
    sys.stdout.buffer.flush()
    return 0


def limit_memory() -> None:
    """Bound what this process may take, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LIMITS.child_memory, LIMITS.child_memory))
        seconds = int(LIMITS.child_seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def read(data: bytes) -> dict[str, Any]:
    """Return {layers: [(id, little-endian u4 gids)], objects: [row]} of a cleaned map."""
    logging.disable()
    sys.modules["pygame"] = None  # type: ignore[assignment]  # the library works without, and starts ten times faster
    import pytmx

    tiled = pytmx.TiledMap(image_loader=lambda *_, **__: lambda *_, **__: None, invert_y=False, load_all=False)
    tiled.filename = "level.tmx"
    tiled.parse_xml(ElementTree.fromstring(data))
    gids = {
        inner: outer | sum(bit for bit, on in zip(FLAGS, flags, strict=True) if on)
        for outer, pairs in tiled.gidmap.items()
        for inner, flags in pairs
    }
    gids[0] = 0
    layers = [(int(la.id), _cells(la.data, gids)) for la in tiled.layers if isinstance(la, pytmx.TiledTileLayer)]
    objects = [_row(o, gids) for group in tiled.objectgroups for o in group]
    return {"layers": layers, "objects": objects}


def _cells(rows: list[list[int]], gids: dict[int, int]) -> bytes:
    cells = array("I", [gids[gid] for row in rows for gid in row])
    if sys.byteorder == "big":
        cells.byteswap()
    return cells.tobytes()


def _row(o: Any, gids: dict[int, int]) -> tuple[Any, ...]:
    place = (float(o.x), float(o.y), float(o.width), float(o.height), float(o.rotation))
    return (int(o.id), o.name or "", o.type or "", *place, bool(o.visible), gids[o.gid])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
