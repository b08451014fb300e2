"""The pace of the game: it rises with what the player perceives and with nothing else, and moves one word at most in 20 s."""

from itertools import pairwise

from game.agent import command as C
from game.agent import percept as P
from game.agent.command import Command
from game.sim import events as E
from game.sim.systems import director
from game.sim.systems.percepts import percept
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.worlds import ground_of, person, world_of

WALLED = "\n".join("#" * 24 if r in (0, 9) else "#" + "." * 10 + "##" + "." * 10 + "#" for r in range(10))


def two(hunter_x: float) -> World:
    return world_of(person("t800", 2.0, 2.5), person("t1000", hunter_x, 2.5), ground=ground_of(WALLED))


def test_a_hunter_that_nobody_perceives_moves_nothing_wherever_it_is() -> None:
    near, far = two(7.0), two(11.0)
    for world in (near, far):
        live(world, 3000)
        assert world.state.pace.menace == 0.0
    assert near.state.pace == far.state.pace
    assert near.state.pace.mood == P.PRESS, "after three quarters of a minute of nothing it may press"


def test_seen_for_what_it_is_it_fills_the_gauge_in_about_twelve_seconds_then_lets_go_and_rests() -> None:
    world = two(4.5)
    phases, moods = [], []
    for _ in range(7200):
        if world.state.pace.phase == "build" and world.tick < 1500:
            world.prove(world.hunter)
            world.doubt[world.player, world.hunter] = 8.0
        else:
            world.b.x[world.hunter] = 9.0  # behind the wall
        live(world, 1, t800=Command(aim_x=16))
        if not phases or phases[-1][1] != world.state.pace.phase:
            phases.append((world.tick, world.state.pace.phase))
        moods.append(percept(world, world.hunter).mood)
    names = [name for _, name in phases]
    assert names[:5] == ["build", "sustain", "fade", "relax", "build"]
    filled = phases[1][0] / 60
    assert 10 < filled < 16
    assert phases[4][0] - phases[3][0] >= 35 * 60
    assert P.BACKOFF in moods
    holds = [tick for tick, mood in enumerate(moods, 1) if mood == P.BACKOFF]
    assert holds[0] < phases[3][0], "it holds back as soon as it lets go"


def test_the_mood_changes_at_most_once_in_twenty_seconds_and_is_the_hunters_alone() -> None:
    world = two(4.5)
    at = []
    for tick in range(6000):
        world.state.pace.menace = 1.0 if tick % 200 < 100 else 0.0
        world.state.pace.phase = "fade" if tick % 400 < 200 else "build"
        world.state.pace.phase_at = world.tick
        if of(E.MoodChanged, live(world, 1)):
            at.append(world.tick)
        assert percept(world, world.player).mood == P.NEUTRAL
    assert at
    assert all(b - a >= director.CHANGES for a, b in pairwise(at))


def test_wounds_count_and_the_clock_on_the_screen_does() -> None:
    world = two(9.0)
    live(world, 12)
    world.b.health[world.player] -= 40
    live(world, 12)
    assert 0.15 < world.state.pace.menace < 0.25
    world.start_clock("seized", 600)
    before = world.state.pace.menace
    live(world, 120)
    assert world.state.pace.menace > before + 0.1


def test_nobody_moves_by_the_pace() -> None:
    """The same hunt with another mood: it is told in the percept, and no record of a body differs by it."""
    calm, pressed = two(9.0), two(9.0)
    pressed.state.pace.mood = P.PRESS
    for world in (calm, pressed):
        live(world, 120, t1000=Command(move_y=60, gait=C.RUN))
    assert calm.bodies.tobytes() == pressed.bodies.tobytes()
