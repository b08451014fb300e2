"""Guns: firing, reloading, what a hit does, and how the T-1000 closes its wounds."""

from math import sqrt

from game.agent import command as C
from game.content.actors import TEAM_INDEX
from game.content.weapons import WEAPON_IDS, WEAPONS, Weapon
from game.sim import events as E
from game.sim.kernels.shots import BLOCK, HIT, PANE, PERSON, WALL, fly
from game.sim.state import Fallen, Gear
from game.sim.tables import NOTHING, RELOADING, THROWN, rows
from game.sim.world import World

FORCED_WALK = 20  # ticks after a shot
SHIELD_COS = 0.9396926207859084  # 20 degrees: nearer than this to the ward, a shot is refused
BOX_X, BOX_Y = 9.5, 5.2  # metres: half of what the camera shows (GAME.md, settled 8)
LOOK_AHEAD, LEAN_FULL = 3.0, 4.0  # metres that the view leans at most; an aim this far off leans it wholly
BLAST_CARE, BLAST_FRONT = 3.0, 0.6  # metres, cosine: nobody that near in front of a grenade
CLICK = 18  # ticks after a shot refused, at most: who stood there may have stepped aside
IN_THE_WAY = 0.4  # metres beside the line of fire
STAGGER_LOSS, STAGGER_WINDOW = 0.15, 30  # cohesion lost within so many ticks
STAGGER_TICKS, IMMUNE_TICKS = 60, 72
HEAL, HEAL_AFTER = 0.12 / 60.0, 60
LEAST_COHESION = 0.1  # guns alone never end it
REBOOT_TICKS, REBOOT_HEALTH, DOWN_CLOCK = 480, 40, 480
LIMBED_TICKS, ALLY_DOWN = 1200, 720
ONE_HANDED = 2  # times as long, what takes two hands, with one arm
CRACKED = 2  # field `stiff`: struck while it was solid

_hits = rows(HIT, 128)


def fire(world: World) -> None:
    """Let everybody who holds the trigger and can, shoot; reload those who wish or must."""
    commands, act = world.state.commands, world.b.act
    for slot in world.busy:
        command = commands[slot]
        if not command.held and act[slot] != RELOADING:
            continue
        gear = world.state.gear.get(slot)
        if gear is None or world.actors[slot].body == "metal":
            continue
        row = WEAPONS.get(gear.weapon)
        if row is None or row.sort == "hand":
            continue
        if act[slot] == RELOADING:
            reload_on(world, slot, gear, row, command)
        elif command.held & C.FIRE and world.able(slot) and world.b.ready_at[slot] <= world.tick:
            pull_trigger(world, slot, gear, row)
        elif world.state.pressed(slot) & C.RELOAD and world.able(slot):
            reload(world, slot, gear, row)


def pull_trigger(world: World, slot: int, gear: Gear, row: Weapon) -> None:
    """Shoot, click, or refuse; nobody fires at the player from beyond what his screen can show."""
    b, pressed = world.b, world.state.pressed(slot) & C.FIRE
    if slot != world.player and not in_fire_box(world, slot):
        return
    if gear.rounds.get(row.id, 0) <= 0:
        if pressed:
            world.report(E.DryFired(b.x[slot], b.y[slot], slot))
        reload(world, slot, gear, row)
        return
    steady_pistol = row.limbs and world.state.command(slot).held & C.STEADY
    why = "" if steady_pistol else refused(world, slot, row)
    if why:
        b.ready_at[slot] = world.tick + min(row.cadence, CLICK)
        world.report(E.ShotRefused(b.x[slot], b.y[slot], slot, why))
        return
    shoot(world, slot, gear, row)


def in_fire_box(world: World, slot: int) -> bool:
    """Say whether somebody stands in the rectangle that the player's camera can show: his body, leaning toward his aim."""
    player, b = world.player, world.b
    if player < 0 or not b.here[player]:
        return True
    command = world.state.command(player)
    ax, ay = command.aim_x * C.AIM_UNIT, command.aim_y * C.AIM_UNIT
    if not (ax or ay):
        ax, ay = b.fx[player] * LEAN_FULL, b.fy[player] * LEAN_FULL
    k = LOOK_AHEAD / max(LEAN_FULL, sqrt(ax * ax + ay * ay))
    dx, dy = b.x[slot] - b.x[player] - ax * k, b.y[slot] - b.y[player] - ay * k
    return bool(abs(dx) <= BOX_X and abs(dy) <= BOX_Y)


def refused(world: World, slot: int, row: Weapon) -> str:
    """Say who must not be hit and stands in the line of fire: 'ward', 'person' or nobody."""
    b = world.b
    if slot not in world.ours:
        return ""
    ward = world.ward
    holder = b.held_by[ward] if ward >= 0 else -1
    shielded = holder >= 0 and world.gap(slot, ward) < min(row.reach, world.gap(slot, holder))
    if shielded and world.ahead(slot, ward) > SHIELD_COS:
        return "ward"
    x, y, fx, fy = b.x[slot], b.y[slot], b.fx[slot], b.fy[slot]
    if row.sort == "launcher" and any(in_blast(world, slot, j) for j in range(world.count)):
        return "person"
    nearest, who = row.reach, -1
    for j in range(world.count):
        if j == slot or j in world.ours or not b.here[j] or b.down[j]:
            continue
        dx, dy = b.x[j] - x, b.y[j] - y
        along, across = dx * fx + dy * fy, abs(dx * fy - dy * fx)
        if 0.0 < along < nearest and across < IN_THE_WAY and world.clear_between(slot, j):
            nearest, who = along, j
    return "person" if who >= 0 and b.team[who] != TEAM_INDEX["hunter"] else ""


def in_blast(world: World, slot: int, j: int, care: float = BLAST_CARE, front: float = BLAST_FRONT) -> bool:
    """Say whether somebody of flesh stands too near in front to fire a grenade: within so many metres, such a cosine."""
    person = j != slot and world.alive(j) and world.actors[j].body == "flesh"
    return person and world.gap(slot, j) < care and world.ahead(slot, j) > front and world.clear_between(slot, j)


def shoot(world: World, slot: int, gear: Gear, row: Weapon) -> None:
    """Put the pellets of one shot in the air."""
    b, s = world.b, world.s
    gear.rounds[row.id] -= 1
    x, y, fx, fy = b.x[slot], b.y[slot], b.fx[slot], b.fy[slot]
    dice = world.dice(slot, "fire")
    for i in range(row.pellets):
        fan = (2.0 * i / (row.pellets - 1) - 1.0) * row.spread if row.pellets > 1 else 0.0
        fan += (dice.share() - 0.5) * 0.04
        dx, dy = fx - fy * fan, fy + fx * fan
        size = sqrt(dx * dx + dy * dy)
        k = next((k for k in range(len(world.shots)) if not s.here[k]), -1)
        if k < 0:
            break
        s.here[k], s.by[k], s.wound[k], s.weapon[k] = 1, slot, row.wound, b.weapon[slot]
        s.x[k], s.y[k], s.from_x[k], s.from_y[k] = x, y, x, y
        s.vx[k], s.vy[k] = dx / size * row.speed, dy / size * row.speed
        s.left[k], s.cohesion[k] = row.reach, row.cohesion / row.pellets
        s.high[k] = 0 if b.gait[slot] == C.SNEAK else 1
        world.live_shots += 1
    world.keep(slot, "fire", dice)
    b.ready_at[slot], b.fired_at[slot], b.slow_until[slot] = (
        world.tick + row.cadence * hands_for(world, slot, row),
        world.tick,
        world.tick + FORCED_WALK,
    )
    world.report(E.ShotFired(row.id, x, y, fx, fy, slot))
    world.noise(row.id, x, y, row.loud, slot)
    world.state.due.append(("shot", slot, x, y))


def reload(world: World, slot: int, gear: Gear, row: Weapon) -> None:
    """Begin to reload, if there is room and something to fill it with."""
    if gear.rounds.get(row.id, 0) < row.magazine and gear.spare.get(row.id, 0) > 0:
        world.begin(slot, RELOADING, row.reload * hands_for(world, slot, row))


def hands_for(world: World, slot: int, row: Weapon) -> int:
    """Return how many times as long a weapon takes: what wants two hands, longer in the one that a machine has left."""
    return ONE_HANDED if row.both and world.one_armed(slot) else 1


def reload_on(world: World, slot: int, gear: Gear, row: Weapon, command: C.Command) -> None:
    """Go on reloading; a shell at a time can be broken off by the trigger."""
    b = world.b
    if row.one_by_one and command.held & C.FIRE and gear.rounds.get(row.id, 0) > 0:
        b.act[slot] = NOTHING
        return
    if b.act_until[slot] > world.tick:
        return
    took = 1 if row.one_by_one else row.magazine - gear.rounds.get(row.id, 0)
    took = min(took, gear.spare.get(row.id, 0))
    gear.rounds[row.id] = gear.rounds.get(row.id, 0) + took
    gear.spare[row.id] -= took
    b.act[slot] = NOTHING
    world.report(E.Reloaded(row.id, b.x[slot], b.y[slot], slot))
    if row.one_by_one:
        reload(world, slot, gear, row)


def hit(world: World) -> None:
    """Fly the shots and let them do what they do to what they meet, oldest first."""
    if not world.live_shots:
        return
    made = fly(world.shots, world.bodies, world.count, world.g, world.doors, _hits)
    s = world.s
    for k in range(made):
        h = _hits[k]
        what, whom, shot = int(h["what"]), int(h["whom"]), int(h["shot"])
        x, y, dx, dy = float(h["x"]), float(h["y"]), float(h["dx"]), float(h["dy"])
        if WEAPONS[WEAPON_IDS[s.weapon[shot]]].sort == "launcher":
            world.went_off.append((x, y, s.by[shot], whom if what == PERSON else -1, dx, dy))
        elif what == PERSON:
            struck(world, whom, shot, x, y, dx, dy)
        elif what == PANE:
            world.break_glass(whom, s.by[shot], dx, dy, (x, y))
        elif what in (WALL, BLOCK):
            name = "wall" if what == WALL else world.block_material[whom]
            world.report(E.ShotHit(name, x, y, dx, dy, -1, s.from_x[shot], s.from_y[shot]))
    world.live_shots = sum(s.here)


def struck(world: World, whom: int, shot: int, x: float, y: float, dx: float, dy: float) -> None:
    """One pellet in one body."""
    s, body = world.s, world.actors[whom].body
    world.report(E.ShotHit(body, x, y, dx, dy, whom, s.from_x[shot], s.from_y[shot]))
    world.touch(whom, -dx, -dy, "shot")
    world.state.due.append(("shot", whom, x, y))  # `on shot`: who fired, and who was hit
    if world.b.fluid[whom]:
        return
    if whom == world.hunter and world.b.act[whom] != THROWN:
        world.state.last_hit = WEAPON_IDS[s.weapon[shot]]
    if body == "metal":
        lose_cohesion(world, whom, s.cohesion[shot])
    elif body == "flesh" and s.by[shot] in world.ours:
        limb(world, whom, s.by[shot])
    elif body == "machine":
        hurt(world, whom, s.by[shot], WEAPONS[WEAPON_IDS[s.weapon[shot]]].structure)
    else:
        hurt(world, whom, s.by[shot], s.wound[shot])


def lose_cohesion(world: World, whom: int, amount: float) -> None:
    """Wound the T-1000: enough within half a second staggers it; any hit past the shield makes it let go."""
    b, state = world.b, world.state
    if b.stiff[whom]:
        b.stiff[whom] = CRACKED
        return
    b.cohesion[whom] = max(LEAST_COHESION, b.cohesion[whom] - amount)
    b.hurt_at[whom] = world.tick
    state.loss = [(t, a) for t, a in state.loss if world.tick - t < STAGGER_WINDOW] + [(world.tick, amount)]
    if b.holds[whom] >= 0 or sum(a for _, a in state.loss) > STAGGER_LOSS:
        stagger(world, whom, "stagger")


def stagger(world: World, whom: int, how: str) -> None:
    """Fold it for a second, unless it is still steeled against that."""
    b = world.b
    if b.holds[whom] >= 0:
        world.release(whom, how)
    elif b.immune_until[whom] > world.tick:
        return
    b.stun_until[whom] = world.tick + STAGGER_TICKS
    b.immune_until[whom] = world.tick + STAGGER_TICKS + IMMUNE_TICKS
    b.act[whom] = NOTHING
    world.state.loss = []
    world.report(E.Staggered(b.x[whom], b.y[whom], whom))


def hurt(world: World, whom: int, by: int, amount: int) -> None:
    """Wound a person or the T-800; at nothing left they go down."""
    b = world.b
    if not world.alive(whom):
        return
    if world.actors[whom].body == "machine":
        amount = max(1, int(amount * world.difficulty.damage))
    b.health[whom] -= amount
    b.hurt_at[whom] = world.tick
    world.report(E.BodyHurt(b.x[whom], b.y[whom], whom, by, amount))
    if b.health[whom] <= 0:
        fell(world, whom, by)


def limb(world: World, whom: int, by: int) -> None:
    """He aims at legs: they lie for twenty seconds, and it is counted."""
    b = world.b
    if not world.alive(whom):
        return
    b.down[whom], b.act[whom], b.down_until[whom], b.hurt_at[whom] = 1, NOTHING, world.tick + LIMBED_TICKS, world.tick
    b.vx[whom] = b.vy[whom] = 0.0
    world.state.wounds += 1
    note_fallen(world, whom, by, dead=False)
    world.report(E.BodyHurt(b.x[whom], b.y[whom], whom, by, 0))
    world.report(E.BodyDowned(b.x[whom], b.y[whom], whom, by))
    world.state.due.append(("down", whom, b.x[whom], b.y[whom]))


def fell(world: World, whom: int, by: int) -> None:
    """Lay somebody down: the T-800 on its reserve cell, a person for good or for a while."""
    b, state = world.b, world.state
    if b.team[whom] == TEAM_INDEX["ally"]:
        world.say(world.names[whom], "hit")
    b.health[whom], b.down[whom], b.act[whom] = 0, 1, NOTHING
    b.vx[whom] = b.vy[whom] = 0.0
    world.report(E.BodyDowned(b.x[whom], b.y[whom], whom, by))
    state.due.append(("down", whom, b.x[whom], b.y[whom]))
    if world.actors[whom].body == "machine":
        state.cells -= 1
        b.down_until[whom] = world.tick + REBOOT_TICKS if state.cells >= 0 else -1
        if state.cells < 0:
            world.start_clock("down", DOWN_CLOCK)
        if whom == world.player:
            world.hand_over(world.ward, lent=True)
    elif b.team[whom] == TEAM_INDEX["ally"]:
        b.down_until[whom] = world.tick + ALLY_DOWN
        note_fallen(world, whom, by, dead=False, rises=True)
    else:
        b.down_until[whom] = -1
        note_fallen(world, whom, by, dead=True)
        if by in world.ours:
            state.human_cost.append((world.tick, world.kind_name(whom)))
        elif by == world.hunter:
            state.victims += 1


def note_fallen(world: World, whom: int, by: int, dead: bool, rises: bool = False) -> None:
    """Write down who fell, where and by what, for the after-level page."""
    b = world.b
    side = "us" if by in world.ours else "it" if by == world.hunter else "others"
    cause = "blade" if side == "it" else weapon_name(b.weapon[by]) if by >= 0 else ""
    room = world.ground.room_at(b.x[whom], b.y[whom])
    who, kind, look = world.names[whom], world.kind_name(whom), world.look(whom)
    world.state.fallen.append(Fallen(world.tick, who, kind, look, room, side, cause, dead, rises))


def heal(world: World) -> None:
    """Close the T-1000's wounds after a second of peace; bring the T-800 back when its reserve cell has it up."""
    b, hunter, keeper = world.b, world.hunter, world.keeper
    if hunter >= 0 and b.cohesion[hunter] < 1.0 and world.tick - b.hurt_at[hunter] > HEAL_AFTER:
        b.cohesion[hunter] = min(1.0, b.cohesion[hunter] + HEAL)
        if b.cohesion[hunter] >= 1.0:
            world.report(E.Healed(b.x[hunter], b.y[hunter], hunter))
    if keeper >= 0 and b.down[keeper] and 0 <= b.down_until[keeper] <= world.tick:
        power_up(world, keeper)
    if (world.state.wounds or world.state.trusts) and world.tick % 30 == 0:
        for slot in range(world.count):
            if b.down[slot] and world.actors[slot].body == "flesh" and 0 <= b.down_until[slot] <= world.tick:
                b.down[slot] = 0
                b.health[slot] = max(b.health[slot], world.actors[slot].health // 2)
                world.report(E.BodyRose(b.x[slot], b.y[slot], slot))
                if slot in world.state.wishes:
                    world.wish_to_be(world.names[slot], world.state.wishes.pop(slot))


def power_up(world: World, keeper: int) -> None:
    """Stand the T-800 up again, and give the player his own body back."""
    b = world.b
    b.down[keeper], b.health[keeper] = 0, REBOOT_HEALTH
    world.report(E.BodyRose(b.x[keeper], b.y[keeper], keeper))
    world.stop_clock("down")
    if world.state.lent:
        world.hand_over(keeper)


def weapon_name(index: int) -> str:
    return WEAPON_IDS[index] if index >= 0 else ""
