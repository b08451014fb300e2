"""The missions that exist, in the order they are told: the campaign is this list."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Mission:
    """A row of the mission list; `file` is relative to the game's data (levels/…); `training`: not a part of the story."""

    id: str
    number: int
    title: str
    file: str
    blurb: str = ""
    training: bool = False


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
)
