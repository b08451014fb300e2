"""Plays the missions one after another, and sums them up in an object of the same shape as one run's."""

import hashlib
from typing import Any

from game.content.missions import MISSIONS
from game.core.trouble import Trouble
from game.lab.run import run
from game.level.load import load

SAME = ("rules_version", "seed", "difficulty", "bot", "pursuer")  # in the whole as in each mission
SUMS = ("ticks", "human_cost", "seizures", "rescues", "proofs")
LISTS = ("objectives", "forms", "stuck")


def campaign(*, to: str = "", **how: Any) -> dict[str, Any]:
    """Play every mission until one is not won, or up to the mission `to`; `how` as for run()."""
    ids = [m.id for m in MISSIONS]
    if to and to not in ids:
        raise Trouble(f"mission {to!r} is unknown; choose from {', '.join(ids)}")
    results: list[dict[str, Any]] = []
    for mission in MISSIONS:
        results.append(run(load(mission.id), **how))
        if results[-1]["outcome"] != "won" or mission.id == to:
            break
    return _whole(results)


def _whole(results: list[dict[str, Any]]) -> dict[str, Any]:
    last = results[-1]
    ticks = sum(r["ticks"] for r in results)
    seconds = sum(r["ticks"] / r["ticks_per_second"] for r in results if r["ticks_per_second"])
    whole: dict[str, Any] = {"level": "campaign", "content_hash": _joined(r["content_hash"] for r in results)}
    whole |= {key: last[key] for key in SAME}
    whole |= {key: sum(r[key] for r in results) for key in SUMS}
    whole |= {key: [row for r in results for row in r[key]] for key in LISTS}
    return whole | {
        "outcome": last["outcome"],
        "reason": last["reason"],
        "trust": last["trust"],
        "hunter": {key: sum(r["hunter"][key] for r in results) for key in last["hunter"]},
        "events": _first_times(results),
        "digest": _joined(r["digest"] for r in results),
        "ticks_per_second": round(ticks / max(seconds, 1e-9), 1),
        "missions": results,
    }


def _joined(hashes: Any) -> str:
    return hashlib.blake2b("\n".join(hashes).encode(), digest_size=16).hexdigest()


def _first_times(results: list[dict[str, Any]]) -> dict[str, int]:
    """Return the first tick of each event key, counted over all missions."""
    first: dict[str, int] = {}
    before = 0
    for result in results:
        for key, tick in result["events"].items():
            first.setdefault(key, before + tick)
        before += result["ticks"]
    return first
