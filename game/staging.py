"""Sets a level up as a world at tick 0: who takes part, what stands where, what each mind is told."""

from game.agent.percept import CallPlace, Guise
from game.content.difficulty import DIFFICULTIES
from game.content.lamps import GLINT
from game.content.minds import PURSUERS
from game.content.missions import ALL, mission
from game.content.props import PROPS
from game.level.data import Level
from game.sim import build
from game.sim import carried as carry
from game.sim.carried import Carried
from game.sim.effects import GiveItem
from game.sim.systems.hazards import Hazard
from game.sim.world import World

ABSENT = "shopper"  # the kind of those who are only a face
BLOBS = 12  # pools that it may be in at once, strays of an earlier burst included


def can_burst(level: Level) -> bool:
    """Say whether anything in a level can burst the hunter: a grenade, or cold in which it turns to glass."""
    if any(h.kind == "cryo" for h in level.hazards):
        return True
    given = any(isinstance(effect, GiveItem) and effect.kind == "grenade" for t in level.triggers for effect in t.do)
    return given or any(item.kind == "grenade" for item in level.items)


def built(level: Level, seed: int, difficulty: str, pursuer: str, carried: Carried) -> World:
    """Set a level up as a world at tick 0; `carried` is what the missions before have left."""
    told = mission(level.id)
    taken = carried.only(told.carries if told else ALL)
    people = cast(level, taken)
    world = World(level.ground, [p.name for p in people], [p.kind for p in people], seed, DIFFICULTIES[difficulty])
    furnish(world, level)
    routes = [(list(p.points), p.dwell) if p.kind in ("errand", "patrol") else ([], 0) for p in level.paths]
    build.place(world, people)
    build.hang_doors(world)
    build.wake(world, PURSUERS[pursuer], level.control)
    build.brief(world, routes)
    lamps = [
        build.Lamp(p.x, p.y, p.radius, p.power * (0.4 + 0.6 * build.brightness(p.colour)), p.group)
        for p in level.lamps
        if p.kind != GLINT
    ]
    build.light(world, build.brightness(level.ambient), lamps)
    build.finish(world, routes)
    carry.begin(world, taken)
    return world


def cast(level: Level, taken: Carried) -> list[build.Person]:
    """Return everybody who takes part, in the order of their slots: the player, who has a mind, pools, the crowd, faces."""
    start = level.start
    people = [
        build.Person(start.name or level.control, start.kind, "player", start.x, start.y, -1, start.gear, start.form)
    ]
    crowd: list[build.Person] = []
    for s in level.spawns:
        for i in range(s.count):
            name = s.name if s.count == 1 else f"{s.name}_{i + 1}"
            form = s.form if s.team == "hunter" else ""
            person = build.Person(name, s.kind, s.team, s.x, s.y, s.route, s.gear, form, later=s.when is not None)
            (crowd if s.team == "civilian" else people).append(person)
    if any(p.team == "hunter" for p in people) and can_burst(level):
        hunter = next(p for p in people if p.team == "hunter")
        people += [
            build.Person(f"blob_{i + 1}", "blob", "hunter", hunter.x, hunter.y, -1, (), "", later=True)
            for i in range(BLOBS)
        ]
    people += crowd
    if any(p.team == "hunter" for p in people):
        # whose faces it brings along: they never come in
        people += [
            build.Person(carry.face_name(i), ABSENT, "civilian", level.start.x, level.start.y, -1, (), look, later=True)
            for i, look in enumerate(carry.known_forms(taken))
        ]
    return people


def furnish(world: World, level: Level) -> None:
    """Give a world the things of its level: triggers, items, places of harm, props."""
    world.triggers, world.items = level.triggers, level.items
    world.hazards = tuple(Hazard(h.kind, h.area, h.period, h.share, h.when, h.name) for h in level.hazards)
    world.guises = tuple(Guise(m.form, m.x + m.w / 2, m.y + m.h / 2, m.w, m.h) for m in level.mimics)
    world.calls = tuple(CallPlace(c.x, c.y, c.form) for c in level.lures)
    world.objectives = {o.id: o for o in level.objectives}
    by_corner = {(round(x0, 3), round(y0, 3)): i for i, (x0, y0, *_) in enumerate(level.ground.blocks.tolist())}
    materials = ["glass" if pane else "steel" for pane in level.ground.block_pane.tolist()]
    for p in level.props:
        row = by_corner.get((round(p.x, 3), round(p.y, 3)), -1)
        if row >= 0:
            materials[row] = PROPS[p.kind].material
        if p.name:
            world.props[p.name] = (row, p.x, p.y, p.w, p.h)
            world.prop_kinds[p.name], world.prop_turns[p.name] = p.kind, p.turn
    world.block_material = materials or ["wall"]
