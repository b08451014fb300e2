"""The player's side as the search knows it: who they are, what their hands can work, and whom a word means."""

from typing import NamedTuple

from game.content.actors import ACTORS, TEAMS
from game.level.data import Level

WARD = "john"  # as sim.build wakes him


class Person(NamedTuple):
    """Somebody of the player's side; `waits`: comes in when a trigger says so."""

    name: str
    team: str
    hands: tuple[str, ...]
    x: float
    y: float
    waits: bool = False


class Side:
    """The player, the ward where there is one, and allies, in that order of the map."""

    def __init__(self, level: Level, hunter: bool = True) -> None:
        start = level.start
        self.people = [Person(start.name or level.control, "player", ACTORS[start.kind].hands, start.x, start.y)]
        for s in level.spawns:
            ours = s.name == WARD != self.people[0].name or s.team == "ally"
            if ours and s.count == 1:
                self.people.append(Person(s.name, s.team, ACTORS[s.kind].hands, s.x, s.y, s.when is not None))
        self.hunted = hunter and any(s.team == "hunter" for s in level.spawns)
        self.absent = {"hunter", *(s.name for s in level.spawns if s.team == "hunter")} if not hunter else set()
        names = {s.name if s.count == 1 else f"{s.name}_{i + 1}" for s in level.spawns for i in range(s.count)}
        self.others = (names | set(TEAMS) - {"player"}) - self.absent - {p.name for p in self.people}

    def meant(self, who: str) -> list[int]:
        """Return the slots that a word means."""
        if who == "all":
            return list(range(len(self.people)))
        return [i for i, p in enumerate(self.people) if who in (p.name, p.team)]

    def others_too(self, who: str) -> bool:
        """Say whether a word may mean somebody else, who goes where he likes."""
        return who in self.others
