"""Shape: no form without a touch, a change that shows, an answer that was really seen, a door that it runs under."""

import msgspec

from game.agent import command as C
from game.agent.command import Command
from game.agent.doubt import SURE
from game.agent.percept import CHANGING
from game.ai.hunter import POURS_FOR, shifting
from game.ai.memory import HunterMemory
from game.core.ground import DoorSpot
from game.sim import events as E
from game.sim.step import step
from game.sim.systems.forms import ASK_TICKS, MOST_FORMS, other_side
from game.sim.systems.percepts import percept
from game.sim.world import World
from tests.worlds import ground_of, person, world_of


def live(world: World, ticks: int, **commands: Command) -> list[E.Event]:
    happened: list[E.Event] = []
    for _ in range(ticks):
        happened += step(world, {world.slot(seat): command for seat, command in commands.items()})
    return happened


def of(kind: type, events: list[E.Event]) -> list[E.Event]:
    return [e for e in events if isinstance(e, kind)]


def beside_a_packer(gap: float = 0.75) -> World:
    return world_of(person("t800", 10.5, 4), person("t1000", 4, 2.5), person("packer", 4 + gap, 2.5))


def test_three_tenths_of_a_second_of_touch_make_a_form() -> None:
    world = beside_a_packer()
    assert not of(E.FormTaken, live(world, 16, t1000=Command(held=C.INTERACT)))
    assert of(E.FormTaken, live(world, 4, t1000=Command(held=C.INTERACT)))
    assert world.state.gear[1].forms == ["officer", "packer_a"]


def test_no_form_from_afar() -> None:
    world = beside_a_packer(1.6)
    assert not of(E.FormTaken, live(world, 120, t1000=Command(held=C.INTERACT)))
    live(world, 80, t1000=Command(form=1))
    assert world.look(1) == "officer"


def test_a_touch_that_was_broken_off_begins_anew() -> None:
    world = beside_a_packer()
    live(world, 15, t1000=Command(held=C.INTERACT))
    live(world, 1, t1000=Command(choice=1))
    assert not of(E.FormTaken, live(world, ASK_TICKS + 10, t1000=Command(held=C.INTERACT)))
    assert of(E.FormTaken, live(world, 10, t1000=Command(held=C.INTERACT)))


def test_the_face_that_it_wears_is_not_the_one_that_it_forgets() -> None:
    others = [person(f"packer_{k}", 10.5, 1 + 0.6 * k) for k in range(MOST_FORMS - 1)]
    world = world_of(person("t800", 8.5, 4), person("t1000", 4, 2.5), *others, person("packer", 4.75, 2.5))
    gear, worn, next_oldest = world.state.gear[1], world.slot("packer_0"), world.slot("packer_1")
    for k in range(MOST_FORMS - 1):
        gear.faces.append(world.slot(f"packer_{k}"))
        gear.forms.append("packer_a")
    world.b.face[1] = worn
    assert of(E.FormTaken, live(world, 20, t1000=Command(held=C.INTERACT)))
    assert len(gear.faces) == len(gear.forms) == MOST_FORMS
    assert worn in gear.faces
    assert next_oldest not in gear.faces


def test_a_change_takes_a_second_shows_and_can_be_heard() -> None:
    world = beside_a_packer()
    live(world, 20, t1000=Command(held=C.INTERACT))
    events = live(world, 1, t1000=Command(form=1))
    assert [e.ticks for e in of(E.FormChanged, events)] == [60]  # type: ignore[attr-defined]
    assert any(e.kind == "change" for e in of(E.NoiseMade, events))  # type: ignore[attr-defined]
    live(world, 20)
    assert world.look(1) == "officer"
    live(world, 45)
    assert world.look(1) == "packer_a"
    assert world.b.face[1] == world.slot("packer")


def test_whoever_sees_it_change_knows_and_the_new_face_does_not_help() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5), person("packer", 4.75, 2.5))
    for _ in range(60):
        step(world, {0: Command(aim_x=-64), 1: Command(held=C.INTERACT)})
    for t in range(70):
        step(world, {0: Command(aim_x=-64), 1: Command(form=1 if t == 0 else -1)})
    track = percept(world, 0).sight_of("packer_a")
    assert track is not None
    assert world.doubt[0, 1] >= SURE
    assert world.b.known[1]


def test_a_change_that_nobody_saw_makes_it_unknown_again() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5), person("packer", 4.75, 2.5))
    live(world, 60, t800=Command(aim_x=-64), t1000=Command(held=C.INTERACT))
    world.doubt[0, 1] = world.face_doubt[0, 1] = 8.0
    world.face_at[0, 1] = world.tick
    live(world, 12, t800=Command(aim_x=-64))
    assert world.b.known[1]
    world.b.x[0], world.b.y[0] = 11.0, 4.0
    wall = world.opaque[:, 16].copy()
    world.opaque[:, 16] = 1
    live(world, 80, t1000=Command(form=1))
    world.opaque[:, 16] = wall
    world.b.x[0], world.b.y[0] = 8.0, 2.5
    live(world, 60, t800=Command(aim_x=-64))
    assert world.look(1) == "packer_a"
    assert not world.b.known[1]


def test_an_answer_was_really_seen() -> None:
    for boy_in_view in (True, False):
        people = [person("t800", 10.5, 4), person("t1000", 2, 2.5), person("packer", 4, 2.5)]
        world = world_of(*people, *([person("john", 6, 2.5)] if boy_in_view else []))
        packer = world.slot("packer")
        world.b.fx[packer], world.b.fy[packer] = 1.0, 0.0
        live(world, 150)
        world.b.x[world.hunter] = 2.4
        events = live(world, 130, t1000=Command(choice=1))
        asked = of(E.Asked, events)
        assert [e.answered for e in asked] == [boy_in_view]  # type: ignore[attr-defined]
        live(world, 6)
        words = [
            w
            for w in world.state.heard[world.hunter].words + world.state.ears[world.hunter].words
            if w.kind == "answer"
        ]
        assert all(w.topic == ("john" if boy_in_view else "no") for w in words)


def shutter_world(watched: bool) -> World:
    drawing = "\n".join("#" * 24 if r in (0, 9) else "#" + "." * 10 + "#" + "." * 11 + "#" for r in range(10))
    rows = drawing.splitlines()
    for r in (3, 4, 5):
        rows[r] = rows[r][:11] + "." + rows[r][12:]
    door = DoorSpot(name="shutter", kind="shutter", x=5.5, y=1.5, w=0.5, h=1.5)
    t800 = person("t800", 2 if watched else 9, 2.2)
    world = world_of(t800, person("t1000", 4.8, 2.2), ground=ground_of("\n".join(rows), doors=(door,)))
    world.set_door("shutter", True)
    return world


def test_it_pours_under_a_shutter_that_nobody_watches() -> None:
    world = shutter_world(watched=False)
    events = live(world, 125, t1000=Command(held=C.INTERACT))
    assert of(E.Poured, events)
    assert world.b.x[1] > 6.0


def test_under_a_square_door_it_comes_out_opposite_and_not_in_the_wall() -> None:
    door = DoorSpot(name="staff", kind="staff", x=34.0, y=8.5, w=1.5, h=1.5)
    assert other_side(door, 35.9, 9.4, 0.5) == (33.5, 9.4)
    assert other_side(door, 33.6, 8.4, 0.5) == (36.0, 8.8)
    assert other_side(door, 34.5, 10.4, 0.5) == (34.5, 8.0)


def test_it_does_not_pour_under_eyes() -> None:
    world = shutter_world(watched=True)
    assert not of(E.Poured, live(world, 400, t1000=Command(held=C.INTERACT)))


def test_it_breaks_off_pouring_as_it_walks_away_and_does_not_wait_for_ever() -> None:
    world = shutter_world(watched=True)
    live(world, 30, t1000=Command(held=C.INTERACT))
    live(world, 60, t1000=Command(move_y=127))
    assert world.b.y[1] > 3.0
    hunted = shutter_world(watched=True)
    memory = HunterMemory(doing="pour", did_at=0)
    for tick, why in ((POURS_FOR, "runs out under a door"), (POURS_FOR + 1, "")):
        look = msgspec.structs.replace(percept(hunted, 1), tick=tick)
        look = msgspec.structs.replace(look, me=msgspec.structs.replace(look.me, busy=True))
        assert shifting(look, memory) == why


def test_changing_is_a_sign_for_all_eyes() -> None:
    world = world_of(person("t800", 8, 2.5), person("t1000", 4, 2.5), person("packer", 4.75, 2.5))
    live(world, 60, t800=Command(aim_x=-64), t1000=Command(held=C.INTERACT))
    live(world, 8, t800=Command(aim_x=-64), t1000=Command(form=1))
    track = percept(world, 0).sight_of("officer")
    assert track is not None
    assert track.signs & CHANGING
