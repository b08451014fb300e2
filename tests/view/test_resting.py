"""People at their places: they sit on the chairs that the picture shows, play, talk, and get up when they are frightened."""

import math

import numpy as np

from game.level.data import PropSpot
from game.level.load import load
from game.session import Session
from game.sim.tables import FLEE
from game.view.cast import Cast
from game.view.pixels import METRE
from game.view.pools import Pools
from game.view.resting import SITS, chairs
from game.view.sheets import FACINGS


def mall(ticks: int) -> tuple[Session, Cast, list]:
    """Live some ticks of the mall and look at everybody on each."""
    level = load("closing_time")
    session = Session(level, 1, pursuer="none")
    cast, people = Cast(np.random.default_rng(1), Pools(None), level), []
    for _ in range(ticks):
        session.step({})
        people = cast.look(session, everybody=True)
    return session, cast, people


def test_people_sit_on_chairs_of_their_own_and_look_at_the_table() -> None:
    session, _, people = mall(60)
    seated = [p for p in people if p.pose in SITS]
    assert len(seated) >= 20
    places = [(round(p.x), round(p.y)) for p in seated]
    assert len(set(places)) == len(places)
    seats = [chair for spot in session.level.props for chair in chairs(spot)]
    assert all(min(math.dist((p.x, p.y), seat[:2]) for seat in seats) < 1.0 for p in seated)


def test_the_frightened_are_on_their_feet_within_a_quarter_of_a_second() -> None:
    session, cast, people = mall(60)
    slot = next(p.slot for p in people if p.pose == "eat")
    session.world.b.mood[slot] = FLEE
    for _ in range(15):
        people = cast.look(session, everybody=True)
    person = next(p for p in people if p.slot == slot)
    b = session.world.b
    assert person.pose not in SITS
    assert math.dist((person.x, person.y), (b.x[slot] * METRE, b.y[slot] * METRE)) < 10.0


def test_a_turned_table_turns_its_chairs_and_who_sits_looks_at_its_middle() -> None:
    for turn in (0, 90, 180, 270):
        spot = PropSpot(id=3, name="", kind="table", x=2.0, y=2.0, w=1.5, h=1.5, turn=turn)
        for x, y, face, pose in chairs(spot):
            to = math.atan2(2.75 * METRE - y, 2.75 * METRE - x) / (2 * math.pi) * FACINGS
            assert abs((face - to + FACINGS / 2) % FACINGS - FACINGS / 2) <= 0.51
            assert pose == "eat"


def test_the_arcade_is_played() -> None:
    _, _, people = mall(60)
    assert sum(p.pose == "play" for p in people) >= 6
