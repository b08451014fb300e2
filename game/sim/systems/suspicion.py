"""Who is taken for the machine: priors by role, evidence by eye, tells, the photograph, the long scan, marks passed on.

A verdict only ever rests on what an observer could perceive. The player's side 'knows' (field `known`) while it is proven.
"""

import numpy as np

from game.agent import command as C
from game.agent.doubt import AVOIDS, CLEARED, MACHINE, MATCH_COS, MATCH_LIGHT, MATCH_REACH, MATCH_TICKS, SURE, UNEASY
from game.content.looks import LOOK_INDEX
from game.core.curves import log
from game.sim import events as E
from game.sim.kernels.judge import FADED, MOST, judge_all, tells
from game.sim.places import LOOK
from game.sim.state import Entry
from game.sim.tables import NOTHING, SCANNING, Rows
from game.sim.world import World

PUBLIC, WARD_PRIOR, PLAYER_PRIOR, POLICE_TO_WARD = -6.0, -3.0, -3.0, -1.0  # T1000.md 5.2
SCAN_TICKS, SCAN_REACH, SCAN_COS = 90, 8.0, 0.94
SCAN_SURE = 6.0
WARY_AFTER = 45  # ticks of a scan after which it is more than a glance
FEELS = 30  # ticks between two moments in which the one who is scanned feels it
TOLD = 4.0  # log-odds that a mark by the player moves his ward
KINDS = ("even_steps", "stare", "no_breath", "late_reflection")
GLITCHES = ("floor_hands", "face_wave")  # once it has been frozen (T1000.md 9)
STRIKES_WITH, LATELY, TELLS_KEPT = ("stare", "even_steps"), 300, 24  # tells before a hand goes out; ticks; entries

POLICE = LOOK_INDEX["officer"]

_out, _proved = np.zeros(512, np.int32), np.zeros(512, np.int64)


def priors(world: World) -> Rows:
    """Return what each observer thinks of somebody just met, and of somebody who looks like a police officer, f8 [n, 2]."""
    made = np.full((world.count, 2), PUBLIC)
    made[list(world.ours)] = PLAYER_PRIOR
    if world.ward >= 0:
        made[world.ward] = WARD_PRIOR, POLICE_TO_WARD
    return made


def weigh(world: World) -> None:
    """Let those who looked judge what they saw."""
    tick, state = world.tick, world.state
    machine, human = world.difficulty.tell_machine, world.difficulty.tell_human
    if state.glitches:
        machine *= world.difficulty.glitch
    judging = world.turning[tick % LOOK]
    if len(judging) and judge_all(
        world.bodies,
        judging,
        world.count,
        world.sees_now,
        world.track,
        world.judged,
        world.doubt,
        world.face_doubt,
        world.face_at,
        world.priors,
        POLICE,
        world.hunter,
        (machine - human) * 0.1,
        world.ward,
        tick,
        _proved,
    ):
        for slot, proved in zip(judging.tolist(), _proved[: len(judging)].tolist(), strict=True):
            if proved >= 0:
                unmask(world, slot, proved, "eye")
    if tick % LOOK == 0:
        if world.hunter >= 0 or world.count > world.crowd_from:
            give_tells(world, machine, human)
        know(world)
    player = state.player
    if player < 0:
        return
    command = state.command(player)
    if player % LOOK == tick % LOOK:
        photograph(world)
    if command.held & C.SCAN or world.b.act[player] == SCANNING:
        scan(world)
    if command.mark >= 0 and command.verdict:
        marks(world)


def give_tells(world: World, machine: float, human: float) -> None:
    """Show the tells of this tenth of a second."""
    made = tells(
        world.bodies,
        world.count,
        1,
        world.hunter,
        world.keeper,
        world.ward,
        machine if world.hunter >= 0 and not world.b.known[world.hunter] else 0.0,
        human,
        log(machine / human),
        world.watchers,
        world.sees_now,
        world.doubt,
        _out,
    )
    for k in range(made):
        slot = int(_out[k])
        kinds = GLITCHES if slot == world.hunter and world.state.glitches else KINDS
        kind = kinds[(world.tick // LOOK + slot) % len(kinds)]
        world.report(E.Told(kind, world.b.x[slot], world.b.y[slot], slot))
        if slot == world.hunter:
            world.state.ledger.append(Entry(world.tick, "tell", world.look(slot), kind, True))


def betray(world: World, slot: int) -> None:
    """Let a face that nobody has seen through show at least two tells in the six seconds before its hand closes (T3)."""
    shown = sum(e.what == "tell" and world.tick - e.tick <= LATELY for e in world.state.ledger[-TELLS_KEPT:])
    b, weight = world.b, log(world.difficulty.tell_machine / world.difficulty.tell_human)
    for kind in STRIKES_WITH[shown:]:
        world.report(E.Told(kind, b.x[slot], b.y[slot], slot))
        world.state.ledger.append(Entry(world.tick, "tell", world.look(slot), kind, bool(b.seen[slot])))
        for o in world.watchers.tolist():
            if world.sees_now[o, slot] and world.gap(o, slot) < MATCH_REACH:
                world.doubt[o, slot] = min(MOST, float(world.doubt[o, slot]) + weight)


def trusts(world: World) -> bool:
    """Say whether the ward and his guard take the hunter for what it seems (HUNT.md 3).

    Whoever has had the eye on it for more than a glance has not trusted it.
    """
    b, player = world.b, world.player
    looks = player >= 0 and b.act[player] == SCANNING and b.target[player] == world.hunter
    wary = looks and b.act_until[player] - world.tick <= SCAN_TICKS - WARY_AFTER
    return (
        not wary
        and not b.known[world.hunter]
        and thinks(world, world.ward) < UNEASY
        and thinks(world, world.player) < AVOIDS
    )


def thinks(world: World, slot: int) -> float:
    """Return what an observer makes of the hunter: of the body while he has it in view, else of the face that it wears."""
    if slot < 0:
        return -MOST
    seen = world.sees_now[slot, world.hunter]
    return float(world.doubt[slot, world.hunter]) if seen else remembered(world, slot)


def know(world: World) -> None:
    """Proof belongs to the body in sight: a changed face that nobody followed is unknown again."""
    hunter, b = world.hunter, world.b
    if hunter < 0 or not b.here[hunter]:
        return
    eyes = [s for s in world.ours if b.here[s]]
    held = b.holds[hunter] >= 0
    best = max([float(world.doubt[s, hunter]) for s in eyes if world.sees_now[s, hunter]], default=-MOST)
    if held or best >= SURE:
        world.prove(hunter)
    elif b.known[hunter] and all(remembered(world, s) < SURE for s in eyes):
        b.known[hunter] = 0


def remembered(world: World, slot: int) -> float:
    """Return what an observer thinks of the face that the hunter wears, seen now or not."""
    return (
        float(world.face_doubt[slot, world.b.face[world.hunter]])
        if world.face_at[slot, world.b.face[world.hunter]] > 0
        else -MOST
    )


def know_the_face(world: World) -> None:
    """Let our side begin with what is left of a proof: they have met the hunter in this face."""
    for slot in world.ours:
        world.face_doubt[slot, world.b.face[world.hunter]] = FADED
        world.face_at[slot, world.b.face[world.hunter]] = 1


def unmask(world: World, slot: int, whom: int, how: str) -> None:
    """An observer is sure: of the machine, or of somebody who is none."""
    if whom != world.hunter:
        if slot in world.ours:
            world.state.accused += 1
        return
    world.report(E.Unmasked(whom, slot, how))
    world.state.ledger.append(Entry(world.tick, "unmasked", world.look(whom), world.names[slot], True))


def photograph(world: World) -> None:
    """Hold the photograph beside the faces that the player looks at."""
    player, b = world.player, world.b
    if not world.alive(player) or world.actors[player].body != "machine":
        return
    for j in world.sees_now[player].nonzero()[0].tolist():
        if j == player or b.matched[j] >= MATCH_TICKS or b.light[j] < MATCH_LIGHT:
            continue
        if world.gap(player, j) < MATCH_REACH and world.ahead(player, j) > MATCH_COS:
            b.matched[j] += LOOK
            if b.matched[j] >= MATCH_TICKS:
                world.report(E.FaceMatched(j, j == world.ward))


def scan(world: World) -> None:
    """The long scan: stand still, hold it on one face for a second and a half; it is certain, and it is felt."""
    player, b = world.player, world.b
    if world.actors[player].body != "machine":
        return
    wants = bool(world.state.command(player).held & C.SCAN) and b.vx[player] == 0.0 and b.vy[player] == 0.0
    if b.act[player] == SCANNING:
        whom = b.target[player]
        if not wants or not scannable(world, whom):
            b.act[player] = NOTHING
        elif b.act_until[player] <= world.tick:
            b.act[player] = NOTHING
            verdict(world, whom)
        elif (b.act_until[player] - world.tick) % FEELS == 0:
            world.touch(whom, b.x[player] - b.x[whom], b.y[player] - b.y[whom], "scan")
    elif wants and world.able(player):
        seen = [
            (world.gap(player, j), j) for j in world.around(player, SCAN_REACH) if j != player and scannable(world, j)
        ]
        if seen:
            world.begin(player, SCANNING, SCAN_TICKS, min(seen)[1])


def scannable(world: World, whom: int) -> bool:
    """Say whether the player's eye can rest on somebody."""
    player = world.player
    near = world.alive(whom) and world.gap(player, whom) <= SCAN_REACH
    return near and world.ahead(player, whom) > SCAN_COS and world.clear_between(player, whom)


def verdict(world: World, whom: int) -> None:
    """A scan is done: sure, while the eye stays on them; what is cleared is cleared only for this track."""
    player, machine = world.player, world.actors[whom].body == "metal"
    before = world.doubt[player, whom]
    world.doubt[player, whom] = SCAN_SURE if machine else -SCAN_SURE
    world.judged[player, whom] = world.track[player, whom]
    world.b.matched[whom] = MATCH_TICKS
    world.state.scans += 1
    world.report(E.Scanned(whom, machine))
    if machine and before < SURE:
        unmask(world, player, whom, "scan")


def marks(world: World) -> None:
    """The player's mark on a face is passed on to the ward, if he hears."""
    player = world.player
    command = world.state.command(player)
    row = np.flatnonzero(world.track[player] == command.mark)
    whom = next((int(j) for j in row if world.sees_now[player, j]), -1)
    if whom >= 0:
        mark(world, whom, command.verdict)


def mark(world: World, whom: int, verdict: int) -> None:
    """Mark a face and say so: the ward takes the player's word into account."""
    player, ward = world.player, world.ward
    if world.state.marks.get(whom) == verdict:
        return
    world.state.marks[whom] = verdict
    world.report(E.Marked(whom, verdict))
    if ward >= 0 and whom != ward and world.alive(ward):
        move = {MACHINE: TOLD, CLEARED: -TOLD}.get(verdict, 1.0)
        if world.sees_now[ward, whom]:
            world.doubt[ward, whom] = min(MOST, max(-MOST, world.doubt[ward, whom] + move))
        face = world.b.face[whom]
        world.face_doubt[ward, face] = min(MOST, max(-MOST, world.face_doubt[ward, face] + move))
        world.face_at[ward, face] = world.tick
        world.noise("voice", world.b.x[player], world.b.y[player], 22, player)


def watchers(world: World) -> np.ndarray:
    """Return the slots whose eyes count for tells: everybody with a mind but the hunter."""
    return np.array([s for s in world.acting if s != world.hunter], np.int32)
