"""A bot's run with all its sound kept: in real time through SDL's disk driver, which writes what a device would get, or on paper.

On paper nothing waits: a tick is a sixtieth of a second, the mixing is ours, and two runs of one seed are the same.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.content.music import BUFFER, RATE
from game.core.trouble import Trouble
from game.lab.seat import live

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.events import Event

TICK = 1 / 60
FRAME = 4  # bytes: two ears of 16 bits
FULL = 32767
BLOCK = 1024  # frames that SDL writes at a time
WARM = 120  # ticks lived beforehand


@dataclass
class Heard:
    """What a run sounded like, and what was asked for when.

    sound   [frames, 2] -1..1, as written
    plays   (seconds since the device opened, tick, cue, file, dB)
    states  (tick, what the score should be, what it was)
    words   (tick, category, words) of the captions
    strikes (tick, kind, ticks until it lands) of the machine's strikes that reached the player
    spent   seconds of the main thread for each tick
    """

    sound: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))
    plays: list[tuple[float, int, str, str, float]] = field(default_factory=list)
    states: list[tuple[int, str, str]] = field(default_factory=list)
    words: list[tuple[int, str, str]] = field(default_factory=list)
    strikes: list[tuple[int, str, int]] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    written: list[int] = field(default_factory=list)  # frames that the file held at each tick
    rules: list[float] = field(default_factory=list)  # seconds of the main thread that the rules and the bot took
    ticks: list[float] = field(default_factory=list)  # seconds since the device opened at which each was lived
    block: int = BLOCK  # frames that are written at a time


def listen(level_id: str, seed: int, ticks: int, raw: Path) -> Heard:
    """Play a run in real time and return what was heard. The driver is chosen once in a process."""
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=str(raw), SDL_VIDEODRIVER="dummy")
    from game.audio.audio import Audio
    from game.audio.mixing import Mixing
    from game.view.view import View

    session, audio = _session(level_id, seed), Audio(Mixing())
    opened = time.perf_counter()
    audio.open(opened)
    _begun(audio, session, opened)
    view = View(session.level, seed)
    due = time.perf_counter()

    def wait() -> float:
        nonlocal due
        # as in the game: a processor that only waits is slow, and its caches hold what they should not
        view.draw(session)
        due += TICK
        time.sleep(max(0.0, due - time.perf_counter()))
        return time.perf_counter() - opened

    heard = _lived(audio, session, ticks, opened, wait, lambda: raw.stat().st_size // FRAME)
    audio.close()
    heard.sound = np.fromfile(raw, np.int16).reshape(-1, 2).astype(float) / FULL
    return heard


def on_paper(level_id: str, seed: int, ticks: int) -> Heard:
    """Play a run as fast as it goes and return what would be heard."""
    os.environ.update(SDL_AUDIODRIVER="dummy", SDL_VIDEODRIVER="dummy")
    import pygame

    from game.audio.audio import Audio
    from game.audio.mixing import Mixing
    from tools.listen.paper import Paper

    pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    paper = Paper()
    parts: list[npt.NDArray[np.float32]] = []
    session, audio = _session(level_id, seed), Audio(Mixing(), paper)
    audio.open(0.0)
    _begun(audio, session, 0.0)

    def wait() -> float:
        if paper.ticks or parts:
            parts.append(paper.write()[0])
        else:
            parts.append(np.zeros((0, 2), np.float32))
        return len(parts) * TICK

    heard = _lived(audio, session, ticks, 0.0, wait, lambda: paper.written)
    parts.append(paper.write()[0])
    heard.block = 0
    heard.sound = np.concatenate(parts).astype(float)
    return heard


def _session(level_id: str, seed: int) -> Session:
    import pygame

    from game.audio import kernels
    from game.lab.run import begin
    from game.level.load import load

    kernels.warm()
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    level = load(level_id)
    for _ in live(begin(level, seed, "standard", "t1000"), "base", WARM):
        pass  # kernels are compiled now, not while somebody listens
    return begin(level, seed, "standard", "t1000")


def _begun(audio: Any, session: Session, now: float) -> None:
    """Begin a run's sound once all of it is there."""
    while not audio.library.ready:
        time.sleep(0.01)
    audio.enter(session, now)
    while not (audio.music.state or audio.library.missing):
        time.sleep(0.01)
    if audio.library.missing:
        names = ", ".join(sorted(audio.library.missing)[:3])
        raise Trouble(f"sounds are missing or damaged ({names}): make them with python -m tools.compose")
    while any(thread.name == "sounds" for thread in threading.enumerate()):
        time.sleep(0.01)  # forms for other rooms


def _lived(
    audio: Any, session: Session, ticks: int, opened: float, wait: Callable[[], float], written: Callable[[], int]
) -> Heard:
    """Live a run; `wait` until the next tick is due and return its seconds."""
    from game.sim.events import StrikeBegan

    heard, listing = Heard(), listing_of(session)
    life, now = live(session, "base", ticks), 0.0
    played = _note_plays(audio, session, lambda: now)
    while True:
        now = wait()
        begun = time.thread_time()
        if next(life, None) is None:
            break
        heard.rules.append(time.thread_time() - begun)
        heard.ticks.append(now)
        heard.written.append(written())
        for e in session.events:
            if isinstance(e, StrikeBegan) and e.by == session.hunter:
                heard.strikes.append((session.world.tick, e.kind, e.ticks))
        begun = time.thread_time()
        audio.notice(session, opened + now)
        audio.step(opened + now)
        heard.spent.append(time.thread_time() - begun)
        listing(session.events)
        heard.states.append((session.world.tick, audio._wanted, audio.music.state))
    names = {id(sound): name for name, sound in audio.library._sounds.items()}
    heard.plays = [(at, tick, cue, names.get(id(sound), ""), db) for at, tick, cue, sound, db in played]
    audio.leave(opened + now)
    heard.words = listing.lines
    return heard


def _note_plays(audio: Any, session: Session, now: Callable[[], float]) -> list[tuple[float, int, str, Any, float]]:
    """Return where each sound that finds a channel will be noted; its name is looked up later, when nothing is timed."""
    played: list[tuple[float, int, str, Any, float]] = []
    desk, start = audio.desk, audio.desk._start

    def noted(channel: int, cue: Any, sound: Any, *rest: Any) -> bool:
        done: bool = start(channel, cue, sound, *rest)
        if done:
            played.append((now(), session.world.tick, cue.id, sound, rest[2]))
        return done

    desk._start = noted
    return played


def listing_of(session: Session) -> Any:
    """Return what takes a tick's events and keeps every caption that was written."""
    from game.view.camera import Camera
    from game.view.captions import Captions
    from game.view.captions import Heard as Line
    from game.view.pixels import METRE

    class Listing(Captions):
        """Captions that are kept."""

        def __init__(self) -> None:
            super().__init__()
            self.lines: list[tuple[int, str, str]] = []
            g = session.world.ground
            self.camera = Camera((g.width * METRE, g.height * METRE))

        def __call__(self, events: list[Event]) -> None:
            b, slot, before = session.world.b, session.player, self._lines
            self.camera.follow(
                (b.x[slot] * METRE, b.y[slot] * METRE), (b.fx[slot], b.fy[slot]), None, session.world.tick, 0
            )
            self.notice(session, events, self.camera, [])
            fresh: list[Line] = [line for line in self._lines if line not in before]
            self.lines += [(line.at, line.category, line.words) for line in fresh]

    return Listing()
