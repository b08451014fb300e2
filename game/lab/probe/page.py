"""A page of a probe's figures: the table, and pictures of the rows behind it where matplotlib is at hand."""

import base64
import html
import io
from collections.abc import Callable
from typing import Any

import numpy as np

from game.lab.probe.figure import OK, Figure, Log
from game.lab.probe.targets import TARGETS

STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;background:#0f1316;color:#d7dee2}"
    "table{border-collapse:collapse;width:100%}td,th{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #263038}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}.ok{color:#6fd08c}.short{color:#ff9f5a;font-weight:600}"
    "img{max-width:100%;margin:1rem 0;background:#fff}h2{margin-top:2.2rem}"
)
Rows = dict[str, list[dict[str, Any]]]


def page(figures: list[Figure], log: Log) -> bytes:
    """Return the page as HTML in one piece."""
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Probes</title><style>{STYLE}</style>",
        "<h1>What the T-1000 may know, and how well it does</h1>",
        f"<p>{sum(f.verdict == OK for f in figures)} of {len(figures)} figures are inside their targets.</p>",
        table(figures),
    ]
    for title, picture in pictures(log.rows):
        parts.append(
            f'<h2>{html.escape(title)}</h2><img alt="{html.escape(title)}" src="data:image/png;base64,{picture}">'
        )
    return "\n".join([*parts, "</html>\n"]).encode()


def table(figures: list[Figure]) -> str:
    """Return the table of figures."""
    head = "<tr><th>figure<th>value<th>95 %<th>target<th>verdict<th>of<th>test<th>what it is</tr>"
    rows = [
        f"<tr><td>{f.name}<td class=n>{f.value:g}<td class=n>{between(f)}<td class=n>{html.escape(f.target)}"
        f"<td class={f.verdict}>{f.verdict}<td class=n>{f.n}<td>{TARGETS[f.name].test}<td>{html.escape(f.words)}</tr>"
        for f in figures
    ]
    return f"<table>{head}{''.join(rows)}</table>"


def between(f: Figure) -> str:
    return "" if f.low == f.high else f"{f.low:g} to {f.high:g}"


# ---------------------------------------------------------------------- pictures
def pictures(rows: Rows) -> list[tuple[str, str]]:
    """Return titles and pictures (PNG, base64) of what there are rows for; none without matplotlib."""
    try:
        from matplotlib.figure import Figure as Canvas
    except ImportError:
        return []
    made = []
    for name, title, draw in PICTURES:
        if rows.get(name):
            canvas = Canvas(figsize=(9, 4), layout="constrained")
            draw(canvas, rows[name])
            data = io.BytesIO()
            canvas.savefig(data, format="png", dpi=110)
            made.append((title, base64.b64encode(data.getvalue()).decode()))
    return made


def found_by(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw the share found over time, a panel for each kind of prey, a line for each pursuer."""
    kinds = list(dict.fromkeys(r["kind"] for r in rows))
    panels = canvas.subplots(1, len(kinds), sharey=True, squeeze=False)[0]
    for panel, kind in zip(panels, kinds, strict=True):
        for pursuer in dict.fromkeys(r["pursuer"] for r in rows):
            took = np.sort([r["seconds"] for r in rows if (r["kind"], r["pursuer"]) == (kind, pursuer)])
            panel.step([0, *took], [0, *(np.arange(1, len(took) + 1) / len(took))], where="post", label=pursuer)
        panel.set(title=f"prey that {kind}s", xlabel="seconds", xlim=(0, 119), ylim=(0, 1))
    panels[0].set_ylabel("share found")
    panels[-1].legend(fontsize="small")


def believed(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw believed share against true share."""
    panel = canvas.subplots()
    panel.plot([0, 1], [0, 1], color="0.7")
    panel.scatter([r["believed"] for r in rows], [r["true"] for r in rows], [6 + r["n"] ** 0.5 for r in rows])
    panel.set(xlabel="believed", ylabel="true", xlim=(0, 1), ylim=(0, 1))


def doubts(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw what ten seconds of watching make of the machine and of people."""
    panel = canvas.subplots()
    people = [d for r in rows for d in r["people"]]
    both = [people, [r["machine"] for r in rows]]
    panel.hist(both, bins=24, density=True, label=["people", "the machine"])
    panel.set(xlabel="log-odds after ten seconds", yticks=[])
    panel.legend()


def estimates(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw what it thinks that they believe against what they believe."""
    panel = canvas.subplots()
    pairs = np.array([pair for r in rows for pair in r["rows"]]).reshape(-1, 2)
    looks = panel.hexbin(pairs[:, 1], pairs[:, 0], gridsize=24, bins="log", mincnt=1, cmap="magma_r")
    canvas.colorbar(looks, label="looks")
    panel.plot([-6, 8], [-6, 8], color="0.7")
    panel.set(xlabel="what they believe (log-odds)", ylabel="what it thinks that they believe")


def learned(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw how long it takes to find the same prey again and again, a line for each sort of it."""
    panel = canvas.subplots()
    sorts = {
        "three haunts": (True, True, False),
        "haunts that change": (True, True, True),
        "haunts that change, forgets": (True, False, True),
        "no haunts": (False, True, False),
        "no haunts, forgets": (False, False, False),
    }
    for name, key in sorts.items():
        took = [r["seconds"] for r in rows if (r["habits"], r["learns"], r["switches"]) == key]
        if took:
            panel.plot(np.arange(1, len(took[0]) + 1), np.mean(took, axis=0), marker="o", label=name)
    panel.set(xlabel="time that they meet", ylabel="mean seconds to find", ylim=(0, None))
    panel.legend(fontsize="small")


def worn(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw how long faces last near the prey, and how often it changes its mind."""
    left, right = canvas.subplots(1, 2)
    left.hist([s for r in rows for s in r["worn"]], bins=24)
    left.set(xlabel="seconds of a face within 8 m", ylabel="faces")
    right.hist([r["switches"] / max(0.1, r["calm_minutes"]) for r in rows], bins=16)
    right.set(xlabel="changes of intent a minute outside combat", ylabel="runs")


def wins(canvas: Any, rows: list[dict[str, Any]]) -> None:
    """Draw how often the bot wins against each pursuer."""
    panel = canvas.subplots()
    names = list(dict.fromkeys(r["pursuer"] for r in rows))
    of = {name: [r["outcome"] == "won" for r in rows if r["pursuer"] == name] for name in names}
    panel.bar(names, [sum(of[name]) / len(of[name]) for name in names])
    panel.set(ylabel="share of runs won", ylim=(0, 1))


PICTURES: tuple[tuple[str, str, Callable[[Any, list[dict[str, Any]]], None]], ...] = (
    ("search", "How soon prey is found", found_by),
    ("search.calibration", "Where it believes that he is, and where he is", believed),
    ("tells.soft", "What tells say after ten seconds", doubts),
    ("disguise.belief", "What it thinks that they believe", estimates),
    ("learning", "How soon it finds the same prey again", learned),
    ("pacing", "Pace", worn),
    ("play", "Who wins", wins),
)
