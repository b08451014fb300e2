"""What each seat is paid: one table over events, so that anybody can work a return out again from a run's events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.content.actors import TEAM_INDEX
from game.sim import events as E
from game.sim.events import Event
from game.sim.world import World

Test = Callable[[Event, World, int], bool]
SECOND = 60  # ticks
OURS, HUNTER = ("t800", "john", "sarah"), ("t1000",)
ALL = OURS + HUNTER


@dataclass(frozen=True)
class Reward:
    """A row: for whom, what for, the type of event, which of those (all without a test), and how much."""

    seats: tuple[str, ...]
    what: str
    event: type[Event]
    amount: float
    holds: Test | None = None


def ward(event: Event, world: World, _slot: int) -> bool:
    """It happened to the ward."""
    return world.ward >= 0 and getattr(event, "whom", -1) == world.ward


def to_me(event: Event, _world: World, slot: int) -> bool:
    """It happened to my body."""
    return getattr(event, "whom", -1) == slot


def by_me(event: Event, _world: World, slot: int) -> bool:
    """My body did it."""
    return getattr(event, "by", -1) == slot


def bystander(event: Event, world: World, slot: int) -> bool:
    """My body put somebody down who has no part in it."""
    whom = getattr(event, "whom", -1)
    return by_me(event, world, slot) and whom >= 0 and world.b.team[whom] == TEAM_INDEX["civilian"]


REWARDS: tuple[Reward, ...] = (
    Reward(OURS, "the run is won", E.Won, 1.0),
    Reward(OURS, "the run is lost", E.Lost, -1.0),
    Reward(HUNTER, "the run is won", E.Won, -1.0),
    Reward(HUNTER, "the run is lost", E.Lost, 1.0),
    Reward(OURS, "an objective is done", E.ObjectiveDone, 0.2),
    Reward(HUNTER, "an objective of the prey is done", E.ObjectiveDone, -0.1),
    Reward(("t800", "sarah"), "the ward is seized", E.Seized, -0.2, ward),
    Reward(("john",), "I am seized", E.Seized, -0.2, to_me),
    Reward(HUNTER, "I have seized the ward", E.Seized, 0.3, ward),
    Reward(("t800", "sarah"), "the ward is freed", E.Freed, 0.2, ward),
    Reward(("john",), "I am freed", E.Freed, 0.2, to_me),
    Reward(HUNTER, "the ward got away", E.Freed, -0.2, ward),
    Reward(HUNTER, "a touch became a form", E.FormTaken, 0.05),
    Reward(HUNTER, "a face of mine is known", E.Unmasked, -0.1),
    Reward(("t800", "sarah"), "the machine's face is known", E.Unmasked, 0.1),
    Reward(ALL, "I am hurt", E.BodyHurt, -0.02, to_me),
    Reward(ALL, "I lie on the ground", E.BodyDowned, -0.1, to_me),
    Reward(("t800", "john", "sarah"), "I put a bystander down", E.BodyDowned, -0.2, bystander),
)
TIME: dict[str, float] = dict.fromkeys(OURS, -0.001) | {"t1000": -0.001}  # for each second that it takes

ROWS: dict[str, dict[str, tuple[Reward, ...]]] = {
    seat: {
        name: tuple(r for r in REWARDS if seat in r.seats and r.event.__name__ == name)
        for name in sorted({r.event.__name__ for r in REWARDS if seat in r.seats})
    }
    for seat in ALL
}


def earned(seat: str, slot: int, events: Iterable[Event], world: World) -> float:
    """Return what a seat is paid for the events of one tick; `slot` is its body."""
    rows, paid = ROWS[seat], 0.0
    for event in events:
        for row in rows.get(type(event).__name__, ()):
            if row.holds is None or row.holds(event, world, slot):
                paid += row.amount
    return paid


def for_time(seat: str, ticks: int) -> float:
    """Return what a seat is paid for the time that has gone by."""
    return TIME[seat] * ticks / SECOND
