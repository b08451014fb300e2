"""A bot's run in real time with all its sound going into a file: SDL's disk driver writes what a device would get."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.events import Event

TICK = 1 / 60
FRAME = 4  # bytes: two ears of 16 bits


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


def listen(level_id: str, seed: int, ticks: int, raw: Path) -> Heard:
    """Play a run in real time and return what was heard. The driver is chosen once in a process."""
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=str(raw), SDL_VIDEODRIVER="dummy")
    import pygame

    from game.audio.audio import Audio
    from game.audio.mixing import Mixing
    from game.lab.run import begin
    from game.lab.seat import live
    from game.level.load import load
    from game.sim.events import StrikeBegan

    pygame.display.init()
    pygame.display.set_mode((1, 1))
    level = load(level_id)
    session = begin(level, seed, "standard", "t1000")
    audio, heard, listing = Audio(Mixing()), Heard(), listing_of(session)
    opened = time.perf_counter()
    audio.open(opened)
    while not audio.library.ready:
        time.sleep(0.01)
    audio.enter(session)
    while not audio.music.state:
        time.sleep(0.01)
    _note_plays(audio, heard, session, opened)
    due, life = time.perf_counter(), live(session, "base", ticks)
    while True:
        due += TICK
        time.sleep(max(0.0, due - time.perf_counter()))
        begun = time.thread_time()
        if next(life, None) is None:
            break
        heard.rules.append(time.thread_time() - begun)
        heard.ticks.append(time.perf_counter() - opened)
        heard.written.append(raw.stat().st_size // FRAME)
        for e in session.events:
            if isinstance(e, StrikeBegan) and e.by == session.hunter:
                heard.strikes.append((session.world.tick, e.kind, e.ticks))
        begun = time.thread_time()
        audio.notice(session, time.perf_counter())
        audio.step(time.perf_counter())
        heard.spent.append(time.thread_time() - begun)
        listing(session.events)
        heard.states.append((session.world.tick, audio._wanted, audio.music.state))
    audio.leave()
    audio.close()
    heard.words = listing.lines
    heard.sound = np.fromfile(raw, np.int16).reshape(-1, 2).astype(float) / 32767
    return heard


def _note_plays(audio: Any, heard: Heard, session: Session, opened: float) -> None:
    """Note each sound that finds a channel."""
    desk, start = audio.desk, audio.desk._start

    def noted(channel: int, cue: Any, sound: Any, now: float, ends: float, db: float, pan: float, loops: int) -> None:
        name = next((n for n, s in audio.library._sounds.items() if s is sound), "")
        heard.plays.append((time.perf_counter() - opened, session.world.tick, cue.id, name, db))
        start(channel, cue, sound, now, ends, db, pan, loops)

    desk._start = noted


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
