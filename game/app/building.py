"""Builds what a screen needs, stage by stage, telling how far it is: a run to play, or a replay to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app import saves
from game.core.settle import settle
from game.core.trouble import Trouble
from game.sim.carried import Carried

if TYPE_CHECKING:
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
    carried what the missions before have left, None nothing
    """

    level: str
    seed: int
    difficulty: str
    go_on: bool = False
    at: str = ""
    watch: bool = False
    record: Path | None = None
    carried: Carried | None = None


def build_run(wanted: Wanted, told: Told) -> Iterator[Stage | dict[str, Any]]:
    """Build level, session and view, telling how far it is; at last the arguments of the play screen."""
    yield 0.05, "READING THE MAP"
    from game.level.load import load

    level = load(wanted.level)
    yield 0.3, "WAKING THE PEOPLE"
    from game.session import Session

    session = Session(level, wanted.seed, wanted.difficulty, carried=wanted.carried)
    if wanted.go_on:
        go_on(session, wanted.level)
    if wanted.at:
        yield 0.4, f"WALKING TO {wanted.at.upper()}"
        walk_to(session, wanted.at)
    yield VIEW_FROM, "CASTING LIGHT"
    from game.view.view import View

    view = View(level, wanted.seed, told)
    settle()
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
        raise Trouble(f"{e}; it is kept as {saves.set_aside(level)}") from e


def build_replay(path: Path, told: Told) -> Iterator[Stage | dict[str, Any]]:
    """Build what the replay screen wants."""
    yield 0.05, "READING THE REPLAY"
    from game.replay import level_of, load

    record = load(path)
    level = level_of(record, path)
    yield VIEW_FROM, "CASTING LIGHT"
    from game.view.view import View

    view = View(level, record.seed, told)
    settle()
    yield 1.0, ""
    yield {"record": record, "level": level, "view": view}
