"""What minds think of doors agrees with what doors are."""

from percepts import me, percept
from plans import hall

from game.agent.doors import barred, opaque
from game.agent.percept import DoorView
from game.core.ground import DoorSpot


def test_only_known_shut_barriers_bar_the_way() -> None:
    kinds = (True, True), (False, False), (False, True)  # a swing door, a gate, a shutter
    doors = tuple(
        DoorSpot(name=str(i), kind="", x=2.0 + 2 * i, y=2.0, w=0.5, h=1.5, pushes=pushes, opaque=hides)
        for i, (pushes, hides) in enumerate(kinds)
    )
    ground = hall(12, 8, doors=doors)
    assert barred(percept(me(6, 6), ground=ground)) == 0
    known = tuple(DoorView(i, True, 0) for i in range(3))
    assert barred(percept(me(6, 6), ground=ground, doors=known)) == 0b110
    view = opaque(percept(me(6, 6), ground=ground, doors=known))
    assert view[4, 4] == 1  # the swing door hides
    assert view[4, 8] == 0  # the gate does not
