"""Pacing without knowledge: how pressed the player has been by what he perceived himself, and the mood that follows for the hunter.

The mood is one of three words and changes at most once in twenty seconds: no place, no speed, nobody's whereabouts (T1000.md 11).
"""

from game.agent import percept as P
from game.sim import events as E
from game.sim.state import Pace
from game.sim.tables import NOTHING
from game.sim.world import World

EVERY = 6  # ticks
SEES, HEARS, CHASED = 1 / 12, 1 / 20, 1 / 15  # menace a second: seen and known for what it is; heard; run at
HURT = 0.5  # menace for all of his structure
FADES, QUIET = 1 / 30, 180  # menace a second after so many ticks of nothing
FULL, MOST, LOW = 1.0, 1.1, 0.4  # menace at which it is enough, that it never passes, and under which the rest begins
SUSTAIN = 240  # ticks at the height
CHASE_WITHIN, RUNS = 12.0, 4.3 / 60.0  # metres, metres a tick
SLOW = 2700  # ticks of building up after which it may press
CHANGES = 1200  # ticks between two moods at least
SOUNDS = frozenset({"blade", "change", "pour", "heavy"})  # of metal; a form treads as its owner


def pace(world: World) -> None:
    """Let menace rise or fall by what the player perceives, and the mood follow it."""
    hunter, player, state = world.hunter, world.player, world.state
    if player < 0:
        return
    now, seconds = state.pace, EVERY / 60.0
    rise = felt(world, hunter, player)
    if rise > 0.0:
        now.felt_at = world.tick
    now.menace += rise * seconds + HURT * max(0, now.health - world.b.health[player]) / 100.0
    now.health = world.b.health[player]
    if world.tick - now.felt_at > QUIET:
        now.menace = max(0.0, now.menace - FADES * seconds)
    now.menace = min(MOST, now.menace)
    turn(world, now)
    mood = mood_of(world, now)
    if mood != now.mood and world.tick - now.mood_at >= CHANGES:
        now.mood, now.mood_at = mood, world.tick
        world.report(E.MoodChanged(mood))


def felt(world: World, hunter: int, player: int) -> float:
    """Return what the player perceives of it, as menace a second; what he neither sees nor hears does not count."""
    b, rise = world.b, 0.0
    seen = bool(world.sees_now[player, hunter]) and (bool(b.known[hunter]) or b.holds[hunter] >= 0)
    if seen:
        rise += SEES
        speed = b.vx[hunter] * b.vx[hunter] + b.vy[hunter] * b.vy[hunter]
        rise += CHASED * (b.act[hunter] == NOTHING and speed > RUNS * RUNS and world.gap(player, hunter) < CHASE_WITHIN)
    if world.state.clock is not None:  # it stands on his screen
        rise += SEES
    ear = world.state.heard.get(player)
    if ear is not None and any(n.kind in SOUNDS for n in ear.noises):
        rise += HEARS
    return rise


def turn(world: World, now: Pace) -> None:
    """Go from phase to phase: build up, hold, let go, rest."""
    age, tick = world.tick - now.phase_at, world.tick
    if now.phase == "build" and now.menace >= FULL:
        now.phase, now.phase_at = "sustain", tick
    elif now.phase == "sustain" and age >= SUSTAIN:
        now.phase, now.phase_at = "fade", tick
    elif now.phase == "fade" and now.menace < LOW:
        now.phase, now.phase_at, now.done = "relax", tick, len(world.state.done)
    elif now.phase == "relax" and (age >= world.difficulty.quiet * 60 or len(world.state.done) > now.done):
        now.phase, now.phase_at = "build", tick


def mood_of(world: World, now: Pace) -> str:
    """Return the mood that fits a phase."""
    if now.phase in ("fade", "relax"):
        return P.BACKOFF
    return P.PRESS if now.phase == "build" and world.tick - now.phase_at > SLOW else P.NEUTRAL
