"""Plants leaks in the real code, one after another, and sees whether the checks of honesty catch each of them."""

import builtins
from collections.abc import Iterator
from typing import Any, NamedTuple

from game.lab.probe.figure import Asked, Figure
from game.lab.probe.patches import Patch, afresh, patches, under
from game.level.load import load

RUNS = (("yard", 5, 1500), ("closing_time", 0, 1500))  # level, seed, ticks
MORE_RUNS = (("yard", 2, 2200), ("closing_time", 0, 3600), ("closing_time", 3, 3600))  # for what has not shown by then
PAIRS = 3
TRUTH = "the_truth"  # the name under which a planted leak finds the world


class Catch(NamedTuple):
    """How a leak was caught, '' not at all, and what showed it."""

    by: str
    what: str


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure O4."""
    false = caught_by(None)
    asked.log.row("mutants", patch="", words="the code as it is", caught_by=false.by, what=false.what)
    planted, caught = patches(), 0
    for patch in planted:
        catch = caught_by(patch)
        caught += bool(catch.by)
        asked.log.row("mutants", patch=patch.name, words=patch.words, caught_by=catch.by, what=catch.what)
    yield asked.figure("mutants.planted", len(planted), len(planted))
    yield asked.figure("mutants.caught", caught / len(planted), len(planted))
    yield asked.figure("mutants.false", float(bool(false.by)), 1)


def caught_by(patch: Patch | None) -> Catch:
    """Run the checks over the patched code until one of them finds something."""
    with under(patch):
        try:
            return next((found for found in checks() if found.by), Catch("", ""))
        finally:
            vars(builtins).pop(TRUTH, None)


def checks() -> Iterator[Catch]:
    """Yield what each check finds, the cheap ones first."""
    for run in RUNS:
        yield on_level(*run)
    yield on_stage()
    yield off_screen()
    for run in MORE_RUNS:
        yield on_level(*run)


def on_level(name: str, seed: int, ticks: int) -> Catch:
    """Look for a leak in one run: its percepts, its steps, and its log lived again."""
    honesty: Any = afresh("game.lab.probe.honesty")
    level = load(name)
    watched = honesty.watch(level, seed, ticks)
    if watched.faults:
        return Catch("percepts", f"tick {watched.faults[0].tick}: {watched.faults[0].what}")
    changed = sorted({field for fields in watched.changed for field in fields.split()})
    if changed:
        return Catch("hidden", ", ".join(changed))
    if watched.leaps:
        return Catch("teleport", f"tick {watched.leaps[0].tick}: {watched.leaps[0].metres:.2f} m")
    hunter = watched.run.diaries[watched.run.session.hunter]
    return differs(hunter, honesty.replayed(level, hunter), level.id)


def differs(diary: Any, again: Iterator[bool], where: str) -> Catch:
    """Compare a diary with its second life; a mind that fails without the truth has shown that it wants it."""
    tick = -1
    try:
        for look, same in zip(diary.looks, again, strict=False):
            tick = look.tick
            if not same:
                return Catch("replay", f"{where}, tick {tick}")
    except (AttributeError, LookupError, NameError, TypeError, ValueError) as wrong:
        return Catch("replay", f"{where}, after tick {tick}: {wrong}")
    return Catch("", "")


def on_stage() -> Catch:
    """Look for a leak in what it is told by people whom it asks."""
    scenes: Any = afresh("game.lab.probe.scenes")
    faults = scenes.asks_about_him()
    return Catch("percepts", faults[0].what) if faults else Catch("", "")


def off_screen() -> Catch:
    """Look for a leak in pairs of hunts for somebody who cannot be perceived, and in their logs."""
    unseen: Any = afresh("game.lab.probe.unseen")
    honesty: Any = afresh("game.lab.probe.honesty")
    pairs = []
    for n in range(PAIRS):
        ground = unseen.ground_of_pair(n)
        pair = unseen.pair(ground, n)
        if pair is None:
            continue
        pairs.append(pair)
        found = differs(pair.diary, honesty.beside(unseen.another_world(ground), pair.diary, ground), "office")
        if found.by:
            return found
    heading = sum(unseen.cosine(p) for p in pairs) / max(1, len(pairs))
    if abs(heading) > 0.03:
        return Catch("telepathy", f"{heading:.2f}")
    rho = unseen.tether(pairs)
    return Catch("tether", f"{rho:.2f}") if abs(rho) > 0.05 else Catch("", "")
