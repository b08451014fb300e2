"""The touch ledger read as faces: each with when it was worn, what it showed, and when the player could have known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.app.progress import clock
from game.app.report.names import OURS, named, of_look, somebody
from game.content.sounds import SOUNDS

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.state import Entry

TOUCH, TELL, STRIKE, PROOF, LAW = "touch", "tell", "strike", "proof", "law"
PLAYERS = ("t800", "john")  # names of those whose proof is the player's
WIND_UP = 60  # ticks: who knows as late as this has only seen the hand
AT_ONCE = 120  # ticks: who knows as soon as this has missed nothing


@dataclass(frozen=True)
class Mark:
    """Something on a face's line: a tick, its kind, and words for it."""

    tick: int
    kind: str
    words: str


@dataclass
class Face:
    """A face while it was worn.

    owner   whom it was taken from, '' its own
    could   the first thing that gave it away to the player's side, None nothing did
    knew    when they were sure, None never
    """

    look: str
    since: int
    until: int
    owner: str = ""
    marks: list[Mark] = field(default_factory=list)
    could: Mark | None = None
    knew: Mark | None = None

    @property
    def name(self) -> str:
        return of_look(self.look)

    def show(self, mark: Mark) -> None:
        """Take in something that the player could have made out."""
        if self.could is None or mark.tick < self.could.tick:
            self.could = mark


def faces(session: Session) -> list[Face]:
    """Return every face that the hunter wore, in order."""
    state, hunter = session.world.state, session.hunter
    if hunter < 0:
        return []
    forms = state.gear[hunter].forms if hunter in state.gear else []
    worn = [Face(forms[0] if forms else session.world.look(hunter), 0, session.world.tick)]
    touched: dict[str, Entry] = {}
    for entry in state.ledger:
        if entry.what == "touched":
            touched[entry.look] = entry
        elif entry.what == "became":
            worn[-1].until = entry.tick
            worn.append(_put_on(session, entry, touched.get(entry.look)))
        else:
            _happened(session, _wearer(worn, entry.look), entry)
    for face in worn:
        if face.could and face.knew and face.knew.tick < face.could.tick:
            face.could = None  # a sign that comes after is none
    return worn


def _put_on(session: Session, entry: Entry, touch: Entry | None) -> Face:
    """Return a face as it is put on; whoever saw the touch or the change could know from then."""
    face = Face(entry.look, entry.tick, session.world.tick)
    if touch:
        face.owner = named(session, touch.by)
        mark = Mark(touch.tick, TOUCH, f"YOU SAW ITS HAND ON {somebody(of_look(touch.look))}")
        face.marks.append(mark)
        if touch.known:
            face.show(mark)
    if entry.known:
        face.show(Mark(entry.tick, TOUCH, "YOU SAW IT CHANGE"))
    return face


def _wearer(worn: list[Face], look: str) -> Face:
    """Return the last face of a look: word of the one before still comes in after a change."""
    return next((face for face in reversed(worn) if face.look == look), worn[-1])


def _happened(session: Session, face: Face, entry: Entry) -> None:
    if entry.what == "tell":
        row = SOUNDS.get(f"Told:{entry.by}")
        mark = Mark(entry.tick, TELL, row.words if row else entry.by.upper())
        if entry.known:
            face.show(mark)
    elif entry.what == "seized":
        mark = Mark(entry.tick, STRIKE, f"IT TOOK {named(session, entry.by)}")
    elif entry.what == "unmasked" and entry.by in PLAYERS:
        mark = Mark(entry.tick, PROOF, f"{OURS[entry.by]} KNEW")
        face.knew = face.knew or mark
    elif entry.what == "unmasked":
        mark = Mark(entry.tick, LAW, f"{named(session, entry.by)} KNEW")
    else:
        return
    face.marks.append(mark)


def verdict(face: Face) -> tuple[str, str]:
    """Return when the player could have known a face, and how it went: two short lines."""
    struck = next((m.tick for m in face.marks if m.kind == STRIKE), None)
    if face.knew is None:
        if face.could:
            return _timed(face.could), "YOU NEVER KNEW"
        return ("NOTHING GAVE IT AWAY BEFORE IT STRUCK" if struck else "IT CAME NEAR NOBODY OF YOURS"), ""
    known = f"{face.knew.words} AT {clock(face.knew.tick)}"
    if struck is not None and abs(struck - face.knew.tick) <= WIND_UP:
        known += ", AS IT STRUCK"
    elif face.could:
        late = face.knew.tick - max(face.could.tick, face.since)
        known += ", AT ONCE" if late <= AT_ONCE else f", {late // 60} S LATER"
    return _timed(face.could) if face.could else "NOTHING GAVE IT AWAY BEFORE", known


def _timed(mark: Mark) -> str:
    return f"{clock(mark.tick)}  {mark.words}"
