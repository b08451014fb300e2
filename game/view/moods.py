"""How somebody looks who speaks: the role he is taken for, and his portrait as he is now."""

from typing import TYPE_CHECKING

from game.content.actors import ONE_ARM, SKIN_TORN
from game.content.looks import LOOK_IDS, LOOKS

if TYPE_CHECKING:
    from game.session import Session

AFRAID, WRATH = 0.5, 90  # fear at which it shows; ticks after a shot
# the most structure at which the machine looks so
DAMAGE = ((0, "broken"), (ONE_ARM, "onearm"), (SKIN_TORN, "damaged"))
FACES = {"t800", "john", "sarah"}  # roles whose words go to the box


def portrait_of(session: "Session", who: int) -> tuple[str, str]:
    """Return the role and the portrait of a speaker; a double has those of whom it copies, until it is known."""
    b = session.world.b
    if who < 0 or (who == session.hunter and b.known[who]):
        return "", ""
    role, owner = LOOKS[LOOK_IDS[b.look[who]]].role, b.face[who]
    if role not in FACES:
        return role, ""
    return role, f"{role}_{_machine(session, owner) if role == 't800' else _human(session, owner, role)}"


def _machine(session: "Session", who: int) -> str:
    """The machine shows what it has lost, then whom it shoots at."""
    b, tick = session.world.b, session.world.tick
    for least, mood in DAMAGE:
        if b.health[who] <= least:
            return mood
    return "angry" if b.fired_at[who] > 0 and tick - b.fired_at[who] < WRATH else "neutral"


def _human(session: "Session", who: int, role: str) -> str:
    """A person shows fear of what is known and near; Sarah, who has a gun, wrath."""
    b, tick, hunter = session.world.b, session.world.tick, session.hunter
    near = hunter >= 0 and bool(b.known[hunter] and b.seen[hunter])
    if role == "sarah":
        if b.fired_at[who] > 0 and tick - b.fired_at[who] < WRATH:
            return "angry"
        ward = session.ward
        return "worried" if near or (ward >= 0 and b.held_by[ward] >= 0) else "neutral"
    return "afraid" if near or b.held_by[who] >= 0 or b.fear[who] > AFRAID else "neutral"
