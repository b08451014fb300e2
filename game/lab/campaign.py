"""Plays the story's missions one after another, each with what those before have left, and sums them up as one run."""

import hashlib
from typing import Any

from game.content import missions
from game.core.trouble import Trouble
from game.lab.run import begin, played
from game.level.load import load
from game.sim.carried import Carried

SAME = ("rules_version", "seed", "difficulty", "bot", "pursuer")  # in the whole as in each mission
SUMS = ("ticks", "human_cost", "seizures", "rescues", "proofs")
LISTS = ("objectives", "forms", "stuck")


def campaign(
    *,
    to: str = "",
    bot: str = "base",
    pursuer: str = "t1000",
    seed: int = 0,
    difficulty: str = "standard",
    ticks: int = 0,
    retries: int = 0,
) -> dict[str, Any]:
    """Play the story until a mission is not won, or up to the mission `to`; the rest as for run(), for each mission."""
    ids = [m.id for m in missions.told()]
    if to and to not in ids:
        raise Trouble(f"mission {to!r} is no part of the story; choose from {', '.join(ids)}")
    results: list[dict[str, Any]] = []
    carried, mission = Carried(), missions.first()
    while mission:
        session = begin(load(mission), seed, difficulty, pursuer, carried)
        results.append(played(session, bot, ticks, retries, pursuer=pursuer))
        if results[-1]["outcome"] != "won" or mission == to:
            break
        carried = session.carry_on()
        mission = missions.after(mission, session.world.state.next_mission)
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
