"""What sets triggers off by itself: people walk in and out, shots fall, somebody is seen, time passes."""

from collections.abc import Iterator

import msgspec

from game.level.softlock.move import Move, Way, narrowed
from game.level.softlock.play import Moment, Play
from game.sim.trigger import Trigger


def listening(play: Play) -> Iterator[Move]:
    """Yield a move for each trigger that needs no hand; those on `flag` follow from other moves."""
    for t in play.facts.triggers:
        said, touched = f"the trigger {t.name or t.id} fires", play.touches(t)
        if t.on == "timer" or (t.on == "hear" and t.who not in play.side.absent):
            yield Move(said, touched, _any_time(play, t))
        elif t.on == "enter":
            whom = "everybody" if t.who == "all" else t.who or "somebody"
            yield Move(f"{whom} walks into {t.name or t.id}", touched, _entering(play, t))
        elif t.on in ("leave", "shot", "see", "down", "ask"):
            yield Move(said, touched, _happening(play, t))


def _any_time(play: Play, t: Trigger) -> Way:
    def way(at: Moment) -> Iterator[Moment]:
        yield from play.fired(t, at)

    return way


def _entering(play: Play, t: Trigger) -> Way:
    area = play.floor.inside(t.area) if t.area is not None else 0

    def way(at: Moment) -> Iterator[Moment]:
        if t.area is None:
            return
        if t.who == "all":
            stand = tuple(cells & area for cells in at.stand)
            if any(stand) and all(bool(a) == bool(b) for a, b in zip(stand, at.stand, strict=True)):
                yield from play.fired(t, msgspec.structs.replace(at, stand=stand))
            return
        if play.side.others_too(t.who):
            yield from play.fired(t, at)
        for slot in play.side.meant(t.who or "all"):
            for m in narrowed(at, slot, area):
                yield from play.fired(t, m)

    return way


def _happening(play: Play, t: Trigger) -> Way:
    """Something happens to somebody, or at his hands, in an area or anywhere; he may be one of the side or not."""
    side = play.side
    area = play.floor.inside(t.area) if t.area is not None else play.floor.walk
    if t.on == "leave":
        area = play.floor.walk & ~area if t.area is not None else 0

    def way(at: Moment) -> Iterator[Moment]:
        if t.on == "see":  # the eyes are the hunter's; the area is where he is whom it sees
            if not side.hunted or (t.who and not side.others_too(t.who)):
                return
        elif side.others_too(t.who) or (not t.who and t.on != "leave"):
            yield from play.fired(t, at)
        for slot in side.meant("all" if t.on == "see" else t.who or "all"):
            for m in narrowed(at, slot, area):
                yield from play.fired(t, m)

    return way
