"""python -m tools.listen LEVEL [--seed N] [--ticks N] [--paper] [--out FOLDER]: keep all the sound of a bot's run; judge it."""

import argparse
import sys
import wave
from pathlib import Path

import numpy as np

from game.content.music import RATE
from game.core.trouble import Trouble
from tools.listen import measure, picture
from tools.listen.run import listen, on_paper


def shapes() -> dict[str, np.ndarray]:
    """Return the tells as they were composed."""
    from game.content.cues import CUES, files
    from tools.compose.recipes import rendered

    return {name: rendered(c.id, k) for c in CUES.values() if c.tell and not c.loop for k, name in enumerate(files(c))}


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 if something is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tools.listen", description=__doc__)
    parser.add_argument("level", help="a mission's id or the path of a .tmx")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--ticks", type=int, default=3600, help="most ticks, lived in real time")
    parser.add_argument("--paper", action="store_true", help="not in real time through SDL, but mixed by ourselves")
    parser.add_argument("--out", type=Path, default=Path("heard"), help="folder for heard.wav, heard.png and heard.txt")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    raw = given.out / "heard.raw"
    try:
        heard = (
            on_paper(given.level, given.seed, given.ticks)
            if given.paper
            else listen(given.level, given.seed, given.ticks, raw)
        )
    except Trouble as trouble:
        print(f"error: {trouble}", file=sys.stderr)
        return 2
    finally:
        raw.unlink(missing_ok=True)
    with wave.open(str(given.out / "heard.wav"), "wb") as f:
        f.setnchannels(2)
        f.setsampwidth(2)
        f.setframerate(RATE)
        f.writeframes((np.clip(heard.sound, -1, 1) * 32767).astype("<i2").tobytes())
    picture.draw(heard, given.out / "heard.png")
    words = [f"{tick:6d}  {category:7s} {said}" for tick, category, said in heard.words]
    (given.out / "heard.txt").write_text("\n".join(words) + "\n")
    table = measure.judged(heard, shapes())
    for row in table:
        print(f"{'PASS' if row.good else 'FAIL'}  {row.what:44s} {row.got:>28s}   want {row.want}")
    return 0 if all(row.good for row in table) else 1


if __name__ == "__main__":
    sys.exit(main())
