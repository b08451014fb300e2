"""Writes Tiled's project files and the level maker's reference from the schema: python -m tools.tiled [--check]."""

import argparse
from pathlib import Path

from tools.tiled.written import LEVELS, stale, write


def main() -> int:
    """Write every file that is not as it should be; with --check only name them, and return 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only say what is stale")
    parser.add_argument("--levels", type=Path, default=LEVELS, help="the folder of levels")
    args = parser.parse_args()
    found = stale(args.levels)
    if not args.check:
        write(args.levels)
    print("\n".join(f"{'stale' if args.check else 'written'}: {name}" for name in found) or "all as it should be")
    return int(args.check and bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
