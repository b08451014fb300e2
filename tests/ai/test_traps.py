"""Traps: where it lies in wait, when it calls, what John makes of a call; all from percepts."""

from typing import Any

import msgspec
import numpy as np
import pytest
from percepts import FOLLOWS, HALL, HUNTS, me, percept, shifter, track
from plans import hall

from game.agent.command import FOLLOW, SHOVE, STAY, Command
from game.agent.percept import BACKOFF, CallPlace, Guise, Me, Order, Percept, Word
from game.ai import ambush, call
from game.ai.hunter import HunterMemory, decide
from game.ai.memory import Trap
from game.ai.odds import odds_of
from game.ai.ward import decide as boys
from game.ai.ward_memory import WardMemory
from game.core.dice import Dice

DOLL = Guise("mannequin", 12.0, 8.0, 0.8, 0.8)
GREAT = hall(40, 16)
WAITS = msgspec.structs.replace(HUNTS, guises=(DOLL,), calls=(CallPlace(20.0, 3.0, "guard"),))


def body(x: float = 10.0, y: float = 8.0, **changes: Any) -> Me:
    return shifter(x, y, **changes)


def believing(at: tuple[float, float], to: tuple[float, float], **changes: Any) -> tuple[HunterMemory, Percept]:
    """Return a memory in which he is at one place and on his way to another, and a percept without him."""
    ground = changes.pop("ground", HALL)
    memory, seen = HunterMemory(), percept(body(**changes), tick=1800, briefing=WAITS, ground=ground)
    decide(msgspec.structs.replace(seen, tick=0), memory, Dice(5))
    ways, posts = ambush.ways_of(seen.ground), ambush.posts_of(seen.ground)
    memory.prey.cell = np.full(len(memory.prey.cell), ways.snap(*at), np.int32)
    goal = int(((posts.x - to[0]) ** 2 + (posts.y - to[1]) ** 2).argmin())
    memory.prey.goal = np.full(len(memory.prey.cell), goal, np.int32)
    return memory, seen


# ------------------------------------------------------------------ lying in wait
def test_a_place_on_his_way_is_worth_waiting_at_and_one_behind_him_is_not() -> None:
    memory, seen = believing((30.0, 8.0), (2.0, 8.0), x=13.0, ground=GREAT)
    places = ambush.spots(seen.ground, WAITS.guises)
    worths = ambush.worth_of(seen, memory)
    assert worths[0] > 0.3, "the doll stands on his way"
    behind = [w for w, p in zip(worths, places, strict=True) if p.x > 33.0]
    assert behind
    assert not any(behind)


def test_it_plans_no_trap_while_he_may_be_round_the_corner() -> None:
    for x, plans in ((13.0, True), (24.0, False)):
        memory, seen = believing((30.0, 8.0), (2.0, 8.0), x=x, ground=GREAT)
        memory.prey.seen_at = 1000
        assert (ambush.bid(seen, memory, odds_of(seen, memory)) > 0.0) is plans


def test_it_does_not_lie_in_wait_for_somebody_who_will_be_there_first() -> None:
    memory, seen = believing((11.0, 8.0), (22.0, 8.0), x=2.0)
    assert ambush.worth_of(seen, memory)[0] == 0.0


def test_holding_back_makes_waiting_worth_more() -> None:
    memory, seen = believing((30.0, 8.0), (2.0, 8.0), x=13.0, ground=GREAT)
    plain = ambush.worth_of(seen, memory)[0]
    memory.mood = BACKOFF
    assert ambush.worth_of(seen, memory)[0] > plain


def test_it_becomes_the_thing_where_nobody_looks_and_not_where_somebody_does() -> None:
    at_doll = body(12.0, 8.0)
    for looked_at in (False, True):
        memory = HunterMemory(plan="ambush", trap=Trap(0, 1790, 0.3), choose_at=10_000)
        looks = (track(at_doll, 14.0, 8.0, "t800", facing_me=True),) if looked_at else ()
        command = decide(percept(at_doll, *looks, tick=1800, briefing=WAITS), memory, Dice(3))
        assert (command.choice == ambush.SETTLE) is not looked_at


def lies(tick: int, *tracks: Any, memory: HunterMemory | None = None, **changes: Any) -> tuple[HunterMemory, Command]:
    memory = memory or HunterMemory(plan="ambush", trap=Trap(0, 1000, 0.3, 1200))
    seen = percept(body(12.0, 8.0, guise="mannequin"), *tracks, tick=tick, briefing=WAITS, **changes)
    return memory, decide(seen, memory, Dice(3))


def test_as_a_thing_it_keeps_still_until_he_will_be_in_reach_as_it_stands() -> None:
    it = body(12.0, 8.0)
    _, far = lies(1300, track(it, 19.0, 8.0, "john"))
    assert (far.move_x, far.move_y, far.held) == (0, 0, 0)
    memory, near = lies(1300, track(it, 16.0, 8.0, "john", vx=-4.0))
    assert near.held & SHOVE
    assert near.aim_x > 0 or near.aim_x == 0
    assert "thing" in memory.why
    _, past = lies(1300, track(it, 14.0, 8.0, "john", vx=4.5))
    assert not past.held & SHOVE


def test_it_waits_until_he_comes_no_nearer_unless_its_hand_is_sure() -> None:
    it = body(12.0, 8.0)
    _, comes = lies(1300, track(it, 15.6, 9.5, "john", vx=-2.0))  # 2.3 m off in .9 s, and coming nearer
    assert not comes.held & SHOVE
    _, passes = lies(1300, track(it, 14.0, 10.3, "john", vx=-2.2))  # as near as he will come
    assert passes.held & SHOVE


def test_it_lets_him_go_by_while_his_guard_would_be_at_it_first() -> None:
    it = body(12.0, 8.0)
    boy, guard = track(it, 13.9, 8.0, "john"), track(it, 13.0, 8.0, "t800", id=2, facing_me=True)
    _, command = lies(1300, boy, guard)
    assert not command.held & SHOVE
    _, behind = lies(1300, boy, msgspec.structs.replace(guard, facing_me=False))
    assert behind.held & SHOVE, "a guard who turns his back to it has to turn first"


def test_it_gets_up_and_goes_to_him_when_he_stands_near_by_and_comes_no_nearer() -> None:
    boy = track(body(12.0, 8.0), 17.0, 8.0, "john")
    memory, _ = lies(1300, boy)
    assert memory.plan == "ambush"
    for tick in range(1306, 1300 + ambush.COMES_NO_NEARER + 13, 6):
        lies(tick, boy, memory=memory)
    assert memory.plan != "ambush" or memory.ended


def test_patience_ends_with_him_in_view_far_off() -> None:
    boy = track(body(12.0, 8.0), 22.0, 8.0, "john")
    memory, _ = lies(1300, boy)
    assert memory.plan == "ambush"
    lies(1200 + 60 * 51, boy, memory=memory)
    assert memory.plan != "ambush" or memory.trap.place < 0


def test_past_its_patience_it_lies_on_while_he_is_still_due() -> None:
    for to, lies_on in ((2.0, True), (38.0, False)):
        memory, _ = believing((30.0, 8.0), (to, 8.0), x=12.0, ground=GREAT)
        memory.plan, memory.trap, memory.choose_at = "ambush", Trap(0, 1000, 0.3, 1200), 10_000
        lies(1200 + 60 * 40, memory=memory, ground=GREAT)
        assert (memory.trap.place == 0) is lies_on


def test_patience_ends() -> None:
    memory, _ = lies(1300)
    _, command = lies(1200 + 60 * 76, memory=memory)
    assert memory.plan != "ambush" or memory.trap.place < 0
    assert command.held == 0


def test_a_thought_of_calling_him_leaves_a_trap_that_is_under_way() -> None:
    memory, seen = believing((20.0, 8.0), (20.0, 8.0), voices=("t800",))
    memory.guard.at, memory.guard.x, memory.guard.y = 1500, 2.0, 2.0
    memory.plan, memory.trap = "ambush", Trap(0, 1790, 0.3)
    assert call.bid(seen, memory, odds_of(seen, memory)) > 0.05
    assert memory.trap.place == 0


def test_a_thought_of_lying_in_wait_leaves_a_call_that_he_may_be_following() -> None:
    memory, seen = believing((30.0, 8.0), (2.0, 8.0), x=13.0, ground=GREAT)
    memory.prey.seen_at = 1000
    memory.plan, memory.trap = "lure", Trap(-1, 1700, 0.3, called_at=1750)
    ambush.bid(seen, memory, odds_of(seen, memory))
    assert memory.trap.called_at == 1750


def test_it_goes_on_to_its_place_past_a_glimpse_of_them_but_not_into_their_arms() -> None:
    for x, goes_on in ((16.0, True), (13.0, False)):
        memory = HunterMemory(plan="ambush", trap=Trap(0, 1790, 0.3), choose_at=10_000)
        it = body(8.0, 8.0)
        decide(percept(it, track(it, x, 8.0, "t800", id=2), tick=1800, briefing=WAITS), memory, Dice(3))
        assert (memory.trap.place == 0) is goes_on


# ------------------------------------------------------------------ calling
def test_it_calls_when_he_seems_to_be_alone_and_once_in_a_minute_and_a_half() -> None:
    memory, seen = believing((20.0, 8.0), (20.0, 8.0), voices=("t800",))
    memory.guard.at = 1500
    memory.guard.x, memory.guard.y = 2.0, 2.0
    assert call.bid(seen, memory, odds_of(seen, memory)) > 0.05
    memory.guard.x, memory.guard.y = 20.0, 8.0
    assert call.bid(seen, memory, odds_of(seen, memory)) <= 0.0
    memory.plan, memory.trap = "lure", Trap(-1, 1800, called_at=1800)
    call.done(seen, memory)
    assert memory.cool["lure"] == 1800 + call.AGAIN


def test_it_stops_calling_when_it_is_never_obeyed() -> None:
    memory, seen = believing((20.0, 8.0), (20.0, 8.0), voices=("t800",))
    memory.guard.at, memory.guard.x, memory.guard.y = 1500, 2.0, 2.0
    memory.calls = [1.2, 8.0]
    assert call.bid(seen, memory, odds_of(seen, memory)) == 0.0


def test_it_knows_no_voice_that_it_was_not_given() -> None:
    memory, seen = believing((20.0, 8.0), (20.0, 8.0))
    assert call.voice_of(seen, 0.3) == ("", 0.0)
    assert call.bid(seen, memory, odds_of(seen, memory)) == 0.0


def test_it_calls_as_a_stranger_while_the_protector_is_likely_beside_him_and_as_the_protector_when_not() -> None:
    _, seen = believing((20.0, 8.0), (20.0, 8.0), voices=("t800", "teen_a"))
    assert call.voice_of(seen, 0.2)[0] == "t800"
    assert call.voice_of(seen, 0.85)[0] == "teen_a"


def test_it_remembers_whether_the_two_go_together() -> None:
    for far, together in ((1.5, True), (9.0, False)):
        memory, body = HunterMemory(), me(4.0, 8.0)
        boy, guard = track(body, 12.0, 8.0, "john"), track(body, 12.0 + far, 8.0, "t800", id=3)
        decide(percept(body, boy, guard, tick=600), memory, Dice(3))
        assert (memory.together > 0.5) == together


# ------------------------------------------------------------------ his side of it
def called(
    x: float, voice: str = "guard", *tracks: Any, trust: float = 0.6, order: int = 0, fooled: int = 0
) -> WardMemory:
    """Return what John has made of a voice at (x, 8), he at (4, 8)."""
    memory = WardMemory(fooled=fooled)
    boy = me(4.0, 8.0, look="john", weapon="", trust=trust)
    given = Order(order, 4.0, 8.0, 60) if order else None
    word = Word("call", voice, "come", "hall", x, 8.0)
    boys(percept(boy, *tracks, tick=594, ground=GREAT, briefing=FOLLOWS, order=given), memory, Dice(2))
    boys(percept(boy, *tracks, tick=600, ground=GREAT, briefing=FOLLOWS, order=given, words=(word,)), memory, Dice(2))
    return memory


def test_untold_he_goes_to_about_half_of_the_first_calls() -> None:
    """V1: distances as it calls from, 4 to 24 m, in a stranger's voice."""
    went = [called(4.0 + d).called is not None for d in range(4, 25)]
    assert 0.5 <= sum(went) / len(went) <= 0.7


def test_once_fooled_he_hardly_goes() -> None:
    went = [called(4.0 + d, fooled=1).called is not None for d in range(4, 25)]
    assert 0.1 <= sum(went) / len(went) <= 0.2


@pytest.mark.parametrize("voice", ["guard", "t800"])
def test_told_to_stay_he_stays(voice: str) -> None:
    assert not any(called(4.0 + d, voice, order=STAY).called for d in range(4, 25))


def test_with_his_protector_in_sight_no_voice_of_his_is_believed() -> None:
    boy = me(4.0, 8.0)
    assert called(14.0, "t800", track(boy, 5.0, 8.0, "t800"), order=FOLLOW).called is None


def test_he_follows_the_real_voice_when_he_has_lost_him() -> None:
    assert called(14.0, "t800", order=FOLLOW).called is not None


def test_he_does_not_follow_police() -> None:
    assert called(16.0, "officer").called is None


def test_seeing_who_owns_the_voice_elsewhere_is_enough() -> None:
    boy = me(4.0, 8.0)
    assert called(18.0, "guard", track(boy, 4.0, 12.0, "guard", id=5)).called is None


def test_a_question_that_the_voice_cannot_answer_ends_it_and_is_remembered() -> None:
    memory = called(10.0)
    assert memory.called is not None
    boy = me(4.0, 8.0, look="john", weapon="")
    wrong = percept(boy, tick=660, ground=GREAT, briefing=FOLLOWS, words=(Word("call", "", "wrong"),))
    boys(wrong, memory, Dice(2))
    assert memory.called is None
    assert memory.fooled == 1


def test_no_dice_are_thrown_over_a_call() -> None:
    memories = [called(14.0) for _ in range(3)]
    assert len({m.called for m in memories}) == 1
