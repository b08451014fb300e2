"""Prints what the soft-lock search finds in a level: python -m tools.softlock LEVEL."""

import argparse

from game.level.load import load
from game.level.softlock import Report, findings, search


def main() -> int:
    """Search a level twice, with a hunter and without, and print findings; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("level", help="a mission's id or a .tmx file")
    level = load(parser.parse_args().level)
    print(f"hunted: {summary(search(level))}")
    alone = search(level, hunter=False)
    print(f"alone: {summary(alone)}")
    found = [f"{d.severity} {d.code}: {d.message}" for d in findings(level)]
    found += [f"alone: no ending can be reached: {trace}" for trace in alone.dead]
    print("\n".join(found) or "nothing to say")
    return 1 if found else 0


def summary(report: Report) -> str:
    """Return a report's figures in a line."""
    cut = "" if report.whole else ", cut off there"
    return f"{report.states} states{cut}, {report.lost} lost, {report.seconds:.2f} s"


if __name__ == "__main__":
    raise SystemExit(main())
