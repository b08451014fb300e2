"""The base bot until it has the boy: reads the card, walks to where he should be, looks at faces, listens, searches."""

from game.agent.command import RUN, WALK, Command, toward
from game.agent.doors import barred, screens
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.bots import faces
from game.bots.memory import BotMemory
from game.bots.nerves import after
from game.bots.notice import WARD
from game.bots.way import DARES, REACHED
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

BY_PATH = 0.5  # how often it goes by the bot path and not the shortest way
INDULGES = 0.25  # how often it lets the boy do something of his own on the way
HOLDS_IT = 0.35  # how often it holds a slow lever itself, with the boy in hiding
ARRIVED = 3.0  # metres
SEEN_LATELY, HEARD_LATELY = 300, 480  # ticks
SEARCH_EVERY, LOOKS_INTO, NEAR_MARKER = 30, 6.0, 0.7  # ticks, metres, share of the way to the marker that counts


def not_met(_percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    if memory.met:
        return ""
    if memory.arrived:
        return "searches for him"
    return "looks for him"


def find(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Walk on to where he may be, with an eye on every face; run once he is in sight."""
    begin(percept, memory, dice)
    if percept.tick < memory.start_at:
        memory.why = "reads the card"
        return toward(0.0, 0.0)
    me, ward = percept.me, memory.ward
    if percept.tick - ward.at < SEEN_LATELY:
        memory.why = "there he is"
        return walk_to(percept, memory.legs, dice, (ward.x, ward.y), gait=RUN, stop=1.0)
    face = faces.unmatched(percept, memory)
    aim = (face.x - me.x, face.y - me.y) if face is not None else None
    if faces.stops_for(face):
        memory.why = "holds the photograph beside a face"
        return toward(0.0, 0.0, aim=aim)
    return walk_to(percept, memory.legs, dice, place_to_look(percept, memory), gait=WALK, aim=aim)


def begin(percept: Percept, memory: BotMemory, dice: Dice) -> None:
    """Decide once when to go, which way, and how much to dare later on."""
    if memory.start_at < 0:
        memory.start_at = percept.tick + after(memory.nerves.reads, dice)
        memory.by_path = dice.chance(BY_PATH)
        memory.indulges = dice.chance(INDULGES)
        memory.holds_it = dice.chance(HOLDS_IT)
        memory.dares = DARES[0] + DARES[1] * dice.share()


def place_to_look(percept: Percept, memory: BotMemory) -> tuple[float, float]:
    """Return the next place: along the path or straight to the marker, then where he whistled, then room by room."""
    me, path, goal = percept.me, percept.ground.bot_path, percept.goal
    marked = goal is not None and goal.known and goal.marker != WARD
    there = (goal.x, goal.y) if goal is not None and marked else path[-1] if path else (me.x, me.y)
    memory.arrived = memory.arrived or length(there[0] - me.x, there[1] - me.y) < ARRIVED
    if memory.arrived:
        return search(percept, memory)
    if not path or (marked and not memory.by_path):
        return there
    last = nearest_leg(path, there) if marked else len(path) - 1
    while memory.leg < last and length(path[memory.leg][0] - me.x, path[memory.leg][1] - me.y) < REACHED:
        memory.leg += 1
    if memory.leg >= last and length(path[last][0] - me.x, path[last][1] - me.y) < ARRIVED:
        memory.arrived = True
    return path[memory.leg]


def nearest_leg(path: tuple[tuple[float, float], ...], place: tuple[float, float]) -> int:
    """Return the index of the first point of a path that comes nearest to a place."""
    return min(range(len(path)), key=lambda i: length(path[i][0] - place[0], path[i][1] - place[1]))


def search(percept: Percept, memory: BotMemory) -> tuple[float, float]:
    """Go to his whistle while it is fresh, else to the nearest place that has not been looked into, best near the marker."""
    me, whistle = percept.me, memory.whistle
    if percept.tick - whistle.at < HEARD_LATELY and length(whistle.x - me.x, whistle.y - me.y) > ARRIVED:
        memory.why = "goes to his whistle"
        return whistle.x, whistle.y
    if percept.tick >= memory.search_at:
        memory.search_at = percept.tick + SEARCH_EVERY
        memory.spot = unseen_post(percept, memory)
    return memory.spot


def unseen_post(percept: Percept, memory: BotMemory) -> tuple[float, float]:
    """Strike out the posts in view, and return the one to look into next; all anew when there is none left."""
    me, goal, posts, view = percept.me, percept.goal, posts_of(percept.ground), screens(percept)
    field = ways_of(percept.ground).to(me.x, me.y, barred(percept))
    best, least = -1, 1e9
    for p in range(posts.n):
        x, y = float(posts.x[p]), float(posts.y[p])
        if p in memory.looked_into:
            continue
        if length(x - me.x, y - me.y) < LOOKS_INTO and clear(view, me.x, me.y, x, y):
            memory.looked_into.append(p)
            continue
        cost = field.distance(x, y)
        if goal is not None and goal.known:
            cost += NEAR_MARKER * length(x - goal.x, y - goal.y)
        if cost < least:
            best, least = p, cost
    if best < 0:
        memory.looked_into.clear()
        return me.x, me.y
    return float(posts.x[best]), float(posts.y[best])
