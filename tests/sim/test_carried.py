"""What one mission leaves, the next begins with: sealed, checked, and the same life after a save or in a replay."""

from pathlib import Path

import pytest

from game.content import missions
from game.lab.seat import live
from game.level.load import load
from game.replay import Recorder, verify
from game.replay import load as load_replay
from game.replay import save as save_replay
from game.session import Session
from game.sim.carried import COLD, Carried, CarriedError, Leg, from_bytes, to_bytes
from game.sim.events import Melting
from game.sim.state import Fallen

FALLEN = Fallen(tick=90, who="guard_1", kind="guard", look="guard", room="hall", by="us", cause="pistol", dead=True)
MUCH = Carried(
    forms=("shopper_b", "guard"),
    facts=("initials",),
    trust={"john": 0.9},
    lessons=("look_first",),
    legs=(Leg(mission="closing_time", ticks=9000, deaths=2, fallen=(FALLEN,)),),
)


def test_what_was_touched_before_can_be_worn_and_what_was_learned_is_known():
    session = Session(load("yard"), 3, carried=MUCH)
    world, gear = session.world, session.world.state.gear[session.hunter]
    assert gear.forms == ["officer", "shopper_b", "guard"]
    assert [world.look(slot) for slot in gear.faces] == gear.forms
    assert not any(world.b.here[slot] for slot in gear.faces[1:])
    assert world.state.trust == 0.9
    assert "initials" in world.state.facts


def test_a_mission_takes_over_only_what_its_row_says():
    assert MUCH.only(()) == Carried()
    assert MUCH.only(("facts", "trust")) == Carried(facts=MUCH.facts, trust=MUCH.trust)
    assert MUCH.only(missions.ALL) == MUCH


def test_a_run_adds_to_what_it_began_with():
    session = Session(load("yard"), 3, carried=MUCH)
    world = session.world
    world.learn("deck_mall")
    world.set_flag("lesson_bluff")
    world.state.human_cost.append((5, "guard"))
    world.state.trust = 0.4
    left = session.carry_on()
    assert left.forms == MUCH.forms
    assert left.facts == ("initials", "deck_mall")
    assert left.lessons == ("look_first", "bluff")
    assert left.trust == {"john": 0.4}
    assert [leg.mission for leg in left.legs] == ["closing_time", "yard"]
    assert left.deaths == 3


def test_a_mission_played_again_replaces_its_row():
    session = Session(load("yard"), 3, carried=Carried(legs=(Leg(mission="yard", ticks=1, deaths=5),)))
    assert [(leg.mission, leg.deaths) for leg in session.carry_on().legs] == [("yard", 0)]


def test_it_costs_the_warm_end_from_the_eighth_death_on():
    assert not Carried(legs=(Leg(mission="a", ticks=1, deaths=COLD - 1),)).cold
    assert Carried(legs=(Leg(mission="a", ticks=1, deaths=COLD - 1), Leg(mission="b", ticks=1, deaths=1))).cold


def test_looks_that_no_longer_exist_are_left_behind():
    session = Session(load("yard"), 3, carried=Carried(forms=("nobody_now", "guard")))
    assert session.world.state.gear[session.hunter].forms == ["officer", "guard"]


def test_it_goes_through_a_sealed_file_and_damage_is_told():
    data = to_bytes(MUCH)
    assert from_bytes(data) == MUCH
    for at in (0, 9, len(data) // 2, len(data) - 1):
        broken = bytearray(data)
        broken[at] ^= 64
        with pytest.raises(CarriedError, match="damaged"):
            from_bytes(bytes(broken))
    with pytest.raises(CarriedError):
        from_bytes(b"")


def test_a_saved_run_knows_what_it_was_begun_with():
    session = Session(load("yard"), 3, carried=MUCH)
    for _ in range(30):
        session.step()
    again = Session(load("yard"))
    again.load(session.save())
    assert again.carried == MUCH
    assert again.digest() == session.digest() == session.clone().digest()


def test_a_run_with_carried_state_can_be_recorded_and_lived_again(tmp_path: Path):
    session = Session(load("yard"), 3, carried=MUCH)
    recorder = Recorder(session, "yard")
    for _ in range(90):
        session.step()
        recorder.record()
    save_replay(recorder.replay(), tmp_path / "a.replay")
    assert verify(load_replay(tmp_path / "a.replay"), load("yard")).verified


def test_what_was_touched_in_the_mall_shows_in_the_steel_at_the_end():
    session, shown = Session(load("levels/examples/edge.tmx"), 1, carried=MUCH), []
    for _ in live(session, "base", 2 * session.level.par, retries=5):
        shown += [e.look for e in session.events if isinstance(e, Melting)]
    assert session.world.state.gone == ["t1000"]
    assert {*MUCH.forms} <= {*shown}
