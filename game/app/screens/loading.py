"""Between the title and play: waits for the warm-up, builds the run in the background, shows how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game.app import ink, saves
from game.app.screens.base import Screen
from game.app.warm import learning
from game.controls.menus import MenuKeys
from game.core.trouble import Trouble

if TYPE_CHECKING:
    from game.app.app import App
    from game.session import Session

Stage = tuple[float, str]  # how far it is, and the words of what comes next
Told = Callable[[float, str], None]  # the same, called by whoever builds the view
Job = Callable[[Told], Iterator[Stage | dict[str, Any]]]
VIEW_FROM = 0.45  # share of the work before the view


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A run to build.

    watch   build it again whenever its file is saved
    go_on   go on where a run of this level was left; seed and difficulty are those of then
    at      checkpoint to begin from, '' the start
    record  file to record to
    """

    level: str
    seed: int
    difficulty: str
    go_on: bool = False
    at: str = ""
    watch: bool = False
    record: Path | None = None


class Loading(Screen):
    """Builds in a thread, so that the window stays alive; `then` names the screen that gets what was built."""

    def __init__(self, app: App, job: Job, then: str, title: str = "", wanted: Wanted | None = None) -> None:
        super().__init__(app)
        self.job, self.then, self.title, self.wanted = job, then, title, wanted
        self.share, self.words = 0.0, "READING THE MAP"
        self.built: dict[str, Any] | None = None
        self.fault: BaseException | None = None
        self.keys = MenuKeys()
        self.begun = False

    def _work(self) -> None:
        try:
            for stage in self.job(self._told):
                if isinstance(stage, dict):
                    self.built = stage
                else:
                    self.share, self.words = stage
        except BaseException as e:  # whatever it is, the main thread must hear of it
            self.fault = e

    def _told(self, share: float, words: str) -> None:
        self.share, self.words = VIEW_FROM + (1 - VIEW_FROM) * share, words.upper()

    def handle(self, event: pygame.event.Event) -> None:
        if self.keys.read(event) == "back" and not self.app.direct:
            self.app.pop()

    def tick(self) -> None:
        if not self.app.warmth.ready:
            return
        if not self.begun:
            self.begun = True
            threading.Thread(target=self._work, name="loading", daemon=True).start()
        if self.fault:
            self.app.trouble(self.fault, self.wanted)
        elif self.built is not None:
            self.app.swap(self.then, **self.built)

    def draw(self) -> pygame.Surface:
        warm = self.app.warmth
        frame = self.app.canvas
        frame.fill(ink.NIGHT)
        ink.draw_text(frame, self.title.upper(), 320, 140, ink.WHITE, 3, "centre")
        words, share = (self.words, self.share) if warm.ready else (learning(warm.words), warm.share)
        ink.draw_text(frame, words, 320, 192, ink.STEEL, align="centre")
        ink.bar(frame, 230, 208, 180, share)
        return frame


def build_run(wanted: Wanted, told: Told) -> Iterator[Stage | dict[str, Any]]:
    """Build level, session and view, telling how far it is; at last the arguments of the play screen."""
    yield 0.05, "READING THE MAP"
    from game.level.load import load

    level = load(wanted.level)
    yield 0.3, "WAKING THE PEOPLE"
    from game.session import Session

    session = Session(level, wanted.seed, wanted.difficulty)
    if wanted.go_on:
        go_on(session, wanted.level)
    if wanted.at:
        yield 0.4, f"WALKING TO {wanted.at.upper()}"
        walk_to(session, wanted.at)
    yield VIEW_FROM, "CASTING LIGHT"
    from game.view.view import View

    view = View(level, wanted.seed, told)
    yield 1.0, ""
    yield {"session": session, "view": view, "wanted": wanted}


def walk_to(session: Session, checkpoint: str) -> None:
    """Let a bot play up to a checkpoint; raises Trouble where there is none of that name or the bot does not get there."""
    from game.lab.seat import live
    from game.sim.effects import Checkpoint

    level = session.level
    known = [effect.name for t in level.triggers for effect in t.do if isinstance(effect, Checkpoint)]
    if checkpoint not in known:
        raise Trouble(f"{level.file}: it has no checkpoint {checkpoint!r}; choose from {', '.join(known) or 'none'}")
    for _ in live(session, "base", 2 * level.par):
        if session.world.state.checkpoint == checkpoint:
            return
    raise Trouble(f"{level.file}: the bot did not get to {checkpoint!r} with seed {session.seed}; try another --seed")


def go_on(session: Session, level: str) -> None:
    """Take over the run that was left; a damaged one is kept aside."""
    data = saves.load(level)
    try:
        session.load(data)
    except Trouble as e:
        raise Trouble(f"{e}; it is kept as {saves.set_aside(level)}: begin a new game") from e


def build_replay(path: Path, told: Told) -> Iterator[Stage | dict[str, Any]]:
    """Build what the replay screen wants."""
    yield 0.05, "READING THE REPLAY"
    from game.replay import level_of, load

    record = load(path)
    level = level_of(record, path)
    yield VIEW_FROM, "CASTING LIGHT"
    from game.view.view import View

    view = View(level, record.seed, told)
    yield 1.0, ""
    yield {"record": record, "level": level, "view": view}
