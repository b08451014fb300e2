"""Hands on things: hold Interact at a device until its time is up; walk over an item to take it."""

from game.agent import command as C
from game.content.weapons import THINGS
from game.core.ground import DeviceSpot
from game.sim.events import DeviceUsed, ItemTaken
from game.sim.state import Use
from game.sim.tables import NOTHING, RELOADING, USING
from game.sim.world import World

ARM = 1.0  # metres from a device's rectangle
TAKE = 0.8  # metres from an item
PATCH = 35  # health that a patch kit gives back


def use(world: World) -> None:
    """Go on with what hands are on; begin where somebody holds Interact at a device; take items."""
    state = world.state
    for slot in world.busy:
        held = state.commands[slot].held & C.INTERACT
        at = state.using.get(slot)
        if at is not None and (not held or not can_go_on(world, slot, world.ground.devices[at.device])):
            stop(world, slot)
        elif at is not None:
            at.left -= 1
            if at.left <= 0:
                finish(world, slot, world.ground.devices[at.device])
        elif held and (world.able(slot) or world.b.act[slot] == RELOADING):
            begin(world, slot)
    if world.tick % 3 == 0 and len(state.taken) < len(world.items):
        take(world)


def within(world: World, slot: int, device: DeviceSpot) -> bool:
    """Say whether a body can lay its hands on a device."""
    x, y = world.b.x[slot], world.b.y[slot]
    dx, dy = x - min(max(x, device.x), device.x + device.w), y - min(max(y, device.y), device.y + device.h)
    return bool(dx * dx + dy * dy <= ARM * ARM) and device.user in world.actors[slot].hands


def at_hand(world: World, slot: int) -> int:
    """Return the index of the nearest device in reach of a body, -1 none."""
    best, least = -1, 1e9
    for i, device in enumerate(world.ground.devices):
        if within(world, slot, device):
            dx, dy = world.b.x[slot] - device.x - device.w / 2, world.b.y[slot] - device.y - device.h / 2
            if dx * dx + dy * dy < least:
                best, least = i, dx * dx + dy * dy
    return best


def can_go_on(world: World, slot: int, device: DeviceSpot) -> bool:
    return world.b.act[slot] == USING and world.b.stun_until[slot] <= world.tick and within(world, slot, device)


def begin(world: World, slot: int) -> None:
    """Lay hands on the device in reach."""
    i = at_hand(world, slot)
    if i >= 0 and world.tick >= world.state.used.get(f"{i}/{slot}", -1000) + 30 and world.hands_free(slot):
        left = world.state.begun.pop(i, world.ground.devices[i].ticks)  # what was broken off goes on
        world.state.using[slot] = Use(i, max(1, left))
        world.begin(slot, USING, 1 << 40)


def stop(world: World, slot: int) -> None:
    """Take the hands off; what has been done so far stays done."""
    at = world.state.using.pop(slot)
    if at.left > 0:
        world.state.begun[at.device] = at.left
    if world.b.act[slot] == USING:
        world.b.act[slot] = NOTHING


def finish(world: World, slot: int, device: DeviceSpot) -> None:
    """A device has been used: say so and set off its triggers."""
    index = world.state.using[slot].device
    stop(world, slot)
    x, y = device.x + device.w / 2, device.y + device.h / 2
    world.state.used[device.name] = world.tick
    world.state.used[f"{index}/{slot}"] = world.tick
    world.report(DeviceUsed(device.name, x, y, slot))
    world.state.due.append(("use", slot, x, y))


def accept(world: World, slot: int, kind: str) -> bool:
    """Take an item if there is a use for it now: weapons and rounds, a patch for torn metal, keys and small things."""
    if kind == "patch":
        if world.b.health[slot] >= world.actors[slot].health:
            return False
        world.b.health[slot] = min(world.actors[slot].health, world.b.health[slot] + PATCH)
        return True
    if kind == "reserve_cell":
        world.state.cells += 1
        return True
    if kind in THINGS:
        world.state.things[kind] = slot
        return True
    return bool(world.actors[slot].weapons) and world.give(slot, kind)


def take(world: World) -> None:
    """Let the player's side pick up what it walks over."""
    player, b = world.player, world.b
    if not world.alive(player):
        return
    x, y = b.x[player], b.y[player]
    for item in world.lying():
        dx, dy = x - item.x, y - item.y
        if dx * dx + dy * dy < TAKE * TAKE and accept(world, player, item.kind):
            world.state.taken.append(item.id)
            world.state.counts[item.kind] = world.state.counts.get(item.kind, 0) + 1
            world.report(ItemTaken(item.kind, item.x, item.y, player))
