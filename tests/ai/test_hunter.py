"""The T-1000's mind: percept in, command out."""

import itertools
from typing import Any

import msgspec
from percepts import HUNTS, me, percept, track
from plans import hall

from game.agent.command import FIRE, IDLE, INTERACT, RUN, SHOVE, WALK, Command
from game.agent.percept import ARMED, HELD, Briefing, DoorView, Noise, Percept, Touch, Word
from game.ai import belief, rivals
from game.ai.hunter import HunterMemory, decide
from game.ai.notice import HIS_STEP
from game.ai.patience import STRANGER
from game.ai.search import doubt, search
from game.core.dice import Dice
from game.core.ground import DoorSpot
from game.core.posts import posts_of


def live(memory: HunterMemory, *percepts: Percept, dice: Dice | None = None) -> list[Command]:
    stream = dice or Dice(7)
    return [decide(p, memory, stream) for p in percepts]


def heads_for(command: Command, dx: float, dy: float) -> bool:
    return command.move_x * dx + command.move_y * dy > 0.8 * 127 * (dx * dx + dy * dy) ** 0.5


def known(face: int = -1) -> HunterMemory:
    """Return the memory of one that thinks its face is given away."""
    memory = HunterMemory()
    memory.beliefs = {f"boy/{face}": 5.0, f"guard/{face}": 5.0}
    return memory


def alone(x: float, y: float, tick: int, noises: tuple[Noise, ...] = (), **changes: Any) -> Percept:
    return percept(me(x, y, **changes), tick=tick, noises=noises)


def test_it_walks_up_to_him_while_it_may_be_an_officer() -> None:
    memory, body = HunterMemory(), me(4, 8)
    (command,) = live(memory, percept(body, track(body, 14, 8, "john")))
    assert memory.intent == "stalk"
    assert command.gait == WALK
    assert heads_for(command, 1, 0)


def test_it_walks_while_the_two_have_it_in_view_and_runs_where_only_passers_by_do() -> None:
    for boy_looks in (True, False):
        memory, body = HunterMemory(), me(4, 8)
        boy = track(body, 14, 8, "john", facing_me=boy_looks)
        live(memory, percept(body, boy, tick=600))
        looks = track(body, 9, 10, "shopper_a", id=3, facing_me=True)
        (command,) = live(memory, percept(body, looks, tick=612))
        assert memory.intent == "stalk"
        assert (command.gait == WALK) == boy_looks


def test_it_runs_after_him_once_shot_at() -> None:
    memory, body = HunterMemory(), me(4, 8)
    boy = track(body, 14, 8, "john")
    _, command = live(memory, percept(body, boy), percept(body, boy, tick=606, touches=(Touch(-1, 0, "shot"),)))
    assert memory.intent == "chase"
    assert command.gait == RUN


def test_it_puts_its_hand_out_at_arms_length_and_not_before() -> None:
    body = me(8, 8)
    strolled = {"wore": body.face, "before_him": STRANGER}
    (near,) = live(HunterMemory(**strolled), percept(body, track(body, 9.2, 8, "john")))
    (far,) = live(HunterMemory(**strolled), percept(body, track(body, 10, 8, "john")))
    assert near.held & SHOVE
    assert not far.held & SHOVE


def test_it_turns_to_him_before_it_grabs() -> None:
    body = me(8, 8)
    (command,) = live(HunterMemory(), percept(body, track(body, 6.9, 8, "john")))
    assert not command.held & SHOVE
    assert command.aim_x < 0


def test_it_does_not_grab_whom_it_holds() -> None:
    body = me(8, 8, holding=True)
    memory = HunterMemory()
    (command,) = live(memory, percept(body, track(body, 8.6, 8, "john", signs=HELD)))
    assert memory.intent == "carry"
    assert not command.held & SHOVE


def test_it_carries_him_away_from_the_guard() -> None:
    body = me(12, 8, holding=True)
    guard = track(body, 8, 8, "t800", signs=ARMED, id=2)
    (command,) = live(HunterMemory(), percept(body, track(body, 11.4, 8, "john", signs=HELD), guard))
    assert command.move_x > 0
    assert command.aim_x < 0  # the shield toward the guard


def test_it_cuts_at_a_guard_in_its_way_but_only_unmasked() -> None:
    body = me(8, 8)
    seen = (track(body, 12, 8, "john"), track(body, 9.3, 8, "t800", signs=ARMED, id=2))
    masked, burned = HunterMemory(), known()
    (first,), (second,) = live(masked, percept(body, *seen)), live(burned, percept(body, *seen))
    assert not first.held & FIRE
    assert second.held & FIRE
    assert burned.intent == "strike"


def test_it_prefers_the_boy_to_the_guard() -> None:
    body = me(8, 8)
    memory = known()
    live(memory, percept(body, track(body, 9.2, 8, "john"), track(body, 9.3, 8.6, "t800", id=2)))
    assert memory.intent == "seize"


def test_it_does_nothing_while_it_folds() -> None:
    body = me(8, 8, staggered=True)
    assert live(HunterMemory(), percept(body, track(body, 9, 8, "john"))) == [IDLE]


def test_it_breaks_off_when_little_holds_it_together() -> None:
    memory = HunterMemory()
    whole, torn = me(8, 8), me(8, 8, cohesion=0.3)
    guard = track(whole, 12, 8, "t800", signs=ARMED)
    live(memory, percept(whole, guard), percept(torn, guard, tick=606))
    assert memory.intent == "break off"
    mended = percept(me(8, 8, cohesion=0.95), guard, tick=612)
    live(memory, mended)
    assert memory.intent != "break off"


def test_it_pursues_what_it_lost_and_then_gives_up_to_search() -> None:
    memory, body = known(), me(4, 8)
    live(memory, percept(body, track(body, 10, 8, "john", vx=4.0), tick=600))
    live(memory, alone(5, 8, 606))
    assert memory.intent == "pursue"
    live(memory, *(alone(6, 8, 612 + 6 * n) for n in range(70)))
    assert memory.intent == "search"


def test_it_follows_its_briefing_and_drops_the_lead_when_there() -> None:
    memory = HunterMemory()
    told = Briefing(role="hunter", prey=HUNTS.prey, leads=((18.0, 8.0),))
    (command,) = live(memory, percept(me(4, 8), briefing=told))
    assert memory.intent == "lead"
    assert heads_for(command, 1, 0)
    live(memory, percept(me(17, 8), tick=700, briefing=told))
    assert memory.intent == "search"


def test_a_shot_and_a_call_are_leads() -> None:
    for news in (
        {"noises": (Noise(30.0, "shotgun", 18.5, 8.5),)},
        {"words": (Word("radio", "", "john", "", 18.5, 8.5),)},
    ):
        memory = HunterMemory()
        (command,) = live(memory, percept(me(4, 8), **news))
        assert memory.intent in ("lead", "stalk")
        assert memory.leads
        assert heads_for(command, 1, 0)


def test_a_look_that_finds_nobody_moves_the_belief_elsewhere() -> None:
    memory = HunterMemory()
    live(memory, *(alone(4, 8, 600 + 6 * n) for n in range(40)))
    cells, weight = memory.prey.cell, memory.prey.weight
    ahead = [
        float(w) for c, w in zip(cells.tolist(), weight, strict=True) if abs(c // 48 - 16) < 6 and 10 < c % 48 < 30
    ]
    assert abs(float(weight.sum()) - 1) < 1e-9
    assert sum(ahead) < 0.1


def test_its_belief_goes_on_at_every_look_after_contact_and_at_every_second_one_later() -> None:
    def moves(from_tick: int) -> int:
        memory, body = HunterMemory(), me(4, 8, fx=-1.0)
        live(memory, percept(body, track(body, 10, 8, "john"), tick=600), alone(4, 8, 606))
        memory.prey.cell[:] = 47 * 5 + 40
        memory.prey.surprise, memory.prey.lived_at, count = 1.0, from_tick - 6, 0
        for n in range(10):
            before = memory.prey.lived_at
            belief.unseen(memory.prey, percept(body, tick=from_tick + 6 * n))
            count += memory.prey.lived_at != before
        return count

    assert moves(612) == 10
    assert moves(6000) == 5


def test_it_tries_another_way_when_it_does_not_get_on() -> None:
    memory = HunterMemory()
    told = Briefing(role="hunter", prey=HUNTS.prey, leads=((20.0, 8.0),))
    commands = live(memory, *(percept(me(4, 8), tick=600 + 6 * n, briefing=told) for n in range(30)))
    assert any(not heads_for(c, 1, 0) for c in commands[20:])


def test_the_same_percepts_and_dice_give_the_same_commands() -> None:
    def run() -> tuple[list[Command], bytes]:
        memory, body = HunterMemory(), me(4, 8)
        story = [percept(body, track(body, 10, 8, "john", vx=2.0), tick=600)]
        story += [alone(4 + n * 0.3, 8, 606 + 6 * n) for n in range(60)]
        commands = live(memory, *story, dice=Dice(99))
        return commands, memory.prey.weight.tobytes() + memory.prey.cell.tobytes()

    assert run() == run()


def test_a_memory_can_be_written_down() -> None:
    memory = HunterMemory()
    live(memory, alone(4, 8, 600))
    assert msgspec.msgpack.encode(memory, enc_hook=lambda a: a.tobytes())


def test_the_chaser_runs_from_the_first_sight() -> None:
    body = me(4, 8)
    memory = HunterMemory()
    command = rivals.chaser(percept(body, track(body, 14, 8, "john")), memory, Dice(1))
    assert memory.intent == "chase"
    assert command.gait == RUN


def test_the_sweep_goes_from_room_to_room() -> None:
    memory, places = HunterMemory(), set()
    x, y = 4.0, 8.0
    for n in range(120):
        command = rivals.sweep(percept(me(x, y), tick=600 + 6 * n), memory, Dice(1))
        x, y = x + command.move_x / 127 * 0.5, y + command.move_y / 127 * 0.5
        places.add(memory.post)
    assert len(places) > 4


# ------------------------------------------------------------------ doors
SHUTTER = DoorSpot(name="shutter", kind="shutter", x=12.0, y=7.0, w=0.5, h=2.0, pushes=False, opaque=True)
WALLED = hall(
    24, 40, *((r, 24, "#") for r in range(1, 70) if not 14 <= r < 18), doors=(SHUTTER,)
)  # the way round is long
GATE = DoorSpot(name="gate", kind="gate", x=12.0, y=7.0, w=0.5, h=2.0, pushes=False, opaque=False)


def test_where_it_has_looked_counts_for_nothing_once_it_has_seen_him_somewhere() -> None:
    memory, body = HunterMemory(), me(4, 8)
    live(memory, *(alone(4, 8, 600 + 6 * n) for n in range(60)))
    assert memory.missed.min() < 0.1
    live(memory, percept(body, track(body, 14, 8, "john"), tick=960))
    assert memory.missed.min() == 1.0


SHUT = (DoorView(0, True, 1),)


def before_the_shutter(x: float, memory: HunterMemory, *tracks: Any, ground: Any = WALLED) -> Command:
    told = Briefing(role="hunter", prey=HUNTS.prey, leads=((20.0, 8.0),))
    (command,) = live(memory, percept(me(x, 8), *tracks, ground=ground, doors=SHUT, briefing=told))
    return command


def test_it_pours_under_a_shutter_when_the_way_round_is_long() -> None:
    assert heads_for(before_the_shutter(9.0, HunterMemory()), 1, 0)
    assert before_the_shutter(11.4, HunterMemory()).held & INTERACT


def test_it_does_not_pour_under_eyes() -> None:
    memory, body = HunterMemory(), me(11.4, 8)
    looks = track(body, 5, 8, "t800", facing_me=True)
    assert not before_the_shutter(11.4, memory, looks).held & INTERACT


def test_it_goes_round_when_that_is_short() -> None:
    low = hall(24, 20, *((r, 24, "#") for r in range(1, 20) if not 14 <= r < 18), doors=(SHUTTER,))
    command = before_the_shutter(11.4, HunterMemory(), ground=low)
    assert not command.held & INTERACT
    assert command.move_y > 0


def test_it_does_not_lean_on_a_gate_that_it_cannot_pass() -> None:
    bars = hall(24, 16, *((r, 24, "#") for r in range(1, 31) if not 14 <= r < 18), doors=(GATE,))
    command = before_the_shutter(11.5, HunterMemory(), ground=bars)
    assert (command.move_x, command.move_y) == (0, 0)


def test_it_looks_at_whom_it_has_noticed_until_it_knows_who_that_is() -> None:
    memory, body = HunterMemory(), me(4, 8)
    who = track(body, 10, 14, "", awareness=0.6, face=-1)
    (command,) = live(memory, percept(body, who))
    assert command.aim_x > 0
    assert command.aim_y > 0


def test_it_turns_its_head_while_it_searches_and_keeps_it_turned_for_a_while() -> None:
    memory = HunterMemory()
    commands = live(memory, *(alone(8 + 0.3 * n, 8, 600 + 6 * n) for n in range(60)))
    aims = [(c.aim_x, c.aim_y) for c in commands if c.aim_x or c.aim_y]
    turns = sum(a != b for a, b in itertools.pairwise(aims))
    assert len(set(aims)) > 1
    assert turns <= len(aims) / 3 + 1


def test_a_run_heard_through_the_door_draws_the_belief_and_more_so_than_a_heavy_tread() -> None:
    shares = []
    for kind in ("steps", "heavy"):
        memory = HunterMemory()
        heard = [alone(4, 8, 600 + 36 * n, noises=(Noise(9.0, kind, 8.0, 8.0),)) for n in range(6)]
        live(memory, *heard)
        shares.append(belief.share_near(memory.prey, heard[-1], 15.0, 8.0, 6.0))
    assert shares[0] > shares[1]


def test_a_step_that_was_long_under_way_is_placed_from_where_it_stood_when_it_set_out() -> None:
    beyond = []
    for pace in (0.0, 5.5):  # it has run to the doorway while a faint step came through that
        memory, seen = HunterMemory(), alone(11.2, 8, 600, vx=pace)
        live(memory, seen)
        belief.heard_step(memory.prey, seen, Noise(13.0, "steps", 12.0, 8.0), 1.0)
        columns = memory.prey.cell % 48
        beyond.append(float(memory.prey.weight[columns > 26].sum()))
    assert beyond[1] > beyond[0] + 0.1, beyond


def test_it_does_not_halt_at_a_place_that_it_has_looked_at() -> None:
    memory = HunterMemory()
    live(memory, alone(4, 8, 600))
    assert memory.intent == "search"
    posts = posts_of(alone(4, 8, 600).ground)
    x, y = float(posts.x[memory.post]), float(posts.y[memory.post])
    memory.prey.cell[:] = posts.cell[int(posts.far[memory.post][posts.cell].argmax())]  # he is anywhere but here
    command = search(alone(x, y, 606), memory, Dice(7))
    assert abs(command.move_x) + abs(command.move_y) > 60


def test_a_footfall_that_may_be_his_is_believed_before_it_goes_on_to_look_where_it_has_not_been() -> None:
    memory, late = HunterMemory(), 100 * 60
    live(memory, alone(4, 8, late))
    without = doubt(alone(4, 8, late), memory.prey)
    belief.heard_step(memory.prey, alone(4, 8, late), Noise(9.0, "steps", 8.0, 8.0), HIS_STEP)
    fresh, stale = (doubt(alone(4, 8, late + ticks), memory.prey) for ticks in (6, 3600))
    assert fresh < 0.4 * without
    assert stale > 0.95 * without


def test_where_he_is_lost_says_where_he_would_hide() -> None:
    memory, body = HunterMemory(), me(2, 8)
    live(memory, percept(body, track(body, 4, 8, "john"), tick=600), alone(2, 8, 606, fx=-1.0))
    posts = posts_of(alone(2, 8, 606).ground)
    away = posts.far[:, belief.me_cell(alone(4, 8, 606))] / 20.0
    likes = memory.prey.refuge
    assert likes[(away > 14.0) & (away < 20.0)].min() > 1.2 * likes[away < 4.0].max()
