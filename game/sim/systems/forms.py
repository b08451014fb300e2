"""What the T-1000 does with its shape and voice: touch somebody, become them, ask or call like them, pour under a door."""

from game.agent import command as C
from game.agent.percept import Word
from game.content.doors import DOORS
from game.content.lines import line
from game.core.ground import DoorSpot
from game.sim import events as E
from game.sim.places import LOOK
from game.sim.state import Entry, Gear
from game.sim.systems import guise
from game.sim.tables import ASKING, CHANGE, FLEE, NOTHING, POUR, RISING, SETTLING
from game.sim.world import World

TOUCH_REACH, TOUCH_TICKS = 0.9, 18  # metres; .30 s of contact are a sample (T1000.md 2.3)
ASK_REACH, ASK_TICKS = 2.5, 120
CHANGE_TICKS, CHANGE_LOUD = 60, 14
JAMB = 0.3  # metres that it keeps from a door's jambs
POUR_TICKS, POUR_LOUD, POUR_REACH = 120, 10, 1.3
WATCH_REACH = 9.5  # metres: what the player's side sees does not pour
MOST_FORMS = 6  # five touched ones and the officer
MEMORY = 60 * 60  # ticks that a passer-by remembers whom he saw
ASK = 1  # Command.choice
VOICES, VOICE_AFTER = 7, 180  # voices that it keeps; ticks of speech after which it knows one
CALL_LOUD, CALL_AGAIN, CALL_MARGIN = 32, 600, 6  # noise level; ticks; levels that must be left of it to be understood


def shape(world: World) -> None:
    """Let the hunter's shape do what it is told."""
    slot, b = world.hunter, world.b
    if not world.alive(slot):
        return
    command, act = world.state.commands[slot], b.act[slot]
    touched, b.touching[slot] = b.touching[slot], 0  # whatever else it does breaks a touch off
    if world.tick % LOOK == 0:
        overhear(world)
    if b.guise[slot]:
        guise.lie(world, slot)
    elif act in SHAPES:
        SHAPES[act](world, slot)
    elif not wants(command) or not world.able(slot) or b.holds[slot] >= 0:
        return
    elif 0 <= command.form < len(world.state.gear[slot].faces):
        change(world, slot, command.form)
    elif 0 <= command.voice < len(world.state.gear[slot].voices):
        call(world, slot, world.state.gear[slot].voices[command.voice])
    elif command.choice == ASK:
        ask(world, slot)
    elif command.choice == guise.SETTLE:
        guise.settle(world, slot)
    elif command.held & C.INTERACT and not touch(world, slot, touched):
        pour(world, slot)


def wants(command: C.Command) -> bool:
    """Say whether a Command asks anything of its shape or voice."""
    return bool(command.held & C.INTERACT or command.choice) or command.form >= 0 or command.voice >= 0


def beside(world: World, slot: int, reach: float) -> int:
    """Return the nearest person of flesh in reach with nothing between, -1 nobody."""
    found = [
        (world.gap(slot, j), j)
        for j in world.around(slot, reach)
        if j != slot and world.alive(j) and world.actors[j].body == "flesh" and world.gap(slot, j) <= reach
    ]
    return next((j for _, j in sorted(found) if world.clear_between(slot, j)), -1)


def touch(world: World, slot: int, touched: int) -> bool:
    """Keep a hand on somebody, `touched` ticks so far; long enough, and the form is its own. Return whether there was somebody."""
    b, gear = world.b, world.state.gear[slot]
    whom = beside(world, slot, TOUCH_REACH)
    if whom < 0 or whom == world.ward or whom in gear.faces:  # whom it has already is no touch: the hand is free
        return False
    b.touching[slot] = touched + 1 if b.target[slot] == whom else 1
    b.target[slot] = whom
    if b.touching[slot] < TOUCH_TICKS:
        return True
    gear.faces.append(whom)
    gear.forms.append(world.look(whom))
    know_voice(gear, world.look(whom))
    if len(gear.faces) > MOST_FORMS:  # the officer, first, stays, and so does the one that it wears
        oldest = next(k for k in range(1, MOST_FORMS) if gear.faces[k] != b.face[slot])
        del gear.faces[oldest], gear.forms[oldest]
    world.state.forms.append((world.look(whom), world.tick, world.tick))
    world.state.ledger.append(Entry(world.tick, "touched", world.look(whom), world.names[whom], bool(b.seen[slot])))
    world.touch(whom, b.x[slot] - b.x[whom], b.y[slot] - b.y[whom], "hand")
    world.report(E.FormTaken(world.look(whom), b.x[whom], b.y[whom], slot))
    return True


def change(world: World, slot: int, form: int) -> None:
    """Begin to become a form that it has; it can be seen and heard."""
    b, gear = world.b, world.state.gear[slot]
    if b.face[slot] == gear.faces[form] and b.look[slot] == world.look_index(gear.forms[form]):
        return
    ticks = CHANGE_TICKS + CHANGE_TICKS // 2 * world.state.glitches
    world.begin(slot, CHANGE, ticks, form)
    world.noise("change", b.x[slot], b.y[slot], CHANGE_LOUD, slot)
    world.report(E.FormChanged(gear.forms[form], world.look(slot), b.x[slot], b.y[slot], slot, ticks))
    world.state.ledger.append(Entry(world.tick, "became", gear.forms[form], "", bool(b.seen[slot])))
    world.state.chances += 1
    world.state.face_struck = False


def change_on(world: World, slot: int) -> None:
    """Half way the skin is the other one's."""
    b, gear = world.b, world.state.gear[slot]
    left = b.act_until[slot] - world.tick
    if left == CHANGE_TICKS // 2:
        b.face[slot] = gear.faces[b.target[slot]]
        world.become(slot, gear.forms[b.target[slot]])
        b.matched[slot] = 0
    if left <= 0:
        b.act[slot] = NOTHING


def ask(world: World, slot: int) -> None:
    """Show somebody the photograph."""
    whom = beside(world, slot, ASK_REACH)
    if whom >= 0 and whom != world.ward and world.b.mood[whom] < FLEE:
        world.begin(slot, ASKING, ASK_TICKS, whom)
        world.b.wait_until[whom] = max(world.b.wait_until[whom], world.tick + ASK_TICKS)
        dx, dy = world.b.x[slot] - world.b.x[whom], world.b.y[slot] - world.b.y[whom]
        d = max(1e-6, world.gap(slot, whom))
        world.b.fx[whom], world.b.fy[whom] = dx / d, dy / d
        world.report(E.Said(world.names[slot], slot, "ask", line("t1000", "ask")))


def ask_on(world: World, slot: int) -> None:
    """At the end they tell what they remember; nobody answers a face that they doubt."""
    b, whom = world.b, world.b.target[slot]
    if b.act_until[slot] > world.tick and world.alive(whom) and world.gap(slot, whom) < ASK_REACH + 0.8:
        return
    b.act[slot] = NOTHING
    if b.act_until[slot] > world.tick or not world.alive(whom):
        return
    seen = b.saw_at[whom] >= 0 and world.tick - b.saw_at[whom] < MEMORY
    willing = not b.known[slot] and world.doubt[whom, slot] < 1.0
    answered = bool(seen and willing)
    if answered:
        x, y = b.saw_x[whom], b.saw_y[whom]
        room = world.ground.room_at(x, y)
        word = Word("answer", world.look(whom), "john", room, x, y, world.tick - b.saw_at[whom])
    else:
        word = Word("answer", world.look(whom), "no")
    world.ear(slot).words.append(word)
    world.state.ledger.append(
        Entry(world.tick, "told" if answered else "asked", world.look(slot), world.names[whom], bool(b.seen[slot]))
    )
    world.report(E.Asked(b.x[whom], b.y[whom], slot, whom, answered))
    world.say(world.names[whom], "saw_him" if answered else "no_idea")


def pour(world: World, slot: int) -> None:
    """Begin to run out under a shut heavy door, if one is at hand."""
    if door_at(world, slot) >= 0:
        world.begin(slot, POUR, POUR_TICKS)
        world.noise("pour", world.b.x[slot], world.b.y[slot], POUR_LOUD, slot)


def door_at(world: World, slot: int) -> int:
    """Return the shut heavy door within reach, -1 none."""
    x, y = world.b.x[slot], world.b.y[slot]
    for k in world.heavy_doors:
        if world.d.shut[k] and DOORS[world.ground.doors[k].kind].opaque:
            q = world.g.door_rect[k]
            dx, dy = x - min(max(x, float(q[0])), float(q[2])), y - min(max(y, float(q[1])), float(q[3]))
            if dx * dx + dy * dy < POUR_REACH * POUR_REACH:
                return k
    return -1


def watched(world: World, slot: int) -> bool:
    """Say whether the player's side has its eyes on it: under them it does not pour."""
    return any(
        world.alive(eye) and world.gap(eye, slot) < WATCH_REACH and world.clear_between(eye, slot) for eye in world.ours
    )


def pour_on(world: World, slot: int) -> None:
    """Run under the door while nobody watches; on the other side it stands up. It breaks off as soon as it wants to walk."""
    b, k, wish = world.b, door_at(world, slot), world.state.command(slot)
    if k < 0 or wish.move_x or wish.move_y:
        b.act[slot] = NOTHING
        return
    if watched(world, slot):
        b.act_until[slot] += 1
        return
    if b.act_until[slot] > world.tick:
        return
    b.act[slot] = NOTHING
    x, y = b.x[slot], b.y[slot]
    to_x, to_y = other_side(world.ground.doors[k], x, y, b.radius[slot] + 0.15)
    b.x[slot], b.y[slot], b.vx[slot], b.vy[slot] = to_x, to_y, 0.0, 0.0
    world.report(E.Poured(x, y, to_x, to_y, slot))
    world.noise("pour", to_x, to_y, POUR_LOUD, slot)


def other_side(spot: DoorSpot, x: float, y: float, depth: float) -> tuple[float, float]:
    """Return the place opposite, so deep behind the door; the side is the one that somebody stands before."""
    cx, cy = spot.x + spot.w / 2, spot.y + spot.h / 2
    along_x = abs(x - cx) - spot.w / 2 > abs(y - cy) - spot.h / 2
    if along_x:
        to_x = (spot.x + spot.w + depth) if x < cx else (spot.x - depth)
        return to_x, min(max(y, spot.y + JAMB), spot.y + spot.h - JAMB)
    to_y = (spot.y + spot.h + depth) if y < cy else (spot.y - depth)
    return min(max(x, spot.x + JAMB), spot.x + spot.w - JAMB), to_y


def know_voice(gear: Gear, look: str) -> None:
    """Keep a voice, the newest of the most that it keeps."""
    if look not in gear.voices:
        gear.voices.append(look)
        del gear.voices[:-VOICES]


def overhear(world: World) -> None:
    """Whoever has spoken long enough within earshot can be called like."""
    gear = world.state.gear[world.hunter]
    for slot, ticks in world.state.speech.items():
        if ticks >= VOICE_AFTER:
            know_voice(gear, world.look(slot))


def call(world: World, slot: int, look: str) -> None:
    """Call the boy in somebody's voice: he understands it where enough of it arrives."""
    if world.tick - world.state.lured_at < CALL_AGAIN:
        return
    b = world.b
    world.state.lured_at = world.tick
    heard = world.call_out(slot, look, CALL_LOUD, CALL_MARGIN)
    world.state.ledger.append(Entry(world.tick, "called", look, world.names[world.ward] if heard else "", heard))
    world.report(E.Called(look, b.x[slot], b.y[slot], slot, heard))


def rise_on(world: World, slot: int) -> None:
    """Stand up to the end."""
    if world.b.act_until[slot] <= world.tick:
        world.b.act[slot] = NOTHING


# What its shape is in the middle of, and how that goes on.
SHAPES = {CHANGE: change_on, ASKING: ask_on, POUR: pour_on, SETTLING: guise.settle_on, RISING: rise_on}
