"""Two folders of the same runs: does the second win more often? Wald's sequential test over the seeds that they share."""

from math import log
from pathlib import Path
from typing import Any

import msgspec

from game.core.trouble import Trouble
from game.lab.batch.job import Job
from game.lab.batch.rows import opened

ALPHA = BETA = 0.05
Runs = dict[Job, dict[str, Any]]
BOUND = log((1 - BETA) / ALPHA)  # 2.94
EDGE = 0.6  # share of the seeds won by one alone that counts as better; .5 is no difference
MORE, LESS, SAME, OPEN = "B wins more", "B wins less", "no difference", "not decided"


class Verdict(msgspec.Struct, frozen=True):
    """pairs: runs that both have, up to the decision; a, b: won by each; only_a, only_b: won by one of them alone.

    alike                of the pairs, those that are the same run to the digest; where all are, there is nothing to decide
    llr_more, llr_less   log-likelihood ratios of "B better" and of "B worse" against "no difference"; BOUND decides
    """

    verdict: str
    pairs: int
    a: int
    b: int
    only_a: int
    only_b: int
    llr_more: float
    llr_less: float
    alike: int = 0

    def line(self) -> str:
        """Return it in words."""
        return (
            f"{self.verdict}: of {self.pairs} runs A won {self.a} and B {self.b};"
            f" A alone {self.only_a}, B alone {self.only_b}, {self.alike} the same to the digest;"
            f" LLR {self.llr_more:+.2f} for more, {self.llr_less:+.2f} for less (decided at {BOUND:.2f})"
        )


def compare(a: Path, b: Path) -> Verdict:
    """Return the verdict; raises Trouble where the folders have no run in common."""
    runs: list[Runs] = []
    for folder in (a, b):
        with opened(folder, new=False) as rows:
            runs.append({job: result for job, result, _ in rows.all()})
    pairs = paired(*runs)
    if not pairs:
        raise Trouble(f"{a} and {b} have no run in common: run the same levels, bots, pursuers and seeds into both")
    return judged([(a["outcome"] == "won", b["outcome"] == "won", a["digest"] == b["digest"]) for a, b in pairs])


def paired(a: Runs, b: Runs) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the runs of both by seed; where each folder is of one bot, or one pursuer, it is those that are compared."""
    bots = all(len({job.bot for job in runs}) == 1 for runs in (a, b))
    pursuers = all(len({job.pursuer for job in runs}) == 1 for runs in (a, b))

    def plain(job: Job) -> Job:
        return job._replace(bot="" if bots else job.bot, pursuer="" if pursuers else job.pursuer)

    one, other = ({plain(job): result for job, result in runs.items()} for runs in (a, b))
    both = [job for job in sorted(one, key=lambda job: (job.seed, job)) if job in other]
    return [(one[job], other[job]) for job in both]


def judged(pairs: list[tuple[bool, bool, bool]]) -> Verdict:
    """Go through the pairs in order until one of the two tests is decided for a difference, or both against it.

    pairs   whether A won, whether B did, and whether both are the same run to the digest
    """
    n = wins_a = wins_b = only_a = only_b = alike = 0
    more = less = 0.0
    gain, loss = log(EDGE / 0.5), log((1 - EDGE) / 0.5)
    found = OPEN
    for one, other, same in pairs:
        n, wins_a, wins_b, alike = n + 1, wins_a + one, wins_b + other, alike + same
        if one != other:
            only_a, only_b = only_a + one, only_b + other
            more += gain if other else loss
            less += gain if one else loss
        if more >= BOUND or less >= BOUND:
            found = MORE if more >= BOUND else LESS
            break
        if max(more, less) <= -BOUND:
            found = SAME
            break
    if alike == len(pairs):
        found = SAME
    return Verdict(found, n, wins_a, wins_b, only_a, only_b, round(more, 3), round(less, 3), alike)
