"""Percepts made by hand, so that a mind can be asked a question without a world."""

from typing import Any

from plans import hall

from game.agent.percept import Briefing, Me, Percept, Track
from game.core.ground import Ground

HUNTS = Briefing(role="hunter", prey=("john", "t800"))
FOLLOWS = Briefing(role="ward", friends=("t800",))
PLAYS = Briefing(role="player", friends=("john",))
HALL = hall(24, 16)


def me(x: float, y: float, **changes: Any) -> Me:
    """Return a body at a place: whole, armed with a shotgun, looking along +x."""
    facts: dict[str, Any] = {
        "x": x, "y": y, "vx": 0.0, "vy": 0.0, "fx": 1.0, "fy": 0.0, "look": "officer", "health": 100, "cohesion": 1.0,
        "light": 0.7, "weapon": "shotgun", "rounds": 6, "spare": 12, "weapons": ("shotgun", "pistol"), "ready": True,
        "reloading": False, "staggered": False, "down": False, "held": False, "holding": False, "using": "",
        "use_left": 0, "busy": False,
    }  # fmt: skip
    return Me(**(facts | changes))


def track(of: Me, x: float, y: float, look: str, **changes: Any) -> Track:
    """Return somebody at a place as `of` sees him: made out, standing, looking along -x."""
    d = ((x - of.x) ** 2 + (y - of.y) ** 2) ** 0.5
    facts: dict[str, Any] = {
        "id": 1, "x": x, "y": y, "vx": 0.0, "vy": 0.0, "fx": -1.0, "fy": 0.0, "look": look, "signs": 0,
        "awareness": 1.2, "distance": d, "light": 0.7, "facing_me": False,
    }  # fmt: skip
    return Track(**(facts | changes))


def percept(body: Me, *tracks: Track, tick: int = 600, ground: Ground = HALL, **changes: Any) -> Percept:
    """Return a percept in an empty hall."""
    facts: dict[str, Any] = {"tick": tick, "me": body, "ground": ground, "briefing": HUNTS, "tracks": tracks}
    return Percept(**(facts | changes))


def shifter(x: float, y: float, **changes: Any) -> Me:
    """Return the T-1000's body as the officer (face 2), with no other face yet."""
    facts: dict[str, Any] = {"face": 2, "faces": (2,), "forms": ("officer",), "weapon": "", "weapons": ()}
    return me(x, y, **(facts | changes))
