"""Begins, resumes, restarts and keeps runs: everything between a wish to play and the play screen."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app import campaign, progress, saves
from game.app.building import Wanted, build_replay, build_run
from game.app.start import Start
from game.content import missions
from game.core.home import home
from game.core.trouble import Trouble

if TYPE_CHECKING:
    from game.app.app import App
    from game.session import Session


class Runs:
    """The app's runs; every way into one goes through the loading screen."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._hard = app.settings.difficulty  # the player's choice as the run was loaded

    def play(self, level: str, how: Start | None = None) -> None:
        """Load a mission and play it as the command line asked, if it did; without a seed one is drawn."""
        how = how or Start()
        seed = secrets.randbelow(2**31) if how.seed is None else how.seed
        difficulty = how.difficulty or self.app.settings.difficulty
        record = None if how.watch else how.record
        self._load(Wanted(level=level, seed=seed, difficulty=difficulty, at=how.at, watch=how.watch, record=record))

    def tell(self, mission: str) -> None:
        """Tell what lies before a mission, then play it with what those before it have left."""
        row = missions.mission(mission)
        if row is None or row.training:
            self.play(mission)
            return

        def begin() -> None:
            self.app.pop()
            carried = self.app.campaign.carried(mission)
            self._load(
                Wanted(
                    level=mission,
                    seed=secrets.randbelow(2**31),
                    difficulty=self.app.settings.difficulty,
                    carried=carried,
                )
            )

        self.app.push("chapter", mission=mission, done=begin)

    def begin_story(self) -> None:
        """Begin a new game."""
        self.app.campaign.restart()
        self.app.say(campaign.save(self.app.campaign))
        self.tell(self.app.campaign.next)

    def left_off(self) -> str:
        """Return the level that Continue goes on with: the run that was left, else the story's next mission, '' none."""
        last, onward = self.app.progress.last, self.app.campaign.next
        if last and saves.path(last).is_file():
            return last
        return onward if missions.mission(onward) else ""

    def where(self) -> str:
        """Return in words what Continue goes on with, '' nothing."""
        level = self.left_off()
        row = missions.mission(level)
        return row.title if row else Path(level).stem

    def go_on(self) -> None:
        """Continue where the player left off."""
        level = self.left_off()
        if saves.path(level).is_file() and level == self.app.progress.last:
            self.resume()
        else:
            self.tell(level)

    def won(self, session: Session, wanted: Wanted) -> None:
        """Keep what a run that was won has brought, in place of the top screen show what follows: its report, or the end."""
        saves.forget(wanted.level)
        best = self.app.progress.won(wanted.level, session.world.tick)
        words = progress.save(self.app.progress)
        left, onward = session.carry_on(), ""
        if not wanted.watch:
            onward = self.app.campaign.won(wanted.level, left, session.world.state.next_mission, session.reason)
        if onward and not self.app.direct:
            words = words or campaign.save(self.app.campaign)
        self.app.say(words)
        if onward == campaign.END:
            self.app.swap("epilogue", carried=left)
        else:
            self.app.swap("won", session=session, wanted=wanted, onward=onward, best=best)

    def resume(self) -> None:
        """Go on where the last run was left."""
        level = self.app.progress.last
        self._load(Wanted(level=level, seed=0, difficulty=self.app.settings.difficulty, go_on=True))

    def keep(self, level: str, data: bytes) -> None:
        """Save a run to continue with."""
        words = saves.save(level, data)
        if self.app.progress.last != level:
            self.app.progress.last = level
            words = words or progress.save(self.app.progress)
        self.app.say(words)

    def restart(self, play: Any) -> None:
        """Begin a run again from its level's start: the same seed, as hard as the player has chosen since."""
        self.app.end_run()
        record = beside(play.wanted.record) if play.wanted.record else None
        s = play.session
        now = self.app.settings.difficulty
        hard = now if now != self._hard else s.difficulty
        self._load(replace(play.wanted, go_on=False, seed=s.seed, difficulty=hard, carried=s.carried, record=record))

    def _load(self, wanted: Wanted) -> None:
        self._hard = self.app.settings.difficulty
        if self.app.settings.record and wanted.record is None and not wanted.watch:
            wanted = replace(wanted, record=kept_under(wanted.level))
        row = missions.mission(wanted.level)
        title = row.title if row else Path(wanted.level).stem
        self.app.push("loading", job=lambda told: build_run(wanted, told), then="play", title=title, wanted=wanted)

    def begin(self) -> None:
        """Begin with what the command line asked for."""
        start = self.app.start
        if start.replay:
            self.watch(start.replay)
        elif start.level:
            self.play(start.level, start)
        else:
            self.app.push("title")

    def watch(self, path: Path) -> None:
        """Show a replay."""
        self.app.push("loading", job=lambda told: build_replay(path, told), then="replay", title=path.stem)

    def trouble(self, fault: BaseException, wanted: Wanted | None = None) -> None:
        """Say on a page, in place of the top screen, why a run could not be built.

        Where the command line asked for the run, it says so itself; but a level that is watched may be mended.
        """
        watched = wanted is not None and wanted.watch
        if not isinstance(fault, Trouble) or (self.app.direct and not watched):
            raise fault
        self.app.swap("trouble", words=str(fault), wanted=wanted if watched else None)

    def again(self, wanted: Wanted) -> None:
        """Build a run in place of the top screen: its level was mended."""
        self.app.stack.pop().leave()
        self._load(wanted)


def kept_under(level: str) -> Path | None:
    """Return a new file for a run that is recorded because the player wants all of them; None if there can be none."""
    folder = home() / "replays"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return beside(folder / f"{Path(level).stem}-1.replay")


def beside(path: Path) -> Path:
    """Return a free name for the next recording: run.replay, run-2.replay, run-3.replay …"""
    stem = re.sub(r"-\d+\Z", "", path.stem)
    return next(p for n in range(2, 10**6) if not (p := path.with_name(f"{stem}-{n}{path.suffix}")).exists())
