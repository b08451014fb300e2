"""Who stands on the stage this tick: world rows and their recent past turned into poses, places and wounds, ready to be drawn."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from game.content.actors import ACTOR_IDS, ACTORS, ONE_ARM, SKIN_TORN
from game.content.looks import LOOK_IDS, LOOKS, Look
from game.level.data import Level
from game.sim.events import Burst, Event, FormChanged, Said, ShotHit, Thrown, Told, Whistled
from game.sim.tables import CHANGE, RIDING, RISING
from game.view.liquid import closing
from game.view.pixels import METRE
from game.view.pools import Pools
from game.view.poses import CYCLE, body_of, legs_of
from game.view.resting import Resting
from game.view.sheets import facing

if TYPE_CHECKING:
    from game.session import Session

GHOST = 120  # ticks that the memory of somebody fades
FAINT = 170  # strength of a memory at first
ROCK, ROCKS = 2.0, 6  # pixels and ticks that a hit moves the machine
AMBER, PALE = "ffa52a", "e6f0f2"  # the ward's ring, and hers who is the player
SHIMMER_EVERY, SHIMMER = 150, 18  # ticks between two shimmers of known metal, and of one
ICY = 0.72  # least brightness of rime: warm light would turn it green
FROZEN = 0.55  # how much of it is chrome once it is frozen through
BREATHLESS = 0.4  # how far chrome shows through a staggered hunter
TALKS, WHISTLES, THROWS = 45, 24, 14  # ticks that a gesture is held
# ticks that a tell can be seen
TELLING = {"stare": 75, "no_breath": 150, "late_reflection": 120, "face_wave": 45, "floor_hands": 60}
BREATH, OUT = 84, 38  # ticks of one breath, and of breathing out
LATE = 9.0  # ticks by which a late shadow trails
MACHINE = "t800"  # the look that shows wounds
TORN = ((ONE_ARM, "t800_onearm"), (SKIN_TORN, "t800_torn"))  # the most structure at which it wears another sheet
GLITCHES = ("face_wave", "floor_hands")
FREE = ("idle", "walk")  # poses that leave the hands free for one
ARM, GIVES, MOST = 34.0, 0.7, 9.0  # pixels at which people are drawn apart, share of the lack they give, most pixels
HOLDING = ("held", "hauled", "haul", "grab", "carry", "sit", "eat")  # poses of those who stay where they are
JUMP = 40.0  # pixels: a longer way in one tick is no step


def casting(level: Level) -> list[str]:
    """Return the names of the sheets that a level's people may wear, the metal's own among them."""
    looks = {look for spot in (level.start, *level.spawns) if spot.kind in ACTORS for look in ACTORS[spot.kind].looks}
    sheets = {LOOKS[look].sheet for look in looks if look in LOOKS}
    return sorted(sheets | {"chrome"} | ({sheet for _, sheet in TORN} if MACHINE in looks else set()))


def worn(session: "Session", row: Look) -> str:
    """Return the sheet of a look: the machine's, and that of whoever is in its shape, shows what the machine has lost."""
    if row.id != MACHINE:
        return row.sheet
    b = session.world.b
    for slot in session.world.acting:
        if ACTORS[ACTOR_IDS[b.actor[slot]]].body == "machine":
            return next((sheet for most, sheet in TORN if b.health[slot] <= most), row.sheet)
    return row.sheet


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody to draw. Places in world pixels; aim and heading are facings; chrome 0 skin .. 1 metal, only a band if `band`."""

    slot: int
    sheet: str
    x: float
    y: float
    aim: int
    heading: int
    legs: str
    pose: str
    step: float
    glow: float
    role: str = ""
    ring: str = ""
    chrome: float = 0.0
    band: bool = False
    craters: list[tuple[float, float, float]] = field(default_factory=list)
    cold: float = 0.0  # how far rime has crept over metal: 1 stands like glass
    glitch: str = ""  # a tell of metal that has been frozen: its face runs, or its hands forget what they are
    sunk: float = 0.0  # how far the metal has run down into a pool
    breath: bool = False  # the trunk is a pixel back: breathing out
    late: tuple[float, float] = (0.0, 0.0)  # pixels by which the shadow comes late
    strength: int = 255
    held: bool = False

    @property
    def lying(self) -> bool:
        return self.pose == "down"


class Cast:
    """Reads bodies and events; remembers strides, wounds, changes of form and who was last seen where."""

    def __init__(self, rng: np.random.Generator, pools: Pools, level: Level | None = None) -> None:
        self._rng, self.pools, self._resting = rng, pools, Resting(level)
        self._memory: dict[int, tuple[Person, int]] = {}
        self._strides: dict[int, tuple[float, float, float]] = {}
        self._holes: dict[int, list[tuple[float, float, float, int]]] = {}  # ahead, aside, radius, tick
        self._changes: dict[int, FormChanged] = {}
        self._changed_at: dict[int, int] = {}
        self._gestures: dict[int, tuple[str, int]] = {}  # slot -> pose, until when
        self._tells: dict[int, tuple[str, int]] = {}  # slot -> kind, until when; true ones and false ones alike

    def forget(self) -> None:
        """Drop every memory: time has gone back."""
        memories = (
            self._memory,
            self._strides,
            self._holes,
            self._changes,
            self._changed_at,
            self._gestures,
            self._tells,
        )
        for memory in memories:
            memory.clear()
        self._resting.forget()

    def notice(self, events: list[Event], b: Any, tick: int) -> None:
        """Remember wounds in metal and changes of form."""
        for e in events:
            if isinstance(e, ShotHit) and e.what == "metal" and e.whom >= 0:
                self._dig(e, b, tick)
            elif isinstance(e, FormChanged):
                self._changes[e.who], self._changed_at[e.who] = e, tick
            elif isinstance(e, Said) and e.who >= 0:
                self._gestures[e.who] = "talk", tick + TALKS
            elif isinstance(e, Told) and e.kind in TELLING:
                self._tells[e.who] = e.kind, tick + TELLING[e.kind]
            elif isinstance(e, Burst):
                self._memory = {key: m for key, m in self._memory.items() if key & 0xFFFF != e.whom}
            elif isinstance(e, Whistled):
                self._gestures[e.by] = "whistle", tick + WHISTLES
            elif isinstance(e, Thrown):
                self._gestures[e.by] = "throw", tick + THROWS
        self._holes = {
            s: kept for s, holes in self._holes.items() if (kept := [h for h in holes if closing(1, tick - h[3]) > 0])
        }

    def _dig(self, e: ShotHit, b: Any, tick: int) -> None:
        """Place a crater in the body's own axes, where the shot came in, a little at random."""
        fx, fy = b.fx[e.whom], b.fy[e.whom]
        ahead = -(e.dx * fx + e.dy * fy) * 4 + self._rng.normal() * 1.8
        aside = (e.dx * fy - e.dy * fx) * 4 + self._rng.normal() * 4.5
        radius = 1.8 + self._rng.random() * 1.7
        holes = self._holes.setdefault(e.whom, [])
        holes.append((min(max(ahead, -5.0), 6.0), min(max(aside, -8.0), 8.0), radius, tick))
        del holes[:-14]

    def look(self, session: "Session", everybody: bool = False, advance: bool = True) -> list[Person]:
        """Return who is to be drawn, from back to front: those in sight and the fading ghosts of those just lost."""
        world, out = session.world, []
        b, tick = world.b, world.tick
        for slot in range(world.count):
            if not b.here[slot] or b.fluid[slot] or b.guise[slot] or b.act[slot] == RIDING:
                continue
            mine = slot in (session.player, session.ward)
            key = slot | b.gen[slot] << 16
            if everybody or mine or b.seen[slot]:
                person = self._person(session, slot, advance)
                if not everybody:
                    self._memory[key] = person, tick
                out.append(person)
            elif key in self._memory:
                ghost, seen_at = self._memory[key]
                age = tick - seen_at
                if 0 <= age < GHOST:
                    out.append(
                        replace(
                            ghost,
                            craters=[],
                            chrome=0.0,
                            cold=0.0,
                            glitch="",
                            sunk=0.0,
                            strength=FAINT - FAINT * age // GHOST,
                        )
                    )
        part(out, session.player)
        return sorted(out, key=lambda p: (not p.lying, p.y + (24 if p.held else 0)))

    def _person(self, session: "Session", slot: int, advance: bool) -> Person:
        b, tick = session.world.b, session.world.tick
        x, y = b.x[slot] * METRE, b.y[slot] * METRE
        row = LOOKS[LOOK_IDS[b.look[slot]]]
        machine = ACTORS[ACTOR_IDS[b.actor[slot]]].body == "machine"
        legs = legs_of(b, slot, tick)
        person = Person(
            slot=slot,
            sheet=worn(session, row),
            x=x,
            y=y,
            aim=facing(b.fx[slot], b.fy[slot]),
            heading=facing(b.hx[slot], b.hy[slot]) if legs in CYCLE else facing(b.fx[slot], b.fy[slot]),
            legs=legs,
            pose=body_of(b, slot, tick, legs, not machine),
            step=self._stride(slot, x, y, legs, advance),
            glow=row.glow,
            role=row.role,
            ring=AMBER
            if slot == session.ward and session.world.met()
            else PALE
            if slot == session.player and row.role == "sarah"
            else "",
            held=b.held_by[slot] >= 0,
        )
        gesture, until = self._gestures.get(slot, ("", 0))
        if tick < until and ((person.pose in FREE and not machine) or gesture == "throw"):
            person.pose = gesture
        self._tell(session, person)
        if machine and b.hurt_at[slot] > 0 and tick - b.hurt_at[slot] < ROCKS:
            person.x -= b.fx[slot] * ROCK
            person.y -= b.fy[slot] * ROCK
        if ACTORS[ACTOR_IDS[b.actor[slot]]].body == "metal":
            person.cold = 1.0 if b.stiff[slot] else float(b.chill[slot])
            if person.cold > 0:
                person.glow = max(person.glow, ICY)
            person.sunk = self.pools.sunk(session, slot)
            self._flow(person, b, slot, tick)
        elif b.route[slot] >= 0:
            self._resting.settle(session, person, advance)
        return person

    def _tell(self, session: "Session", person: Person) -> None:
        """Let them breathe; and show a tell for as long as it lasts: a stare, a breath held, a shadow that comes late."""
        b, slot, tick, player = session.world.b, person.slot, session.world.tick, session.player
        kind, until = self._tells.get(slot, ("", 0))
        kind = kind if tick < until else ""
        still = person.pose == "idle"
        person.breath = still and kind != "no_breath" and (tick + slot * 37) % BREATH < OUT
        if kind == "stare" and player >= 0 and person.pose in FREE:
            person.aim = facing(b.x[player] - b.x[slot], b.y[player] - b.y[slot])
        elif kind in GLITCHES:
            person.glitch = kind
        elif kind == "late_reflection":
            person.late = -b.vx[slot] * METRE * LATE, -b.vy[slot] * METRE * LATE

    def _stride(self, slot: int, x: float, y: float, legs: str, advance: bool) -> float:
        """Return how far the walking cycle has come, 0..1, by the way gone since last tick."""
        lx, ly, step = self._strides.get(slot, (x, y, 0.0))
        gone = ((x - lx) ** 2 + (y - ly) ** 2) ** 0.5
        if legs not in CYCLE:
            step = 0.0
        elif gone < JUMP:
            step = (step + gone / CYCLE[legs]) % 1
        if advance:
            self._strides[slot] = x, y, step
        return step

    def _flow(self, person: Person, b: Any, slot: int, tick: int) -> None:
        """Show what betrays the hunter: craters, a change of form, chrome while he is staggered, a shimmer once he is known."""
        fx, fy = b.fx[slot], b.fy[slot]
        for ahead, aside, radius, at in self._holes.get(slot, ()):
            person.craters.append((fx * ahead - fy * aside, fy * ahead + fx * aside, closing(radius, tick - at)))
        change = self._changes.get(slot)
        if change and change.ticks > 0 and tick - self._changed_at[slot] < change.ticks:
            share = (tick - self._changed_at[slot]) / change.ticks
            shown = change.before if share < 0.5 else change.look
            if shown in LOOKS:
                person.sheet, person.glow = LOOKS[shown].sheet, LOOKS[shown].glow
            person.chrome = 2 * share if share < 0.5 else 2 * (1 - share)
        elif person.sunk > 0:
            person.chrome = min(1.0, 2 * person.sunk)
        elif b.act[slot] == RISING:
            person.chrome = min(1.0, max(0.3, (b.act_until[slot] - tick) / 30))
        elif b.act[slot] == CHANGE:
            person.chrome = min(1.0, max(0.0, (b.act_until[slot] - tick) / 30))
        elif b.stiff[slot]:
            person.chrome = FROZEN
        elif b.stun_until[slot] > tick:
            person.chrome = BREATHLESS * min(1.0, (b.stun_until[slot] - tick) / 20)
        elif b.known[slot] and tick % SHIMMER_EVERY < SHIMMER:
            person.chrome, person.band = (tick % SHIMMER_EVERY + 1) / SHIMMER, True


def part(people: list[Person], player: int) -> None:
    """Draw those who stand at arm's length a little apart, so that none hides the other; the player stays where he is.

    Whoever holds or is held stays close, and so do the fallen.
    """
    free = [p for p in people if not (p.lying or p.held or p.pose in HOLDING) and p.strength == 255]
    if len(free) < 2:
        return
    at = np.array([(p.x, p.y) for p in free])
    gap = at[:, None] - at[None]
    far = np.hypot(gap[..., 0], gap[..., 1])
    near = (far < ARM) & (far > 0.5)
    if not near.any():
        return
    push = np.where(near, (ARM - far) * GIVES / np.maximum(far, 1.0), 0.0)
    fixed = np.array([p.slot == player for p in free])
    share = np.where(fixed[None], 1.0, 0.5)  # from the player one gives way alone
    moved = np.clip((gap * (push * share)[..., None]).sum(1), -MOST, MOST)
    for p, (dx, dy) in zip(free, moved.tolist(), strict=True):
        if p.slot != player:
            p.x, p.y = p.x + dx, p.y + dy
