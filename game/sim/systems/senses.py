"""Senses: the only file that decides who perceives what. It writes down what eyes and ears take in."""

import numpy as np
import numpy.typing as npt

from game.content.lines import CAUSES
from game.content.looks import LOOKS
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
from game.sim.places import HEIGHTENED_TICKS, LOOK
from game.sim.state import NO_EAR, Ear
from game.sim.tables import NOTHING
from game.sim.world import World

Boxes = npt.NDArray[np.float64]
Slots = npt.NDArray[np.int64]

DOORS_EVERY = 3  # looks
SCREEN_EVERY = 3  # ticks between two looks at who is on the player's screen
HEIGHTENED = 1.3  # how much keener the machine's eyes are after a contact (T1000.md 2.1)
SHARPEN, SHARPEN_TICKS = 0.5, 240 * 60  # and the longer without one, the keener again
FRESH_SIGHT = 300  # ticks unseen after which the hunter's coming is news again
BLINDS, THROUGH_STEAM = ("steam",), 1.6  # metres

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
    if world.tick // LOOK % DOORS_EVERY == 0:
        if world.heavy_doors:
            learn_doors(world, slot)
        if world.at_rest:
            learn_stands(world, slot)


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


def learn_stands(world: World, slot: int) -> None:
    """Note where the vehicles in sight have come to rest."""
    out = np.zeros(len(world.at_rest), np.int64)  # rare: vehicles do not often roll
    made = doors_in_sight(world.bodies, slot, np.arange(len(out)), world.rest_box, world.opaque, out)
    for k in out[:made].tolist():
        x0, y0, x1, y1 = world.rest_box[k].tolist()
        world.state.known_stands.setdefault(slot, {})[world.at_rest[k]] = x0, y0, x1, y1
