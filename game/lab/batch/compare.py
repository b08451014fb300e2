"""Two folders of the same runs: does the second win more often? Wald's sequential test over the seeds that they share."""

from math import log
from pathlib import Path

import msgspec

from game.core.trouble import Trouble
from game.lab.batch.rows import opened

ALPHA = BETA = 0.05
BOUND = log((1 - BETA) / ALPHA)  # 2.94
EDGE = 0.6  # share of the seeds won by one alone that counts as better; .5 is no difference
MORE, LESS, SAME, OPEN = "B wins more", "B wins less", "no difference", "not decided"


class Verdict(msgspec.Struct, frozen=True):
    """pairs: runs that both have, up to the decision; a, b: won by each; only_a, only_b: won by one of them alone.

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

    def line(self) -> str:
        """Return it in words."""
        return (
            f"{self.verdict}: of {self.pairs} runs A won {self.a} and B {self.b};"
            f" A alone {self.only_a}, B alone {self.only_b}; LLR {self.llr_more:+.2f} for more, {self.llr_less:+.2f} for less"
            f" (decided at {BOUND:.2f})"
        )


def compare(a: Path, b: Path) -> Verdict:
    """Return the verdict; raises Trouble where the folders have no run in common."""
    won = []
    for folder in (a, b):
        with opened(folder, new=False) as rows:
            won.append({job: result["outcome"] == "won" for job, result, _ in rows.all()})
    both = [job for job in sorted(won[0], key=lambda job: (job.seed, job)) if job in won[1]]
    if not both:
        raise Trouble(f"{a} and {b} have no run in common: run the same levels, bots, pursuers and seeds into both")
    return judged([(won[0][job], won[1][job]) for job in both])


def judged(pairs: list[tuple[bool, bool]]) -> Verdict:
    """Go through the pairs in order until one of the two tests is decided for a difference, or both against it."""
    n = wins_a = wins_b = only_a = only_b = 0
    more = less = 0.0
    gain, loss = log(EDGE / 0.5), log((1 - EDGE) / 0.5)
    found = OPEN
    for one, other in pairs:
        n, wins_a, wins_b = n + 1, wins_a + one, wins_b + other
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
    return Verdict(found, n, wins_a, wins_b, only_a, only_b, round(more, 3), round(less, 3))
