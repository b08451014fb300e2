"""John's mind: percept in, command out."""

from itertools import pairwise
from typing import Any

from percepts import FOLLOWS, me, percept, track
from plans import hall

from game.agent.command import FOLLOW, HIDE, IDLE, INTERACT, NO_ORDER, RUN, RUN_TO, STAY, WALK, WHISTLE, Command
from game.agent.percept import (
    AIMING,
    BLADE,
    HOLDING,
    STAGGERED,
    WOUND,
    Briefing,
    DoorView,
    Me,
    Order,
    Percept,
    Track,
    Word,
)
from game.agent.refuge import refuge
from game.agent.seen import Seen
from game.ai.fear import known_guard
from game.ai.ward import WardMemory, decide
from game.core.dice import Dice
from game.core.ground import DeviceSpot, DoorSpot, Zone


def boy(x: float, y: float, **changes: Any) -> Me:
    return me(x, y, **({"look": "john", "weapon": "", "trust": 0.6} | changes))


def see(body: Me, *tracks: Track, tick: int = 600, order: int = FOLLOW, **changes: Any) -> Percept:
    given = Order(order, -1.0, -1.0, tick - 300) if order else None
    facts: dict[str, Any] = {"briefing": FOLLOWS, "order": given}
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


def test_a_hand_out_of_a_calm_is_understood_after_four_tenths_of_a_second_and_at_once_from_a_face_he_doubts() -> None:
    for doubt, waits in ((-3.0, True), (1.5, False)):
        body, memory, ran_at = boy(8, 8), WardMemory(), -1
        one(see(body, track(body, 6.8, 8, "shopper_a", id=2, doubt=doubt), tick=600), memory)
        for tick in range(606, 660, 6):
            one(see(body, track(body, 6.8, 8, "shopper_a", id=2, signs=BLADE, doubt=8.0), tick=tick), memory)
            if memory.intent == "flee" and ran_at < 0:
                ran_at = tick
        assert ran_at == (606 + 24 if waits else 606)


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


def test_with_it_at_his_heels_and_nobody_beside_him_he_cries_out_every_few_seconds() -> None:
    body, memory, cried = boy(12, 8), WardMemory(), []
    for tick in range(600, 1200, 6):
        memory.speak = ""
        one(see(body, track(body, 9, 8, "officer", id=2, doubt=4.0), tick=tick), memory)
        cried += [tick] if memory.speak == "john.help" else []
    assert [b - a for a, b in pairwise(cried)] == [240, 240]


def test_he_runs_without_a_cry_from_what_is_far_off_or_with_his_guard_beside_him() -> None:
    body = boy(12, 8)
    for away, guard in ((6.5, 40.0), (4.0, 5.0)):
        memory = WardMemory()
        machine = track(body, 12 - away, 8, "officer", id=2, doubt=4.0)
        one(see(body, machine, track(body, 12, 8 - guard, "t800", id=1)), memory)
        assert memory.intent == "flee"
        assert memory.speak != "john.help"


def walking(body: Me, x: float, y: float, look: str, **changes: Any) -> Track:
    """Somebody who walks straight at him."""
    dx, dy = body.x - x, body.y - y
    d = (dx * dx + dy * dy) ** 0.5
    return track(body, x, y, look, vx=1.4 * dx / d, vy=1.4 * dy / d, facing_me=True, **changes)


def test_alone_he_speaks_to_a_stranger_who_walks_up_to_him_and_to_each_once() -> None:
    body, memory, said = boy(12, 8), WardMemory(), []
    for tick in range(600, 1500, 6):
        memory.speak = ""
        face = 7 if tick < 1200 else 8
        one(see(body, walking(body, 9.5, 8, "porter", id=2, face=face), tick=tick, order=STAY), memory)
        said += [tick] if memory.speak == "john.stranger" else []
    assert len(said) == 2
    assert said[0] < 620
    assert 1200 <= said[1] < 1220


def test_he_is_silent_beside_his_guard_or_hidden_and_to_who_passes_by_or_troubles_him() -> None:
    body = boy(12, 8)
    guard = track(body, 12, 4, "t800", id=1)
    passes = track(body, 9.5, 8, "porter", id=2, face=7, vy=1.4, facing_me=True)
    comes = walking(body, 9.5, 8, "porter", id=2, face=7)
    for order, tracks in (
        (STAY, (comes, guard)),
        (HIDE, (comes,)),
        (STAY, (passes,)),
        (STAY, (walking(body, 6, 8, "porter", id=2, face=7),)),
        (STAY, (walking(body, 9.5, 8, "porter", id=2, face=7, doubt=1.5),)),
    ):
        memory = WardMemory()
        for tick in range(600, 660, 6):
            memory.speak = ""
            one(see(body, *tracks, tick=tick, order=order), memory)
            assert memory.speak != "john.stranger"


def test_with_the_leader_between_he_keeps_his_nerve() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    one(see(body, track(body, 10, 8, "t800"), track(body, 13, 8, "officer", id=2, doubt=4.0)), memory)
    assert memory.intent == "follow"


def test_a_folded_machine_can_be_passed() -> None:
    body = boy(8, 8)
    memory = WardMemory()
    one(see(body, track(body, 12, 11, "officer", id=2, signs=WOUND | STAGGERED), track(body, 14, 8, "t800")), memory)
    assert memory.intent == "follow"


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
    one(see(body, track(body, 16, 6, "officer", doubt=4.0), order=HIDE, ground=ground), memory)
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
    machine = track(body, 20, 8, "officer", doubt=4.0)
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


def test_a_face_troubles_him_then_is_avoided_then_is_fled() -> None:
    body = boy(8, 8)
    for doubt, away, intent in (
        (0.5, 2, "follow"),
        (1.2, 2, "back off"),
        (1.2, 4, "follow"),
        (2.5, 4, "back off"),
        (3.5, 4, "flee"),
    ):
        memory = WardMemory()
        one(see(body, track(body, 8 - away, 8, "packer_a", id=2, doubt=doubt), track(body, 10, 8, "t800")), memory)
        assert memory.intent == intent


def test_once_he_runs_he_runs_a_little_farther() -> None:
    body, memory = boy(12, 8), WardMemory()
    for away, intent in ((7.5, "follow"), (6.5, "flee"), (7.5, "flee"), (9.5, "follow")):
        one(see(body, track(body, 12 - away, 8, "officer", id=2, doubt=4.0), track(body, 14, 8, "t800")), memory)
        assert memory.intent == intent


def test_he_steps_back_behind_the_leader() -> None:
    body = boy(8, 8)
    command = one(see(body, track(body, 6, 8, "packer_a", id=2, doubt=1.5), track(body, 10, 8, "t800")))
    assert command.move_x > 100
    assert command.gait == WALK


def test_on_his_errand_he_dwells_as_long_as_he_was_told() -> None:
    route = Briefing(role="ward", friends=("t800",), leads=((8.0, 8.0), (4.0, 4.0)), dwell=900)
    body, memory = boy(8, 8), WardMemory()
    still = [one(percept(body, tick=6 * n, briefing=route), memory).move_x == 0 for n in range(160)]
    assert all(still[1:150])
    assert not still[-1]


def test_a_thought_draws_him_from_his_errand() -> None:
    body, memory = boy(8, 8), WardMemory()
    one(see(body, order=NO_ORDER, words=(Word("thought", "john", "go", "mouth", 8.0, 14.0),)), memory)
    command = one(see(body, order=NO_ORDER, tick=606), memory)
    assert memory.intent == "errand"
    assert command.move_y > 100


def test_he_whistles_every_few_seconds_while_he_waits_alone() -> None:
    body, memory = boy(8, 8), WardMemory()
    whistles = [n for n in range(200) if one(see(body, order=NO_ORDER, tick=600 + 6 * n), memory).held & WHISTLE]
    assert [b - a for a, b in pairwise(whistles)] == [80, 80]
    near = [one(see(body, track(body, 12, 8, "t800"), order=NO_ORDER, tick=2000 + 6 * n), memory) for n in range(100)]
    assert not any(c.held & WHISTLE for c in near)


DECK = DeviceSpot(name="deck", x=6.0, y=6.0, w=0.5, h=0.5, user="john", ticks=90)


def test_sent_to_a_device_he_works_it_until_it_is_done() -> None:
    ground = hall(24, 16, devices=(DECK,))
    body, memory = boy(6.2, 7.2), WardMemory()
    order = Order(RUN_TO, 6.0, 6.0, 60)
    assert one(percept(body, briefing=FOLLOWS, order=order, ground=ground), memory).held & INTERACT
    assert memory.why == "works deck"
    done = percept(body, tick=606, briefing=FOLLOWS, order=Order(RUN_TO, 6.0, 6.0, 66), ground=ground, used=("deck",))
    assert not one(done, memory).held & INTERACT


def test_he_opens_unasked_what_the_leader_waits_at() -> None:
    door = DoorSpot(name="staff", kind="staff", x=4.0, y=6.0, w=0.5, h=1.5, key="deck", pushes=False)
    ground = hall(24, 16, devices=(DECK,), doors=(door,))
    body = boy(9, 8)
    for shut, speed, opens in ((True, 0.0, True), (False, 0.0, False), (True, 4.0, False)):
        memory = WardMemory()
        leader = track(body, 7, 8, "t800", vx=speed)
        one(see(body, leader, ground=ground, doors=(DoorView(0, shut, 0),)), memory)
        assert (memory.intent == "open") is opens


def test_at_a_corner_he_does_not_step_into_its_view_for_a_while() -> None:
    ground = hall(24, 16, (20, 10, "#" * 20), (21, 10, "#" * 20))
    body, memory = boy(4.4, 11.6), WardMemory()
    memory.threat = Seen(x=10.0, y=6.0, at=560)
    leader = track(body, 4.4, 8.0, "t800")
    moves = [one(see(body, leader, tick=600 + 6 * n, ground=ground), memory) for n in range(30)]
    assert (moves[0].move_x, moves[0].move_y) == (0, 0)
    assert moves[-1].move_y < -60


def test_told_to_stay_he_loses_patience_in_the_end() -> None:
    body, memory = boy(8, 8), WardMemory()
    one(see(body, track(body, 14, 8, "t800"), order=STAY), memory)
    assert memory.intent == "stay"
    order = Order(STAY, -1.0, -1.0, 300 + 6000)
    one(percept(body, track(body, 14, 8, "t800"), tick=6600, briefing=FOLLOWS, order=order), memory)
    assert memory.intent == "follow"


def test_he_asks_why_when_he_hardly_trusts_the_leader_and_then_obeys() -> None:
    body, memory = boy(8, 8, trust=0.1), WardMemory()
    one(see(body, track(body, 10, 8, "t800"), order=STAY), memory)
    assert (memory.intent, memory.speak) == ("protest", "john.unsure")
    one(percept(body, tick=700, briefing=FOLLOWS, order=Order(STAY, -1.0, -1.0, 400)), memory)
    assert memory.intent == "stay"


def test_of_two_ways_to_run_he_takes_the_one_that_leads_to_his_guard() -> None:
    ground = hall(100, 12)
    body = boy(50, 6)
    for where in (8.0, 92.0):  # too far off to be hidden behind
        memory = WardMemory()
        memory.threat = Seen(50.0, 10.0, at=600)
        memory.leader = Seen(where, 6.0, at=300)
        seen = see(body, tick=600, ground=ground)
        x, _ = refuge(seen, memory.threat, known_guard(seen, memory))
        assert (x < 50) == (where < 50)
