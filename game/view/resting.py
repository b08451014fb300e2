"""How people pass the time where their errands take them: on a chair, at a machine, with a telephone, in talk."""

import math
from typing import TYPE_CHECKING, Any

from game.content.props import PROPS
from game.content.seats import SEATS, TABLES
from game.level.data import Level, PropSpot
from game.sim.tables import CALM
from game.view import assets
from game.view.pixels import METRE
from game.view.poses import STILL
from game.view.sheets import FACINGS

if TYPE_CHECKING:
    from game.session import Session
    from game.view.cast import Person

REACH = 36.0  # pixels from where one stands to a seat that is taken
SETTLES = 14  # ticks of sitting down and of getting up
# What is done at a place (a path's `act`): the pose, and for how many of every so many ticks it shows.
DOES: dict[str, tuple[str, int, int]] = {
    "play": ("play", 1, 1),
    "phone": ("phone", 1, 1),
    "photo": ("show", 90, 240),
    "work": ("use", 110, 260),
    "browse": ("use", 70, 300),
    "queue": ("talk", 60, 420),
    "idle": ("talk", 90, 330),
    "walk": ("talk", 90, 300),
}
AT_SOMETHING = ("play", "work", "browse")  # acts that want a thing to be done at
SITS = ("sit", "eat")

Chair = tuple[float, float, int, str]  # world pixel, facing, pose


class Resting:
    """Knows the seats of a level and who sits on which; only the picture knows: the rules have people stand beside them."""

    def __init__(self, level: Level | None) -> None:
        self._acts = [path.act for path in level.paths] if level else []
        self._chairs = [chair for spot in level.props for chair in chairs(spot)] if level else []
        self._taken: dict[int, int] = {}  # slot -> chair
        self._share: dict[int, float] = {}  # slot -> how far he has sat down

    def forget(self) -> None:
        """Let everybody stand."""
        self._taken.clear()
        self._share.clear()

    def settle(self, session: "Session", person: "Person", advance: bool) -> None:
        """Give somebody on an errand the pose of what he does there, and a seat if there is one."""
        b, slot = session.world.b, person.slot
        act = self._acts[b.route[slot]] if self._acts else ""
        rests = at_rest(b, slot) and person.pose == "idle"
        if act in SITS:
            self._sit(person, rests, advance, upset=person.held or b.stun_until[slot] > session.world.tick)
        elif rests and act in DOES:
            pose, share, period = DOES[act]
            face = session.world.errands.face[b.route[slot], b.leg[slot]]
            shown = (session.world.tick + slot * 53) % period < share
            if shown and (act not in AT_SOMETHING or face.any()):
                person.pose = pose

    def _sit(self, person: "Person", rests: bool, advance: bool, upset: bool) -> None:
        """Take a seat little by little, or get up from it."""
        slot, share = person.slot, self._share.get(person.slot, 0.0)
        if rests and slot not in self._taken:
            chair = self._nearest(person)
            if chair < 0:
                return
            self._taken[slot] = chair
        if slot not in self._taken:
            return
        if advance:
            share = 0.0 if upset else min(1.0, max(0.0, share + (1 if rests else -1) / SETTLES))
            self._share[slot] = share
        if share <= 0.0 and not rests:
            del self._taken[slot]
            return
        x, y, face, pose = self._chairs[self._taken[slot]]
        eased = share * share * (3 - 2 * share)
        person.x, person.y = person.x + (x - person.x) * eased, person.y + (y - person.y) * eased
        if share > 0.5:
            person.aim = person.heading = face
            person.pose = person.legs = pose

    def _nearest(self, person: "Person") -> int:
        """Return the free seat in reach; -1 none."""
        taken = set(self._taken.values())
        far = [
            (math.hypot(x - person.x, y - person.y), i) for i, (x, y, _, _) in enumerate(self._chairs) if i not in taken
        ]
        best = min(far, default=(REACH, -1))
        return best[1] if best[0] < REACH else -1


def at_rest(b: Any, slot: int) -> bool:
    """Say whether somebody calm stands at a place of his errand."""
    still = (b.vx[slot] ** 2 + b.vy[slot] ** 2) ** 0.5 * 60 < STILL
    return b.mood[slot] == CALM and b.goal_x[slot] < 0 and still and not b.act[slot]


def chairs(spot: PropSpot) -> list[Chair]:
    """Return the seats of a thing of the map, as its picture shows them."""
    rows = SEATS.get(spot.kind)
    if not rows:
        return []
    drawn = assets.variants(PROPS[spot.kind].sprite or spot.kind, spot.turn % 360)
    seats = rows[spot.id % max(1, len(drawn)) % len(rows)]
    turn, pose = math.radians(spot.turn), "eat" if spot.kind in TABLES else "sit"
    w, h = (spot.h, spot.w) if spot.turn % 180 else (spot.w, spot.h)
    out = []
    for seat in seats:
        x, y = seat.x * w, seat.y * h
        px = (spot.x + spot.w / 2 + x * math.cos(turn) - y * math.sin(turn)) * METRE
        py = (spot.y + spot.h / 2 + x * math.sin(turn) + y * math.cos(turn)) * METRE
        out.append((px, py, round((seat.ahead + spot.turn) / 360 * FACINGS) % FACINGS, pose))
    return out
