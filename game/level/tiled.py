"""What runs in the child process: pytmx over cleaned trees from standard input; plain data to standard output.

The only module that knows the map library. Nothing else may import it: it is a program, not a part.
"""

import contextlib
import logging
import struct
import sys
from typing import Any
from xml.etree import ElementTree

import msgspec

from game.level.limits import LIMITS

SIZE = struct.Struct("<I")  # before each message
FLAGS = (1 << 31, 1 << 30, 1 << 29)  # flipped left to right, top to bottom, over the diagonal


def main(argv: list[str] | None = None) -> int:  # noqa: ARG001  the command line gives it what followed `_read`
    """Read cleaned maps from standard input, one after the other, and answer on standard output, until the input ends."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    limit_memory()
    library()
    while len(head := asked.read(SIZE.size)) == SIZE.size:
        limit_seconds()
        answer = msgspec.msgpack.encode(read(asked.read(SIZE.unpack(head)[0])))
        told.write(SIZE.pack(len(answer)) + answer)
        told.flush()
    return 0


def limit_memory() -> None:
    """Bound what this process may take, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LIMITS.child_memory, LIMITS.child_memory))


def limit_seconds() -> None:
    """Bound how long it may work on the next map, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + LIMITS.child_seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def library() -> Any:
    """Return pytmx; it works without pygame, and starts ten times faster."""
    logging.disable()
    sys.modules["pygame"] = None  # type: ignore[assignment]
    import pytmx

    return pytmx


def read(data: bytes) -> list[tuple[Any, ...]]:
    """Return a row for each object of a cleaned map."""
    tiled = library().TiledMap(image_loader=lambda *_, **__: lambda *_, **__: None, invert_y=False, load_all=False)
    tiled.filename = "level.tmx"
    tiled.parse_xml(ElementTree.fromstring(data))
    gids = {
        inner: outer | sum(bit for bit, on in zip(FLAGS, flags, strict=True) if on)
        for outer, pairs in tiled.gidmap.items()
        for inner, flags in pairs
    }
    gids[0] = 0
    return [_row(o, gids) for group in tiled.objectgroups for o in group]


def _row(o: Any, gids: dict[int, int]) -> tuple[Any, ...]:
    place = (float(o.x), float(o.y), float(o.width), float(o.height), float(o.rotation))
    return (int(o.id), o.name or "", o.type or "", *place, bool(o.visible), gids[o.gid])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
