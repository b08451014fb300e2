"""Blades: how long each shows before it lands, whom it reaches, and that what is straight can be stepped aside from."""

import pytest

from game.agent import command as C
from game.agent.command import Command
from game.ai.grip import BLADES as CHOICES
from game.content.blades import BLADES, Blade
from game.sim import events as E
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.worlds import person, world_of

IDS = [blade.id for blade in BLADES]
AT = {"slash": 1.3, "thrust": 2.4, "hook": 3.4}  # metres from which each is used
FLOOR = 24  # ticks that no difficulty may undercut


def before(blade: Blade) -> World:
    gap = AT[blade.id]
    return world_of(person("t800", 4.0, 2.5), person("t1000", 4.0 + gap, 2.5))


def strikes(blade: Blade, **others: Command) -> list[E.Event]:
    blow = Command(aim_x=-64, held=C.FIRE, weapon=blade.slot)
    return live(before(blade), blade.ticks + 2, t1000=blow, **others)


@pytest.mark.parametrize("blade", BLADES, ids=IDS)
def test_a_blade_shows_for_its_whole_time_and_then_lands(blade: Blade) -> None:
    assert blade.ticks >= FLOOR
    blow = Command(aim_x=-64, held=C.FIRE, weapon=blade.slot)
    world = before(blade)
    events = live(world, blade.ticks, t1000=blow)
    assert [e.kind for e in of(E.StrikeBegan, events)] == [blade.id]  # type: ignore[attr-defined]
    assert not of(E.StrikeLanded, events)
    landed = of(E.StrikeLanded, live(world, 2, t1000=blow))
    assert [(e.kind, e.whom) for e in landed] == [(blade.id, world.player)]  # type: ignore[attr-defined]
    assert world.b.health[world.player] == 100 - blade.wound


def test_a_thrust_pins_who_is_hit() -> None:
    world = before(BLADES[1])
    live(world, 42, t1000=Command(aim_x=-64, held=C.FIRE, weapon=2))
    x = world.b.x[world.player]
    live(world, 30, t800=Command(move_x=-127, gait=C.RUN))
    assert world.b.x[world.player] == pytest.approx(x, abs=0.2)
    live(world, 60, t800=Command(move_x=-127, gait=C.RUN))
    assert world.b.x[world.player] < x - 0.5


@pytest.mark.parametrize("blade", [b for b in BLADES if b.wide], ids=[b.id for b in BLADES if b.wide])
def test_who_steps_aside_once_it_no_longer_turns_is_missed(blade: Blade) -> None:
    world = before(blade)

    def blow() -> Command:
        dx, dy = world.b.x[0] - world.b.x[1], world.b.y[0] - world.b.y[1]
        return Command(aim_x=round(dx * 16), aim_y=round(dy * 16), held=C.FIRE, weapon=blade.slot)

    events: list[E.Event] = []
    for tick in range(blade.ticks + 1):
        aside = Command(move_y=127, gait=C.RUN) if tick > blade.ticks - blade.fixed else Command()
        events += live(world, 1, t1000=blow(), t800=aside)
    assert [e.whom for e in of(E.StrikeLanded, events)] == [-1]  # type: ignore[attr-defined]


def test_a_wall_stops_a_blade() -> None:
    world = before(BLADES[1])
    world.opaque = world.opaque.copy()
    world.opaque[:, 10] = 1
    events = live(world, 42, t1000=Command(aim_x=-64, held=C.FIRE, weapon=2))
    assert [e.whom for e in of(E.StrikeLanded, events)] == [-1]  # type: ignore[attr-defined]


def test_its_mind_asks_for_a_blade_that_reaches() -> None:
    assert [slot for _, slot in CHOICES] == [blade.slot for blade in BLADES]
    for (metres, _), blade in zip(CHOICES, BLADES, strict=True):
        assert metres <= blade.reach + blade.rush * 5.5 / 60.0


def test_a_trusted_face_shows_two_tells_before_its_hand_closes_and_a_known_one_needs_none() -> None:
    for known in (False, True):
        world = world_of(person("t800", 1.0, 2.5), person("john", 3.0, 2.5), person("t1000", 4.2, 2.5))
        if known:
            world.prove(world.hunter)
            world.doubt[:2, world.hunter] = 8.0
        events: list[E.Event] = []
        for _ in range(60):
            events += live(world, 1, t1000=Command(aim_x=-32, held=C.SHOVE))
            if of(E.Seized, events):
                break
        assert of(E.Seized, events)
        tells = [e.kind for e in of(E.Told, events) if e.who == world.hunter]  # type: ignore[attr-defined]
        assert len(tells) >= 2 or known
        assert known or {"stare", "even_steps"} <= set(tells)
