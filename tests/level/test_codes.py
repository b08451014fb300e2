"""The lint's codes are stable and told: every code in the source is in the table, and no other."""

import ast
import re
from pathlib import Path

from game.level.codes import CODES
from game.level.rules.file import ODD

SOURCES = Path(__file__).parents[2] / "game" / "level"
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
PLACES = {"wrong": 2, "error": 0, "warning": 0, "add": 0, "LevelError": 4}  # which argument of a call is the code


def codes_in(path: Path) -> set[str]:
    """Return the codes that a module's calls name."""
    found = set()
    for call in (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = [k.value for k in call.keywords if k.arg == "code"]
        at = PLACES.get(name, -1)
        if 0 <= at < len(call.args):
            given.append(call.args[at])
        words = [g.value for g in given if isinstance(g, ast.Constant) and isinstance(g.value, str)]
        found |= {w for w in words if CODE.fullmatch(w)}
    return found


def test_every_code_is_in_the_table_and_no_other() -> None:
    used = set().union(*(codes_in(p) for p in SOURCES.rglob("*.py")))
    assert used | {"trigger-word", *ODD.values()} == set(CODES)  # the first is a default of Place.wrong
