"""The finale's probe finds what must not be: it is tried on worlds in which something has been made wrong."""

from collections.abc import Callable

import pytest

from game.lab.probe import finale, hoist
from game.lab.probe.finale import Wrongs, begun
from game.session import Session
from game.sim import events as E
from game.sim.systems import devices


@pytest.fixture
def session() -> Session:
    return begun(3, True)[0]


def at_the_hoist(session: Session) -> Session:
    """Let the story be where she has been asked."""
    session.world.set_objective(finale.HOIST)
    session.world.set_flag("asked")
    return session


def ends(session: Session, last_hit: str, melted: float) -> str:
    found, state = Wrongs(), session.world.state
    state.last_hit, state.melted = last_hit, melted
    session.events = [E.Gone(51.0, 10.0, session.hunter)]
    found.look(session)
    return found.found


def test_it_comes_from_where_nobody_sees_it_and_each_seed_from_elsewhere() -> None:
    places = set()
    for seed in range(8):
        session, _ = begun(seed, True)
        world, hunter = session.world, session.hunter
        assert not any(world.clear_between(slot, hunter) for slot in world.ours)
        assert finale.NEAREST <= world.path(hunter, world.ward) <= finale.FARTHEST
        places.add((world.b.x[hunter], world.b.y[hunter]))
    assert len(places) > 3


@pytest.mark.parametrize(
    ("last_hit", "melted", "says"),
    [("grenade", 1.0, ""), ("shotgun", 1.0, "its last hit was shotgun"), ("grenade", 0.9, "not all of it")],
)
def test_another_end_than_grenade_and_steel_is_found(session: Session, last_hit: str, melted: float, says: str) -> None:
    found = ends(session, last_hit, melted)
    assert says in found
    assert bool(found) == bool(says)


def test_another_thrower_and_a_relic_that_is_left_are_found(session: Session) -> None:
    session.world.state.gone.append(finale.HUNTER)
    for by, says in ((session.ward, "thrown: ['arm']"), (session.world.keeper, "thrown")):
        found = Wrongs()
        session.events = [E.RelicMelted("arm", 51.0, 10.0, by)]
        found.look(session)
        found.at_the_end(session)
        assert says in found.found


def test_her_hands_lower_it_and_his_do_not(session: Session) -> None:
    assert hoist.hands_at_the_hoist(at_the_hoist(session)) == ""


def it_begins_anew(world_stop: Callable[..., None]) -> Callable[..., None]:
    def stop(world, slot):  # type: ignore[no-untyped-def]
        world_stop(world, slot)
        world.state.begun.clear()

    return stop


def test_a_hoist_that_begins_anew_when_she_lets_go_is_found(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "stop", it_begins_anew(devices.stop))
    assert "did not lower" in hoist.hands_at_the_hoist(at_the_hoist(session))
