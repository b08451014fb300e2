"""Rules of people: one hunter and one ward, each on the side that is its own, with gear that there is and a name of their own."""

from collections.abc import Iterator, Sequence

from game.content.actors import ACTORS, TEAMS
from game.level.data import Level
from game.level.plain import PlainMap
from game.level.rules.doubt import Doubt, error, warning
from game.level.spots import of
from game.level.typed import Thing
from game.level.where import a, brief

ALONE = {"hunter": "fairness-hunter", "ward": "object-count"}  # teams of one, and the code of a second
MEANT = ("all", "them", *TEAMS)  # names that are words of the trigger language


def alone(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Nobody is hunted by two, and nobody protects two."""
    for team, code in ALONE.items():
        some = [t for t in of(things, "spawn") if t.v["team"] == team]
        if sum(t.v["count"] for t in some) > 1:
            cure = "remove one" if len(some) > 1 else "set its count to 1"
            yield error(code, f"there is more than one {team}", cure, some[-1].id)


def sides(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """The hunter and the ward are those whom the rules take for them: the T-1000, and John."""
    for t in of(things, "spawn"):
        own, given = ACTORS[t.v["kind"]].team, t.v["team"]
        if own != given and (own in ALONE or given in ALONE):
            what = f"{brief(t.name or t.v['kind'], 40)!r}, {a(t.v['kind'])}, is of the team {given}"
            yield warning("team-odd", what, f"set team to {own}, or choose another kind", t.id)


def own_names(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Nobody is named as triggers name several."""
    for t in of(things, "start") + of(things, "spawn"):
        if t.name in MEANT:
            yield warning("object-name", f"{t.name!r} is a word of triggers and means others", "rename it", t.id)
