"""A moment to come back to: never with the machine beside the boy, and always with a reserve cell."""

from game.content.weapons import WEAPONS
from game.level.load import load
from game.session import RETRY_HEALTH, Session


def mill() -> Session:
    session = Session(load("melt"), 0)
    for _ in range(6):
        session.step({})
    return session


def test_no_checkpoint_is_taken_while_the_machine_is_beside_the_boy_wherever_the_player_is() -> None:
    session = mill()
    b, hunter, ward = session.world.b, session.hunter, session.ward
    b.x[ward], b.y[ward] = 30.0, 8.5
    b.x[hunter], b.y[hunter] = 33.0, 8.5
    session.world.state.checkpoint_wanted = "here"
    session.step({})
    assert session.world.state.checkpoint_wanted == "here"
    b.x[hunter], b.y[hunter] = 2.2, 1.8
    b.x[ward], b.y[ward] = 30.0, 8.5
    session.step({})
    assert (session.world.state.checkpoint, session.world.state.checkpoint_wanted) == ("here", "")


def test_who_goes_back_is_patched_up() -> None:
    session = mill()
    world, state = session.world, session.world.state
    state.cells = 0
    sides = {slot: world.actors[slot].health for slot in world.ours}
    for slot in sides:
        world.b.health[slot] = 2
        if slot in state.gear:
            state.gear[slot].rounds.clear()
            state.gear[slot].spare.clear()
    session._take_checkpoint()
    session.retry()
    state = session.world.state
    assert state.cells == world.difficulty.cells
    assert all(world.b.health[slot] == int(full * RETRY_HEALTH) for slot, full in sides.items())
    gear = state.gear[world.keeper]
    guns = [w for w in gear.owned if WEAPONS[w].sort == "gun"]
    assert guns
    assert all(gear.rounds[w] == gear.spare[w] == WEAPONS[w].magazine for w in guns)
    assert not any(gear.rounds.get(w) for w in gear.owned if WEAPONS[w].sort != "gun")
