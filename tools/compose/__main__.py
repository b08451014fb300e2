"""python -m tools.compose [PART...] [--list] [--check] [--sheet FOLDER]: compute all sounds or some, or measure them."""

import argparse
import sys
import time
from pathlib import Path

from tools.compose import files


def compose(parts: list[str]) -> None:
    """Compute parts, telling each one's size and time on stderr, and bring the manifest up to date."""
    begun, total = time.perf_counter(), 0
    for part in parts:
        start = time.perf_counter()
        size = files.write(part)
        total += size
        print(f"{part:18s} {size / 1000:8.1f} kB {time.perf_counter() - start:6.1f} s", file=sys.stderr, flush=True)
    files.note()
    print(f"{len(parts)} parts, {total / 1e6:.2f} MB, {time.perf_counter() - begun:.0f} s", file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 if --check finds a limit missed or a file changed."""
    parser = argparse.ArgumentParser(prog="python -m tools.compose", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PART", help="cues, voices or stems; everything if none is given")
    parser.add_argument("--list", action="store_true", help="show what can be computed")
    parser.add_argument(
        "--check", action="store_true", help="measure everything against its limits, and the files on disk"
    )
    parser.add_argument("--sheet", metavar="FOLDER", type=Path, help="draw spectrograms of everything into a folder")
    given = parser.parse_args(arguments)
    unknown = sorted(set(given.names) - set(files.PARTS))
    if unknown:
        raise SystemExit(f"unknown: {', '.join(unknown)} (--list shows what can be computed)")
    if given.list:
        print("\n".join(files.PARTS))
        return 0
    if given.sheet:
        from tools.compose.sheet import draw

        draw(given.sheet)
        return 0
    if given.check:
        from tools.compose.check import check

        return check()
    compose(given.names or list(files.PARTS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
