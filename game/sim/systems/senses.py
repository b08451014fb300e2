"""Senses: the only file that decides who perceives what. It writes what eyes and ears took in, and makes Percepts of it."""

import numpy as np
import numpy.typing as npt

from game.agent import percept as P
from game.content.lines import CAUSES
from game.content.looks import LOOK_IDS, LOOKS
from game.content.vehicles import VEHICLES
from game.core.sight import clear
from game.sim import events as E
from game.sim.kernels.look import (
    IN_STEAM,
    KNEW_KEEPER,
    KNEW_WARD,
    KNOWS_KEEPER,
    KNOWS_WARD,
    SAW_WARD,
    doors_in_sight,
    look_all,
    on_screen,
)
from game.sim.kernels.sighted import sighted
from game.sim.places import HEIGHTENED_TICKS, LOOK
from game.sim.state import Ear, Gear
from game.sim.systems import guise
from game.sim.tables import NOTHING, OCCUPIED, RELOADING
from game.sim.world import World

Boxes = npt.NDArray[np.float64]
Slots = npt.NDArray[np.int64]

DOORS_EVERY = 3  # looks
SCREEN_EVERY = 3  # ticks between two looks at who is on the player's screen
HEIGHTENED = 1.3  # how much keener the machine's eyes are after a contact (T1000.md 2.1)
SHARPEN, SHARPEN_TICKS = 0.5, 240 * 60  # and the longer without one, the keener again
FRESH_SIGHT = 300  # ticks unseen after which the hunter's coming is news again
BLINDS, THROUGH_STEAM = ("steam",), 1.6  # metres
THING_REACH_2 = 10.0 * 10.0  # metres, squared: half a screen

NO_EAR = Ear()  # of who has heard nothing: nobody writes into what has been heard
NO_STEAM: Boxes = np.zeros((0, 4))
_found = np.zeros(512, np.int64)  # scratch


def perceive(world: World) -> None:
    """Let sounds arrive, let those whose turn it is look, and empty their ears into what they have heard."""
    if world.state.coming:
        arrive(world)
    turn = world.tick % LOOK
    if world.turns[turn]:
        look(world, world.turns[turn], world.turning[turn])
    if world.tick % SCREEN_EVERY == 0:
        on_screen(world.bodies, world.count, world.player, world.ward, world.opaque)
        witness(world)


def arrive(world: World) -> None:
    """Let the sounds that have come to the end of their way into the ears that they were bound for."""
    for sound in world.state.coming.pop(world.tick, ()):
        if not world.b.here[sound.slot]:
            continue
        ear = world.ear(sound.slot)
        if sound.noise is not None:
            ear.noises.append(sound.noise)
        if sound.word is not None:
            ear.words.append(sound.word)
        if sound.made is not None:
            world.state.due.append(("hear", sound.slot, *sound.made))


def look(world: World, slots: list[int], who: Slots) -> None:
    """One look of some pairs of eyes, and what has come to their ears since the last."""
    hunter = world.hunter
    if hunter in slots:
        world.keen[hunter] = keenness(world, hunter)
    look_all(
        world.bodies,
        who,
        world.count,
        world.aware,
        world.sees_now,
        world.track,
        world.next_track,
        world.opaque,
        world.ground.low,
        world.player,
        world.keen,
        world.on_edge_until,
        world.tick,
        world.keeper,
        world.ward,
        steam(world) if world.state.working else NO_STEAM,
        _found,
    )
    for slot, found in zip(slots, _found[: len(slots)].tolist(), strict=True):
        if world.b.here[slot]:
            take_in(world, slot, found)


def take_in(world: World, slot: int, found: int) -> None:
    """What follows from a look: `found` says whom of the two he knew before it and knows now."""
    if found & IN_STEAM:
        veil(world, slot)
    listen(world, slot)
    state = world.state
    if found and slot not in world.ours:  # the law and the hunter alike: the cause line must not tell them apart
        for j, knew, knows in ((world.keeper, KNEW_KEEPER, KNOWS_KEEPER), (world.ward, KNEW_WARD, KNOWS_WARD)):
            if found & knows:
                state.contact[slot] = world.tick
                world.on_edge_until[slot] = world.tick + HEIGHTENED_TICKS
                if not found & knew:
                    noticed(world, slot, j)
        if found & SAW_WARD and slot != world.hunter and world.sees(slot, world.ward):
            b = world.b
            b.saw_x[slot], b.saw_y[slot], b.saw_at[slot] = b.x[world.ward], b.y[world.ward], world.tick
    if world.heavy_doors and world.tick // LOOK % DOORS_EVERY == 0:
        learn_doors(world, slot)


def listen(world: World, slot: int) -> None:
    """Empty its ears into what it has heard, if its mind will think now: one at ease thinks at every second look.

    What else comes to its ears than what rouses it stays in them until it thinks.
    """
    state = world.state
    ear = state.ears.get(slot)
    if (world.tick // LOOK + slot) & 1 and at_ease(world, slot) and not roused(world, slot, ear):
        state.heard.pop(slot, None)
        return
    if ear is not None and not (ear.noises or ear.touches or ear.words):
        state.heard[slot] = NO_EAR
        return
    state.heard[slot] = ear or NO_EAR
    state.ears[slot] = Ear()


def at_ease(world: World, slot: int) -> bool:
    """Say whether somebody's own mind drives him, and says that nothing presses."""
    return slot not in world.given and getattr(world.memories.get(slot), "at_ease", False)


def roused(world: World, slot: int, ear: Ear | None) -> bool:
    """Say whether one at ease thinks at once: a word, a touch, a new order, or metal that moves before his eyes."""
    if ear is not None and (ear.words or ear.touches):
        return True
    order, hunter = world.state.orders.get(slot), world.hunter
    if order is not None and world.tick - order.at < LOOK:
        return True
    return hunter >= 0 and world.b.act[hunter] != NOTHING and bool(world.sees_now[slot, hunter])


def steam(world: World) -> Boxes:
    """Return the rectangles of the places whose steam blinds now, f8 [k, 4]."""
    rows = tuple([row for row in world.state.working if world.hazards[row].kind in BLINDS])
    boxes = world.steam.get(rows)
    if boxes is None:
        areas = [world.hazards[row].area for row in rows]
        boxes = np.array([(a.x, a.y, a.x + a.w, a.y + a.h) for a in areas], np.float64).reshape(-1, 4)
        world.steam[rows] = boxes
    return boxes


def veil(world: World, slot: int) -> None:
    """Steam that bursts out hides who is in it, and blinds them: nobody sees through more than an arm's length of it."""
    b = world.b
    for row in world.state.working:
        if world.hazards[row].kind not in BLINDS:
            continue
        area = world.hazards[row].area
        inside = area.holds(b.x[slot], b.y[slot])
        for j in world.sees_now[slot].nonzero()[0].tolist():
            if (inside or area.holds(b.x[j], b.y[j])) and world.gap(slot, j) > THROUGH_STEAM:
                world.sees_now[slot, j] = 0


def keenness(world: World, slot: int) -> float:
    """Return the factor on how fast the machine's eyes make somebody out; everybody else's is 1."""
    since = world.tick - world.state.contact.get(slot, 0)
    keen = HEIGHTENED if slot in world.state.contact and since < HEIGHTENED_TICKS else 1.0
    return keen * (1.0 + min(SHARPEN, since / SHARPEN_TICKS)) * world.difficulty.look_rate


def noticed(world: World, slot: int, whom: int) -> None:
    """A stranger with a mind has made somebody out: the cause line, and triggers on `see`.

    No line for one in the face of whom no line is ever written (ours, and people without a mind): it would give the copy away. What
    is known for the machine is called so, whatever it looks like.
    """
    world.alert(slot, whom, "sight")
    world.state.due.append(("see", slot, world.b.x[whom], world.b.y[whom]))
    known = bool(world.b.known[slot])
    face = int(world.b.face[slot])
    if not known and (face in world.ours or face not in world.minds):
        return
    light = world.b.light[whom]
    words = {
        "who": "IT" if known else LOOKS[world.look(slot)].name,
        "whom": LOOKS[world.look(whom)].name,
        "distance": world.gap(slot, whom),
        "light": "IN THE LIGHT" if light > 0.45 else "IN HALF LIGHT" if light > 0.2 else "IN THE DARK",
    }
    world.state.cause, world.state.cause_at = CAUSES["sight"].format(**words), world.tick


def witness(world: World) -> None:
    """Note when the player's side sees the hunter's body, whatever it looks like."""
    b, hunter = world.b, world.hunter
    if hunter < 0 or not b.here[hunter] or not b.seen[hunter]:
        return
    if world.tick - world.state.hunter_seen_at > FRESH_SIGHT:
        world.report(E.HunterSeen(b.x[hunter], b.y[hunter], world.player))
    world.state.hunter_seen_at = world.tick


def learn_doors(world: World, slot: int) -> None:
    """Note how the heavy doors in sight stand."""
    made = doors_in_sight(world.bodies, slot, world.heavy, world.g.door_rect, world.opaque, world.heavy_seen)
    if made:
        known, shut = world.state.known_doors.setdefault(slot, {}), world.d.shut
        for k in world.heavy_seen[:made].tolist():
            known[k] = (bool(shut[k]), world.tick)


# ---------------------------------------------------------------------- percepts
def tracks(world: World, slot: int, whom: int = -1) -> tuple[P.Track, ...]:
    """Return everybody in sight as one observer has them; with `whom` that body alone, as if it were in sight."""
    made = sighted(
        world.bodies,
        slot,
        world.count,
        world.aware,
        world.sees_now,
        world.track,
        world.doubt,
        world.tick,
        whom,
        _whole,
        _real,
    )
    return tuple(
        [
            P.Track(track, x, y, vx, vy, fx, fy, LOOK_OR_NONE[look], bits, aware, d, light, faces == 1, face, doubt)
            for (track, look, bits, faces, face), (x, y, vx, vy, fx, fy, aware, d, light, doubt) in zip(
                _whole[:made].tolist(), _real[:made].tolist(), strict=True
            )
        ]
    )


LOOK_OR_NONE = (*LOOK_IDS, "")  # row -1: not made out
_whole, _real = np.zeros((512, 5), np.int64), np.zeros((512, 10))  # scratch


def me(world: World, slot: int) -> P.Me:
    """Return a body as it feels itself."""
    b, state = world.b, world.state
    gear = state.gear.get(slot) or NO_GEAR
    owned, rounds, spare = gear.owned, gear.rounds, gear.spare
    use = state.using.get(slot)
    act = b.act[slot]
    return P.Me(
        b.x[slot],
        b.y[slot],
        b.vx[slot] * 60.0,
        b.vy[slot] * 60.0,
        b.fx[slot],
        b.fy[slot],
        LOOK_IDS[b.look[slot]],
        b.health[slot],
        b.cohesion[slot],
        b.light[slot],
        gear.weapon,
        rounds.get(gear.weapon, 0),
        spare.get(gear.weapon, 0),
        tuple(owned) if owned else (),
        b.ready_at[slot] <= world.tick and act == NOTHING,
        act == RELOADING,
        b.stun_until[slot] > world.tick,
        bool(b.down[slot]),
        b.held_by[slot] >= 0,
        b.holds[slot] >= 0,
        world.ground.devices[use.device].name if use else "",
        use.left if use else 0,
        act in OCCUPIED,
        tuple(gear.forms) if gear.forms else (),
        tuple(gear.faces) if gear.faces else (),
        b.face[slot],
        world.trust_of(slot),
        tuple([w for w in owned if rounds.get(w, 0) + spare.get(w, 0) > 0]) if owned else (),
        tuple(gear.voices) if gear.voices else (),
        guise.shown(world, slot) if b.guise[slot] else "",
    )


NO_GEAR = Gear()


def percept(world: World, slot: int) -> P.Percept:
    """Return all that one body perceives; for the player's seat also what the screen says."""
    state = world.state
    ear = state.heard.get(slot) or NO_EAR
    known = state.known_doors.get(slot)
    doors = tuple([P.DoorView(k, shut, world.tick - at) for k, (shut, at) in known.items()]) if known else ()
    order = state.orders.get(slot)
    screen = slot == world.player
    clock = state.clock
    return P.Percept(
        world.tick,
        me(world, slot),
        world.ground,
        world.briefings[slot],
        tracks(world, slot),
        tuple(ear.noises) if ear.noises else (),
        tuple(ear.touches) if ear.touches else (),
        tuple(ear.words) if ear.words else (),
        doors,
        order.as_order(world.tick) if order else None,
        goal(world) if screen else None,
        clock.ends - world.tick if screen and clock else -1,
        clock.cause if screen and clock else "",
        tuple([d.name for d in world.ground.devices if d.name in state.used]) if screen and state.used else (),
        *(arrow(world) if screen else NO_ARROW),
        tuple(state.facts) if screen else (),
        tuple(state.quiz.options) if screen and state.quiz else (),
        things(world) if screen else (),
        wheel(world, slot) if state.rides else None,
        state.pace.mood if slot == world.hunter else P.NEUTRAL,
    )


def wheel(world: World, slot: int) -> P.Wheel | None:
    """Return what somebody drives."""
    ride = next((r for r in world.state.rides.values() if r.riders[:1] == [slot]), None)
    if ride is None:
        return None
    return P.Wheel(ride.x, ride.y, ride.hx, ride.hy, ride.speed, VEHICLES[ride.kind].top, ride.lights)


def arrow(world: World) -> tuple[tuple[float, float] | None, int]:
    """Return the way to the ward and the metres, as the screen's arrow shows them: met or seized, and out of sight."""
    player, ward = world.state.player, world.ward
    if player == ward or not world.met() or world.sees_now[player, ward]:
        return NO_ARROW
    b = world.b
    d = max(1e-6, world.gap(player, ward))
    return ((b.x[ward] - b.x[player]) / d, (b.y[ward] - b.y[player]) / d), int(d + 0.5)


NO_ARROW = (None, -1)


def things(world: World) -> tuple[P.Thing, ...]:
    """Return what lies in the player's view and has not been taken."""
    x, y = world.b.x[world.player], world.b.y[world.player]
    near = [i for i in world.lying() if (i.x - x) * (i.x - x) + (i.y - y) * (i.y - y) < THING_REACH_2]
    return tuple([P.Thing(i.kind, i.x, i.y) for i in near if clear(world.opaque, x, y, i.x, i.y)])


def goal(world: World) -> P.Goal | None:
    """Return the objective on the player's screen; a marker that is a person is known only while in sight."""
    objective = world.objectives.get(world.state.objective)
    if objective is None:
        return None
    place = marker(world, objective.marker)
    x, y = place or (-1.0, -1.0)
    return P.Goal(objective.id, objective.text, x, y, place is not None, objective.marker)


def marker(world: World, name: str) -> tuple[float, float] | None:
    """Return where a marker points on the player's screen, if he can know it."""
    if not name:
        return None
    slot = world.slot(name)
    if slot >= 0:
        return (world.b.x[slot], world.b.y[slot]) if world.b.seen[slot] and world.sees_now[world.player, slot] else None
    zone = world.ground.zone(name)
    if zone is not None:
        return zone.middle
    return next((d.middle for d in world.ground.devices if d.name == name), None)
