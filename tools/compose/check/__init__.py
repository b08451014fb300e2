"""Measures the composed files against their limits: python -m tools.compose --check prints the table."""

from tools.compose import files
from tools.compose.check import effects, mixer, repeat, score, tells, voices
from tools.compose.check.table import Table


def check() -> int:
    """Print the table; return 1 if a limit is missed."""
    table = Table()
    wrong = files.differences()
    table.limit("files as their table and manifest say", "; ".join(wrong[:3]) or "all", "all", not wrong)
    for part in (effects, score, tells, voices, mixer, repeat):
        part.measure(table)
    print(
        f"\n{len(table.rows)} limits, {len(table.missed)} missed{': ' if table.missed else ''}{', '.join(table.missed)}"
    )
    return 1 if table.missed else 0
