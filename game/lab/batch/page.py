"""A folder of runs as one HTML page: how often each bot wins, how its runs end, and where things happen."""

from collections import Counter
from html import escape
from itertools import groupby
from typing import Any

from game.lab.batch.heat import picture
from game.lab.batch.job import Job
from game.lab.batch.places import KINDS, Points
from game.lab.probe.statistics import share
from game.level.load import load

Row = tuple[Job, dict[str, Any], Points]
STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;background:#0b0f14;color:#cfd8e3;margin:2rem auto;max-width:72rem}"
    "table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #26313d}"
    "figure{display:inline-block;margin:0 1rem 1rem 0}h2{margin-top:2rem}"
    ".bar{display:inline-block;height:.7rem;background:#56b881}"
)
HEAD = (
    "bot", "pursuer", "difficulty", "runs", "won", "95%", "", "seconds", "seizures", "rescues", "stuck", "ends",
)  # fmt: skip


def page(rows: list[Row]) -> bytes:
    """Return the page."""
    parts = ["<!doctype html><meta charset=utf-8><title>Runs</title>", f"<style>{STYLE}</style><h1>Runs</h1>"]
    for name, of_level in groupby(rows, key=lambda row: row[0].level):
        parts += section(name, list(of_level))
    return "".join(parts).encode()


def section(name: str, rows: list[Row]) -> list[str]:
    """Return a level's part: a line for each bot against each pursuer, and a heat map for each kind of place."""
    level = load(name)
    parts = [f"<h2>{escape(level.title)} <small>{escape(name)}</small></h2><table><tr>"]
    parts += [f"<th>{word}</th>" for word in HEAD]
    for words, group in groupby(rows, key=lambda row: row[0][1:4]):
        parts.append(line(words, [result for _, result, _ in group]))
    parts.append("</table>")
    places = [p for _, _, p in rows]
    for kind in KINDS:
        if any(p[kind] for p in places):
            parts.append(f"<figure>{picture(level, places, kind)}<figcaption>{kind}</figcaption></figure>")
    return parts


def line(words: tuple[str, ...], results: list[dict[str, Any]]) -> str:
    """Return a row of the table."""
    n = len(results)
    won = share(sum(r["outcome"] == "won" for r in results), n)
    ends = Counter(r["reason"] or r["outcome"] for r in results)
    cells = [
        *words,
        n,
        f"{won.value:.0%}",
        f"{won.low:.0%} - {won.high:.0%}",
        "",
        f"{sum(r['ticks'] for r in results) / n / 60:.0f}",
        f"{sum(r['seizures'] for r in results) / n:.2f}",
        f"{sum(r['rescues'] for r in results) / n:.2f}",
        sum(len(r["stuck"]) for r in results),
        ", ".join(f"{why} {k}" for why, k in ends.most_common()),
    ]
    bar = f'<span class=bar style="width:{won.value * 8:.1f}rem"></span>'
    return "<tr>" + "".join(f"<td>{bar if not str(c) else escape(str(c))}</td>" for c in cells) + "</tr>"
