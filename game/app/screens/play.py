"""Play: the run itself; each tick the hands become a Command, the session lives it, the view draws it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from game.agent.command import AIM_UNIT, IDLE, Command
from game.app import ink, progress, saves
from game.app.hints.drawing import FOOT, HIGH, draw_hint, pieces
from game.app.hints.hints import Hints
from game.app.overlay import draw_crosshair, draw_holding, draw_slots, draw_wheel
from game.app.screens.base import Screen
from game.app.watch import watch
from game.content.weapons import WEAPONS
from game.controls.bindings import binds
from game.controls.inputs import Face
from game.controls.sources import PLUGS
from game.core.trouble import Trouble

if TYPE_CHECKING:
    from game.app.app import App
    from game.app.building import Wanted
    from game.session import Session
    from game.sim.events import Event
    from game.view.view import View

FULL_SHAKE = 3  # the setting at which the view shakes as much as it was made to
LEAN_AT = 4.0 / (ink.H / 2)  # metres that a pixel between the cursor and the middle of the frame counts for the camera
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
        self.stop = 0  # ticks that time still stands
        self.owed = 0.0  # share of a tick, while time is slow
        self.since_end = 0
        self.vision = False
        self.aim = (0.0, 0.0)  # metres from the body, as commanded last
        self.command = IDLE  # of the last tick
        self.hints = Hints(app.progress.told)
        self.map_opened = False
        self.watch = watch(wanted.level) if wanted.watch else None
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
        self.view.captions.sounds = frozenset(self.app.settings.captions)
        self.view.talk.pace = self.app.settings.reading / 100

    def leave(self) -> None:
        pygame.mouse.set_visible(True)
        self._remember()
        if not self.session.outcome and not self.watch:
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
        self.app.push(name, play=self, **given)

    # ------------------------------------------------------------------ living
    def tick(self) -> None:
        if self.watch and self.watch.tick():
            self.app.runs.restart(self)
        elif self.session.outcome:
            self._ended()
        elif self.app.hands.age("retry") >= RETRY_AFTER:
            self.retry()
        elif self.stop:
            self.stop -= 1
        else:
            settings = self.app.settings
            self.owed += settings.speed / 100 * (settings.wheel / 100 if self.app.hands.choosing else 1.0)
            self._live(self.owed >= 1.0)

    def _live(self, due: bool) -> None:
        """Live a tick, if slow time has come round to one; the wheel listens all the same."""
        if not due:
            self.app.hands.spin(self.app.mouse)
            return
        self.owed = min(self.owed - 1.0, 1.0)
        s = self.session
        self.command = self._command()
        given = {s.world.names[s.player]: self.command}
        events = s.step(given)
        self.view.notice(s)
        if self.recording:
            with self._told():
                self.recording.tick(given)
        self.hud = s.hud()
        for event in events:
            self._felt(event)
        if self.app.settings.hints:
            self.hints.tick(self, quiet=self.view.talk.now is None)

    def _command(self) -> Command:
        """Ask the hands what they want now."""
        s, world = self.session, self.session.world
        x, y = world.b.x[s.player], world.b.y[s.player]
        to_x, to_y = self.view.on_screen(*self.app.mouse)
        hand = self.hand()
        command = self.app.hands.tick(
            (to_x - x, to_y - y),
            cursor=self.app.mouse,
            at=(x, y),
            slots=sorted(self.carried()),
            slot=WEAPONS[hand].slot if hand else 0,
            facing=(world.b.fx[s.player], world.b.fy[s.player]),
            faces=self._faces(x, y),
        )
        self.aim = command.aim_x * AIM_UNIT, command.aim_y * AIM_UNIT
        return command

    def hand(self) -> str:
        """Return the weapon in hand, '' none."""
        gear = self.session.world.state.gear.get(self.session.player)
        return gear.weapon if gear and gear.weapon in WEAPONS else ""

    def carried(self) -> dict[int, str]:
        """Return what is carried, by slot; of two in one slot the later."""
        gear = self.session.world.state.gear.get(self.session.player)
        return {WEAPONS[w].slot: w for w in gear.owned} if gear else {}

    def _faces(self, x: float, y: float) -> list[Face]:
        """Return the people whom the player sees with his own eyes, none of whom is his ward."""
        s, world, b = self.session, self.session.world, self.session.world.b
        sees, track, marks = world.sees_now[s.player].tolist(), world.track[s.player].tolist(), world.state.marks
        seen = (
            j for j in range(world.count) if sees[j] and b.here[j] and not b.down[j] and j not in (s.player, s.ward)
        )
        return [Face(b.x[j] - x, b.y[j] - y, track[j], marks.get(j, 0)) for j in seen]

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
        elif isinstance(event, E.CheckpointReached):
            self.app.say("CHECKPOINT", CHECKPOINT_FOR)
            self._save()

    def retry(self) -> None:
        """Go back to the last checkpoint."""
        self.session.retry()
        if self.recording:
            self.recording.retry()
        self.stop, self.owed, self.since_end = 0, 0.0, 0
        self.hud = self.session.hud()
        self.app.hands.let_go(keep_legs=True)

    def _ended(self) -> None:
        self.since_end += 1
        if self.session.outcome == "lost":
            self._over("lost")
        elif self.since_end == LAST_LOOK:
            saves.forget(self.wanted.level)
            self.app.swap("won", session=self.session, wanted=self.wanted)

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
    def _looking(self) -> tuple[float, float]:
        """Return the place on the map toward which the camera leans.

        With a mouse it is where the cursor lies on the frame, not on the map: a leaning camera moves the map under the
        cursor, and would then lean further by itself.
        """
        b, slot = self.session.world.b, self.session.player
        if self.app.hands.sources.device == "pad":
            return b.x[slot] + self.aim[0], b.y[slot] + self.aim[1]
        x, y = self.app.hands.wheel.cursor if self.app.hands.wheel else self.app.mouse
        return b.x[slot] + (x - ink.W / 2) * LEAN_AT, b.y[slot] + (y - ink.H / 2) * LEAN_AT

    def draw(self) -> pygame.Surface:
        frame = self.view.draw(self.session, self.vision, self._looking())
        hands, light = self.app.hands, self.app.settings.brightness
        if light:
            frame.fill((light, light, light), special_flags=pygame.BLEND_RGB_ADD)
        carried = self.carried()
        if len(carried) > 1 and not self.vision:
            draw_slots(frame, carried, self.hand())
        if hands.wheel:
            draw_wheel(frame, hands.wheel, carried)
        elif hands.sources.device == "mouse":
            draw_crosshair(frame, self.app.mouse)
        elif self.aim != (0.0, 0.0):
            b, slot = self.session.world.b, self.session.player
            draw_crosshair(frame, self.view.pixel_of(b.x[slot] + self.aim[0], b.y[slot] + self.aim[1]))
        self._draw_hint(frame)
        if hands.age("retry") > 6:
            draw_holding(frame, "RETRY", hands.age("retry") / RETRY_AFTER)
        if self.session.outcome == "won":
            ink.draw_text(frame, "DONE", 320, 160, ink.WHITE, 3, "centre")
        return frame

    def _draw_hint(self, frame: pygame.Surface) -> None:
        """Write the hint of the moment, unless somebody speaks there."""
        hint = self.hints.now
        if hint and self.app.settings.hints and (hint.urgent or self.view.talk.now is None):
            table, pad = binds(self.app.settings.keys), self.app.hands.sources.device == "pad"
            draw_hint(frame, pieces(hint.words, table, pad), HIGH if hint.urgent else FOOT)
