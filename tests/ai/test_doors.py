"""What minds think of doors agrees with what doors are."""

from percepts import me, percept
from plans import hall

from game.agent.doors import HELD_OPEN, barred, opaque, screens, shut
from game.agent.percept import DoorView
from game.core.ground import DoorSpot
from game.core.posts import posts_of
from game.core.sight import clear
from game.sim.kernels.doorway import NEAR, OPENS_AT


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


def test_a_pushed_door_hides_what_is_behind_it_but_from_who_stands_at_it_and_stops_no_shot() -> None:
    swing = DoorSpot(name="swing", kind="swing", x=5.0, y=2.0, w=1.0, h=4.0, pushes=True, opaque=True)
    gate = DoorSpot(name="gate", kind="gate", x=8.0, y=2.0, w=1.0, h=4.0, pushes=False, opaque=False)
    ground = hall(12, 8, doors=(swing, gate))
    for x, hidden in ((3.0, True), (4.4, False), (6.4, False), (7.6, True)):
        look = percept(me(x, 4.0), ground=ground)
        assert clear(screens(look), 3.0, 4.0, 10.0, 4.0) != hidden
        assert clear(opaque(look), 3.0, 4.0, 10.0, 4.0)


def test_a_door_that_people_push_opens_to_nobody_whom_it_may_still_hide() -> None:
    assert (
        OPENS_AT < HELD_OPEN < NEAR + 1e-9
    )  # what a mind takes for held open is a little more than what the rules open


def test_no_post_looks_through_a_door_that_falls_shut() -> None:
    wall = DoorSpot(name="swing", kind="swing", x=8.0, y=0.0, w=1.0, h=8.0, pushes=True, opaque=True)
    posts = posts_of(hall(20, 8, doors=(wall,)))
    west, east = posts.x < 8.0, posts.x > 9.0
    assert west.any()
    assert east.any()
    assert posts.view[west][:, east].max() == 0.0
    assert posts_of(hall(20, 8)).view[west][:, east].max() > 0.3


def test_the_doors_of_one_percept_are_never_taken_for_anothers():
    body = me(4.0, 4.0)
    both = percept(body, doors=(DoorView(0, True, 0), DoorView(2, True, 0)))
    one = percept(body, doors=(DoorView(0, True, 0), DoorView(2, False, 0)))
    assert [shut(p) for p in (both, both, one, both, percept(body), one)] == [5, 5, 1, 5, 0, 1]
