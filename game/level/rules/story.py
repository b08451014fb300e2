"""Rules of the story: it comes to an end, each of its objectives comes up, and there is such music."""

from collections.abc import Iterator, Sequence

from game.content.music import CUED
from game.level.data import Level
from game.level.plain import PlainMap
from game.level.references import words_of
from game.level.rules.doubt import Doubt, warning
from game.level.spots import of
from game.level.typed import Thing
from game.level.where import brief
from game.sim.effects import Branch, Ending, Music, SetObjective


def ending(plain: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """A level that says itself what is to be done says when it is won."""
    told = plain.properties.get("mission") or of(things, "objective")
    if told and not any(isinstance(w, Ending | Branch) for t in things for w in words_of(t)):
        yield warning("play-ending", "nothing ends it: it cannot be won", "add `do ending …` where it is won")


def order(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """Every objective that is not optional is on the screen at some time: a trigger shows it, or it follows one."""
    goals = {t.name: t for t in of(things, "objective")}
    todo = [w.name for t in things for w in words_of(t) if isinstance(w, SetObjective) and w.name in goals]
    shown: dict[str, None] = {}
    while todo:
        name = todo.pop()
        if name in goals and name not in shown:
            shown[name] = None
            todo.append(goals[name].v["next"])
    for t in goals.values():
        if not t.v["optional"] and t.name not in shown:
            cure = f"add `do objective {t.name}`, or make it the `next` of one that does"
            yield warning("play-objective", f"the objective {t.name} never comes up", cure, t.id)


def music(_p: PlainMap, things: Sequence[Thing], _l: Level | None) -> Iterator[Doubt]:
    """The score knows the cues that it is given."""
    for t in things:
        for w in words_of(t):
            if isinstance(w, Music) and w.cue not in CUED:
                yield warning(
                    "reference-name", f"there is no cue {brief(w.cue, 40)!r}", f"one of {', '.join(CUED)}", t.id
                )
