"""The soft-lock search leaves nothing out: every state that play goes through is one that it reached."""

import pytest

from game.agent.command import Command
from game.lab.seat import live
from game.level.load import load
from game.level.softlock.facts import NONE
from game.level.softlock.play import Place
from game.level.softlock.search import MOST, Search
from game.session import Session
from game.sim.events import Event
from tools.tourist import Tourist

EVERY = 30  # ticks


def place_of(search: Search, session: Session) -> Place | None:
    """Return where everybody is in the words of the search, None while somebody is off the floor it knows."""
    play, world = search.play, session.world
    mask = sum(1 << k for k, i in enumerate(play.floor.heavy) if world.d.shut[i])
    mask |= sum(bit for (prop, _), bit in play.rolls.items() if prop in world.state.rolled)
    regions = []
    for person in play.side.people:
        slot = world.slot(person.name)
        cell = play.floor.at(world.b.x[slot], world.b.y[slot])
        inside = [i for i, region in enumerate(play.floor.regions(mask)) if region & cell]
        regions.append(inside[0] if inside else -1)
    return None if -1 in regions else Place(mask, tuple(regions))


def facts_of(search: Search, session: Session) -> int:
    """Return what has happened in the words of the search."""
    facts, state = search.play.facts, session.world.state
    bits = facts.objectives.get(state.objective, NONE)
    for known, happened in (
        (facts.flags, state.flags),
        (facts.done, state.done),
        (facts.fired, state.fired),
        (facts.taken, state.taken),
    ):
        bits |= sum(bit for name, bit in known.items() if name in happened)
    for name, (runs, *passed) in facts.timers.items():
        if name in state.timers:
            marks = zip(passed, facts.marks[name], strict=True)
            bits |= runs | sum(bit for bit, mark in marks if session.world.tick - state.timers[name] > mark)
    return bits


class Watched(Session):
    """A session that looks, twice a second, whether the search knows the state that it is in."""

    search: Search
    seen: set[tuple[Place, int]]

    def step(self, commands: dict[str, Command] | None = None) -> list[Event]:
        events = super().step(commands)
        if self.world.tick % EVERY == 0 and not self.outcome and not self.world.state.due:
            place = place_of(self.search, self)
            if place is not None:
                facts = facts_of(self.search, self)
                assert self.search.holds(place, facts), (self.world.tick, place, bin(facts))
                self.seen.add((place, facts))
        return events


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("yard", 3),
        pytest.param("closing_time", 20, marks=pytest.mark.slow),
        pytest.param("melt", 10, marks=pytest.mark.slow),
    ],
)
def test_play_goes_through_no_state_that_the_search_has_not_reached(name: str, least: int) -> None:
    level = load(name)
    Watched.search, Watched.seen = Search(level, True, MOST), set()
    for seed in range(5):
        for _ in live(Watched(level, seed), "base", 2 * level.par):
            pass
    Tourist(Watched(level, 0, pursuer="none"), 20_000).tour(level.triggers)
    assert len(Watched.seen) >= least
