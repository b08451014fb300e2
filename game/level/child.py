"""Asks the map library in a child process, so that whatever it does to itself does not happen to the game.

The child stays and answers one map after the other: to start it costs more than to read a map.
"""

import atexit
import contextlib
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import msgspec

import game
from game.level.data import LevelError
from game.level.limits import LIMITS

Row = tuple[int, str, str, float, float, float, float, float, bool, int]
ANSWER = msgspec.msgpack.Decoder(list[Row])
SIZE = struct.Struct("<I")  # before each message


def ask_library(clean: Element, shown: str) -> list[Row]:
    """Return the library's reading of a cleaned map's objects; raises LevelError if it dies, stalls or answers nonsense."""
    if not len(clean):
        return []  # nothing to ask
    try:
        return ANSWER.decode(_ask(tostring(clean, encoding="utf-8")))
    except TimeoutError as e:
        what = f"takes longer than {LIMITS.child_seconds:.0f} s to read"
        raise LevelError(shown, what, "make it smaller", code="library-time") from e
    except EOFError as e:
        raise LevelError(shown, "the map library cannot read it", "save it with Tiled", code="library") from e
    except msgspec.DecodeError as e:
        raise LevelError(shown, "the map library answered nonsense", "save it with Tiled", code="library") from e
    except OSError as e:
        raise LevelError(
            shown, "no second process could be started to read it", "free some memory", code="library"
        ) from e


def wake() -> None:
    """Start the child, so that it is ready when it is asked; what goes wrong shows then."""
    with contextlib.suppress(OSError):
        _helper()


class Rested(Exception):
    """The child had nothing to do for so long that it was let go."""


class Helper:
    """One child: asked one thing at a time, from any thread."""

    def __init__(self) -> None:
        root = Path(game.__file__).resolve().parent.parent
        hidden: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
        self.owner, self.lock, self.asked = os.getpid(), threading.Lock(), 0
        self.idle: threading.Timer | None = None
        self.process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root,  # not the user's folder: nothing there may pass for a module
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])},
            creationflags=hidden,
        )

    def ask(self, question: bytes) -> bytes:
        """Return the answer; raises TimeoutError or EOFError, and then the child is gone."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self.process.kill()

        with self.lock:
            if self.process.poll() is not None:
                raise Rested
            self.asked += 1
            timer = threading.Timer(LIMITS.child_seconds, give_up)
            timer.daemon = True
            timer.start()
            try:
                return self._answer(question)
            except (EOFError, BrokenPipeError) as e:
                self.end()
                raise (TimeoutError if late.is_set() else EOFError) from e
            finally:
                timer.cancel()
                self._rest()

    def _answer(self, question: bytes) -> bytes:
        to, back = self.process.stdin, self.process.stdout
        assert to is not None and back is not None  # noqa: PT018  both were asked for
        to.write(SIZE.pack(len(question)) + question)
        to.flush()
        head = back.read(SIZE.size)
        (size,) = SIZE.unpack(head) if len(head) == SIZE.size else (LIMITS.answer_bytes + 1,)
        answer = back.read(size) if size <= LIMITS.answer_bytes else b""
        if len(answer) != size:
            raise EOFError
        return answer

    def _rest(self) -> None:
        """Let the child go if nobody asks it again for a while."""
        if self.idle is not None:
            self.idle.cancel()
        self.idle = threading.Timer(LIMITS.child_idle, self._retire)
        self.idle.daemon = True
        self.idle.start()

    def _retire(self) -> None:
        if self.lock.acquire(blocking=False):  # else it is at work
            try:
                self.end()
            finally:
                self.lock.release()

    @property
    def usable(self) -> bool:
        """Say whether it can be asked again: it lives, is this process's own, and has not worked too long."""
        return self.owner == os.getpid() and self.process.poll() is None and self.asked < LIMITS.child_maps

    def end(self) -> None:
        """Let the child go; one that does not is killed."""
        if self.idle is not None:
            self.idle.cancel()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


def _ask(question: bytes) -> bytes:
    """Return the child's answer; one that has just gone to rest is followed by another."""
    for _ in range(2):
        with contextlib.suppress(Rested):
            return _helper().ask(question)
    raise EOFError


_helpers: list[Helper] = []  # the one that lives, if one does
_choosing = threading.Lock()


def _helper() -> Helper:
    with _choosing:
        if not (_helpers and _helpers[0].usable):
            _end()
            _helpers.append(Helper())
        return _helpers[0]


def _end() -> None:
    while _helpers:
        _helpers.pop().end()


atexit.register(_end)


def command() -> list[str]:
    """Return how the child is started; in a frozen build the program itself is the interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "_read"]
    return [sys.executable, "-m", "game.level.tiled"]
