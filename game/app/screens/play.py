"""Play: the run itself; each tick the hands become a Command, the session lives it, the view draws it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.agent.command import AIM_UNIT, IDLE, Command
from game.app import progress
from game.app.glass import draw_over, looking
from game.app.hints.hints import Hints
from game.app.player import carried, faces, hand, refilled
from game.app.reload import Reload
from game.app.screens.base import Screen
from game.content.weapons import WEAPONS
from game.controls.sources import PLUGS
from game.core.trouble import Trouble

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted
    from game.session import Session
    from game.sim.events import Event
    from game.view.view import View

FULL_FLASH = 4  # the setting at which what flashes is as bright as it was made
FULL_SHAKE = 3  # the setting at which the view shakes as much as it was made to
# ticks in which a level begins: no objective is written large, nor while the level's title stands there
TITLE_FOR = 240
NEWS_FOR = 150
CHECKPOINT_FOR = 120  # ticks that it is told
RETRY_AFTER = 45  # ticks that the key is held
BLADE_STOP = 4  # ticks that time stands still for the weight of a blow taken; a weapon's own are in its row
LAST_LOOK = 90  # ticks between winning and the page about it


class Play(Screen):
    """A run in the window."""

    def __init__(self, app: App, session: Session, view: View, wanted: Wanted) -> None:
        super().__init__(app)
        self.session, self.view, self.wanted = session, view, wanted
        self.hud = session.hud()
        self.body = session.player  # that he drives
        self.stop = 0  # ticks that time still stands
        self.owed = 0.0  # share of a tick, while time is slow
        self.since_end = 0
        self.vision = False
        self.aim = (0.0, 0.0)  # metres from the body, as commanded last
        self.command = IDLE  # of the last tick
        self.hints = Hints(app.progress.told)
        self.map_opened = False
        self.news, self.news_for = "", 0  # the objective that has just come, and ticks that it is still written large
        self.reload = Reload(wanted) if wanted.watch else None
        self.recording = None
        if wanted.record:
            from game.app.recording import Recording

            self.recording = Recording(session, wanted.level, wanted.record)

    # ------------------------------------------------------------------ hearing
    def enter(self) -> None:
        self.app.hands.let_go(keep_legs=True)
        self.app.hands.sources.unplugged = False
        if pygame.mouse.get_focused():
            self.app.mouse = self.app.presenter.to_frame(pygame.mouse.get_pos())
        pygame.mouse.set_visible(False)
        self.view.shake = self.app.settings.shake / FULL_SHAKE
        if self.hints.told != set(self.app.progress.told):
            self.hints = Hints(self.app.progress.told)
        self.view.effects.blood = self.app.settings.blood
        self.view.effects.flash = self.app.settings.flash / FULL_FLASH
        self.view.captions.sounds = frozenset(self.app.settings.captions)
        self.view.captions.pings = self.app.settings.pings
        self.view.talk.pace = self.app.settings.reading / 100
        self.app.sound.enter(self.session)

    def leave(self) -> None:
        pygame.mouse.set_visible(True)
        self.app.sound.leave()
        self._remember()
        if not self.session.outcome and not self.reload:
            self._save()
        if self.recording:
            self.recording.write()

    def handle(self, event: pygame.event.Event) -> None:
        began = [] if event.type in PLUGS else self.app.hands.handle(event)
        if event.type in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED):
            self.pause("THE WINDOW WAS LEFT")
        elif self.app.hands.sources.unplugged:
            self.pause("THE PAD WAS UNPLUGGED")
        elif "pause" in began or (event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE):
            self.pause()
        elif "map" in began:
            self.map_opened = True
            self._over("map")
        elif "skip" in began and self.view.skip_line():
            return
        elif "vision" in began:
            self.vision = not self.vision

    def pause(self, why: str = "") -> None:
        """Let the world stand still under the pause menu."""
        self._over("pause", why=why)

    def _over(self, name: str, **given: str) -> None:
        pygame.mouse.set_visible(True)
        self._remember()
        self.app.hands.let_go(keep_legs=True)
        self.app.sound.hold()
        self.app.push(name, play=self, **given)

    # ------------------------------------------------------------------ living
    def tick(self) -> None:
        if self.reload and self._reloads(self.reload):
            return
        if self.session.outcome:
            self._ended()
        elif self.app.hands.age("retry") >= RETRY_AFTER:
            self.retry()
        elif self.stop:
            self.stop -= 1
        else:
            settings = self.app.settings
            self.owed += settings.speed / 100 * (settings.wheel / 100 if self.app.hands.choosing else 1.0)
            self._live(self.owed >= 1.0)

    def _reloads(self, reload: Reload) -> bool:
        """Take over a level that was saved again; say whether time stands still for it."""
        if session := reload.again(self.session):
            self.session = session
            self.stop, self.owed, self.since_end, self.news_for = 0, 0.0, 0, 0
            self.hud = session.hud()
            self.app.hands.let_go(keep_legs=True)
        if view := reload.painted():
            self.view = view
            self.enter()
        return reload.painting is not None

    def _live(self, due: bool) -> None:
        """Live a tick, if slow time has come round to one; the wheel listens all the same."""
        if not due:
            self.app.hands.spin(self.app.mouse)
            return
        self.owed = min(self.owed - 1.0, 1.0)
        s = self.session
        if s.player != self.body:
            self.body = s.player
            self.app.hands.change_body()
        self.command = self._command()
        given = {s.seat: self.command}
        events = s.step(given)
        self.view.notice(s)
        self.app.sound.notice(s)
        if self.recording:
            with self._told():
                self.recording.tick(given)
        self.hud = s.hud()
        self.news_for = max(0, self.news_for - 1)
        for event in events:
            self._felt(event)
        if self.app.settings.hints:
            self.hints.tick(self, quiet=self.view.talk.now is None)

    def _command(self) -> Command:
        """Ask the hands what they want now."""
        s, world = self.session, self.session.world
        x, y = world.b.x[s.player], world.b.y[s.player]
        to_x, to_y = self.view.on_screen(*self.app.mouse)
        held, asked = hand(s), len(self.hud.choices)
        command = self.app.hands.tick(
            (to_x - x, to_y - y),
            cursor=self.app.mouse,
            at=(x, y),
            slots=() if asked else sorted(carried(s)),
            slot=WEAPONS[held].slot if held else 0,
            facing=(world.b.fx[s.player], world.b.fy[s.player]),
            faces=faces(s),
            asked=asked,
        )
        if asked and command.weapon:  # it is an answer
            command = msgspec.structs.replace(command, weapon=0, choice=command.weapon)
        self.aim = command.aim_x * AIM_UNIT, command.aim_y * AIM_UNIT
        return refilled(command, self.hud, world.tick)

    def _felt(self, event: Event) -> None:
        """Answer an event with what the hands feel, or with what has to be kept."""
        from game.sim import events as E

        player = self.session.player
        if isinstance(event, E.ShotFired) and event.by == player:
            self.app.hands.fired()
            self.stop = max(self.stop, WEAPONS[event.weapon].hit_stop)
        elif isinstance(event, E.StrikeLanded) and event.by == player:
            self.app.hands.fired()
        elif isinstance(event, E.StrikeLanded) and event.whom == player:
            self.stop = max(self.stop, BLADE_STOP)
        elif isinstance(event, E.ObjectiveSet) and self.session.world.tick > TITLE_FOR and not self.view.talk.titled:
            self.news, self.news_for = event.text.upper(), NEWS_FOR
        elif isinstance(event, E.CheckpointReached):
            self.app.say("CHECKPOINT", CHECKPOINT_FOR)
            self._save()

    def retry(self) -> None:
        """Go back to the last checkpoint."""
        self.session.retry()
        if self.recording:
            self.recording.retry()
        self.stop, self.owed, self.since_end, self.news_for = 0, 0.0, 0, 0
        self.hud = self.session.hud()
        self.app.hands.let_go(keep_legs=True)

    def _ended(self) -> None:
        self.since_end += 1
        if self.session.outcome == "lost":
            self._over("lost")
        elif self.since_end == LAST_LOOK:
            self.app.runs.won(self.session, self.wanted)

    # ------------------------------------------------------------------ keeping
    def _save(self) -> None:
        self.app.runs.keep(self.wanted.level, self.session.save())

    def _remember(self) -> None:
        """Keep what the player has learned."""
        told = tuple(sorted(self.hints.told))
        if told != self.app.progress.told:
            self.app.progress.told = told
            self.app.say(progress.save(self.app.progress))

    def rescue(self) -> None:
        """Write what has been recorded so far."""
        if self.recording:
            with self._told():
                self.recording.write()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell of trouble with the recording; it is no reason to stop playing."""
        try:
            yield
        except Trouble as e:
            self.app.say(str(e))

    # ------------------------------------------------------------------ drawing
    def draw(self) -> pygame.Surface:
        if self.reload and self.reload.painting and self.app.frame:  # what a moving picture costs, the new one gets
            self.reload.draw(self.app.frame)
            return self.app.frame
        frame = self.view.draw(self.session, self.vision, looking(self))
        draw_over(frame, self, self.app.hands.age("retry") / RETRY_AFTER)
        if self.reload:
            self.reload.draw(frame)
        return frame
