"""The base bot: percept in, command out."""

from typing import Any

from percepts import HALL, PLAYS, me, percept, track
from plans import hall

from game.agent.command import (
    FIRE,
    FOLLOW,
    HIDE,
    IDLE,
    INTERACT,
    RELOAD,
    RUN_TO,
    SCAN,
    SHOVE,
    WALK,
    Command,
)
from game.agent.percept import (
    ARMED,
    BLADE,
    HELD,
    HOLDING,
    RUNNING,
    STAGGERED,
    WOUND,
    DoorView,
    Goal,
    Me,
    Noise,
    Percept,
    Thing,
    Track,
)
from game.agent.seen import Seen
from game.bots import BOTS, faces, guns
from game.bots.base import decide
from game.bots.memory import BotMemory
from game.content.weapons import WEAPONS
from game.core.dice import Dice
from game.core.ground import DeviceSpot, DoorSpot, Zone
from game.sim.systems import suspicion

EXIT = Goal("y.out", "To the street", 20.0, 8.0, True, "street")


def body(x: float, y: float, **changes: Any) -> Me:
    return me(x, y, **({"look": "t800"} | changes))


def see(of: Me, *tracks: Track, **changes: Any) -> Percept:
    return percept(of, *tracks, **({"briefing": PLAYS, "goal": EXIT} | changes))


def with_boy() -> BotMemory:
    memory = BotMemory()
    memory.met = True
    return memory


def run(memory: BotMemory, of: Me, *tracks: Track, looks: int = 12, **changes: Any) -> list[Command]:
    """Show the same scene for `looks` tenths of a second."""
    dice = Dice(5)
    return [decide(see(of, *tracks, tick=600 + 6 * n, **changes), memory, dice) for n in range(looks)]


def boy(of: Me, x: float, y: float, **changes: Any) -> Track:
    return track(of, x, y, "john", **({"id": 9} | changes))


def machine(of: Me, x: float, y: float, signs: int = WOUND, **changes: Any) -> Track:
    return track(of, x, y, "officer", signs=signs, **({"id": 5, "face": 2, "doubt": -2.0} | changes))


def test_it_shoves_the_machine_off_the_boy_pressing_and_releasing() -> None:
    of = body(8, 8)
    scene = machine(of, 9.2, 8, HOLDING), boy(of, 8.6, 8, signs=HELD)
    held = [c.held & SHOVE for c in run(with_boy(), of, *scene, cause="seized")]
    assert any(a and not b for a, b in zip(held[1:], held, strict=False))
    assert any(b and not a for a, b in zip(held[1:], held, strict=False))


def test_it_runs_to_a_boy_who_is_held() -> None:
    of = body(4, 8)
    last = run(with_boy(), of, machine(of, 14, 8, HOLDING), boy(of, 13.4, 8, signs=HELD), cause="seized")[-1]
    assert last.move_x > 100
    assert not last.held & FIRE


def test_it_takes_him_from_whoever_holds_him_whatever_the_face() -> None:
    of = body(8, 8)
    twin = machine(of, 7, 8, 0, doubt=6.0, id=6)
    last = run(
        with_boy(), of, twin, machine(of, 13, 8, HOLDING), boy(of, 12.4, 8, signs=HELD), cause="seized", looks=20
    )[-1]
    assert last.move_x > 100


def test_a_trigger_that_only_clicks_is_on_a_person() -> None:
    of, memory = body(8, 8), with_boy()
    commands = run(memory, of, machine(of, 11, 8, 0, doubt=6.0), boy(of, 7, 8), looks=30)
    assert any(c.held & FIRE for c in commands)
    assert not commands[-1].held & FIRE
    assert (faces.CLEARED, 5) in {(c.verdict, c.mark) for c in commands}


def test_who_is_shoved_and_never_folds_is_a_person() -> None:
    of, memory = body(8, 8), with_boy()
    commands = run(memory, of, machine(of, 9, 8, 0, doubt=6.0), boy(of, 7, 8), looks=40)
    assert any(c.held & SHOVE for c in commands)
    assert not any(c.held & (SHOVE | FIRE) for c in commands[-5:])


def test_somebody_who_does_not_belong_there_is_kept_from_the_boy() -> None:
    back = Zone(name="back", x=1.0, y=1.0, w=22.0, h=14.0, tags=("restricted",))
    of = body(8, 8)
    for look, kept in (("shopper_a", True), ("porter", False)):
        memory = with_boy()
        stranger = track(of, 9.5, 9.5, look, id=4, face=7, doubt=-2.0)
        run(memory, of, stranger, boy(of, 8, 9.5), looks=1, ground=hall(24, 16, zones=(back,)))
        assert (memory.intent == "shield") is kept


def test_it_follows_the_arrow_to_a_boy_out_of_sight() -> None:
    memory, of = with_boy(), body(4, 8)
    last = run(memory, of, cause="seized", arrow=(0.0, 1.0), arrow_far=6)[-1]
    assert last.move_y > 100


def test_it_shoots_past_the_shield_only_from_the_flank() -> None:
    of = body(8, 8)
    behind = machine(of, 11, 8, HOLDING), boy(of, 10.4, 8, signs=HELD)
    beside = machine(of, 11, 8, HOLDING), boy(of, 10.6, 10, signs=HELD)
    assert not any(c.held & FIRE for c in run(with_boy(), of, *behind, cause="seized"))
    assert any(c.held & FIRE for c in run(with_boy(), of, *beside, cause="seized"))


def test_it_fires_at_what_it_knows_near_the_boy() -> None:
    of = body(8, 8)
    assert any(c.held & FIRE for c in run(with_boy(), of, machine(of, 11.5, 8), boy(of, 7, 8), looks=16))


def test_a_blade_out_of_a_calm_startles_it_and_one_in_a_fight_does_not() -> None:
    of = body(8, 8)
    for fought, still in ((False, True), (True, False)):
        memory = with_boy()
        memory.foe.at = 590 if fought else memory.foe.at
        commands = run(memory, of, machine(of, 11.5, 8, BLADE), boy(of, 7, 8), looks=4)
        assert (memory.intent == "startled") is still
        assert any(c.held or c.move_x or c.move_y for c in commands) is not still


def test_an_officer_who_runs_at_the_boy_is_met_with_a_gun_in_hand_but_not_shot() -> None:
    of, memory = body(8, 8, weapon="fists"), with_boy()
    commands = run(memory, of, machine(of, 11, 8, RUNNING, vx=-5.0), boy(of, 7.6, 8))
    assert commands[-1].weapon == guns.SLOTS["shotgun"]
    assert not any(c.held & FIRE for c in commands)
    assert memory.intent == "shield"


def test_while_all_is_quiet_its_hands_are_empty() -> None:
    of = body(8, 8)
    assert run(with_boy(), of, boy(of, 7, 8), looks=1)[0].weapon == guns.FISTS


def test_it_fires_only_at_the_body_that_was_proven_and_not_at_its_twin() -> None:
    of, memory = body(4, 8), with_boy()
    proven = machine(of, 7, 8, 0, doubt=6.0)
    assert any(c.held & FIRE for c in run(memory, of, proven, boy(of, 3, 8)))
    memory = with_boy()
    memory.shown.x, memory.shown.at, memory.shown_face = 23.0, 900, 2
    scene = machine(of, 8, 8, 0, doubt=6.0, id=6), boy(of, 3, 8)
    commands = [decide(see(of, *scene, tick=1026 + 6 * n), memory, Dice(5)) for n in range(3)]
    assert not any(c.held & FIRE for c in commands)
    assert any(c.held & SCAN for c in commands)


def test_it_never_fires_through_a_person() -> None:
    of = body(8, 8)
    bystander = track(of, 10, 8.1, "packer_a", id=3)
    assert not any(c.held & FIRE for c in run(with_boy(), of, machine(of, 11.5, 8), boy(of, 7, 8), bystander))


def test_it_takes_a_while_to_understand() -> None:
    of = body(8, 8)
    commands = run(with_boy(), of, machine(of, 11.5, 8), boy(of, 7, 8))
    assert not any(c.held & FIRE for c in commands[:3])


def test_it_stands_between_a_stranger_in_uniform_and_the_boy() -> None:
    memory, of = with_boy(), body(8, 8)
    (command,) = run(memory, of, machine(of, 11, 10, 0), boy(of, 8, 10), looks=1)
    assert memory.intent == "shield"
    assert command.move_y > 0


def test_after_two_shells_that_folded_it_it_leaves() -> None:
    memory, dice = with_boy(), Dice(5)
    for n, rounds in enumerate((6, 5, 4)):
        armed = body(8, 8, rounds=rounds)
        signs = WOUND | (STAGGERED if rounds == 4 else 0)
        scene = machine(armed, 11, 8, signs), boy(armed, 7, 8)
        command = decide(see(armed, *scene, tick=600 + 30 * n), memory, dice)
    assert not command.held & FIRE
    assert memory.intent == "lead"


def test_it_shoves_what_is_on_it() -> None:
    memory, of = with_boy(), body(8, 8)
    commands = run(memory, of, machine(of, 9, 8, BLADE), boy(of, 7, 8), looks=16)
    assert any(c.held & SHOVE for c in commands)


def test_it_waits_for_a_boy_who_lags_and_calls_him() -> None:
    memory, of = with_boy(), body(12, 8)
    (command,) = run(memory, of, boy(of, 7, 8), looks=1)
    assert (command.move_x, command.move_y) == (0, 0)
    assert command.order == FOLLOW
    assert memory.intent == "wait"


def test_it_goes_back_for_a_boy_who_is_far_behind() -> None:
    of = body(16, 8)
    (command,) = run(with_boy(), of, boy(of, 7, 8), looks=1)
    assert command.move_x < -100


def test_it_walks_round_to_a_boy_behind_bars() -> None:
    bars = [(r, 24, "#") for r in range(1, 31) if r < 26]
    memory, of = with_boy(), body(14, 4)
    (command,) = run(memory, of, boy(of, 9.5, 4), looks=1, ground=hall(24, 16, *bars))
    assert memory.intent == "go back"
    assert command.move_y > 60


def test_near_home_it_does_not_walk_back_to_a_point_of_the_path() -> None:
    ground = hall(24, 16, bot_path=((2.0, 2.0), (2.0, 14.0), (20.0, 14.0)))
    memory, of = with_boy(), body(16, 8)
    (command,) = run(memory, of, boy(of, 15, 8), looks=1, ground=ground, goal=None)
    assert command.move_y > 60
    assert command.move_x > 30


def test_at_the_marker_it_sends_the_boy_the_last_steps() -> None:
    of = body(20, 8)
    (command,) = run(with_boy(), of, boy(of, 18, 8), looks=1)
    assert (command.order, command.order_x, command.order_y) == (RUN_TO, 40, 16)


def test_it_works_the_lever_of_a_shut_door_in_its_way() -> None:
    wall = [(r, 24, "##") for r in range(1, 31)]
    gap = [(r, 24, "..") for r in (15, 16, 17)]
    door = DoorSpot(name="shutter", kind="shutter", x=12.0, y=7.5, w=1.0, h=1.5, key="lever", pushes=False)
    lever = DeviceSpot(name="lever", x=10.0, y=5.0, w=0.5, h=0.5)
    ground = hall(24, 16, *wall, *gap, doors=(door,), devices=(lever,))
    shut = {"ground": ground, "doors": (DoorView(0, True, 0),)}
    far, near = body(6, 8), body(10.2, 5.9)
    (walks,) = run(with_boy(), far, boy(far, 5, 8), looks=1, **shut)
    (holds,) = run(with_boy(), near, boy(near, 9, 6.5), looks=1, **shut)
    assert walks.move_x > 0
    assert walks.move_y < 0
    assert holds.held & INTERACT
    (through,) = run(with_boy(), near, boy(near, 9, 6.5), looks=1, ground=ground, doors=(DoorView(0, False, 0),))
    assert not through.held & INTERACT


def test_it_reloads_in_peace_only() -> None:
    empty = body(8, 8, rounds=0)
    (calm,) = run(with_boy(), empty, boy(empty, 7, 8), looks=1)
    (hot,) = run(with_boy(), empty, boy(empty, 7, 8), machine(empty, 12, 8), looks=1)
    assert calm.held & RELOAD
    assert not hot.held & RELOAD


def test_down_it_does_nothing() -> None:
    of = body(8, 8, down=True)
    assert run(with_boy(), of, machine(of, 9, 8), looks=1) == [IDLE]


# ------------------------------------------------------------------ before it has the boy
def test_it_reads_the_card_and_then_walks_to_the_marker() -> None:
    memory, of = BotMemory(), body(4, 8)
    commands = run(memory, of, looks=60, goal=Goal("y.find", "Find him", 20.0, 8.0, True, "office"))
    assert (commands[0].move_x, commands[0].move_y) == (0, 0)
    assert commands[-1].move_x > 100
    assert commands[-1].gait == WALK
    assert memory.intent == "find"


def test_it_stands_still_for_a_face_until_the_photograph_has_been_beside_it() -> None:
    memory, of = BotMemory(), body(4, 8)
    memory.start_at = 0
    stranger = track(of, 7, 8, "teen_a", id=4, face=11)
    stands = [c.move_x == 0 for c in run(memory, of, stranger, looks=8)]
    assert stands[:3] == [True, True, True]
    assert not stands[-1]


def test_it_scans_from_where_a_scan_reaches() -> None:
    assert faces.SCAN_REACH <= suspicion.SCAN_REACH


def test_where_he_is_not_it_goes_to_his_whistle() -> None:
    memory, of = BotMemory(), body(19, 8)
    memory.start_at = 0
    whistle = Noise(12.0, "whistle", 15.0, 14.0)
    goal = Goal("y.find", "Find him", 20.0, 8.0, True, "office")
    last = run(memory, of, looks=4, goal=goal, noises=(whistle,))[-1]
    assert memory.why == "goes to his whistle"
    assert last.move_y > 60


# ------------------------------------------------------------------ faces, and the word passed on
def test_it_scans_an_officer_who_is_near_the_boy_but_not_at_his_throat() -> None:
    memory, of = with_boy(), body(8, 8)
    (command,) = run(memory, of, machine(of, 12, 8, 0), boy(of, 7, 8), looks=1)
    assert memory.intent == "scan"
    assert command.held & SCAN


def test_a_shopper_is_not_worth_a_scan_until_there_is_a_doubt() -> None:
    of = body(8, 8)
    for doubt, scans in ((-2.0, False), (1.5, True)):
        shopper = track(of, 12, 8, "shopper_a", id=4, face=7, doubt=doubt)
        (command,) = run(with_boy(), of, shopper, boy(of, 7, 8), looks=1)
        assert bool(command.held & SCAN) is scans


def test_it_tells_him_once_what_a_scan_has_shown() -> None:
    memory, of = with_boy(), body(8, 8)
    run(memory, of, machine(of, 12, 8, 0), boy(of, 7, 8), looks=15)
    told = run(memory, of, machine(of, 12, 8, 0, doubt=-6.0), boy(of, 7, 8), looks=5)
    assert [(c.mark, c.verdict) for c in told if c.mark >= 0] == [(5, faces.CLEARED)]


# ------------------------------------------------------------------ doors, devices, hiding
def lever_hall(ticks: int, user: str = "any", x: float = 10.0) -> dict[str, Any]:
    wall = [(r, 24, "##") for r in range(1, 31)]
    gap = [(r, 24, "..") for r in (15, 16, 17)]
    door = DoorSpot(name="shutter", kind="shutter", x=12.0, y=7.5, w=1.0, h=1.5, key="lever", pushes=False)
    lever = DeviceSpot(name="lever", x=x, y=5.0, w=0.5, h=0.5, ticks=ticks, user=user, tags=("counter",))
    return {"ground": hall(24, 16, *wall, *gap, doors=(door,), devices=(lever,))}


def test_a_long_lever_is_the_boys_and_it_stands_guard() -> None:
    for ticks, user in ((1200, "any"), (90, "john")):
        memory, of = with_boy(), body(8, 6)
        shut = lever_hall(ticks, user) | {"doors": (DoorView(0, True, 0),)}
        first = run(memory, of, boy(of, 7, 6), looks=1, **shut)[0]
        assert (first.order, first.order_x, first.order_y) == (RUN_TO, 20, 10)
        assert memory.intent == "guard"
        assert not any(c.held & INTERACT for c in run(memory, of, boy(of, 9.5, 5.5), **shut))


def test_in_some_runs_it_holds_the_long_lever_itself_and_the_boy_hides() -> None:
    memory, of = with_boy(), body(9.4, 5.5)
    memory.holds_it = True
    shut = lever_hall(1200) | {"doors": (DoorView(0, True, 0),)}
    first, second = run(memory, of, boy(of, 7, 6), looks=2, **shut)
    assert first.order == HIDE
    assert first.held & second.held & INTERACT
    assert memory.intent == "hold"


def test_in_some_runs_it_lets_him_do_something_of_his_own_first() -> None:
    hiscore = DeviceSpot(name="hiscore", x=10.0, y=5.0, w=0.5, h=0.5, user="john", ticks=60)
    of, own = body(8, 6), {"ground": hall(24, 16, devices=(hiscore,))}
    for indulges in (True, False):
        memory = with_boy()
        memory.indulges = indulges
        (command,) = run(memory, of, boy(of, 7, 6), looks=1, **own)
        assert (command.order == RUN_TO) is indulges
    memory = with_boy()
    memory.indulges, memory.foe.at = True, 500
    run(memory, of, boy(of, 7, 6), looks=1, **own)
    assert memory.intent == "lead"


def test_a_device_that_does_not_get_done_is_given_up() -> None:
    memory, of = with_boy(), body(8, 6)
    shut = lever_hall(90, "john") | {"doors": (DoorView(0, True, 0),)}
    run(memory, of, boy(of, 7, 6), looks=400, **shut)
    assert "lever" in memory.given_up


def test_it_opens_the_shutter_behind_which_the_boy_was_left() -> None:
    shut = lever_hall(90) | {"doors": (DoorView(0, True, 0),), "goal": Goal("y.out", "Out", 3.0, 8.0, True, "street")}
    for place, moves in (((11.0, 8.0), True), ((10.2, 5.9), False)):
        for given_up in ({}, {"lever": 590}):
            memory, of = with_boy(), body(*place)
            memory.ward, memory.given_up = Seen(x=14.0, y=8.0, at=400), dict(given_up)
            (command,) = run(memory, of, looks=1, **shut)
            assert memory.intent == "open to him"
            assert bool(command.move_y < -60) is moves
            assert bool(command.held & INTERACT) is not moves


def test_it_opens_the_shutter_behind_which_he_is_held() -> None:
    shut = lever_hall(90) | {"doors": (DoorView(0, True, 0),)}
    memory, of = with_boy(), body(10.2, 5.9)
    memory.ward = Seen(x=14.0, y=8.0, at=400)
    assert any(c.held & INTERACT for c in run(memory, of, looks=40, cause="seized", **shut))


def test_the_arrow_does_not_place_him_in_a_shut_door() -> None:
    shut = lever_hall(90) | {"doors": (DoorView(0, True, 0),)}
    memory, of = with_boy(), body(10.6, 8.0)
    run(memory, of, looks=1, arrow=(1.0, 0.0), arrow_far=2, **shut)
    assert memory.ward.x >= 13.0


def test_hunted_it_drops_a_shutter_behind_them() -> None:
    memory, of = with_boy(), body(14.5, 8)
    memory.foe.x, memory.foe.y, memory.foe.at = 6.0, 8.0, 590
    (command,) = run(memory, of, boy(of, 15.5, 8), looks=1, **lever_hall(30, x=14.0))
    assert memory.intent == "counter"
    assert command.move_y < -60


def test_hunted_it_pulls_an_alarm_that_is_on_the_way_once() -> None:
    alarm = DeviceSpot(name="alarm", x=14.0, y=6.5, w=0.5, h=0.5, ticks=30, tags=("counter",))
    for used, pulls in (((), True), (("alarm",), False)):
        memory, of = with_boy(), body(14.5, 8)
        memory.foe.x, memory.foe.y, memory.foe.at = 6.0, 8.0, 590
        run(memory, of, boy(of, 15.5, 8), looks=1, ground=hall(24, 16, devices=(alarm,)), used=used)
        assert (memory.intent == "counter") is pulls


def test_it_does_not_drop_a_shutter_before_them() -> None:
    memory, of = with_boy(), body(9, 8)
    memory.foe.x, memory.foe.y, memory.foe.at = 3.0, 8.0, 590
    run(memory, of, boy(of, 9.5, 8), looks=1, **lever_hall(30))
    assert memory.intent != "counter"


def test_a_heavy_tread_out_of_sight_sends_the_boy_into_hiding_until_it_is_gone() -> None:
    spot = Zone(name="locker", x=9.5, y=11.5, w=1.0, h=1.0, tags=("hide",))
    memory, of = with_boy(), body(8, 8)
    near = {"ground": hall(24, 16, zones=(spot,)), "noises": (Noise(17.0, "heavy", 12.0, 8.0),)}
    (command,) = run(memory, of, boy(of, 7, 8), looks=1, **near)
    assert command.order == HIDE
    dice = Dice(5)
    quiet = see(of, boy(of, 9.5, 11.5), tick=900, ground=near["ground"])
    assert decide(quiet, memory, dice).order == FOLLOW


def test_few_shells_are_worth_a_few_steps() -> None:
    memory, of = with_boy(), body(8, 8, rounds=2, spare=0)
    (command,) = run(memory, of, boy(of, 7, 8), looks=1, things=(Thing("shells", 8.0, 11.0),))
    assert memory.intent == "fetch"
    assert command.move_y > 100


def test_idle_is_idle() -> None:
    idle, memory = BOTS["idle"]
    of = body(8, 8)
    assert idle(see(of, machine(of, 9, 8, ARMED)), memory(), Dice(1)) == IDLE


def test_the_same_percepts_and_dice_give_the_same_commands() -> None:
    of = body(8, 8)
    scene = machine(of, 11.5, 8), boy(of, 7, 8)
    assert run(with_boy(), of, *scene) == run(with_boy(), of, *scene)


def test_what_it_believes_of_weapons_is_so() -> None:
    assert all(WEAPONS[name].slot == slot for name, slot in guns.SLOTS.items())
    assert WEAPONS["shotgun"].reach >= guns.SHOTGUN_REACH
    assert WEAPONS["pistol"].reach >= guns.PISTOL_REACH
    assert HALL.free(8, 8)
