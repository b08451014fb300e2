"""What a body is told to do for one tick: integers only; nothing else moves a body."""

import msgspec

WALK, RUN, SNEAK = 0, 1, 2

# Bits of `held`. Rules derive edges (pressed this tick) from the Command before.
FIRE, STEADY, RELOAD, SHOVE, INTERACT, THROW, SCAN, WHISTLE, VAULT, STAND_DOWN = (1 << i for i in range(10))

# Orders to the ward.
NO_ORDER, FOLLOW, STAY, HIDE, RUN_TO, ASK, TRUST, DISTRUST = range(8)
ORDERS = ("", "FOLLOW", "STAY", "HIDE", "RUN_TO", "ASK", "TRUST", "DISTRUST")

AIM_UNIT = 1 / 16  # metres
FULL = 127  # a whole push of the stick


class Command(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One tick of wishes. A mind's Command is held until its next turn; its edges fire once.

    move_x, move_y  -127..127: the direction and share of the gait's speed
    aim_x, aim_y    i16, sixteenths of a metre from the body; 0, 0 keeps the facing on the way of walking
    gait            WALK, RUN or SNEAK
    held            bits FIRE .. STAND_DOWN (a T-1000 strikes with FIRE, seizes with SHOVE, touches for a face with INTERACT)
    weapon          slot 1..4, 0 keeps the one in hand
    form            what a T-1000 wants to become: index into its touched forms, -1 none
    voice           in whose voice it calls: index into the voices that it knows, -1 none
    order           an order to the ward, with its place in half metres (-1, -1: none)
    mark, verdict   a track that the player marks as suspect: 0 none, 1 doubtful, 2 cleared, 3 machine
    choice          the answer picked in a talk, 0 none; a T-1000 asks with 1 and becomes a thing with 2
    """

    move_x: int = 0
    move_y: int = 0
    aim_x: int = 0
    aim_y: int = 0
    gait: int = WALK
    held: int = 0
    weapon: int = 0
    form: int = -1
    voice: int = -1
    order: int = NO_ORDER
    order_x: int = -1
    order_y: int = -1
    mark: int = -1
    verdict: int = 0
    choice: int = 0


IDLE = Command()


def toward(dx: float, dy: float, gait: int = WALK, held: int = 0, aim: tuple[float, float] | None = None) -> Command:
    """Return a Command that walks along (dx, dy), any length, and looks along `aim` (metres from the body)."""
    size = (dx * dx + dy * dy) ** 0.5
    mx, my = (round(dx / size * FULL), round(dy / size * FULL)) if size > 1e-9 else (0, 0)
    ax, ay = quantise(*aim) if aim else (0, 0)
    return Command(move_x=mx, move_y=my, aim_x=ax, aim_y=ay, gait=gait, held=held)


def quantise(dx: float, dy: float) -> tuple[int, int]:
    """Return a vector in metres as sixteenths, cut to what fits."""
    return max(-32768, min(32767, round(dx / AIM_UNIT))), max(-32768, min(32767, round(dy / AIM_UNIT)))


LIMITS = {
    "move_x": (-127, 127),
    "move_y": (-127, 127),
    "aim_x": (-32768, 32767),
    "aim_y": (-32768, 32767),
    "gait": (0, 2),
    "held": (0, 1023),
    "weapon": (0, 4),
    "form": (-1, 7),
    "voice": (-1, 7),
    "order": (0, 7),
    "order_x": (-1, 1023),
    "order_y": (-1, 1023),
    "mark": (-1, 65535),
    "verdict": (0, 3),
    "choice": (0, 9),
}


def checked(command: Command) -> Command:
    """Return the Command, or raise ValueError that names the first field outside its range, or what it is instead."""
    if not isinstance(command, Command):
        raise ValueError(
            f"a {type(command).__name__} is no Command: give one of game.agent.command, IDLE to do nothing"
        )
    for name, (low, high) in LIMITS.items():
        value = getattr(command, name)
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"command field {name} is {value!r}: give a whole number from {low} to {high}")
    return command


# Fields that count on the tick they are given and not while a Command is held on.
EDGES: dict[str, int] = {
    "order": NO_ORDER,
    "order_x": -1,
    "order_y": -1,
    "mark": -1,
    "verdict": 0,
    "choice": 0,
    "form": -1,
    "voice": -1,
}


def held_on(command: Command) -> Command:
    """Return a Command as it is held after its first tick: itself, or without the wishes that count once."""
    if command.order or command.choice or command.form >= 0 or command.voice >= 0 or command.mark >= 0:
        return msgspec.structs.replace(command, **EDGES)
    return command
