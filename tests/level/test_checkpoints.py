"""A moment to come back to: never with the machine beside the boy, and always with a reserve cell."""

from game.level.load import load
from game.session import Session


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


def test_who_goes_back_has_a_reserve_cell() -> None:
    session = mill()
    session.world.state.cells = 0
    session._take_checkpoint()
    session.retry()
    assert session.world.state.cells == session.world.difficulty.cells
