"""The words of the command line: every command, its options and what they may be; says nothing of what they do."""

import argparse
import re
from typing import Any, NoReturn

from game.content.difficulty import DIFFICULTIES
from game.core.dice import MOST_SEED
from game.core.trouble import Trouble

LEVEL = "a mission's id, a scenario such as find/3, or the path of a .tmx"
RUNS = "0 done, 2 unusable input"  # the exit statuses of most commands
MOST_TICKS = 10**9

Commands = Any  # what argparse calls _SubParsersAction


class Parser(argparse.ArgumentParser):
    """argparse, but a wrong word is one line and not a page."""

    def __init__(self, **words: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **words)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and stop."""
        shown = re.sub(r", '_\w+'", "", message)  # commands that are not for people
        raise Trouble(f"{shown}; see {self.prog} --help")


# ------------------------------------------------------------------ what the words mean


def number(low: int, high: int) -> Any:
    """Return a reader of whole numbers from low to high."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return read


seed = number(0, MOST_SEED)
count = number(0, MOST_TICKS)


def seeds(text: str) -> range:
    """Read A:B, the seeds from A to B-1."""
    first, _, last = text.partition(":")
    try:
        made = range(seed(first), seed(last))
    except argparse.ArgumentTypeError:
        made = range(0)
    if not made:
        raise argparse.ArgumentTypeError(f"{text!r} is not a range of seeds; write 0:100 for the seeds 0 to 99")
    return made


def names(text: str) -> tuple[str, ...]:
    """Read X,Y, a list of names."""
    made = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if not all(made):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a list of names; write them with commas between, such as X,Y"
        )
    return made


def size(text: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT in pixels."""
    w, _, h = text.partition("x")
    side = number(64, 8192)
    try:
        return side(w), side(h)
    except argparse.ArgumentTypeError as e:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size from 64x64 to 8192x8192, such as 1280x720") from e


# ------------------------------------------------------------------ the commands, a function each


def _command(words: Commands, name: str, does: str, *examples: str, status: str = RUNS) -> Any:
    """Add a command; its --help says what it does, in examples too, and with which exit statuses it ends."""
    shown = "\n".join(f"  python -m game {line}" for line in examples)
    epilog = f"examples:\n{shown}\n\nexit status: {status}"
    return words.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=epilog)


def _difficulty(p: argparse.ArgumentParser, default: str, words: str) -> None:
    p.add_argument("--difficulty", choices=list(DIFFICULTIES), default=default, help=f"default: {words}")


def _ticks(p: argparse.ArgumentParser, what: str) -> None:
    p.add_argument(
        "--ticks",
        type=number(1, MOST_TICKS),
        default=0,
        metavar="N",
        help=f"stop {what} after N ticks (default: twice the par)",
    )


def _bot(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--bot",
        default="base",
        metavar="NAME",
        help="who plays: base (default), expert, idle, novice, captions, monkey, or package.module:function",
    )


def _play(words: Commands) -> None:
    p = _command(
        words,
        "play",
        "play a level in a window",
        "play",
        "play yard --seed 7 --difficulty gentle",
        "play my.tmx --watch",
        "play find/17 --record mine.replay",
    )
    p.add_argument("level", nargs="?", metavar="LEVEL", help=f"{LEVEL} (default: the title)")
    p.add_argument("--seed", type=seed, metavar="N", help="the run's seed (default: another each time)")
    _difficulty(p, "", "as in the settings")
    p.add_argument("--at", metavar="CHECKPOINT", help="start at a checkpoint of the level")
    p.add_argument("--watch", action="store_true", help="read the level again whenever its file is saved")
    p.add_argument("--record", metavar="FILE", help="write a replay")
    p.set_defaults(do="play")


def _run(words: Commands) -> None:
    p = _command(
        words,
        "run",
        "let a bot play, without a window",
        "run yard --seed 7 --json",
        "run my.tmx --seeds 0:20",
        "run duel/3 --bot my_module:decide",
        "run campaign --retries 5 --json",
        status="0 done, won or not; 2 unusable input",
    )
    p.add_argument("level", metavar="LEVEL", help=f"{LEVEL}; or campaign: the whole story")
    _bot(p)
    p.add_argument(
        "--pursuer",
        default="t1000",
        metavar="NAME",
        help="who hunts: t1000 (default), chaser, sweep, none, or package.module:function",
    )
    which = p.add_mutually_exclusive_group()
    which.add_argument("--seed", type=seed, default=0, metavar="N", help="default 0")
    which.add_argument("--seeds", type=seeds, metavar="A:B", help="each seed from A to B-1, one JSON object a line")
    _difficulty(p, "standard", "standard")
    _ticks(p, "an attempt")
    p.add_argument(
        "--retries", type=count, default=0, metavar="N", help="go back to the checkpoint N times (default 0)"
    )
    p.add_argument("--to", metavar="MISSION", help="campaign: the last mission to play")
    p.add_argument("--record", metavar="FILE", help="write a replay")
    p.add_argument("--json", action="store_true", help="print one JSON object")
    p.set_defaults(do="run")


def _replay(words: Commands) -> None:
    p = _command(
        words,
        "replay",
        "show a replay, or live it again and compare",
        "replay seven.replay",
        "replay seven.replay --verify",
        status="0 done, and with --verify the same; 1 it differs; 2 unusable input",
    )
    p.add_argument("file", metavar="FILE", help="what --record has written")
    p.add_argument("--verify", action="store_true", help="without a window: does it happen again, tick for tick?")
    p.add_argument("--json", action="store_true", help="print one JSON object (with --verify)")
    p.set_defaults(do="replay")


def _check(words: Commands) -> None:
    p = _command(
        words,
        "check",
        "look for mistakes in levels",
        "check levels",
        "check my.tmx --json",
        "check my.tmx --dump",
        status="0 no error, warnings or not; 1 an error in a level; 2 unusable input",
    )
    p.add_argument("paths", nargs="+", metavar="PATH", help="a .tmx, a mission's id or a folder of levels")
    how = p.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print a list of findings")
    how.add_argument("--dump", action="store_true", help="print what the game reads in the file")
    p.set_defaults(do="check")


def _shot(words: Commands) -> None:
    p = _command(
        words,
        "shot",
        "draw one moment of a bot's run into a picture",
        "shot my.tmx --whole --out my.png",
        "shot yard --seed 7 --event shot --out shot.png",
        status="0 done; 1 the event does not happen in this run; 2 unusable input",
    )
    p.add_argument("level", metavar="LEVEL", help=LEVEL)
    p.add_argument("--out", required=True, metavar="FILE.png", help="the picture; its folder must exist")
    p.add_argument("--seed", type=seed, default=0, metavar="N", help="default 0")
    _bot(p)
    moment = p.add_mutually_exclusive_group()
    moment.add_argument("--tick", type=count, default=60, metavar="N", help="after N ticks (default 60)")
    moment.add_argument("--event", metavar="KEY", help="the tick after this first happens: shot, seizure, rescued, …")
    p.add_argument("--whole", action="store_true", help="the whole map, nothing hidden")
    p.add_argument("--vision", action="store_true", help="with machine vision on")
    p.add_argument("--size", type=size, metavar="WxH", help="default 1280x720; --whole: as large as the map")
    p.set_defaults(do="shot")


def _bench(words: Commands) -> None:
    does = "measure how fast the game runs on this machine"
    p = _command(words, "bench", does, "bench", "bench yard --frames --json")
    p.add_argument("level", nargs="?", metavar="LEVEL", help=f"{LEVEL} (default: the largest mission there is)")
    p.add_argument("--frames", action="store_true", help="measure drawing too")
    p.add_argument("--json", action="store_true", help="print one JSON object")
    p.set_defaults(do="bench")


def _lab_run(words: Commands) -> None:
    p = _command(
        words,
        "run",
        "many runs: levels, bots, pursuers and seeds, each with each",
        "lab run closing_time find/3 --seeds 0:200 --bots base,novice --jobs 2 --out results",
        "lab run guard/0 --seeds 0:50 --pursuers t1000,my_module:hunt --out results",
    )
    p.add_argument("levels", nargs="+", metavar="LEVEL", help=LEVEL)
    p.add_argument("--seeds", type=seeds, required=True, metavar="A:B", help="each seed from A to B-1")
    p.add_argument("--bots", type=names, default=("base",), metavar="X,Y", help="as of run --bot (default: base)")
    p.add_argument(
        "--pursuers", type=names, default=("t1000",), metavar="X,Y", help="as of run --pursuer (default: t1000)"
    )
    p.add_argument(
        "--difficulties",
        type=names,
        default=("standard",),
        metavar="X,Y",
        help="gentle, standard, hunted (default: standard)",
    )
    _ticks(p, "each")
    p.add_argument("--jobs", type=number(1, 4096), default=1, metavar="N", help="runs at a time (default 1)")
    p.add_argument("--backend", choices=("loky", "ray", "dask"), default="loky", help="where they run (default: here)")
    p.add_argument(
        "--out", required=True, metavar="DIR", help="an existing folder for the results; what is there is not run again"
    )
    p.set_defaults(do="lab run")


def _lab_compare(words: Commands) -> None:
    does = "say whether the runs of one folder win more often than those of another"
    p = _command(words, "compare", does, "lab compare results other_results")
    p.add_argument("a", metavar="A", help="a folder of lab run")
    p.add_argument("b", metavar="B", help="another, of the same levels and seeds")
    p.add_argument("--json", action="store_true", help="print one JSON object")
    p.set_defaults(do="lab compare")


def _lab_probe(words: Commands) -> None:
    p = _command(
        words,
        "probe",
        "figures of honesty, fairness and skill, each with target and verdict",
        "lab probe search.hide tells",
        "lab probe honesty --level my.tmx --out figures",
        status="0 every target met; 1 a figure falls short; 2 unusable input",
    )
    p.add_argument(
        "names", nargs="*", metavar="NAME", help="probes or figures, such as honesty or search.hide (default: all)"
    )
    p.add_argument("--level", metavar="PATH", help=f"measure on this level: {LEVEL}")
    p.add_argument(
        "--full", action="store_true", help="as many runs as the targets ask for (an hour or so), and a page"
    )
    p.add_argument("--out", metavar="DIR", help="leave the raw rows behind each figure here; the folder must exist")
    p.add_argument("--json", action="store_true", help="print a JSON list")
    p.set_defaults(do="lab probe")


def _missions(words: Commands) -> None:
    p = _command(words, "missions", "list the missions", "missions", "missions --json")
    p.add_argument("--json", action="store_true", help="print a JSON list")
    p.set_defaults(do="missions")


def _save_info(words: Commands) -> None:
    p = _command(words, "save-info", "say what a saved game holds", "save-info closing_time.save")
    p.add_argument("file", metavar="FILE", help="a save, in the folder that GAME_HOME names")
    p.add_argument("--json", action="store_true", help="print one JSON object")
    p.set_defaults(do="save-info")


def _for_children(words: Commands) -> None:
    """Add what the title screen and the level reader run in a child process."""
    words.add_parser("_compile").set_defaults(do="_compile")
    p = words.add_parser("_read")
    p.add_argument("rest", nargs="*")
    p.set_defaults(do="_read")


def _lab(words: Commands) -> None:
    lab = words.add_parser("lab", help="many runs, and figures of the hunter")
    kinds = lab.add_subparsers(metavar="WHAT", required=True)
    for add in (_lab_run, _lab_compare, _lab_probe):
        add(kinds)


# In the order in which --help lists them.
COMMANDS = (_play, _run, _replay, _check, _shot, _bench, _lab, _missions, _save_info, _for_children)


def parser() -> Parser:
    """Return the table of commands."""
    top = Parser(
        prog="python -m game",
        description="What the Metal Learned. Without a command: the title screen.",
        epilog="COMMAND --help shows examples.\n\n"
        "exit status: 0 done; 1 what was checked is bad; 2 unusable input, with a line that says what to mend;\n"
        "130 interrupted; 141 nobody reads the output any more",
    )
    top.set_defaults(do="title")
    words = top.add_subparsers(metavar="COMMAND")
    for add in COMMANDS:
        add(words)
    return top
