"""The table of probes: which there are, what to call them, and how they are run one after another."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.core.trouble import Trouble
from game.lab.probe import (
    ablation,
    body,
    disguise,
    edge,
    fairness,
    finale,
    honesty,
    knowledge,
    learn,
    lure,
    mutants,
    pacing,
    play,
    search,
    senses,
    teleport,
    tells,
    unseen,
)
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.patches import FOLDER
from game.lab.probe.targets import TARGETS


class Probe(NamedTuple):
    """A probe: what measures, the first words of its figures' names, and what it needs."""

    measure: Callable[[Asked], Iterator[Figure]]
    figures: tuple[str, ...]
    full_only: bool = False
    source_only: bool = False


# In order of worth.
PROBES: dict[str, Probe] = {
    "honesty": Probe(honesty.probe, ("honesty",)),
    "mutants": Probe(mutants.probe, ("mutants",), source_only=True),
    "unseen": Probe(unseen.probe, ("telepathy", "tether")),
    "teleport": Probe(teleport.probe, ("teleport",)),
    "senses": Probe(senses.probe, ("senses",)),
    "search": Probe(search.probe, ("search",)),
    "disguise": Probe(disguise.probe, ("disguise",)),
    "fairness": Probe(fairness.probe, ("fairness",)),
    "tells": Probe(tells.probe, ("tells",)),
    "body": Probe(body.probe, ("body",)),
    "edge": Probe(edge.probe, ("edge",)),
    "finale": Probe(finale.probe, ("finale",)),
    "pacing": Probe(pacing.probe, ("pacing",)),
    "lure": Probe(lure.probe, ("lure",)),
    "learn": Probe(learn.probe, ("learning",)),
    "knowledge": Probe(knowledge.probe, ("knowledge",)),
    "play": Probe(play.probe, ("play",), full_only=True),
    "ablation": Probe(ablation.probe, ("ablation",), full_only=True, source_only=True),
}


def chosen(names: Sequence[str], full: bool) -> dict[str, Probe]:
    """Return the probes that names mean: a probe, a figure, or the first words of figures; raises Trouble for any other."""
    for name in names:
        if not any(means(name, probe, known) for probe, p in PROBES.items() for known in figures_of(p)):
            raise Trouble(f"probe {name!r} is unknown; choose from {', '.join(PROBES)}, or a figure of their tables")
    wanted = {
        probe: p
        for probe, p in PROBES.items()
        if not names or any(means(name, probe, known) for name in names for known in figures_of(p))
    }
    if names and not full:
        late = [probe for probe, p in wanted.items() if p.full_only]
        if late:
            raise Trouble(f"probe {late[0]!r} takes many runs; add --full")
    able = {probe: p for probe, p in wanted.items() if full or not p.full_only}
    if names or FOLDER.is_dir():
        return able
    return {probe: p for probe, p in able.items() if not p.source_only}


def figures_of(probe: Probe) -> list[str]:
    """Return the names of a probe's figures."""
    return [name for name in TARGETS if name.partition(".")[0] in probe.figures]


def means(name: str, probe: str, figure: str) -> bool:
    """Say whether a word of the command line means a figure of a probe."""
    return name == probe or figure == name or figure.startswith(name + ".")


def run(names: Sequence[str], asked: Asked, note: Callable[[str], None]) -> Iterator[Figure]:
    """Run the probes that names mean, and yield their figures as they come; what a level cannot show is noted instead."""
    for probe, p in chosen(names, asked.full).items():
        for figure in p.measure(asked):
            if names and not any(means(name, probe, figure.name) for name in names):
                continue
            if figure.n == 0:
                note(f"{figure.name}: nothing to measure here")
                continue
            yield figure
        asked.log.write()
