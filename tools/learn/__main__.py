"""Learns, judges, and leaves curve.csv, curve.png and table.md: `python -m tools.learn [--steps N] [--seed N] --out DIR`."""

import argparse
import time
from pathlib import Path

from game.lab.probe.statistics import Interval
from tools.learn.ppo import JUDGED, SEED, STEPS, Judged, Point, chance, chooser, judge, learn


def cell(of: Interval) -> str:
    """Return a value with its interval in words."""
    return f"{of.value:+.2f} ({of.low:+.2f} to {of.high:+.2f})"


def line(name: str, of: Judged) -> str:
    """Return a row of the table."""
    return f"| {name} | {cell(of.paid)} | {of.won.value:.0%} ({of.won.low:.0%} to {of.won.high:.0%}) | {of.seconds.value:.1f} |"


def written(curve: list[Point], base: Judged, folder: Path) -> None:
    """Write the curve as numbers and as a picture."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    rows = ["steps,paid,paid_low,paid_high,won,won_low,won_high"]
    rows += [",".join(f"{v:g}" for v in (p.steps, *p.paid, *p.won)) for p in curve]
    (folder / "curve.csv").write_text("\n".join(rows) + "\n", "utf-8")
    figure, axes = pyplot.subplots(figsize=(6.4, 3.2), dpi=90, layout="constrained")
    steps = [p.steps / 1000 for p in curve]
    axes.fill_between(steps, [p.won.low for p in curve], [p.won.high for p in curve], alpha=0.25, linewidth=0)
    axes.plot(steps, [p.won.value for p in curve], label="PPO, held-out maps")
    axes.axhline(base.won.value, color="0.4", linestyle="--", label="random acts")
    axes.set(xlabel="thousand steps", ylabel="finds him within 40 s", ylim=(0, 1))
    axes.legend(loc="lower right", frameon=False)
    figure.savefig(folder / "curve.png")
    pyplot.close(figure)


def main() -> None:
    """Run the command."""
    words = argparse.ArgumentParser(prog="python -m tools.learn", description=__doc__)
    words.add_argument("--steps", type=int, default=STEPS)
    words.add_argument("--seed", type=int, default=SEED)
    words.add_argument("--out", type=Path, required=True)
    said = words.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    began = time.process_time()

    def tell(at: Point) -> None:
        print(
            f"{at.steps:7d} steps: won {at.won.value:.2f}, paid {cell(at.paid)}, {time.process_time() - began:.0f} s",
            flush=True,
        )

    base = judge(chance(), JUDGED)
    print(line("random", base), flush=True)
    model, curve = learn(said.steps, said.seed, tell)
    written(curve, base, said.out)
    table = [
        f"| {len(JUDGED)} runs on held-out maps | paid | won | seconds |",
        "|---|---|---|---|",
        line("random acts", base),
        line(f"PPO, {curve[-1].steps} steps, seed {said.seed}", judge(chooser(model), JUDGED)),
    ]
    (said.out / "table.md").write_text("\n".join(table) + "\n", "utf-8")
    print("\n".join(table))


if __name__ == "__main__":
    main()
