"""Where the story stands: the mission that comes next, and with what each was begun; one sealed file."""

from __future__ import annotations

import msgspec

from game.app import stored
from game.content import missions
from game.core.sealed import seal, unseal
from game.core.trouble import Trouble
from game.sim.carried import Carried

FILE = "story.sealed"
MAGIC, VERSION = b"TALE", 1
END = "the end"  # `next` after the last mission


class Campaign(msgspec.Struct, kw_only=True):
    """The story as one player lives it.

    next     the mission that Continue begins, '' before the story was begun, END after its end
    begun    what each mission was begun with; `at_end`: what the last one left
    endings  endings that were ever reached
    """

    next: str = ""
    begun: dict[str, Carried] = {}
    at_end: Carried | None = None
    endings: tuple[str, ...] = ()

    def restart(self) -> None:
        """Begin the story again; what was reached stays reached."""
        self.next, self.begun, self.at_end = missions.first(), {}, None

    def carried(self, mission: str) -> Carried:
        """Return what a mission begins with: as it was begun last, or with what the missions before it have left."""
        if mission in self.begun:
            return self.begun[mission]
        ids = [m.id for m in missions.told()]
        if mission not in ids:
            return Carried()
        earlier = [self.begun[i] for i in ids[: ids.index(mission)] if i in self.begun]
        return earlier[-1] if earlier else Carried()

    def won(self, mission: str, left: Carried, branch: str, ending: str) -> str:
        """Take in a mission that was won, and what it left; return the mission that follows, END after the last."""
        row = missions.mission(mission)
        if row is None or row.training:
            return ""
        self.next = missions.after(mission, branch) or END
        if self.next == END:
            self.at_end = left
            self.endings = tuple(dict.fromkeys((*self.endings, ending)))
        else:
            self.begun = self.begun | {self.next: left}
        return self.next


def load() -> tuple[Campaign, str]:
    """Return where the story stands, and a line for the player if its file could not be used."""
    return stored.read(FILE, Campaign, _decoded)


def save(campaign: Campaign) -> str:
    """Write where the story stands; return '' or a line for the player."""
    return stored.keep(FILE, campaign, _encoded)


def _encoded(campaign: Campaign) -> bytes:
    return seal(MAGIC, VERSION, msgspec.msgpack.encode(campaign))


def _decoded(data: bytes) -> Campaign:
    version, plain = unseal(MAGIC, data)
    if version != VERSION:
        raise Trouble(f"it is of version {version}, not {VERSION}")
    return msgspec.msgpack.decode(plain, type=Campaign)
