"""The T-800's hands on people and things: take hold, drag, let go; throw something to draw ears; vault; stand down."""

from game.agent import command as C
from game.agent.percept import Word
from game.content.actors import TEAM_INDEX
from game.sim import events as E
from game.sim.state import Flight, Vault
from game.sim.systems.strikes import reached
from game.sim.tables import NOTHING, VAULTING
from game.sim.world import World

GRAB_TICKS, GRAB_REACH, GRAB_FRONT = 24, 1.4, 0.3
THROW_MOST, THROW_LOUD, THROW_AGAIN, FLIGHT = 8.0, 28, 120, 5  # metres, level, ticks, ticks a metre
VAULT_TICKS, VAULT_REACH, VAULT_TALL = 24, 0.75, 1.2
CALM_TICKS, CALM_REACH = 30, 10.0


def use(world: World) -> None:
    """Do what the player's hands want."""
    slot, b, state = world.player, world.b, world.state
    if slot < 0 or not b.here[slot]:
        return
    moves = state.command(slot).held | state.before.get(slot, 0)  # what is held, or has just been let go
    if (moves & C.SHOVE or b.holds[slot] >= 0) and world.actors[slot].body == "machine":
        haul(world, slot)
    if moves & C.THROW:
        throw(world, slot)
    if moves & C.VAULT or state.vaults:
        vault(world, slot)
    if moves & C.STAND_DOWN:
        stand_down(world, slot)
    if state.flying:
        land(world)


def forget_held(world: World, slot: int, bit: int) -> None:
    """Count from nothing how long a bit is held."""
    world.state.held_for.pop(f"{slot}/{bit}", None)


def held_for(world: World, slot: int, bit: int) -> int:
    """Return for how many ticks a bit has been held, up to now."""
    key = f"{slot}/{bit}"
    counts = world.state.held_for
    if world.state.command(slot).held & bit:
        counts[key] = counts.get(key, 0) + 1
    elif key in counts:
        del counts[key]
    return counts.get(key, 0)


def haul(world: World, slot: int) -> None:
    """Hold Shove for .4 s beside somebody: he has them by the collar, between himself and what is in front."""
    b = world.b
    ticks = held_for(world, slot, C.SHOVE)
    whom = b.holds[slot]
    if whom >= 0:
        if (
            world.state.pressed(slot) & C.SHOVE
            or not world.alive(whom)
            or not world.alive(slot)
            or b.stun_until[slot] > world.tick
        ):
            let_go(world, slot)
    elif ticks == GRAB_TICKS and world.able(slot):
        people = [
            j
            for j in reached(world, slot, GRAB_REACH, GRAB_FRONT)
            if world.actors[j].body == "flesh" and b.held_by[j] < 0
        ]
        if people:
            whom = people[0]
            b.holds[slot], b.held_by[whom] = whom, slot
            b.act[whom] = NOTHING
            gear = world.state.gear.get(whom)
            if gear and b.team[whom] == TEAM_INDEX["law"]:
                gear.weapon, b.weapon[whom] = "", -1
                gear.owned.clear()
            world.touch(whom, b.x[slot] - b.x[whom], b.y[slot] - b.y[whom], "haul")
            world.report(E.Hauled(slot, whom, True))


def let_go(world: World, slot: int) -> None:
    """Set down whom he holds."""
    b, whom = world.b, world.b.holds[slot]
    b.holds[slot], b.held_by[whom] = -1, -1
    world.report(E.Hauled(slot, whom, False))


def throw(world: World, slot: int) -> None:
    """Hold Throw and let go: something small flies to where he aims, and clatters."""
    b, state = world.b, world.state
    ticks = held_for(world, slot, C.THROW)
    if ticks:
        state.throw_aim = (state.command(slot).aim_x / 16.0, state.command(slot).aim_y / 16.0)
        return
    if not state.before.get(slot, 0) & C.THROW or world.tick - state.thrown_at < THROW_AGAIN or not world.able(slot):
        return
    dx, dy = state.throw_aim
    d = (dx * dx + dy * dy) ** 0.5
    if d < 0.5:
        return
    k = min(1.0, THROW_MOST / d)
    x, y = lands(world, b.x[slot], b.y[slot], b.x[slot] + dx * k, b.y[slot] + dy * k)
    far = ((x - b.x[slot]) ** 2 + (y - b.y[slot]) ** 2) ** 0.5
    state.thrown_at = world.tick
    state.flying.append(Flight(x, y, world.tick + int(far * FLIGHT) + 4, slot))
    world.report(E.Thrown(b.x[slot], b.y[slot], x, y, slot, int(far * FLIGHT) + 4))


def lands(world: World, x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Return where something thrown comes down: before the first wall."""
    wall = world.ground.wall
    steps = 40
    for i in range(1, steps + 1):
        px, py = x + (to_x - x) * i / steps, y + (to_y - y) * i / steps
        row, col = int(py * 2), int(px * 2)
        if not (0 <= row < wall.shape[0] and 0 <= col < wall.shape[1]) or wall[row, col]:
            return x + (to_x - x) * (i - 1) / steps, y + (to_y - y) * (i - 1) / steps
    return to_x, to_y


def land(world: World) -> None:
    """What was thrown comes down."""
    flying = world.state.flying
    for flight in [f for f in flying if f.at <= world.tick]:
        flying.remove(flight)
        if flight.thing:
            come_down(world, flight)
            continue
        world.noise("clatter", flight.x, flight.y, THROW_LOUD, flight.by)


def come_down(world: World, flight: Flight) -> None:
    """A thing comes down: steel keeps it; from anywhere else the thrower fetches it."""
    if world.steel_at(flight.x, flight.y):
        world.state.counts["molten_item"] = world.state.counts.get("molten_item", 0) + 1
        world.report(E.RelicMelted(flight.thing, flight.x, flight.y, flight.by))
    else:
        world.state.things[flight.thing] = flight.by


def vault(world: World, slot: int) -> None:
    """Over low cover in .4 s."""
    b, state = world.b, world.state
    going = state.vaults.get(slot)
    if going is not None:
        k = (world.tick - going.began + 1) / VAULT_TICKS
        b.x[slot], b.y[slot] = going.x + (going.to_x - going.x) * k, going.y + (going.to_y - going.y) * k
        b.vx[slot] = b.vy[slot] = 0.0
        if k >= 1.0:
            del state.vaults[slot]
            b.act[slot] = NOTHING
    elif state.pressed(slot) & C.VAULT and world.able(slot) and b.holds[slot] < 0:
        over = far_side(world, slot)
        if over is not None:
            state.vaults[slot] = Vault(b.x[slot], b.y[slot], *over, world.tick)
            world.begin(slot, VAULTING, VAULT_TICKS + 1)


def far_side(world: World, slot: int) -> tuple[float, float] | None:
    """Return the free place behind the low thing in front, if there is one."""
    b, g = world.b, world.g
    x, y, hx, hy, r = b.x[slot], b.y[slot], b.hx[slot], b.hy[slot], b.radius[slot]
    for k in range(len(g.blocks)):
        if world.block_off[k] or not 0.2 < g.block_height[k] < VAULT_TALL or g.block_pane[k]:
            continue
        x0, y0, x1, y1 = g.blocks[k].tolist()
        nx, ny = min(max(x, x0), x1), min(max(y, y0), y1)
        dx, dy = nx - x, ny - y
        if dx * dx + dy * dy > (r + VAULT_REACH) ** 2 or dx * hx + dy * hy <= 0:
            continue
        if abs(hx) > abs(hy):
            to = (x1 + r + 0.05 if hx > 0 else x0 - r - 0.05, y)
        else:
            to = (x, y1 + r + 0.05 if hy > 0 else y0 - r - 0.05)
        if world.ground.free(*to):
            return to
    return None


def stand_down(world: World, slot: int) -> None:
    """Lower the weapon, where those who might shoot can see it."""
    gear = world.state.gear.get(slot)
    if held_for(world, slot, C.STAND_DOWN) != CALM_TICKS or gear is None:
        return
    b = world.b
    if "fists" in gear.owned:
        world.draw(slot, "fists")
    world.report(E.StoodDown(b.x[slot], b.y[slot], slot))
    for other in world.who("law"):
        if world.gap(slot, other) < CALM_REACH and world.sees_now[other, slot] and other in world.state.ears:
            world.ear(other).words.append(Word("gesture", world.look(slot), "stand_down", "", b.x[slot], b.y[slot]))
