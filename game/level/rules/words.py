"""Rules of the trigger language: whatever a word speaks of exists, and is set, started or carried somewhere."""

from collections.abc import Iterator, Sequence

from game.content.actors import TEAMS
from game.content.lessons import LESSONS
from game.content.lines import BODILESS, sayable
from game.content.missions import MISSIONS, STORY
from game.content.vehicles import VEHICLES
from game.content.weapons import ITEMS, THINGS
from game.level.data import Level
from game.level.plain import PlainMap
from game.level.references import names, people, words_of
from game.level.rules.doubt import Doubt, error, warning
from game.level.spots import of
from game.level.typed import Thing
from game.level.where import brief
from game.sim.conditions import Flag, Held, In, Near, Sees, TimerIs
from game.sim.effects import (
    Ask,
    Branch,
    Camera,
    Control,
    GiveItem,
    GiveOrder,
    Goto,
    Lesson,
    Remove,
    Report,
    Say,
    SetFlag,
    SetLamps,
    SetTimer,
    Spawn,
    Throw,
    Vehicle,
)
from game.sim.state import ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG

Person = (GiveItem, GiveOrder, Goto, Control, Ask, Throw, Remove)  # verbs that act on somebody


def flags(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """A flag that is asked for is set somewhere; a done objective sets the flag of its name."""
    words = [(t, w) for t in things for w in words_of(t)]
    put = {w.name for _, w in words if isinstance(w, SetFlag)} | {t.name for t in of(things, "objective")}
    if any(isinstance(w, Ask) for _, w in words):
        put |= {ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG}
    for t, w in words:
        if isinstance(w, Flag) and w.name not in put:
            yield error("flag-unset", f"the flag {brief(w.name, 40)!r} is set nowhere", "add `do flag …`", t.id)


def timers(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """A timer that is asked for is started somewhere."""
    words = [(t, w) for t in things for w in words_of(t)]
    begun = {w.name for _, w in words if isinstance(w, SetTimer) and w.what == "start"}
    for t, w in words:
        if isinstance(w, TimerIs) and w.name not in begun:
            yield error("timer-unset", f"the timer {brief(w.name, 40)!r} is never started", "add `do timer …`", t.id)


def lamps(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """A group of lights that is switched exists."""
    groups = {t.v["group"] for t in of(things, "light")}
    for t in things:
        for w in words_of(t):
            if isinstance(w, SetLamps) and w.group not in groups:
                yield error("reference-name", f"no light is of the group {brief(w.group, 40)!r}", "name one", t.id)


def who(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Whoever is named exists; no verb acts on the hunter."""
    known = people(things) | {"all", "them", *TEAMS}
    hunters = {t.name for t in of(things, "spawn") if t.v["team"] == "hunter"} | {"hunter"}
    for t in things:
        asked = [t.v["who"]] if t.v.get("who") else []
        for w in words_of(t):
            if isinstance(w, Person) and w.who in hunters:
                yield error("fairness-verb", f"a verb acts on {brief(w.who, 40)!r}", "the hunter is on its own", t.id)
            if isinstance(w, (*Person, In, Held)) or (isinstance(w, Say) and w.who not in BODILESS):
                asked.append(w.who)
            if isinstance(w, (Near, Sees)):
                asked += [w.a, w.b]
        for name in dict.fromkeys(asked):
            if name not in known:
                yield warning("who-unknown", f"nobody is named {brief(name, 40)!r}", "name a spawn, or all", t.id)


def things_given(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Lines and items that triggers speak of are in the tables; a radio call names a place."""
    rooms = names(things).of.get("zone", frozenset())
    for t in things:
        for w in words_of(t):
            if isinstance(w, Say) and w.line not in (known := sayable(w.who, kind_of(w.who, things))):
                what = f"there are no words for {brief(w.who)}.{brief(w.line)}"
                cure = f"one of {', '.join(key for key in known if not key.startswith(('q_', 'a_')))}"
                yield warning("line-missing", what, cure, t.id)
            if isinstance(w, GiveItem) and w.kind not in (*ITEMS, *THINGS):
                yield error("item-unknown", f"there is no item {brief(w.kind, 40)!r}", f"{' '.join(ITEMS)}", t.id)
            if isinstance(w, Report) and w.place not in rooms:
                yield error("reference-name", f"there is no zone named {brief(w.place, 40)!r}", "name a zone", t.id)


def kind_of(who: str, things: Sequence[Thing]) -> str:
    """Return the kind of somebody who is named in a level, '' of nobody."""
    some = (t for t in of(things, "spawn") if who == t.name or who.rpartition("_")[0] == t.name)
    return next((t.v["kind"] for t in some), "")


def keys(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """What works a door exists."""
    known = {n for t in of(things, "device") + of(things, "item") for n in (t.name, t.v.get("kind", ""))}
    for t in of(things, "door"):
        if t.v["key"] and t.v["key"] not in known:
            what = f"its key {brief(t.v['key'], 40)!r} is no device and no item here"
            yield error("door-key", what, "name one, or leave it empty", t.id)


def arrivals(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Who waits outside is brought in by somebody; who is brought in waits outside."""
    brought = {w.name for t in things for w in words_of(t) if isinstance(w, Spawn)}
    for t in of(things, "spawn"):
        if t.v["when"] is None and t.name in brought:
            yield warning("spawn-here", f"{brief(t.name, 40)!r} is here already", "give it the property when", t.id)
        elif t.v["when"] is not None and t.name not in brought:
            yield error("spawn-never", f"nothing brings {brief(t.name, 40)!r} in", f"add `do spawn {t.name}`", t.id)
        if t.v["when"] is not None and t.v["team"] == "hunter":
            yield error("fairness-hunter", "the hunter waits outside", "let it stand where it begins", t.id)


def onward(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """A mission that the story goes on to is in the campaign; a place that is shown exists."""
    known = names(things).of.get("zone", frozenset()) | people(things)
    missions = {*STORY, *(m.id for m in MISSIONS)}  # one without a row yet leads on to the next that has one
    for t in things:
        for w in words_of(t):
            if isinstance(w, Branch) and w.mission not in missions:
                what = f"there is no mission {brief(w.mission, 40)!r} in the story: here it ends"
                yield warning("mission-unknown", what, "name one of content/missions.py", t.id)
            if isinstance(w, Lesson) and w.name not in LESSONS:
                what = f"there is no lesson {brief(w.name, 40)!r}"
                yield error("reference-name", what, f"one of {', '.join(LESSONS)}", t.id)
            if isinstance(w, Camera):
                place = w.where if w.what in ("ping", "lead") else w.what
                if place not in known:
                    what = f"there is nobody and no zone named {brief(place, 40)!r} to show"
                    yield warning("reference-name", what, "name a spawn or a zone", t.id)


def driven(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """What is driven has a row among the vehicles; where it comes round, both places are named."""
    kinds = {t.name: t.v["kind"] for t in of(things, "prop") if t.name}
    for t in things:
        for w in words_of(t):
            if isinstance(w, Vehicle) and w.what == "drive" and kinds.get(w.prop) not in VEHICLES:
                what = f"nobody can drive {brief(w.prop, 40)!r}"
                yield error("vehicle-kind", what, f"a prop of kind {', '.join(VEHICLES)}", t.id)
            if isinstance(w, Vehicle) and w.what == "loop" and not (w.zone and w.to):
                yield error("vehicle-kind", "a loop names two zones", "write: vehicle PROP loop FROM TO", t.id)
