"""The one door to numba: kernels compiled once and kept under GAME_HOME, in a folder named by a hash of all kernel sources.

numba's own cache does not see a change in an imported file, so the name of the folder has to.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from game.core.home import home

F = TypeVar("F", bound=Callable[..., Any])
GAME = Path(__file__).resolve().parent.parent
SOURCES = (
    *("core/*.py", "sim/kernels/*.py", "sim/tables.py", "view/kernels.py", "audio/kernels.py"),
    # what is frozen in them
    *(
        "agent/command.py",
        "agent/doubt.py",
        "agent/percept.py",
        "content/actors.py",
        "content/weapons.py",
        "content/looks.py",
    ),
)


def sources_hash() -> str:
    """Return a short fingerprint of every file that a kernel may be compiled from."""
    h = hashlib.blake2b(digest_size=8)
    for pattern in SOURCES:
        for path in sorted(GAME.glob(pattern)):
            h.update(path.read_bytes())
    return h.hexdigest()


CACHE = home() / "cache" / f"kernels-{sources_hash()}"
os.environ.setdefault("NUMBA_CACHE_DIR", str(CACHE))  # before numba is imported: it reads this once

import numba  # noqa: E402

JIT = not numba.config.DISABLE_JIT


def kernel(function: F) -> F:
    """Compile a scalar loop that makes no arrays. No fastmath: it may join a*b+c and change the bits.

    PERF: without numba's memory manager (_nrt) nobody counts references to the arrays that are handed in and on: a call
    from Python costs half as much, and moving the mall's bodies 2 us instead of 9.
    """
    return numba.njit(cache=True, error_model="numpy", _nrt=False)(function)  # type: ignore[no-any-return]


def maker(function: F) -> F:
    """Compile a loop that makes arrays; what runs often belongs into kernels that it hands them to once."""
    return numba.njit(cache=True, error_model="numpy")(function)  # type: ignore[no-any-return]


def kernels() -> set[str]:
    """Return the names of all kernels in the modules that have been imported."""
    things = [thing for name, m in sys.modules.items() if name.startswith("game.") for thing in vars(m).values()]
    return {_name(thing) for thing in things if isinstance(thing, numba.core.dispatcher.Dispatcher)}


def cold() -> bool:
    """Say whether no kernel has been kept yet: processes that begin at once would write one index over another's."""
    return JIT and not any(Path(numba.config.CACHE_DIR).glob("**/*.nbi"))


@contextmanager
def compiling(tell: Callable[[str], None]) -> Iterator[None]:
    """Tell the name of every kernel whose compilation ends meanwhile; one may come several times, for several types."""

    class Ear(numba.core.event.Listener):  # type: ignore[misc]
        def on_start(self, event: Any) -> None:
            """Nothing is to be told yet."""

        def on_end(self, event: Any) -> None:
            name = _name(event.data["dispatcher"])
            if name.startswith("game."):
                tell(name)

    with numba.core.event.install_listener("numba:compile", Ear()):
        yield


def _name(dispatcher: Any) -> str:
    return f"{dispatcher.py_func.__module__}.{dispatcher.py_func.__name__}"
