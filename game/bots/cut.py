"""The base bot where the boy runs for his life: not after him, who runs as fast, but to where he will run."""

import msgspec

from game.agent.legs import distance_to
from game.agent.percept import Percept
from game.agent.refuge import refuge
from game.agent.seen import Seen
from game.bots.memory import BotMemory
from game.core.curves import length

LOOKS, RAN, GAINED = 60, 3.5, 2.0  # ticks, and metres in them: of one who runs, of the way to him made good
FAR = 9.0  # metres of way to him at which it is worth it
HEELS, FRESH = 1.5, 60  # metres behind him that what he runs from is taken to be; ticks for which it is known
LATE = 5.0  # metres that the bot's way to there may be longer than his
Place = tuple[float, float]


def where_to(percept: Percept, memory: BotMemory) -> Place:
    """Return where to go to come to him: where he is, or, if he runs and following gains nothing, before him."""
    ward, ran = memory.ward, memory.ran
    if percept.tick - ran.at >= LOOKS:
        way = distance_to(percept, ward.x, ward.y)
        dx, dy = ward.x - ran.x, ward.y - ran.y
        lately = percept.tick - ran.at < 2 * LOOKS
        runs = lately and length(dx, dy) > RAN and memory.way_to_him - way < GAINED
        memory.cut = ahead_of(percept, memory, dx, dy) if runs and way > FAR else None
        memory.ran, memory.way_to_him = Seen(x=ward.x, y=ward.y, at=percept.tick), way
    return memory.cut or (ward.x, ward.y)


def ahead_of(percept: Percept, memory: BotMemory, dx: float, dy: float) -> Place | None:
    """Return the place that he will run to as he has run along (dx, dy), if the bot can be there about when he is."""
    ward, foe, me = memory.ward, memory.foe, percept.me
    if percept.tick - foe.at > FRESH:
        k = HEELS / length(dx, dy)
        foe = Seen(x=ward.x - dx * k, y=ward.y - dy * k, at=percept.tick)
    his = msgspec.structs.replace(percept, me=msgspec.structs.replace(me, x=ward.x, y=ward.y))
    place = refuge(his, foe, Seen(x=me.x, y=me.y, at=percept.tick))
    return place if distance_to(percept, *place) < distance_to(his, *place) + LATE else None
