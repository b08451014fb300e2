"""Event keys: the names under which a run's report and `shot --event` know the first time a thing happened."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Key:
    """An event key, the event type that sets it, and the story sentence (GAME.md 4) that it helps to prove."""

    id: str
    event: str
    sentence: int = 0
    note: str = ""


KEYS: tuple[Key, ...] = (
    Key(id="shot", event="ShotFired", note="the first gunshot"),
    Key(id="seizure", event="Seized", sentence=8, note="the T-1000 has the boy"),
    Key(id="rescued", event="Freed", sentence=7, note="the T-800 broke the hold"),
    Key(id="form_taken", event="FormTaken", sentence=4, note="a touch became a face"),
    Key(id="hunter_seen", event="HunterSeen", sentence=8, note="the hunter came into the player's or the ward's sight"),
    Key(id="won", event="Won"),
    Key(id="lost", event="Lost"),
)
