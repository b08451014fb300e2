"""John's mind: percept in, command out."""

from typing import Any

from percepts import FOLLOWS, me, percept, track
from plans import hall

from game.agent.command import DISTRUST, FOLLOW, HIDE, IDLE, RUN, RUN_TO, STAY, Command
from game.agent.percept import AIMING, HOLDING, STAGGERED, WOUND, Briefing, Me, Order, Percept, Track
from game.ai.ward import WardMemory, decide
from game.core.dice import Dice
from game.core.ground import Zone


def boy(x: float, y: float, **changes: Any) -> Me:
    return me(x, y, look="john", weapon="", **changes)


def see(body: Me, *tracks: Track, tick: int = 600, order: int = FOLLOW, **changes: Any) -> Percept:
    facts: dict[str, Any] = {"briefing": FOLLOWS, "order": Order(order, -1.0, -1.0, tick - 300)}
    return percept(body, *tracks, tick=tick, **(facts | changes))


def one(p: Percept, memory: WardMemory | None = None) -> Command:
    return decide(p, memory if memory is not None else WardMemory(), Dice(3))


def test_he_comes_along_when_the_leader_is_far() -> None:
    body = boy(4, 8)
    command = one(see(body, track(body, 10, 8, "t800")))
    assert command.move_x > 100
    assert command.gait == RUN


def test_he_keeps_still_in_his_ring() -> None:
    body = boy(8, 8)
    command = one(see(body, track(body, 10, 8, "t800")))
    assert (command.move_x, command.move_y) == (0, 0)


def test_he_steps_out_of_the_leaders_way() -> None:
    body = boy(8, 8)
    command = one(see(body, track(body, 9, 8, "t800", vx=-4.0)))
    assert abs(command.move_y) > 60


def test_he_leaves_the_line_of_fire() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    command = one(see(body, track(body, 10, 8, "t800", signs=AIMING)), memory)
    assert (command.move_x, command.move_y) != (0, 0)
    assert "fire" in memory.why


def test_before_he_is_told_to_follow_he_runs_his_errand() -> None:
    body = boy(4, 8)
    memory = WardMemory()
    briefing = Briefing(role="ward", friends=("t800",), leads=((10.0, 8.0), (4.0, 4.0)))
    command = one(percept(body, briefing=briefing), memory)
    assert memory.intent == "errand"
    assert command.move_x > 100


def test_a_trusted_face_does_not_frighten_him() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    one(see(body, track(body, 10, 8, "t800"), track(body, 6.5, 8, "officer", id=2)), memory)
    assert memory.intent == "follow"


def test_he_runs_behind_the_leader_from_what_he_has_proof_of() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    machine = track(body, 4, 8, "officer", id=2, signs=WOUND)
    command = one(see(body, track(body, 11, 8, "t800"), machine), memory)
    assert memory.intent == "flee"
    assert memory.speak == "john.seen_it"
    assert command.move_x > 100
    assert command.gait == RUN


def test_he_runs_away_where_nobody_protects_him() -> None:
    body = boy(8, 8)
    command = one(see(body, track(body, 4, 8, "officer", signs=HOLDING)))
    assert command.gait == RUN
    assert command.move_x > 0


def test_with_the_leader_between_he_keeps_his_nerve() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    memory.machine, memory.proof = ["officer"], "told"
    one(see(body, track(body, 10, 8, "t800"), track(body, 13, 8, "officer", id=2)), memory)
    assert memory.intent == "follow"


def test_a_folded_machine_can_be_passed() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    one(see(body, track(body, 12, 11, "officer", id=2, signs=WOUND | STAGGERED), track(body, 14, 8, "t800")), memory)
    assert memory.intent == "follow"


def test_he_believes_the_player_about_a_face() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    order = Order(DISTRUST, 12.0, 8.0, 6)
    one(percept(body, track(body, 12, 8, "officer"), briefing=FOLLOWS, order=order), memory)
    assert memory.machine == ["officer"]


def test_he_answers_a_new_order_once() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    one(see(body, order=STAY), memory)
    assert memory.speak == "john.stay"
    memory.speak = ""
    one(percept(body, tick=606, briefing=FOLLOWS, order=Order(STAY, -1.0, -1.0, 306)), memory)
    assert memory.speak == ""


def test_told_to_hide_he_goes_to_the_hiding_place_the_machine_does_not_see() -> None:
    spots = (
        Zone(name="open", x=5.5, y=7.5, w=1.0, h=1.0, tags=("hide",)),
        Zone(name="behind", x=5.5, y=11.5, w=1.0, h=1.0, tags=("hide",)),
    )
    wall = [(20, 10, "#" * 20)]
    ground = hall(24, 16, *wall, zones=spots)
    body = boy(8, 8)
    memory = WardMemory()
    memory.machine, memory.proof = ["officer"], "told"
    one(see(body, track(body, 16, 6, "officer"), order=HIDE, ground=ground), memory)
    assert (memory.hide_x, memory.hide_y) == (6.0, 12.0)


def test_told_to_run_there_he_runs_there() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    p = percept(body, briefing=FOLLOWS, order=Order(RUN_TO, 8.0, 13.0, 6))
    command = one(p, memory)
    assert memory.intent == "run to"
    assert command.gait == RUN
    assert command.move_y > 100


def test_he_protests_for_a_second_when_sent_into_danger_then_obeys() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    memory.machine, memory.proof = ["officer"], "told"
    machine = track(body, 20, 8, "officer")
    order = Order(RUN_TO, 18.0, 8.0, 0)
    one(percept(body, machine, briefing=FOLLOWS, order=order), memory)
    assert memory.intent == "protest"
    assert memory.speak == "john.protest"
    later = Order(RUN_TO, 18.0, 8.0, 66)
    one(percept(body, machine, tick=666, briefing=FOLLOWS, order=later), memory)
    assert memory.intent == "run to"


def test_held_he_does_nothing_and_cries_out() -> None:
    body = boy(8, 8, held=True)
    memory = WardMemory()
    assert one(see(body, track(body, 8.6, 8, "officer", signs=HOLDING)), memory) == IDLE
    assert memory.speak == "john.seized"
    assert memory.proof == "it seized somebody"


def test_he_avoids_a_face_that_he_doubts_and_not_one_that_only_troubles_him() -> None:
    body = boy(8, 8)
    for doubt, intent in ((1.0, "follow"), (2.5, "flee")):
        memory = WardMemory()
        one(see(body, track(body, 4, 8, "packer_a", id=2, doubt=doubt), track(body, 10, 8, "t800")), memory)
        assert memory.intent == intent
