"""The missions that exist, in the order they are told: the campaign is this list; a later mission is one more row."""

from dataclasses import dataclass

# Every mission of the story in its order; a level may branch to one that has no row yet.
STORY = (
    "drill",
    "house_call",
    "closing_time",
    "channel",
    "visiting_hours",
    "the_date",
    "cache",
    "south",
    "lamplight",
    "two_keys",
    "borrowed_hand",
    "mill_road",
    "melt",
    "open_road",
)
SIDEWAYS = ("south", "borrowed_hand")  # entered by a branch only

# What passes from one mission to the next (game/sim/carried.py).
ALL = ("forms", "facts", "trust", "cost", "lessons", "ledger")


@dataclass(frozen=True, kw_only=True)
class Mission:
    """A row of the mission list.

    file      relative to the game's data (levels/…); title and par stand in the map
    blurb     what mission select and its own card say of it
    hand      picture of its own card (assets/hands), '' that of the level
    training  not a part of the story
    carries   what it takes over from the missions before
    """

    id: str
    number: int
    title: str
    file: str
    blurb: str = ""
    hand: str = ""
    training: bool = False
    carries: tuple[str, ...] = ALL


MISSIONS: tuple[Mission, ...] = (
    Mission(
        id="yard",
        number=0,
        title="Loading Yard",
        file="levels/examples/yard.tmx",
        blurb="An officer walks up to a boy.",
        training=True,
    ),
    Mission(
        id="closing_time",
        number=2,
        title="Closing Time",
        file="levels/closing_time.tmx",
        blurb="Two strangers look for the same boy.",
    ),
    Mission(
        id="melt",
        number=10,
        title="Melt",
        file="levels/melt.tmx",
        blurb="A mill that never cools. What was broken runs together; what was asked for has to be done.",
    ),
    Mission(
        id="open_road",
        number=11,
        title="Open Road",
        file="levels/open_road.tmx",
        blurb="Morning, and a road that is not on any map.",
        hand="hoist",
    ),
)


def told() -> list[Mission]:
    """Return the missions of the story that exist, in its order, without those that only a branch leads to."""
    rows = [m for m in MISSIONS if not m.training and m.id not in SIDEWAYS]
    return sorted(rows, key=lambda m: STORY.index(m.id) if m.id in STORY else len(STORY))


def mission(id_: str) -> Mission | None:
    """Return a mission's row, None if it has none."""
    return next((m for m in MISSIONS if m.id == id_), None)


def first() -> str:
    """Return the mission that a new game begins with."""
    return told()[0].id


def after(id_: str, branch: str = "") -> str:
    """Return the mission that follows one, '' after the last and for a level that is no part of the story.

    branch   where the level itself went; if that mission has no row, the next that has one
    """
    row = mission(id_)
    if branch in STORY:
        if mission(branch):
            return branch
        at = STORY.index(branch)
    elif row and not row.training and id_ in STORY:
        at = STORY.index(id_)
    else:
        return ""
    return next((m.id for m in told() if STORY.index(m.id) > at), "")


def untold(before: str) -> tuple[str, ...]:
    """Return the missions without a row that lie between a mission and the one before it that exists, in order.

    Before the first: all from the story's beginning. `before` '' stands for the end.
    """
    end = STORY.index(before) if before in STORY else len(STORY)
    existing = {m.id for m in told()}
    begin = max((i + 1 for i in range(end) if STORY[i] in existing), default=0)
    return tuple(m for m in STORY[begin:end] if m not in SIDEWAYS)
