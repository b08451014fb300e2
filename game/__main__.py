"""The command line: one small function a command; whatever a user can mend is one line on stderr, never a traceback."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from game.core.settle import settle
from game.core.trouble import Trouble
from game.options import parser

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # standard output is for results

DONE, BAD, UNUSABLE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141  # as a shell reports SIGINT and SIGPIPE


# ------------------------------------------------------------------ the commands: words in, exit status out


def title(_: argparse.Namespace) -> int:
    """Open the title screen."""
    from game.app.start import Start
    from game.app.window import main

    return main(Start())


def play(args: argparse.Namespace) -> int:
    """Open a level in a window."""
    if args.record:
        writable(args.record)
        if args.watch:
            raise Trouble(
                "--record cannot be had with --watch: a level that changes cannot be lived again; leave one out"
            )
    if not args.level and (args.at or args.watch or args.record):
        raise Trouble("--at, --watch and --record need a LEVEL; name one, such as: play yard")
    from game.app.start import Start
    from game.app.window import main
    from game.level.load import load

    if args.level:
        load(args.level)  # so that a level that cannot be used ends here, with its line, and not in a window
    return main(
        Start(
            level=args.level or "",
            seed=args.seed,
            difficulty=args.difficulty,
            at=args.at or "",
            watch=args.watch,
            record=Path(args.record) if args.record else None,
        )
    )


def run(args: argparse.Namespace) -> int:
    """Let a bot play without a window and print the result."""
    from game.lab.campaign import campaign
    from game.lab.run import run as run_level
    from game.level.load import load

    if args.record:
        writable(args.record)
        if args.seeds or args.level == "campaign":
            raise Trouble("--record writes one run; name one LEVEL and one --seed")
    if args.to and args.level != "campaign":
        raise Trouble("--to names the last mission of a campaign; write: run campaign --to MISSION")
    how = {word: getattr(args, word) for word in ("bot", "pursuer", "difficulty", "ticks", "retries")}
    if args.level == "campaign":

        def once(seed: int) -> dict[str, Any]:
            return campaign(to=args.to or "", seed=seed, **how)
    else:
        level = load(args.level)

        def once(seed: int) -> dict[str, Any]:
            return run_level(level, seed=seed, record=args.record or "", name=args.level, **how)

    for i, n in enumerate(args.seeds or [args.seed]):
        if i == 1:  # by now everything is loaded
            settle()
        result = once(n)
        show(result if args.json or args.seeds else summary(result))
    return DONE


def replay(args: argparse.Namespace) -> int:
    """Live a replay again: in a window, or compared with its record."""
    from game.replay import level_of, load, verify

    expected(args.file, "replay")
    record = load(args.file)
    if args.json and not args.verify:
        raise Trouble("--json tells what --verify finds; give both, or neither to watch the replay")
    if not args.verify:
        from game.app.start import Start
        from game.app.window import main

        return main(Start(replay=Path(args.file)))
    verdict = verify(record, level_of(record, args.file))
    if args.json:
        show(msgspec.to_builtins(verdict))
    elif verdict.first_difference:
        show(f"{args.file}: differs at tick {verdict.first_difference.tick} in {verdict.first_difference.part}")
    else:
        show(f"{args.file}: the same, {verdict.ticks} ticks, {verdict.digest}")
    return DONE if verdict.verified else BAD


def shot(args: argparse.Namespace) -> int:
    """Draw one moment of a bot's run."""
    writable(args.out)
    if not args.out.lower().endswith(".png"):
        raise Trouble(f"{args.out}: pictures are PNG; end the name with .png")
    from game.lab.shot import shot as draw
    from game.level.load import load

    tick = draw(
        load(args.level),
        args.out,
        seed=args.seed,
        bot=args.bot,
        tick=args.tick,
        event=args.event or "",
        whole=args.whole,
        vision=args.vision,
        size=args.size,
    )
    if tick < 0:
        print(f"error: {args.level}: {args.event} does not happen in this run; try another --seed", file=sys.stderr)
        return BAD
    show(f"{args.out}: tick {tick}")
    return DONE


def bench(args: argparse.Namespace) -> int:
    """Measure how fast the game runs on this machine."""
    from game.lab.bench import bench as measure

    result = measure(args.level or "", frames=args.frames)
    show(result if args.json else table(result))
    return DONE


def lab_run(args: argparse.Namespace) -> int:
    """Let bots play many runs, and leave the rows, a page and heat maps in a folder."""
    from game.lab.batch import batch, jobs

    folder = filled(args.out)
    asked = jobs(args.levels, args.bots, args.pursuers, args.difficulties, args.seeds, args.ticks)
    for line in batch(asked, folder, at_once=args.jobs, backend=args.backend):
        show(line)
    return DONE


def lab_compare(args: argparse.Namespace) -> int:
    """Say whether the runs of one folder win more often than those of another."""
    from game.lab.batch import compare

    verdict = compare(Path(args.a), Path(args.b))
    show(msgspec.to_builtins(verdict) if args.json else verdict.line())
    return DONE


def lab_probe(args: argparse.Namespace) -> int:
    """Measure what the hunter may know and how well it does; a figure short of its target ends with 1."""
    from game.lab import probe
    from game.level.load import load

    folder = filled(args.out) if args.out else None
    if args.level:
        load(args.level)
    asked = probe.Asked(args.full, (args.level,) if args.level else (), probe.Log(folder))
    made = []
    for figure in probe.run(args.names, asked, lambda words: print(words, file=sys.stderr, flush=True)):
        made.append(figure)
        if not args.json:
            show(figure.line())
    rows = [figure.plain() for figure in made]
    if folder:
        probe.whole(folder / "figures.json", json.dumps(rows, indent=1).encode())
        if args.full:
            probe.whole(folder / "probes.html", probe.page(made, asked.log))
    if args.json:
        show(rows)
    return BAD if any(figure.verdict == probe.SHORT for figure in made) else DONE


def missions(args: argparse.Namespace) -> int:
    """List the missions."""
    from game.content.missions import MISSIONS
    from game.level.load import load

    rows = [
        {"id": m.id, "number": m.number, "title": m.title, "file": m.file, "par_ticks": load(m.id).par}
        for m in MISSIONS
    ]
    show(rows if args.json else "\n".join(f"{r['number']:>2}  {r['id']:16} {r['title']}" for r in rows))
    return DONE


def save_info(args: argparse.Namespace) -> int:
    """Say what a saved game holds."""
    from game.content.missions import MISSIONS
    from game.level.load import load
    from game.session import read_save

    expected(args.file, "save-info")
    try:
        said = read_save(Path(args.file).read_bytes())
    except Trouble as e:
        raise Trouble(f"{args.file}: {e}") from e
    level = next((m.id for m in MISSIONS if load(m.id).hash == said.content_hash), None)
    words = ("content_hash", "rules_version", "seed", "difficulty", "pursuer", "attempt", "tick")
    rows = {"level": level} | {word: getattr(said, word) for word in words}
    show(rows if args.json else table(rows))
    return DONE


def check(args: argparse.Namespace) -> int:
    """Look for mistakes in levels, or print what the game reads in them."""
    from game.level.dump import dump
    from game.level.lint import check as find_faults
    from game.level.lint import levels_in

    if args.dump:
        for path in (p for given in args.paths for p in levels_in(given)):
            show(dump(path))
        return DONE
    found = find_faults(args.paths)
    if args.json:
        show(msgspec.to_builtins(found))
    else:
        show("\n".join([*(told(f) for f in found), f"{len(found)} finding{'s' * (len(found) != 1)}"]))
    return BAD if any(f.severity == "error" for f in found) else DONE


def told(f: Any) -> str:
    """Return a finding of the lint in a line."""
    place = f" object {f.object_id}" * (f.object_id != 0) + ("" if f.x is None else f" at {f.x}, {f.y}")
    where = f"{f.file}:{place}{':' * bool(place)}"
    return f"{where} {f.severity}: {f.message} [{f.code}]" + (f"; {f.hint}" if f.hint else "")


def compile_kernels(_: argparse.Namespace) -> int:
    """Compile every kernel, with a line of progress for each."""
    from game.audio import kernels
    from game.lab.warm import warm

    kernels.warm()
    warm(lambda done, total, name: print(f"{done}/{total} {name}", flush=True))
    return DONE


def read(args: argparse.Namespace) -> int:
    """Read one cleaned level from standard input, in a process of its own."""
    from game.level.tiled import main

    return main(args.rest)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "title": title,
    "play": play,
    "run": run,
    "replay": replay,
    "check": check,
    "shot": shot,
    "bench": bench,
    "lab run": lab_run,
    "lab compare": lab_compare,
    "lab probe": lab_probe,
    "missions": missions,
    "save-info": save_info,
    "_compile": compile_kernels,
    "_read": read,
}


# ------------------------------------------------------------------ what they share


def writable(name: str) -> None:
    """Raise Trouble if a file cannot be written there; no folder is ever made for it."""
    path = Path(name)
    if not path.parent.is_dir():
        raise Trouble(f"{name}: its folder does not exist; make the folder first")
    if path.is_dir():
        raise Trouble(f"{name}: this is a folder; give the name of a file")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise Trouble(f"{name}: it may not be written; choose another place")


def filled(name: str) -> Path:
    """Return a folder to fill; raises Trouble if it is none or nothing can be written in it."""
    folder = Path(name)
    if not folder.is_dir():
        raise Trouble(f"{name}: there is no such folder; make it first")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(f"{name}: nothing may be written there; choose another place")
    return folder


def expected(name: str, command: str) -> None:
    """Raise Trouble if a file is not for this command but for another; what is no file of ours the command itself tells."""
    from game.core.sealed import magic_of
    from game.replay.file import MAGIC as REPLAY
    from game.session import MAGIC as SAVE

    what, reader = {REPLAY: ("a replay", "replay"), SAVE: ("a saved game", "save-info")}.get(
        magic_of(Path(name)), ("", command)
    )
    if reader != command:
        raise Trouble(f"{name}: this is {what}; python -m game {reader} {name} reads it")


def show(what: Any) -> None:
    """Print text as it is, anything else as one line of JSON."""
    print(what if isinstance(what, str) else json.dumps(what), flush=True)


def table(rows: dict[str, Any]) -> str:
    """Return names and values, one pair a line."""
    width = max(map(len, rows))
    return "\n".join(f"{name:{width}}  {'-' if value is None else value}" for name, value in rows.items())


def summary(result: dict[str, Any]) -> str:
    """Return a run's result in a line."""
    done = sum(o["done_tick"] is not None for o in result["objectives"])
    return (
        f"{result['level']} seed {result['seed']}: {result['outcome']} after {result['ticks'] / 60:.1f} s"
        f" ({result['reason'] or 'no end'}); {done} of {len(result['objectives'])} objectives,"
        f" {result['seizures']} seizures, {result['rescues']} rescues, {result['human_cost']} people harmed,"
        f" {len(result['stuck'])} stuck; {result['ticks_per_second']:.0f} ticks/s, digest {result['digest']}"
    )


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say and return the exit status."""
    try:
        args = parser().parse_args(words)
        status = COMMANDS[args.do](args)
        sys.stdout.flush()
    except Trouble as e:
        return unusable(str(e))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains while it shuts down
        return BROKEN_PIPE
    except OSError as e:
        return unusable(f"{e.filename or 'system'}: {e.strerror or e}; check the place and its permissions")
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def unusable(why: str) -> int:
    """Say in one line what cannot be used."""
    line = "".join(c if c.isprintable() else " " for c in why)
    print(f"error: {' '.join(line.split())}", file=sys.stderr)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
