"""The player's seat passes from body to body: while the T-800 has no power, and where the story asks for it."""

from game.agent import command as C
from game.agent.command import IDLE, INTERACT, Command, toward
from game.content.lines import UNTIL_IT_WAKES
from game.level.load import load
from game.session import Session
from game.sim.events import BodyRose, ControlPassed
from game.sim.step import step
from game.sim.systems.combat import DOWN_CLOCK, REBOOT_HEALTH, REBOOT_TICKS, hurt
from tests.worlds import arm, person, world_of


def fallen(cells: int = 1):
    """Return a world in which the T-800 has just gone down beside John."""
    world = world_of(person("t800", 4.0, 2.5), person("john", 5.0, 2.5), person("t1000", 10.0, 3.0))
    world.state.cells = cells
    hurt(world, world.keeper, world.hunter, 200)
    return world


def test_the_boy_is_driven_while_the_machine_starts_again():
    world = fallen()
    assert world.player == world.ward
    assert world.state.clock is None
    x = world.b.x[world.ward]
    events = []
    for _ in range(REBOOT_TICKS + 2):
        events += step(world, {world.player: toward(1.0, 0.0)})
    assert world.b.x[world.ward] > x + 1.0
    assert world.player == world.keeper
    assert world.b.health[world.keeper] == REBOOT_HEALTH
    assert [e.who for e in events if isinstance(e, ControlPassed)] == [world.keeper]


def test_without_a_cell_a_countdown_runs_and_hands_end_it():
    world = fallen(cells=0)
    assert world.state.clock is not None
    assert world.state.clock.ends == DOWN_CLOCK
    world.b.x[world.ward] = world.b.x[world.keeper] + 0.8
    events = []
    for _ in range(140):
        events += step(world, {world.ward: Command(held=INTERACT)})
    assert world.state.clock is None
    assert world.player == world.keeper
    assert any(isinstance(e, BodyRose) for e in events)


def test_without_a_cell_and_without_hands_it_is_over():
    world = fallen(cells=0)
    for _ in range(DOWN_CLOCK + 2):
        step(world, {})
    assert world.state.outcome == "lost"
    assert world.state.reason == "down"


def test_hands_do_not_shorten_a_start_on_the_reserve_cell():
    world = fallen()
    world.b.x[world.ward] = world.b.x[world.keeper] + 0.8
    for _ in range(200):
        step(world, {world.ward: Command(held=INTERACT)})
    assert world.b.down[world.keeper]


def test_a_seat_given_by_the_story_stays_given():
    world = world_of(person("t800", 4.0, 2.5), person("john", 5.0, 2.5), person("sarah", 6.0, 3.0, "ally", "sarah"))
    world.hand_over(world.slot("sarah"))
    for _ in range(600):
        step(world, {})
    assert world.player == world.slot("sarah")


def test_nobody_outside_the_players_side_is_driven():
    world = world_of(person("t800", 4.0, 2.5), person("t1000", 10.0, 3.0), person("packer_a", 6.0, 3.0))
    for who in ("t1000", "packer_a"):
        world.hand_over(world.slot(who))
        assert world.player == world.keeper


def test_a_shot_passes_the_ally():
    world = world_of(person("t800", 2.0, 2.5), person("sarah", 4.0, 2.5, "ally", "sarah"), person("t1000", 5.5, 2.5))
    arm(world)
    world.b.fx[0], world.b.fy[0] = 1.0, 0.0
    for _ in range(30):
        step(world, {0: Command(aim_x=160, held=C.FIRE)})
    sarah = world.slot("sarah")
    assert world.b.health[sarah] == world.actors[sarah].health
    assert world.b.cohesion[world.hunter] < 1.0


def test_a_seizure_that_is_over_leaves_the_countdown_of_the_machine_without_power():
    world = fallen(cells=0)
    world.state.clock = None
    world.start_clock("seized", 100)
    world.b.holds[world.hunter], world.b.held_by[world.ward] = world.ward, world.hunter
    world.release(world.hunter, "shove")
    step(world, {})
    assert world.state.clock is not None
    assert world.state.clock.cause == "down"


def test_a_seat_asked_for_while_its_body_has_no_power_comes_back_with_it():
    world = fallen()
    world.hand_over(world.ward)
    world.hand_over(world.keeper)
    assert world.player == world.ward
    for _ in range(REBOOT_TICKS + 2):
        step(world, {})
    assert world.player == world.keeper


def test_a_saved_run_and_a_copy_of_it_know_who_is_driven():
    session = Session(load("yard"), 3)
    session.step({})
    hurt(session.world, session.player, -1, 400)
    session.step({session.seat: IDLE})
    assert session.player == session.ward
    assert session.hud().objective == UNTIL_IT_WAKES
    twin, again = session.clone(), Session(load("yard"), 3)
    again.load(session.save())
    for one in (twin, again):
        assert one.player == session.ward
        assert one.digest() == session.digest()
    for _ in range(REBOOT_TICKS + 5):
        session.step({session.seat: toward(1.0, 0.0)})
        twin.step({session.seat: toward(1.0, 0.0)})
    assert session.seat == "t800"
    assert session.player == session.world.keeper
    assert twin.digest() == session.digest()
