"""One frame: the order of the layers, and nothing else; read this first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.level.data import Level
from game.sim.events import CameraCued
from game.view import captions, headlights, hud, kernels, light, live, seizure, whole
from game.view.arrows import Arrows
from game.view.blasts import Blasts
from game.view.bloom import Bloom
from game.view.camera import Camera
from game.view.cast import Cast, Person, casting
from game.view.clock import Clock
from game.view.cold import Cold
from game.view.dawn import Dawn
from game.view.doors import Doors
from game.view.effects import Effects
from game.view.engines import Engines
from game.view.floors import Floors
from game.view.fog import Fog
from game.view.glass import Glass
from game.view.guises import Guises
from game.view.heat import Heat
from game.view.hoist import Hoist
from game.view.marks import Marks
from game.view.mirrors import Mirrors, rain_on
from game.view.motes import Motes
from game.view.optic import Optic
from game.view.overhead import Overhead, halos
from game.view.people import People
from game.view.pixels import METRE, SIZE, H, W
from game.view.pools import Pools
from game.view.presses import Presses
from game.view.rails import Rails
from game.view.raised import Raised
from game.view.remains import Remains
from game.view.roadside import Roadside
from game.view.screens import Screens
from game.view.shadow import box_edges
from game.view.sheets import sheet
from game.view.signals import Signals
from game.view.signs import Signs
from game.view.small import SmallThings
from game.view.spikes import Spikes
from game.view.steam import Steam
from game.view.steel import Steel
from game.view.switching import Switching
from game.view.talk import Talk, bodies, bystanders
from game.view.unmasked import Unmasked
from game.view.vision import Vision
from game.view.walls import Walls
from game.view.water import Fountains
from game.view.yours import Yours

if TYPE_CHECKING:
    from game.session import Session

Progress = Callable[[float, str], None]
SEIZED_FULL = 6.0  # metres: from here on a seized ward draws the view toward him as far as it goes
OPTIC = pygame.Rect(0, 0, 134, 54)  # where red sight has its read-outs, at the head of the screen
AIM_FULL = 4.0  # metres: an aim farther away than this leans the view as far as it will


def _silent(_share: float, _words: str) -> None:
    """Report to nobody."""


class View:
    """Draws one level. It reads the session and never writes to it; call `notice` after each tick, `draw` for each frame.

    shake   0..4, the player's slider
    clock   processor time by stage; set clock.on to keep it
    """

    def __init__(self, level: Level, seed: int = 0, progress: Progress | None = None) -> None:
        tell = progress or _silent
        rng = np.random.default_rng(seed)
        self.level, self.shake, self.clock = level, 1.0, Clock()
        self._build(level, seed, rng, tell)
        self._boxes: list[tuple[float, float, float, float]] = []  # vehicles
        self._words: list[pygame.Rect] = []  # where words stood on the last tick's frame, and stand on this one's
        self._written: list[pygame.Rect] = []
        self._set_edges()
        tell(0.8, "calling the cast")
        self._call_cast(level, rng)
        seizure.prepare()
        kernels.warm()  # what is compiled has still to be loaded, and not in the middle of play
        self.camera = Camera((level.ground.width * METRE, level.ground.height * METRE))
        self.frame = pygame.Surface(SIZE)
        self._noticed, self._attempt, self._moved_at = -1, 0, -1
        self._beating: light.Dark = frozenset()
        tell(1.0, "ready")

    def _build(self, level: Level, seed: int, rng: np.random.Generator, tell: Progress) -> None:
        """Paint what stands, and make what lights, mirrors and moves it."""
        tell(0.0, "casting light")
        self.light = light.StandingLight(level)
        tell(0.35, "laying floors")
        self.floors = Floors(level, self.light, np.random.default_rng(seed + 1))
        tell(0.7, "raising walls")
        self.walls = Walls(level, self.light)
        self.glass = Glass(level, self.light)
        self.doors = Doors(level.ground.doors, self.light)
        self.overhead, self.signs = Overhead(level, self.light), Signs(level)
        self.small, self.raised = SmallThings(level, self.light), Raised(level)
        self.water, self.screens, self.motes = Fountains(level, rng), Screens(level), Motes(level, rng)
        self.roadside, self.dawn = Roadside(level), Dawn(level)
        self.steel, self.rails, self.steam = Steel(level, rng), Rails(level, self.light), Steam(level, rng)
        self.mirrors = Mirrors(self.steel, rain_on(level))
        self._still = np.concatenate((self.walls.runs, box_edges(light.tall_boxes(level))))
        self.live, self.fog = live.LiveLight(self.light.now), Fog()
        self.switching = Switching(self.light, self.floors, self.walls, self.glass, self.overhead, self.live)

    def _call_cast(self, level: Level, rng: np.random.Generator) -> None:
        """Fetch the pictures of everybody who may come, and make what draws them and what they do."""
        for name in casting(level):
            sheet(name)
        self.pools, self.guises, self.spikes = Pools(self.light), Guises(self.light), Spikes(self.light)
        self.people, self.effects = People(self.light), Effects(rng)
        self.blasts, self.remains = Blasts(self.effects, rng), Remains(self.effects.sparks)
        self.engines, self.presses = Engines(level, self.light), Presses(level, self.light, self.effects.sparks)
        self.cold = Cold(level, self.light)
        self.hoist = Hoist(level, self.steel.baths, self.effects.sparks)
        self.heat = Heat(level, self.steel.baths, self.effects.sparks, rng)
        self.cast = Cast(rng, self.pools, level)
        self.talk, self.captions, self.arrows = Talk(level.title), captions.Captions(), Arrows()
        self.signals, self.marks, self.unmasked, self.yours = Signals(), Marks(), Unmasked(), Yours()
        self.bloom, self.vision, self.optic = Bloom(), Vision(), Optic()
        self._remember = (
            self.pools,
            self.guises,
            self.spikes,
            self.cast,
            self.effects,
            self.blasts,
            self.remains,
            self.steam,
            self.engines,
            self.presses,
            self.cold,
            self.signals,
            self.marks,
            self.unmasked,
            self.yours,
            self.talk,
            self.captions,
            self.optic,
            self.people,
        )

    # ------------------------------------------------------------------ what has happened
    def notice(self, session: "Session") -> None:
        """Take in the last tick's events; `draw` does it itself for a tick that nobody announced."""
        world = session.world
        if world.tick == self._noticed and session.attempt == self._attempt:
            return
        if world.tick < self._noticed or session.attempt != self._attempt:
            for part in self._remember:
                part.forget()
        self._noticed, self._attempt = world.tick, session.attempt
        self._follow_world(session)
        events = session.events
        if events:
            self.doors.notice(events, world.b, world.count)
            self.pools.notice(events, world.tick)
            self.guises.notice(events, world.tick)
            self.spikes.notice(events, world.tick)
            self.cast.notice(events, world.b, world.tick)
            self.effects.notice(session, events, self.camera, self.floors)
            self.blasts.notice(session, events, self.floors)
            self.remains.notice(events, world.tick)
            self.signals.notice(events, world.tick)
            self.marks.notice(session, events)
            self.unmasked.notice(session, events)
            self.optic.notice(session, events)
            self.talk.notice(session, events, self.camera)
            self.captions.notice(session, events, self.camera, self.talk.afar)
            for e in events:
                if isinstance(e, CameraCued):
                    self.camera.cue(e.what, e.x * METRE, e.y * METRE, world.tick + e.ticks)
        self.effects.frighten(world.b, world.crowd_from, world.count, world.tick)
        self.effects.step(world.tick, self.floors)
        self.steel.spit(self.effects.sparks)
        self.steam.step(session, self.camera)
        self.engines.step(session)
        self.cold.step(session)
        self.presses.step(session, self.camera)
        self.heat.step(self.camera)
        self.remains.burn(session)
        self.signals.step(world.tick)
        self.marks.step(world.tick)
        self.yours.step(session)
        self.talk.step(world.tick)

    def skip_line(self) -> bool:
        """End the words that stand on the screen; the next ones have their turn. Say whether there were any."""
        return self.talk.skip()

    def _follow_world(self, session: "Session") -> None:
        """Let doors, lamp groups and broken panes change the picture."""
        state = session.world.state
        boxes = self.small.boxes(session)
        if self.doors.look(session.world.d) or boxes != self._boxes:
            self._boxes = boxes
            self._set_edges()
        beating = frozenset(state.lamps_beat) - frozenset(state.lamps_off)
        dark = frozenset(state.lamps_off) | beating  # a group that beats is drawn live
        self._beating = beating
        area = self.light.changed_area(dark)
        if area is not None:
            self.light.set_dark(dark)
            self.switching.begin(area, pygame.Rect(self.camera.x, self.camera.y, W, H))
            self.people.forget()
        elif dark != self.light.dark:
            self.light.set_dark(dark)
        if self.switching.step():
            self.people.forget()
        self.glass.sweep(set(state.broken), self.floors)

    def _set_edges(self) -> None:
        edges = np.concatenate((self._still, box_edges(self.doors.boxes() + self._boxes)))
        self.live.set_edges(edges)
        self.fog.set_edges(edges)

    # ------------------------------------------------------------------ one frame
    def draw(self, session: "Session", vision: bool = False, aim: tuple[float, float] | None = None) -> pygame.Surface:
        """Draw the world as it is and return the 640x360 frame (the same Surface every time).

        `aim`: where the player points, metres on the map; without it the view leans where the body faces.
        """
        world, lap = session.world, self.clock.lap
        self.clock.start()
        self.notice(session)
        fresh = world.tick != self._moved_at
        self._moved_at = world.tick
        if fresh:
            self._words = self._written
            self._point_camera(session, aim)
        lamps, glowing = self.lamps(world.tick)
        lamps += headlights.lamps(session, self.dawn.lamps(session))
        lap("events")
        self._draw_ground(session, lamps)
        people = self._draw_people(session, lamps, fresh)
        self._draw_tall(session)
        self._draw_over(session, people, glowing)
        self._write(session, people, vision)
        lap("red sight, HUD" if vision else "HUD")
        self.clock.stop()
        return self.frame

    def _draw_ground(self, session: "Session", lamps: list[light.Lamp]) -> None:
        """Draw the floor in its light, and what lies or stands low on it."""
        frame, cam, tick, lap = self.frame, self.camera, session.world.tick, self.clock.lap
        self.floors.draw(frame, cam.x, cam.y)
        lap("floor")
        self.live.draw(frame, self.floors.albedo, lamps, cam)
        self.steel.draw(frame, cam, tick)  # it shines by itself: no lamp may lighten its crust
        self.heat.tremble(frame, cam, tick)
        lap("live light")
        self.engines.draw(frame, cam)
        self.water.draw(frame, cam, tick)
        self.screens.draw(frame, cam, tick)
        self.cold.draw(frame, cam)
        self.heat.run(frame, cam, tick)
        self.raised.lift(frame, cam)
        self.raised.draw(frame, cam, over=False)
        self.small.draw(frame, session, cam)
        self.rails.draw(frame, session, cam)
        self.blasts.draw_low(frame, cam, tick)
        self.effects.draw_low(frame, cam, tick)
        self.signals.draw_low(frame, cam, tick)
        self.presses.draw_low(frame, cam)
        self.hoist.draw_low(frame, session, cam)
        self.guises.draw(frame, session, cam)
        self.pools.draw(frame, session, cam)
        self.remains.draw_low(frame, session, cam, self.light)
        lap("small things")

    def _draw_people(self, session: "Session", lamps: list[light.Lamp], fresh: bool) -> list[Person]:
        """Draw everybody, mirrored where it is wet, and the blades; return them as the picture has them."""
        frame, cam, tick = self.frame, self.camera, session.world.tick
        people = self.cast.look(session, advance=fresh)
        self.hoist.carry(session, people)
        self.mirrors.draw(frame, people, cam, tick)
        shown = self.remains.join(session, people)
        self.people.draw(frame, shown, cam, lamps, self.live, tick, bool(self.effects.flashes))
        self.spikes.draw(frame, session, cam)
        self.clock.lap("people")
        return people

    def _draw_tall(self, session: "Session") -> None:
        """Draw what people go behind: tall props, walls, doors, glass; and the dark of what nobody sees."""
        frame, cam, world, lap = self.frame, self.camera, session.world, self.clock.lap
        self.raised.draw(frame, cam, over=True)
        self.presses.draw_high(frame, cam, self._viewers(session))
        self.small.draw_hanging(frame, session, cam)
        self.hoist.draw_high(frame, session, cam)
        self.roadside.draw(frame, session, cam)
        lap("tall props")
        self.walls.draw_sides(frame, cam, self.live.map)
        self.doors.draw(frame, cam, world.d, world.tick)
        lap("wall sides, doors")
        self.glass.draw(frame, cam, set(world.state.broken))
        self.walls.draw_tops(frame, cam)
        lap("wall tops, glass")
        self.fog.draw(frame, cam, self._viewers(session))
        lap("fog of sight")

    def _draw_over(self, session: "Session", people: list[Person], glowing: list[tuple[light.Lamp, float]]) -> None:
        """Draw what hangs, glows and flies over all that, and the bloom of it."""
        frame, cam, world, tick, lap = self.frame, self.camera, session.world, session.world.tick, self.clock.lap
        self.overhead.draw(frame, cam, self._place(session, session.player))
        self.signs.draw(frame, cam, world.d, self._viewers(session), words=self._words)
        self.motes.draw(frame, cam, tick)
        halos(frame, cam, glowing)
        headlights.dust(frame, session, cam, self.dawn.lamps(session))
        self.steel.glow(frame, cam)
        self.heat.glow(frame, session, cam)
        self.steam.draw(frame, cam, tick)
        self.blasts.draw_slugs(frame, world.s, cam)
        self.blasts.draw_high(frame, people, cam, tick)
        self.remains.draw_high(frame, session, cam)
        self.effects.draw_high(frame, cam, world.s, tick)
        lap("glows, sparks")
        self.dawn.draw(frame, session)
        self.bloom.draw(frame)
        self.bloom.vignette(frame)
        lap("bloom, vignette")

    def _write(self, session: "Session", people: list[Person], vision: bool) -> None:
        """Say what the picture cannot: plates or the machine's read-outs, marks over heads, words; none hides another."""
        frame, cam, said = self.frame, self.camera, session.hud()
        kept = bodies(session, people, cam)
        clear = [*kept, *([self.talk.above] if self.talk.above else []), *([OPTIC] if vision else [])]
        taken = seizure.draw(frame, session, cam, hud.clock_box(said), said.in_reach) + hud.covered(said, clear)
        if vision:
            self.vision.draw(frame, session, cam)
            hud.urgent(frame, said, session.world.tick, clear)
        else:
            self.marks.draw(frame, session, people, cam)
            hud.draw(frame, said, session, clear)
        self.signals.draw_high(frame, cam, session)
        self.unmasked.draw(frame, session, people, cam, taken)
        bottom = self.talk.draw_box(frame, session, cam, taken)
        self.yours.draw(frame, session, people, cam, taken)
        others = bystanders(session, people, cam)
        hud.prompt(frame, said, session, cam, taken, [*kept, *others])
        self.arrows.draw(frame, said, session, cam, taken, [*kept, *kept, *others], red=vision)
        if vision:
            self.optic.draw(frame, session, people, said, cam, taken)
        self.captions.draw(frame, session, cam, bottom, taken, kept, others, vision)
        self._written = list(taken)
        taken += kept
        self.talk.draw_bubbles(frame, session, people, cam, taken, self.signs.places)

    def lamps(self, tick: int) -> tuple[list[light.Lamp], list[tuple[light.Lamp, float]]]:
        """Return what burns live now, and every lamp that hangs lit with its brightness."""
        beat = [lamp for lamp in self.light.steady if lamp.group in self._beating]
        live = [(lamp, self._brightness(lamp, tick)) for lamp in self.light.alive + beat]
        glowing = [(lamp, 1.0) for lamp in self.light.lamps] + live
        burning = self.effects.lamps(tick) + self.blasts.lamps(tick)
        burning += [light.dimmed(lamp, bright) for lamp, bright in live]
        cx, cy = self.camera.centre
        near = [p for p in burning if abs(p.x - cx) < W / 2 + p.radius and abs(p.y - cy) < H / 2 + p.radius]
        return near, glowing

    def _brightness(self, lamp: light.Lamp, tick: int) -> float:
        """Return how bright a live lamp burns: by its group's slow beat, else by its own flicker, as far as that is wanted."""
        if lamp.group in self._beating:
            return light.beat(tick)
        return 1.0 - self.effects.flash * (1.0 - light.flicker(lamp, tick))

    @staticmethod
    def _place(session: "Session", slot: int) -> tuple[float, float] | None:
        """Return a body's world pixel."""
        b = session.world.b
        return (b.x[slot] * METRE, b.y[slot] * METRE) if slot >= 0 and b.here[slot] else None

    def _viewers(self, session: "Session") -> list[tuple[float, float]]:
        """Return whose sight clears the fog: the player and the ward."""
        return [p for p in (self._place(session, session.player), self._place(session, session.ward)) if p is not None]

    def _point_camera(self, session: "Session", aim: tuple[float, float] | None) -> None:
        b, slot = session.world.b, session.player
        player = self._place(session, slot) or (self.camera.size[0] / 2, self.camera.size[1] / 2)
        lean = (b.fx[slot], b.fy[slot]) if slot >= 0 else (0.0, 0.0)
        if aim is not None and slot >= 0:
            dx, dy = aim[0] - b.x[slot], aim[1] - b.y[slot]
            size = max((dx * dx + dy * dy) ** 0.5, AIM_FULL)
            lean = dx / size, dy / size
        if session.world.state.clock is not None and session.ward >= 0:  # nothing else matters now
            dx, dy = b.x[session.ward] - b.x[slot], b.y[session.ward] - b.y[slot]
            size = max((dx * dx + dy * dy) ** 0.5, SEIZED_FULL)
            lean = dx / size, dy / size
        shown = self.unmasked.toward(session)
        if shown is not None:
            lean = shown
        hangs = self.hoist.toward(session)
        if hangs is not None and slot >= 0:
            dx, dy = hangs[0] - b.x[slot], hangs[1] - b.y[slot]
            size = max((dx * dx + dy * dy) ** 0.5, 1.0)
            lean = dx / size, dy / size
        self.camera.follow(player, lean, self._place(session, session.ward), session.world.tick, self.shake)

    # ------------------------------------------------------------------ places
    def on_screen(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return the place on the map, in metres, under a pixel of the frame."""
        return (x_px + self.camera.x) / METRE, (y_px + self.camera.y) / METRE

    def pixel_of(self, x: float, y: float) -> tuple[int, int]:
        """Return the pixel of the frame that shows a place on the map; it may lie off the screen."""
        return int(x * METRE) - self.camera.x, int(y * METRE) - self.camera.y

    def whole(self, session: "Session") -> pygame.Surface:
        """Draw the whole map and everybody on it, without fog, 32 pixels to the metre."""
        self.notice(session)
        self.switching.finish()
        return whole.draw(self, session)
