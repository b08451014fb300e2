"""Driving: W and S are throttle and brake, A and D the wheel, vault the brake; Interact switches lights, held at rest gets out.

A vehicle is a middle, a heading and a speed along it: it goes where its wheels point and never slides. Two circles, one
over each axle, keep it out of walls and props; what stops them takes its speed. For people it brakes by itself.
"""

from math import sqrt

from game.agent import command as C
from game.content.vehicles import VEHICLES, Vehicle
from game.sim import events as E
from game.sim.conditions import Lit
from game.sim.kernels.motion import kept_out
from game.sim.state import Ride
from game.sim.systems import vehicles
from game.sim.systems.arms import forget_held, held_for
from game.sim.systems.devices import at_hand
from game.sim.tables import NOTHING
from game.sim.world import World

SECOND = 60.0
STILL = 0.5  # metres a second: slow enough to get out
GETS_OUT = 24  # ticks that Interact is held
REACH = 1.2  # metres from a vehicle's side to get in
CARE, WIDE = 5.0, 1.4  # metres before the nose and aside of it in which somebody makes it brake
RAMS = 4.0  # metres a second from which it rams metal
CRASH, CRASH_LOUD = 2.5, 44  # metres a second lost at once that can be heard
SKIDS = 4.5  # metres a second from which locked wheels are heard
ENGINE_LOUD, ENGINE_EVERY = 26, 30
DOOR = 0.5  # metres between a vehicle's side and who has got out


def drive(world: World) -> None:
    """Let everybody at a wheel drive, and who stands beside a vehicle get in."""
    for prop, ride in world.state.rides.items():
        if ride.riders:
            steer(world, prop, ride)
        else:
            board(world, prop, ride)


def board(world: World, prop: str, ride: Ride) -> None:
    """Let whoever of the player's side wants to, and is near, take the wheel; the others near get in too."""
    slot, row = world.player, row_of(world, prop)
    wants = slot >= 0 and world.state.pressed(slot) & C.INTERACT and at_hand(world, slot) < 0
    if wants and beside(world, prop, ride, slot):
        world.get_in(prop, slot)
        forget_held(world, slot, C.INTERACT)
        seat(world, ride, row)


def get_out(world: World, prop: str, ride: Ride) -> None:
    """Let everybody out, each on his side, where there is room."""
    row, b = row_of(world, prop), world.b
    for (ahead, aside), slot in zip(row.seats, ride.riders, strict=False):
        b.act[slot] = NOTHING
        for side in (1.0, -1.0):
            out = (row.half + DOOR) * (1.0 if aside > 0 else -1.0) * side
            x, y = ride.x + ride.hx * ahead - ride.hy * out, ride.y + ride.hy * ahead + ride.hx * out
            if world.ground.free(x, y):
                b.x[slot], b.y[slot] = x, y
                break
    ride.riders, ride.speed = [], 0.0
    world.refresh_blocks()
    world.report(E.Dismounted(prop, ride.x, ride.y))


def steer(world: World, prop: str, ride: Ride) -> None:
    """Live one tick of driving."""
    row, driver = row_of(world, prop), ride.riders[0]
    command = world.state.commands[driver]
    held = held_for(world, driver, C.INTERACT)
    if not world.alive(driver) or (held >= GETS_OUT and abs(ride.speed) < STILL):
        get_out(world, prop, ride)
        return
    if world.state.pressed(driver) & C.INTERACT and abs(ride.speed) >= STILL:
        lights(world, prop, ride, driver)
    throttle, wheel = -command.move_y / C.FULL, command.move_x / C.FULL
    hand = bool(command.held & C.VAULT)
    if world.state.pressed(driver) & C.VAULT and abs(ride.speed) > SKIDS:
        world.report(E.Skidded(prop, ride.x, ride.y))
    ride.speed = paced(ride.speed, 0.0 if hand or in_the_way(world, ride, row) else throttle, hand, row)
    if not hand and in_the_way(world, ride, row):
        ride.speed = max(min(0.0, ride.speed), ride.speed - row.brake / SECOND)
    turn(ride, wheel * row.turn * ride.speed / SECOND)
    go(world, prop, ride, row)
    seat(world, ride, row)
    if world.tick % ENGINE_EVERY == 0 and ride.speed:
        world.noise("machine", ride.x, ride.y, ENGINE_LOUD, driver)


def paced(speed: float, throttle: float, hand: bool, row: Vehicle) -> float:
    """Return the speed after one tick: the pedal against the way it rolls is the brake."""
    if hand or throttle * speed < 0:
        loss = row.brake * (1.0 if hand else abs(throttle)) / SECOND
        return max(0.0, speed - loss) if speed > 0 else min(0.0, speed + loss)
    if throttle:
        most = row.top if throttle > 0 else row.back
        return max(-most, min(most, speed + throttle * row.pull / SECOND))
    return max(0.0, speed - row.roll / SECOND) if speed > 0 else min(0.0, speed + row.roll / SECOND)


def turn(ride: Ride, angle: float) -> None:
    """Turn the heading by a small angle, to the right where it is above 0."""
    hx, hy = ride.hx - ride.hy * angle, ride.hy + ride.hx * angle
    d = sqrt(hx * hx + hy * hy)
    ride.hx, ride.hy = hx / d, hy / d


def in_the_way(world: World, ride: Ride, row: Vehicle) -> bool:
    """Say whether somebody of flesh is before the nose, so near that it brakes by itself."""
    b = world.b
    for slot in range(world.count):
        if not world.alive(slot) or slot in ride.riders or world.actors[slot].body == "metal":
            continue
        dx, dy = b.x[slot] - ride.x, b.y[slot] - ride.y
        ahead, aside = dx * ride.hx + dy * ride.hy, dy * ride.hx - dx * ride.hy
        if 0.0 < ahead < row.axle + CARE and -WIDE < aside < WIDE:
            return ride.speed > 0
    return False


def go(world: World, prop: str, ride: Ride, row: Vehicle) -> None:
    """Move it along its heading, out of what stands there, and let it lose the speed that this took."""
    x, y = ride.x + ride.hx * ride.speed / SECOND, ride.y + ride.hy * ride.speed / SECOND
    hx, hy = ride.hx, ride.hy
    for _ in range(2):
        x, y, hx, hy = fitted(world, x, y, hx, hy, row)
    went = ((x - ride.x) * ride.hx + (y - ride.y) * ride.hy) * SECOND
    ride.x, ride.y, ride.hx, ride.hy = x, y, hx, hy
    world.state.rolled[prop] = (x, y)
    lost = abs(ride.speed) - abs(went)
    if lost > 0.05:
        ride.speed = went if went * ride.speed > 0 else 0.0
    if lost > CRASH:
        world.noise("machine", x, y, CRASH_LOUD, ride.riders[0])
        world.report(E.NoiseMade("crash", x, y, CRASH_LOUD, ride.riders[0]))
    if ride.speed > RAMS:
        ram(world, ride, row)


def ram(world: World, ride: Ride, row: Vehicle) -> None:
    """Throw aside whoever stands before the wheels."""
    b, x, y = world.b, ride.x + ride.hx * row.axle, ride.y + ride.hy * row.axle
    for slot in range(world.count):
        dx, dy, reach = b.x[slot] - x, b.y[slot] - y, row.half + b.radius[slot]
        if world.alive(slot) and slot not in ride.riders and dx * dx + dy * dy < reach * reach:
            vehicles.ram(world, slot, ride.hx, ride.hy, ride.riders[0])


def fitted(world: World, x: float, y: float, hx: float, hy: float, row: Vehicle) -> tuple[float, float, float, float]:
    """Return middle and heading after both axles have been moved out of what stands there, the one pushed more first."""
    f0x, f0y, r0x, r0y = x + hx * row.axle, y + hy * row.axle, x - hx * row.axle, y - hy * row.axle
    fx, fy = kept_out(world.g, world.doors, f0x, f0y, row.half, row.half)
    rx, ry = kept_out(world.g, world.doors, r0x, r0y, row.half, row.half)
    dx, dy = fx - rx, fy - ry
    d = max(1e-6, sqrt(dx * dx + dy * dy))
    hx, hy = dx / d, dy / d
    front = (fx - f0x) * (fx - f0x) + (fy - f0y) * (fy - f0y)
    rear = (rx - r0x) * (rx - r0x) + (ry - r0y) * (ry - r0y)
    if front >= rear:
        return fx - hx * row.axle, fy - hy * row.axle, hx, hy
    return rx + hx * row.axle, ry + hy * row.axle, hx, hy


def seat(world: World, ride: Ride, row: Vehicle) -> None:
    """Let riders be where their seats are; who drives looks where he aims, the others ahead."""
    b = world.b
    for (ahead, aside), slot in zip(row.seats, ride.riders, strict=False):
        b.x[slot], b.y[slot] = ride.x + ride.hx * ahead - ride.hy * aside, ride.y + ride.hy * ahead + ride.hx * aside
        b.vx[slot] = b.vy[slot] = b.wish_x[slot] = b.wish_y[slot] = 0.0
        b.hx[slot], b.hy[slot] = ride.hx, ride.hy
        command = world.state.command(slot)
        if slot != world.player or not (command.aim_x or command.aim_y):
            b.fx[slot], b.fy[slot] = ride.hx, ride.hy


def lights(world: World, prop: str, ride: Ride, by: int) -> None:
    """Switch the headlights."""
    ride.lights = not ride.lights
    world.report(E.HeadlightsSet(prop, ride.lights, ride.x, ride.y, by))


def offer(world: World, slot: int) -> str:
    """Return what Interact would do about vehicles, a word of content PROMPTS, '' nothing."""
    if slot < 0:
        return ""
    for prop, ride in world.state.rides.items():
        if ride.riders[:1] == [slot]:
            if abs(ride.speed) < STILL:
                return "get_out"
            return ("lights_off" if ride.lights else "lights_on") if asked_for_lights(world) else ""
        if not ride.riders and beside(world, prop, ride, slot):
            return "get_in"
    return ""


def asked_for_lights(world: World) -> bool:
    """Say whether the objective on the screen waits for headlights."""
    objective = world.objectives.get(world.state.objective)
    return objective is not None and isinstance(objective.done, Lit)


def beside(world: World, prop: str, ride: Ride, slot: int) -> bool:
    """Say whether somebody stands near enough to get in."""
    dx, dy, reach = world.b.x[slot] - ride.x, world.b.y[slot] - ride.y, row_of(world, prop).axle + REACH
    return world.able(slot) and bool(dx * dx + dy * dy < reach * reach)


def row_of(world: World, prop: str) -> Vehicle:
    """Return how a vehicle goes."""
    return VEHICLES[world.state.rides[prop].kind]
