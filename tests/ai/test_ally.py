"""Sarah: orders, cover, hands, trust."""

import pytest

from game.agent import command as C
from game.agent.command import IDLE, Command, toward
from game.ai.ally import THERE as AT_HER_PLACE
from game.ai.ally_guns import KEYS, REACH
from game.content.weapons import WEAPONS
from game.core.ground import DeviceSpot, Zone
from game.sim import events as E
from game.sim.effects import Goto
from game.sim.step import step
from game.sim.systems.combat import ALLY_DOWN, hurt
from game.sim.systems.power import REACH as REACH_FOR_POWER
from game.sim.systems.strikes import seize
from game.sim.world import World
from tests.worlds import arm, ground_of, person, world_of

DEVICE = DeviceSpot(name="valve", x=10.0, y=2.0, w=0.5, h=0.5, user="sarah", ticks=60)
THERE = Zone(name="there", x=9.0, y=3.0, w=1.0, h=1.0)


def pair(*more, x: float = 5.0) -> World:
    """Return a room with the T-800 and an armed Sarah, and whoever else."""
    people = [person("t800", 3.0, 2.5), person("sarah", x, 3.5, "ally", "sarah"), *more]
    world = world_of(*people, ground=ground_of(devices=(DEVICE,), zones=(THERE,)), minds=True)
    arm(world, "shotgun", "sarah")
    return world


def live(world: World, ticks: int, first: Command = IDLE, t1000: Command = IDLE) -> list[E.Event]:
    """Live on, the T-800 told `first` on the first tick, the T-1000 standing."""
    found = []
    for i in range(ticks):
        given = {world.player: first if i == 0 else IDLE}
        if world.hunter >= 0:
            given[world.hunter] = t1000
        found += step(world, given)
    return found


def knows(world: World) -> None:
    """Let her have proof of the face that the hunter wears."""
    sarah, face = world.slot("sarah"), world.b.face[world.hunter]
    world.face_doubt[sarah, face], world.face_at[sarah, face] = 6.0, 1


def order(kind: int, x: float = -0.5, y: float = -0.5) -> Command:
    return Command(order=kind, order_x=round(x * 2), order_y=round(y * 2))


def test_the_table_of_her_guns_is_that_of_the_weapons():
    assert {w: WEAPONS[w].slot for w in KEYS} == KEYS
    assert all(WEAPONS[w].reach - 1.0 < reach < WEAPONS[w].reach for w, reach in REACH.items())


def test_she_follows():
    world = pair(x=9.0)
    live(world, 300, order(C.FOLLOW))
    assert world.gap(world.player, world.slot("sarah")) < 3.5


def test_she_works_what_wants_her_hands():
    world = pair()
    events = live(world, 400, order(C.RUN_TO, 10.2, 2.2))
    assert any(isinstance(e, E.DeviceUsed) and e.by == world.slot("sarah") for e in events)


def test_told_to_stay_she_stays():
    world = pair()
    live(world, 5, order(C.STAY, 5.0, 3.5))
    x = world.b.x[world.slot("sarah")]
    for _ in range(120):
        step(world, {world.player: toward(1.0, 0.0)})
    assert abs(world.b.x[world.slot("sarah")] - x) < 0.3


def test_she_goes_where_a_thought_draws_her():
    world = pair()
    live(world, 5, order(C.FOLLOW))
    Goto("sarah", "there").happen(world, -1)
    live(world, 240)
    assert world.near_point(world.slot("sarah"), *THERE.middle, AT_HER_PLACE)


def test_her_shells_fold_the_machine_that_she_knows():
    world = pair(person("t1000", 9.5, 3.5))
    knows(world)
    live(world, 20, order(C.FOLLOW))
    events = live(world, 200)
    assert any(isinstance(e, E.ShotFired) and e.by == world.slot("sarah") for e in events)
    assert any(isinstance(e, E.Staggered) for e in events)


def test_she_does_not_fire_at_a_face_that_she_trusts():
    world = pair(person("t1000", 9.0, 3.5))
    assert not any(isinstance(e, E.ShotFired) for e in live(world, 240, order(C.FOLLOW)))


def test_her_own_face_on_another_is_proof_to_her():
    world = pair(person("t1000", 9.0, 3.5))
    world.become(world.hunter, "sarah")
    world.b.face[world.hunter] = world.slot("sarah")
    assert any(isinstance(e, E.ShotFired) for e in live(world, 240, order(C.FOLLOW)))


def test_nobody_stands_in_her_line_of_fire():
    world = pair(person("t1000", 10.0, 3.5), person("packer_a", 8.0, 3.5), x=6.5)
    knows(world)
    live(world, 200, order(C.STAY, 6.5, 3.5))
    assert world.b.health[world.slot("packer_a")] == 100
    assert not world.b.down[world.slot("packer_a")]


def test_she_falls_and_stands_up_again():
    world = pair()
    sarah = world.slot("sarah")
    hurt(world, sarah, -1, 200)
    assert world.b.down[sarah]
    live(world, ALLY_DOWN + 40)
    assert not world.b.down[sarah]
    assert world.b.health[sarah] > 0
    (line,) = world.state.fallen
    assert (line.who, line.dead, line.rises) == ("sarah", False, True)
    assert not world.state.human_cost


def test_without_trust_she_asks_why_before_she_does_it():
    world = pair()
    world.state.trusts["sarah"] = -0.3
    events = live(world, 400, order(C.RUN_TO, 10.2, 2.2))
    assert any(isinstance(e, E.Said) and e.key == "unsure" for e in events)
    assert any(isinstance(e, E.DeviceUsed) for e in events)


def test_trust_grows_beside_him():
    world = pair(x=4.0)
    assert world.trust_of(world.slot("sarah")) == 0.2
    live(world, 600, order(C.FOLLOW))
    assert world.trust_of(world.slot("sarah")) > 0.2


def taken(*, shells: bool) -> World:
    """Return a room in which the machine has just seized John, he between it and Sarah, the T-800 without power."""
    world = pair(person("john", 7.0, 3.5), person("t1000", 7.8, 3.5), x=3.5)
    hurt(world, world.keeper, world.hunter, 200)
    if not shells:
        world.state.gear[world.slot("sarah")].rounds["shotgun"] = 0
        world.state.gear[world.slot("sarah")].spare["shotgun"] = 0
    world.b.fx[world.hunter], world.b.fy[world.hunter] = -1.0, 0.0
    world.b.fx[world.slot("sarah")], world.b.fy[world.slot("sarah")] = 1.0, 0.0
    seize(world, world.hunter, world.ward)
    return world


@pytest.mark.parametrize(("shells", "how"), [(True, "stagger"), (False, "shove")])
def test_she_takes_john_out_of_its_arms_with_a_shell_from_its_flank_or_with_her_hands(shells: bool, how: str):
    world = taken(shells=shells)
    freed = [e for e in live(world, 240) if isinstance(e, E.Freed)]
    assert [e.how for e in freed][:1] == [how]
    assert not any(isinstance(e, E.ShotHit) and e.whom == world.ward for e in live(world, 1))


def test_her_hands_bring_the_t800_back_where_it_has_no_cell_left():
    world = pair()
    world.state.cells = 0
    hurt(world, world.keeper, -1, 200)
    assert any(isinstance(e, E.BodyRose) and e.whom == world.keeper for e in live(world, 300))


def fallen(x: float) -> World:
    """Return a room in which the T-800 lies without any power, Sarah at `x` with her back to it, and John, lent, in a corner."""
    world = pair(person("john", 11.0, 1.0), x=x)
    world.state.cells = 0
    world.b.fx[world.slot("sarah")], world.b.fy[world.slot("sarah")] = 1.0, 0.0
    hurt(world, world.keeper, -1, 200)
    assert world.state.lent
    return world


@pytest.mark.parametrize("x", [5.0, 8.0])
@pytest.mark.parametrize("called_at", [20, 60, 100])
@pytest.mark.parametrize("kind", [C.FOLLOW, C.STAY])
def test_no_order_calls_her_off_from_where_the_t800_lies(x: float, called_at: int, kind: int):
    world = fallen(x)
    live(world, called_at)
    events = live(world, 300, order(kind, x, 3.5))
    assert any(isinstance(e, E.BodyRose) and e.whom == world.keeper for e in events)


def test_where_a_cell_will_have_it_up_she_does_not_kneel_but_keeps_by_john():
    world = pair(person("john", 11.0, 1.0))
    sarah, john = world.slot("sarah"), world.slot("john")
    live(world, 20, order(C.FOLLOW))
    hurt(world, world.keeper, -1, 200)
    assert world.state.lent
    kneels = 0
    for _ in range(300):
        step(world, {world.player: IDLE})
        kneels += world.gap(sarah, world.keeper) < REACH_FOR_POWER and bool(
            world.state.commands[sarah].held & C.INTERACT
        )
    assert not kneels
    assert world.gap(sarah, john) < 2.5


def test_with_her_eyes_elsewhere_she_knows_where_it_lies():
    world, away = fallen(5.0), (11.0, 4.0)
    memory = world.memories[world.slot("sarah")]
    world.b.fx[world.slot("sarah")] = -1.0
    live(world, 30)
    memory.cry_x, memory.cry_y, memory.cry_at = *away, world.tick
    events = live(world, 300)
    assert any(isinstance(e, E.BodyRose) and e.whom == world.keeper for e in events)


def test_what_she_is_wished_to_do_while_she_lies_she_does_when_she_is_up():
    world, sarah = pair(), 1
    hurt(world, sarah, world.keeper, 200)
    Goto("sarah", "there").happen(world, -1)
    live(world, ALLY_DOWN + 240)
    assert not world.b.down[sarah]
    assert world.near_point(sarah, *THERE.middle, 1.0)


def test_who_has_lost_him_goes_to_where_they_meant_to_be():
    world, sarah = pair(), 1
    Goto("sarah", "there").happen(world, -1)
    live(world, 200)
    live(world, 60, order(C.FOLLOW))
    world.b.here[world.keeper] = 0
    world.b.x[sarah], world.b.y[sarah] = 2.0, 1.5
    live(world, 900)
    assert world.near_point(sarah, *THERE.middle, 1.0)
    x, y = world.b.x[sarah], world.b.y[sarah]
    live(world, 120)
    assert (world.b.x[sarah], world.b.y[sarah]) == (x, y)
