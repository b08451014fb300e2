"""Soft-locks: dead ends that are built on purpose are found and told in words; without the mistake there is none."""

import pytest
from small_levels import EAST, TWO_ROOMS, WEST, car, goal, item, level_of, lever, shutter, someone, trigger, use

from game.core.ground import Zone
from game.level.data import Level
from game.level.load import load
from game.level.softlock import findings, search
from game.level.softlock.doorways import blocked
from game.level.softlock.floor import Floor

OUT_WEST = trigger(1, "enter", "ending out", who="all", area=WEST)
OUT_EAST = trigger(1, "enter", "ending out", who="all", area=EAST)
TRAP = trigger(2, "enter", "door shutter shut\nflag been", who="t800", area=EAST)
JOHN = someone("john", "ward", 2.0, 3.0)


def trapped(level: Level) -> list[str]:
    return [str(trace) for trace in search(level).dead]


# ------------------------------------------------------------------ doors and levers
def one_way(where: float | None, delay: int = 0) -> Level:
    """A shutter that falls behind him, the way out being on the other side; its lever at x metres."""
    levers = (lever(x=where),) if where is not None else ()
    raises = [use(3, d, "door shutter open") for d in levers]
    return level_of(OUT_WEST, TRAP, *raises, doors=(shutter(delay=delay),), devices=levers)


def test_a_shutter_falls_behind_him_and_its_lever_is_on_the_other_side() -> None:
    report = search(one_way(1.0))
    assert report.lost == 1
    (trace,) = report.dead
    assert trace.steps == ("t800 walks into t2, t800 in east",)
    assert trace.state == "t800 is in east, shutter shut, lever out of reach"


def test_there_is_no_dead_end_with_a_lever_inside() -> None:
    assert trapped(one_way(7.0)) == []


def test_there_is_no_dead_end_where_the_shutter_goes_back_by_itself() -> None:
    assert trapped(one_way(1.0, delay=600)) == []


def test_whoever_pulls_the_lever_is_beside_it_when_the_shutter_falls() -> None:
    switch = lever(x=7.0)
    falls = use(3, switch, "door shutter shut\nflag been")
    assert len(trapped(level_of(OUT_WEST, falls, doors=(shutter(),), devices=(switch,)))) == 1
    switch = lever(x=1.0)  # on the way out's side: the same lever never locks him in
    falls = use(3, switch, "door shutter shut\nflag been")
    assert trapped(level_of(OUT_WEST, falls, doors=(shutter(),), devices=(switch,))) == []


def test_a_light_door_that_is_shut_is_pushed_open() -> None:
    assert trapped(level_of(OUT_WEST, TRAP, doors=(shutter("swing"),))) == []


def test_a_staff_door_begins_shut() -> None:
    assert len(trapped(level_of(OUT_EAST, doors=(shutter("staff"),)))) == 1
    opens = trigger(3, "start", "door shutter open")
    assert trapped(level_of(OUT_EAST, opens, doors=(shutter("staff"),))) == []


def test_how_a_door_stands_after_the_start_is_where_it_goes_back_to() -> None:
    shuts, switch = trigger(3, "start", "door shutter shut"), lever(x=1.0)
    opens = use(4, switch, "door shutter open")
    level = level_of(OUT_WEST, TRAP, shuts, opens, doors=(shutter(delay=600),), devices=(switch,))
    assert {trace.steps for trace in search(level).dead} == {
        ("t800 works lever", "t800 walks into t2, t800 in east"),
        ("t800 works lever", "shutter goes back: shut, t800 in east"),
    }


@pytest.mark.parametrize(("user", "dead"), [("t800", 1), ("any", 0), ("john", 0)])
def test_john_is_alone_behind_a_door_that_only_the_t800_may_open(user: str, dead: int) -> None:
    switch = lever(x=1.0, user=user)
    raises = use(3, switch, "door shutter open")
    level = level_of(OUT_EAST, TRAP, raises, doors=(shutter(),), devices=(switch,), spawns=(JOHN,))
    traces = search(level).dead
    assert len(traces) == dead
    if dead:
        assert traces[0].steps == ("t800 walks into t2, t800 in east, john in west",)
        assert traces[0].state == "t800 is in east, john is in west, shutter shut, lever out of reach"


def test_a_device_that_is_never_the_nearest_in_reach_is_no_device() -> None:
    behind, before = lever("behind", x=1.0), lever("before", x=1.0)
    raises = use(3, behind, "door shutter open")
    level = level_of(OUT_EAST, raises, doors=(shutter("staff"),), devices=(before, behind))
    raises_too = use(4, before, "door shutter open")
    assert len(trapped(level_of(OUT_EAST, doors=(shutter("staff"),), devices=(before, behind)))) == 1
    assert trapped(level) == []  # both lie in the area of the trigger: the nearest of the two will do
    assert trapped(level_of(OUT_EAST, raises_too, doors=(shutter("staff"),), devices=(before, behind))) == []


# ------------------------------------------------------------------ keys and things
def test_a_key_lies_behind_its_own_door() -> None:
    door = shutter("staff", key="key_staff")
    assert len(trapped(level_of(OUT_EAST, doors=(door,), items=(item("key_staff", 8.0, 2.0),)))) == 1
    assert trapped(level_of(OUT_EAST, doors=(door,), items=(item("key_staff", 1.5, 1.5),))) == []


def test_things_that_are_counted_must_be_within_reach() -> None:
    level = level_of(
        trigger(1, "timer", "ending out", when="count coin >= 2"),
        doors=(shutter("staff"),),
        items=(item("coin", 1.5, 1.5), item("coin", 8.0, 2.0)),
    )
    assert len(trapped(level)) == 1


# ------------------------------------------------------------------ vehicles
GAP = Zone(name="gap", x=4.5, y=1.5, w=1.0, h=1.5)
CORNER = Zone(name="corner", x=8.0, y=1.75, w=1.0, h=1.0)


@pytest.mark.parametrize(("where", "dead"), [("gap", 1), ("corner", 0)])
def test_a_car_that_has_rolled_into_the_doorway_bars_it(where: str, dead: int) -> None:
    brake = lever(x=1.0)
    rolls = use(3, brake, f"vehicle car roll {where}")
    zones = (WEST, EAST, GAP, CORNER)
    traces = trapped(level_of(OUT_EAST, rolls, devices=(brake,), zones=zones, cars=(car(2.5, 2.25),)))
    assert traces == ["t800 works lever, t800 in west; t800 is in west, car rolled"][:dead]


def test_a_car_that_rolls_away_leaves_the_doorway_free() -> None:
    brake = lever(x=1.0)
    rolls = use(3, brake, "vehicle car roll corner")
    parts = {"devices": (brake,), "zones": (WEST, EAST, CORNER), "cars": (car(5.0, 2.25),)}
    assert trapped(level_of(OUT_EAST, rolls, **parts)) == []
    assert len(trapped(level_of(OUT_EAST, **parts))) == 1


# ------------------------------------------------------------------ story
def test_a_flag_that_is_set_too_early_is_listened_to_once() -> None:
    early = (
        trigger(1, "enter", "flag a", who="t800", area=EAST),
        trigger(2, "flag", "ending out", when="flag a & in john east"),
    )
    missed = trapped(level_of(*early, spawns=(JOHN,)))
    assert missed == ["t800 walks into t1; t800 is in west, east, john is in west, east, a set"]
    polled = (early[0], trigger(2, "timer", "ending out", when="flag a & in john east"))
    assert trapped(level_of(*polled, spawns=(JOHN,))) == []


def test_any_other_flag_makes_such_a_trigger_look_again() -> None:
    level = level_of(
        trigger(1, "enter", "flag a", who="t800", area=EAST),
        trigger(2, "flag", "ending out", when="flag a & in john east"),
        trigger(3, "enter", "flag b", who="t800", area=WEST),
        spawns=(JOHN,),
    )
    (trace,) = search(level).dead  # both flags too early, in whichever order
    assert sorted(trace.steps) == ["t800 walks into t1", "t800 walks into t3"]


def test_a_moment_that_passes_is_a_dead_end() -> None:
    begins = trigger(1, "start", "timer t start")
    assert len(trapped(level_of(begins, trigger(2, "timer", "ending out", when="timer t < 60")))) == 1
    assert trapped(level_of(begins, trigger(2, "timer", "ending out", when="timer t > 60"))) == []


@pytest.mark.parametrize("again", [False, True])
def test_a_lever_that_works_once_is_not_enough(again: bool) -> None:
    switch = lever(x=1.0)
    box = Zone(name="", x=1.0, y=4.0, w=0.5, h=0.5)
    raises = trigger(3, "use", "door shutter open", again=again, area=box)
    traces = trapped(level_of(OUT_EAST, raises, doors=(shutter("staff", delay=600),), devices=(switch,)))
    raised = "t800 works lever; "
    assert traces == (
        [] if again else [raised + "shutter goes back: shut, t800 in west; t800 is in west, shutter shut"]
    )


def test_objectives_come_one_after_the_other() -> None:
    begins = trigger(1, "start", "objective first")
    ends = trigger(2, "flag", "ending out", when="flag second")
    goals = (goal("first", "in t800 east", "second"), goal("second", "near t800 john 2"), goal("aside", "flag first"))
    report = search(level_of(begins, ends, goals=goals, spawns=(JOHN,)))
    assert (report.dead, report.never) == ((), ("aside",))
    report = search(level_of(begins, ends, goals=goals[::-1], spawns=(JOHN,), doors=(shutter("staff"),)))
    assert set(report.never) == {"first", "second", "aside"}
    assert len(report.dead) == 1


def test_what_only_the_hunter_can_do_does_not_count_where_nobody_hunts() -> None:
    hunted = (
        trigger(1, "see", "flag seen", who="t1000", when="sees t1000 john"),
        trigger(2, "flag", "ending out", when="flag seen"),
    )
    level = level_of(*hunted, spawns=(JOHN, someone("t1000", "hunter", 8.0, 2.0)))
    assert search(level).dead == ()
    assert len(search(level, hunter=False).dead) == 1


def test_people_who_are_near_each_other_are_parted_only_at_the_door() -> None:
    far = Zone(name="", x=8.0, y=0.5, w=1.5, h=4.0)
    for area, parted in ((far, False), (EAST, True)):
        falls = trigger(2, "enter", "door shutter shut\nflag been", who="john", area=area, when="near t800 john 2")
        states = search(level_of(OUT_WEST, falls, doors=(shutter(),), spawns=(JOHN,))).dead
        assert any("john in east" in " ".join(t.steps) and "t800 is in west" in t.state for t in states) == parted


def test_who_waits_outside_must_be_brought_in() -> None:
    waits = someone("john", "ward", 8.0, 2.0, waits=True)
    met = trigger(1, "timer", "ending out", when="near t800 john 2")
    assert len(trapped(level_of(met, spawns=(waits,)))) == 1
    comes = trigger(2, "enter", "spawn john", who="t800", area=EAST)
    assert trapped(level_of(met, comes, spawns=(waits,))) == []


def test_bars_can_be_seen_through() -> None:
    reads = trigger(1, "timer", "ending out", when="sees t800 john")
    there = someone("john", "ward", 8.0, 2.0)
    for kind, dead in (("staff", 1), ("shutter", 1), ("bars", 0)):
        shuts = trigger(2, "start", "door shutter shut")
        assert len(trapped(level_of(reads, shuts, doors=(shutter(kind),), spawns=(there,)))) == dead


# ------------------------------------------------------------------ reports
def test_a_search_that_is_cut_off_says_so() -> None:
    report = search(one_way(1.0), most=1)
    assert not report.whole
    assert report.dead == ()


def test_dead_ends_are_findings_of_the_lint() -> None:
    (found,) = findings(one_way(1.0))
    assert (found.severity, found.code) == ("error", "softlock")
    assert "t800 walks into t2, t800 in east; t800 is in east, shutter shut, lever out of reach" in found.message
    assert list(findings(one_way(7.0))) == []


def test_too_many_ways_of_one_step_cut_the_search_off() -> None:
    free = [trigger(i, "flag", f"flag f{i}", when=f"sees t800 john & flag f{i + 1}") for i in range(40)]
    reads = trigger(90, "timer", "ending out", when=" & ".join(f"flag f{i}" for i in range(0, 40, 2)))
    some = [trigger(50 + i, "start", f"flag f{i}") for i in range(1, 41)]
    assert not search(level_of(*free, *some, reads, spawns=(JOHN,))).whole


def test_a_door_that_furniture_stands_before_is_no_way() -> None:
    assert blocked(Floor(level_of(doors=(shutter("swing"),)).ground)) == []
    wall = TWO_ROOMS.replace("..................", "..........##......")
    level = level_of(OUT_WEST, drawing=wall, doors=(shutter("swing"),))
    assert blocked(Floor(level.ground)) == ["shutter"]


@pytest.mark.parametrize("hunter", [True, False])
@pytest.mark.parametrize("name", ["yard", "closing_time"])
def test_the_levels_that_ship_have_no_dead_end(name: str, hunter: bool) -> None:
    report = search(load(name), hunter=hunter)
    assert report.whole
    assert [str(trace) for trace in report.dead] == []
