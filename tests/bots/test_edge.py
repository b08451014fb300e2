"""The base bot by the steel: where a grenade throws the machine in, and when it fires, waits, or does neither."""

from typing import Any

import numpy as np
import pytest
from percepts import HALL, PLAYS, me, percept, track
from plans import hall

from game.agent.command import FIRE, RELOAD, RUN_TO, Command
from game.agent.percept import HOLDING, STAGGERED, WOUND, Goal, Me, Percept, Thing, Track
from game.agent.seen import Seen
from game.bots import edge, fall, guns
from game.bots.base import ORDER, decide
from game.bots.memory import BotMemory
from game.content.weapons import WEAPONS
from game.core.dice import Dice
from game.core.ground import Ground, Zone, near_table
from game.sim.systems import combat, shatter, strikes

EDGE = Zone(name="edge_west", x=10.5, y=4, w=1.5, h=8, room="edge_west", tags=("edge",))
BEHIND = Zone(name="behind", x=7.0, y=7.5, w=1.0, h=1.0, room="behind", tags=("safe",))
GOAL = Goal("10.edge", "The rail", 11.2, 8.0, True, "edge_west")
RAIL = (11.6, 3.0, 11.8, 13.0)


def mill(*rails: tuple[float, float, float, float], safe: bool = True) -> Ground:
    """Return a hall with molten steel from x = 12 to 20, y = 3 to 13, and a rail before it."""
    plain = hall(24, 16, zones=(EDGE, BEHIND) if safe else (EDGE,))
    pit = np.zeros_like(plain.wall)
    pit[6:26, 24:40] = 1
    blocks = np.array(rails or (RAIL,), np.float64)
    starts, near = near_table(blocks, 24, 16)
    walk = plain.walk.copy()
    walk[pit > 0] = 0
    walk[:, 22:24] = 0
    facts = {name: getattr(plain, name) for name in Ground.__slots__}
    facts |= {
        "pit": pit,
        "walk": walk,
        "blocks": blocks,
        "block_height": np.full(len(blocks), 1.0),
        "block_pane": np.zeros(len(blocks), np.uint8),
        "near_start": starts,
        "near_item": near,
    }
    return Ground(**facts)


MILL = mill()


def body(x: float, y: float, **changes: Any) -> Me:
    facts = {"look": "t800", "weapons": ("shotgun", "grenade"), "loaded": ("shotgun", "grenade")}
    return me(x, y, **(facts | changes))


def launcher(x: float, y: float, **changes: Any) -> Me:
    return body(x, y, **({"weapon": "grenade", "rounds": 1, "spare": 0} | changes))


def it(of: Me, x: float, y: float, signs: int = WOUND | STAGGERED, **changes: Any) -> Track:
    return track(of, x, y, "officer", signs=signs, **({"id": 5, "face": 2, "doubt": 4.0} | changes))


def see(of: Me, *tracks: Track, ground: Ground = MILL, **changes: Any) -> Percept:
    return percept(of, *tracks, **({"briefing": PLAYS, "goal": GOAL, "ground": ground} | changes))


def with_boy(x: float = 7.5, y: float = 8.0) -> BotMemory:
    memory = BotMemory()
    memory.met, memory.ward = True, Seen(x=x, y=y, at=600)
    return memory


def one(memory: BotMemory, of: Me, *tracks: Track, **changes: Any) -> Command:
    return decide(see(of, *tracks, **changes), memory, Dice(3))


# ------------------------------------------------------------------ the numbers are the rules'
def test_what_it_knows_of_the_rules_is_so() -> None:
    assert fall.FLING == shatter.FLING
    assert fall.TORN_WITHIN == shatter.BLAST_REACH
    assert fall.AHEAD > combat.BLAST_CARE
    assert fall.BEHIND < combat.BLAST_FRONT
    assert pytest.approx(WEAPONS["grenade"].speed * 60) == edge.FLIES
    assert {name: WEAPONS[name].slot for name in edge.KEYS} == edge.KEYS
    assert edge.BENT < combat.STAGGER_TICKS
    assert edge.BENT_BY_HAND < strikes.SHOVE_STUN
    assert edge.FUSE >= shatter.FUSE + shatter.FLING_TICKS
    assert edge.SAFE > shatter.BLAST_REACH
    assert edge.SHELLS_WITHIN < guns.SHOTGUN_REACH


# ------------------------------------------------------------------ where it falls
@pytest.mark.parametrize(
    ("x", "y", "dx", "dy", "falls"),
    [
        (10.6, 8.0, 1.0, 0.0, True),  # straight over the rail
        (9.2, 8.0, 1.0, 0.0, False),  # too far: it lands short
        (9.9, 8.0, 1.0, 0.0, True),
        (10.6, 8.0, -1.0, 0.0, False),
        (10.6, 8.0, 0.0, 1.0, False),  # along the rail
        (10.6, 12.8, 1.0, 0.0, False),  # in a corner of the steel: not deep enough
    ],
)
def test_it_falls_where_the_throw_ends_deep_in_the_steel(x: float, y: float, dx: float, dy: float, falls: bool) -> None:
    assert fall.falls(MILL, x, y, dx, dy) is falls


def test_a_rail_too_far_to_be_torn_stops_it_and_so_does_a_wall() -> None:
    far = mill((12.2, 3.0, 12.4, 13.0))
    assert fall.falls(far, 10.6, 8.0, 1.0, 0.0)
    assert not fall.falls(far, 10.1, 8.0, 1.0, 0.0)


def test_it_stands_so_that_the_machine_is_between_it_and_the_steel() -> None:
    of = body(10.6, 5.0)
    place = fall.stand(see(of, it(of, 10.6, 8.0)), with_boy(), (10.6, 8.0))
    assert place is not None
    assert place[0] < 10.0
    assert fall.in_line(see(of), with_boy(), place, (10.6, 8.0))


def test_there_is_no_place_where_there_is_no_steel() -> None:
    of = launcher(8, 8)
    assert fall.stand(see(of, ground=HALL), with_boy(), (10.6, 8.0)) is None
    for name, wish, _ in ORDER:
        if name in ("stand off", "embed", "fold", "let it come", "edge"):
            assert not wish(see(of, it(of, 10.0, 8.0), ground=HALL), with_boy(), Dice(1)), name


# ------------------------------------------------------------------ the grenade
def test_it_fires_into_the_folded_body_when_that_falls_in() -> None:
    of, memory = launcher(8.4, 8), with_boy(5.5, 8.0)
    command = one(memory, of, it(of, 10.6, 8.0))
    assert memory.intent == "embed"
    assert command.held & FIRE
    assert command.weapon == 4
    of = launcher(8.4, 8, rounds=0, ready=False, loaded=("shotgun",))
    assert one(memory, of, it(of, 10.6, 8.0)).held & FIRE == 0
    assert memory.intent == "stand off"


def test_it_draws_the_launcher_first() -> None:
    of, memory = body(8.4, 8), with_boy(5.5, 8.0)
    command = one(memory, of, it(of, 10.6, 8.0))
    assert command.weapon == 4
    assert not command.held & FIRE


def test_not_into_one_that_stands_nor_past_the_boy_nor_too_late() -> None:
    of = launcher(8.4, 8)
    assert not one(with_boy(5.5, 8.0), of, it(of, 10.6, 8.0, signs=WOUND)).held & FIRE
    beside = with_boy(9.6, 8.2)
    assert not one(beside, of, it(of, 10.6, 8.0), track(of, 9.6, 8.2, "john", id=9)).held & FIRE
    late = with_boy(5.5, 8.0)
    late.folded_at = 600 - edge.BENT
    assert not one(late, of, it(of, 10.6, 8.0)).held & FIRE


def test_what_an_open_hand_folds_stays_folded_for_less_time() -> None:
    of, memory = launcher(8.4, 8), with_boy(5.5, 8.0)
    memory.folded_at, memory.by_hand = 600 - edge.BENT_BY_HAND, True
    assert not one(memory, of, it(of, 10.6, 8.0)).held & FIRE


def test_out_of_line_it_runs_to_the_place() -> None:
    of = launcher(10.4, 5.6)
    command = one(with_boy(5.5, 8.0), of, it(of, 10.6, 8.0))
    assert not command.held & FIRE
    assert command.move_x < 0


# ------------------------------------------------------------------ before that
def test_it_fires_shells_at_the_machine_by_the_rail_and_lets_it_come_from_farther_off() -> None:
    of, memory = body(8.4, 8), with_boy(5.5, 8.0)
    dice = Dice(4)
    held = [decide(see(of, it(of, 10.6, 8.0, signs=WOUND), tick=600 + 6 * n), memory, dice).held for n in range(9)]
    assert any(h & FIRE for h in held)
    far = with_boy(5.5, 8.0)
    assert not one(far, of, it(of, 4.0, 13.0, signs=WOUND)).held & FIRE
    assert far.intent == "let it come"


def test_a_uniform_is_enough_by_the_steel() -> None:
    of, memory = body(8.4, 8), with_boy(5.5, 8.0)
    stranger = it(of, 10.6, 8.0, signs=0, doubt=-6.0, face=-1)
    assert one(memory, of, stranger).weapon == 3
    assert memory.intent == "fold"
    assert edge.machine(see(of, stranger, ground=HALL), memory) is None


def test_who_has_the_boy_is_not_shot_at_by_the_rail() -> None:
    of, memory = body(8.4, 8), with_boy(10.2, 8.0)
    assert not edge.at_the_rail(see(of, it(of, 10.6, 8.0, signs=WOUND | HOLDING)), memory, Dice(1))


def test_the_boy_goes_behind_and_it_stands_before_him() -> None:
    found = edge.post(see(body(4, 4)))
    assert found is not None
    his, mine = found
    assert his == BEHIND.middle
    assert mine == pytest.approx((his[0] + edge.ARM, his[1]), abs=0.3)
    command = one(with_boy(4.0, 6.0), body(8.4, 8, weapon="fists"))
    assert (command.order, command.order_x, command.order_y) == (RUN_TO, round(his[0] * 2), round(his[1] * 2))
    assert edge.post(see(body(4, 4), ground=mill(safe=False))) is None


def test_out_of_grenades_it_fetches_one_that_it_sees_when_all_is_quiet() -> None:
    of = body(8.4, 8, loaded=("shotgun",))
    command = one(with_boy(), of, things=(Thing("grenade", 8.4, 3.0),))
    assert command.move_y < 0


# ------------------------------------------------------------------ an empty launcher
def test_an_empty_launcher_is_drawn_and_loaded_in_a_calm() -> None:
    memory = with_boy()
    of = launcher(8.1, 8.0, rounds=0, spare=1)
    assert edge.armed(see(of), memory)  # nobody has looked into it yet
    command = one(memory, of)
    assert command.held & RELOAD
    assert command.weapon == edge.KEYS["grenade"]
    other = body(8.1, 8.0, weapon="shotgun", rounds=6, spare=6)
    assert one(memory, other, tick=700).weapon == edge.KEYS["grenade"]
    assert not edge.armed(see(other), memory)


def test_an_empty_launcher_embeds_nothing_and_the_next_grenade_is_taken_to_be_in_it() -> None:
    memory = with_boy()
    memory.unloaded = True
    of = body(8.1, 8.0, weapon="shotgun", rounds=6, spare=6)
    one(memory, of, it(of, 10.6, 8.0))
    assert memory.intent != "embed"
    one(memory, body(8.1, 8.0, weapon="shotgun", rounds=6, spare=6, loaded=("shotgun",)))
    assert not memory.unloaded
