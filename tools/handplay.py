"""Plays a mission, or the whole story, in the game's own window by real key and mouse events: a bot decides, xdotool presses.

Wants an X display (Xvfb will do) and xdotool: DISPLAY=:77 python -m tools.handplay --story --shots FOLDER
"""

import argparse
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game.agent import command as C
from game.agent.percept import Percept
from game.app.app import App
from game.app.menu import Menu
from game.app.player import hand
from game.app.presenter import open_display, placed
from game.app.screens.play import Play
from game.app.start import Start
from game.bots import BOTS
from game.content.weapons import WEAPONS
from game.controls.sources import listen
from game.controls.wheel import OPENS_AFTER, WHEEL
from game.core.dice import Dice, seed_of
from game.session import Session

TICK = 1 / 60
HELD = {C.SHOVE: "f", C.INTERACT: "e", C.THROW: "g", C.SCAN: "v", C.RELOAD: "r", C.WHISTLE: "h"}
HELD |= {C.VAULT: "space", C.STAND_DOWN: "x"}
BUTTONS = {C.FIRE: 1, C.STEADY: 3}
AHEAD = 4.0  # metres: where an empty aim looks
SIDEWAYS = 0.38  # share of a push from which a second key is pressed: the bot's way in eighths of a circle
WAIT = 12  # ticks between two presses in a menu
TALES = ("Chapters", "Epilogue", "Credits")  # pages that one key turns
LONG = 60 * 60 * 40  # ticks after which a run is given up


class Fingers:
    """What is pressed in the X server, through one xdotool; `pressed` counts."""

    def __init__(self) -> None:
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True, bufsize=1)
        self.keys: set[str] = set()
        self.buttons: set[int] = set()
        self.pressed: dict[str, int] = {}
        self._mouse = (-1, -1)

    def _do(self, line: str) -> None:
        assert self._tool.stdin is not None
        self._tool.stdin.write(line + "\n")
        self._tool.stdin.flush()

    def key(self, name: str, down: bool) -> None:
        """Press or let go of a key, if that changes anything."""
        if down == (name in self.keys):
            return
        self.keys ^= {name}
        self._do(f"{'keydown' if down else 'keyup'} --delay 0 {name}")
        self.pressed[name] = self.pressed.get(name, 0) + down

    def button(self, number: int, down: bool) -> None:
        """Press or let go of a mouse button, if that changes anything."""
        if down == (number in self.buttons):
            return
        self.buttons ^= {number}
        self._do(f"{'mousedown' if down else 'mouseup'} {number}")
        self.pressed[f"button {number}"] = self.pressed.get(f"button {number}", 0) + down

    def mouse(self, x: float, y: float) -> None:
        """Move the mouse to a pixel of the frame."""
        window = pygame.display.get_surface()
        assert window is not None
        place = placed(window.get_size())
        at = place.x + int(x * place.w / 640), place.y + int(y * place.h / 360)
        at = min(max(at[0], 1), window.get_width() - 2), min(max(at[1], 1), window.get_height() - 2)
        if at != self._mouse:
            self._mouse = at
            self._do(f"mousemove {at[0]} {at[1]}")

    def let_go(self) -> None:
        """Let go of everything."""
        for key in sorted(self.keys):
            self.key(key, False)
        for button in sorted(self.buttons):
            self.button(button, False)

    def close(self) -> None:
        """Let go and end."""
        self.let_go()
        assert self._tool.stdin is not None
        self._tool.stdin.close()
        self._tool.wait()


class Player:
    """A bot behind the keyboard: it perceives what a bot does and presses what a player would."""

    def __init__(self, app: App, fingers: Fingers, bot: str) -> None:
        self.app, self.fingers = app, fingers
        self._decide, self._memory_type = BOTS[bot]
        self._bot = bot
        self._session: object = None
        self._attempt, self._tick = -1, -1
        self._command = C.IDLE
        self._gesture: Iterator[None] | None = None  # an order or a mark under way: it has the mouse

    def tick(self, play: Play) -> None:
        """After a tick of the run, press for the next one."""
        session = play.session
        if session is not self._session or session.attempt != self._attempt:
            self._session, self._attempt = session, session.attempt
            self._memory = self._memory_type()
            self._dice = Dice(seed_of("bot", self._bot, session.seed, session.attempt))
            self._gesture = None
        percept = session.percept(session.seat) if session.world.tick != self._tick else None
        self._tick = session.world.tick
        if percept is not None:
            self._command = self._decide(percept, self._memory, self._dice)
            self._begin_gesture(play, percept)
        self._walk(self._command)
        self._hold(play, self._command)
        if self._gesture is None:
            self._aim(play, self._command)
        elif next(self._gesture, "over") == "over":
            self._gesture = None

    def _walk(self, command: C.Command) -> None:
        x, y = command.move_x / C.FULL, command.move_y / C.FULL
        for key, share in (("d", x), ("a", -x), ("s", y), ("w", -y)):
            self.fingers.key(key, share > SIDEWAYS)
        self.fingers.key("Shift_L", command.gait == C.RUN)
        sneaks = "sneak" in self.app.hands.on
        self.fingers.key("Control_L", (command.gait == C.SNEAK) != sneaks and "Control_L" not in self.fingers.keys)

    def _hold(self, play: Play, command: C.Command) -> None:
        for bit, key in HELD.items():
            self.fingers.key(key, bool(command.held & bit))
        for bit, button in BUTTONS.items():
            self.fingers.button(button, bool(command.held & bit))
        held = hand(play.session)
        for slot in (1, 2, 3, 4):
            wanted = command.weapon == slot and bool(held) and WEAPONS[held].slot != slot
            wanted = command.choice == slot if play.hud.choices else wanted
            self.fingers.key(str(slot), wanted and str(slot) not in self.fingers.keys)

    def _aim(self, play: Play, command: C.Command) -> None:
        dx, dy = command.aim_x * C.AIM_UNIT, command.aim_y * C.AIM_UNIT
        if not (dx or dy):
            dx, dy = command.move_x / C.FULL * AHEAD, command.move_y / C.FULL * AHEAD
        if dx or dy:
            self.fingers.mouse(*self._pixel(play, dx, dy))

    @staticmethod
    def _pixel(play: Play, dx: float, dy: float) -> tuple[int, int]:
        b, slot = play.session.world.b, play.session.player
        return play.view.pixel_of(b.x[slot] + dx, b.y[slot] + dy)

    def _begin_gesture(self, play: Play, percept: Percept) -> None:
        """Begin what takes more than one tick: an order on the wheel, a mark on a face."""
        command = self._command
        if self._gesture is not None:
            return
        if command.order == C.FOLLOW:
            self._gesture = self._tap("q")
        elif command.order == C.ASK:
            self._gesture = self._tap("t")
        elif command.order:
            b, slot = play.session.world.b, play.session.player
            there = command.order_x / 2 - b.x[slot], command.order_y / 2 - b.y[slot]
            self._gesture = self._order(play, command.order, there if command.order_x >= 0 else (1.0, 0.0))
        elif command.mark >= 0:
            track = next((t for t in percept.tracks if t.id == command.mark), None)
            b, slot = play.session.world.b, play.session.player
            self._gesture = self._mark(play, (track.x - b.x[slot], track.y - b.y[slot])) if track else None

    def _tap(self, key: str) -> Iterator[None]:
        for down in (True, True, False):
            self.fingers.key(key, down)
            yield

    def _order(self, play: Play, order: int, there: tuple[float, float]) -> Iterator[None]:
        """Point at the place, hold the key until the wheel opens, go to the spoke, let go."""
        self.fingers.mouse(*self._pixel(play, *there))
        yield
        self.fingers.key("q", True)
        for _ in range(OPENS_AFTER * 6):  # time may be slow
            yield
            if self.app.hands.wheel:
                break
        if self.app.hands.wheel:
            spoke = next(s for s in WHEEL if s.value == order)
            x, y = self.app.hands.wheel.cursor
            self.fingers.mouse(x + spoke.x * 40, y + spoke.y * 40)
            yield
            yield
        self.fingers.key("q", False)
        yield

    def _mark(self, play: Play, there: tuple[float, float]) -> Iterator[None]:
        self.fingers.mouse(*self._pixel(play, *there))
        yield
        for down in (True, True, False):
            self.fingers.button(2, down)
            yield


class Visit:
    """From the title to the page after the level; `seen` names the screens that came, pictures go to `shots`."""

    def __init__(
        self, app: App, player: Player, shots: Path | None, difficulty: str, mission: str, story: bool = False
    ) -> None:
        self.app, self.player, self.fingers, self.shots = app, player, player.fingers, shots
        self.difficulty, self.mission, self.story = difficulty, mission, story
        self.seen: list[str] = []
        self.ticks = self.losses = 0
        self.run: Session | None = None  # the last that was played
        self._age = 0
        self._screen = ""
        self._pages = -1

    def tick(self) -> bool:
        """Do what the screen on top asks for; say whether there is more to do."""
        top = self.app.top
        name = type(top).__name__
        if name != self._screen:
            self._screen, self._age = name, 0
            self.seen.append(name)
            self.fingers.let_go()
            self.losses += name == "Lost"
        self._age += 1
        if self._age == WAIT * 2:
            self.picture(name.lower())
        if isinstance(top, Play):
            self.ticks, self.run = self.ticks + 1, top.session
            self.player.tick(top)
            self._moments(top)
        elif self._age % WAIT == 0:
            return self._menu(name)
        else:
            for key in ("Down", "Return", "Right"):
                self.fingers.key(key, False)
            self.fingers.button(1, False)
        return self.ticks < LONG

    def _menu(self, name: str) -> bool:
        """Press one key of a page; return False when the report is read to its end."""
        wanted = {"Title": "NEW GAME", "NewGame": self.difficulty.upper()}.get(name, "")
        if self.mission and name == "Title":
            wanted = "MISSIONS"
        if name == "Missions":
            wanted = self.mission
        if name == "Lost" and self._age > 90:
            self.fingers.button(1, True)
        elif name in TALES:
            self.picture(f"{name.lower()}{getattr(self.app.top, 'at', 0)}")
            self.fingers.key("Return", True)
        elif name in ("Won", "WholeRun"):
            self._pages += 1
            if self._pages >= len(self.app.top.leaves) and self.story and name == "Won":  # type: ignore[attr-defined]
                self._pages = -1
                self.fingers.key("Return", True)  # the next mission, the first row
                return True
            self.picture(f"report{self._pages}")
            self.fingers.key("Right", True)
            return self._pages < len(self.app.top.leaves)  # type: ignore[attr-defined]
        elif wanted:
            menu: Menu = self.app.top.menu  # type: ignore[attr-defined]
            self.fingers.key("Return" if leads_to(menu, wanted) else "Down", True)
        elif name in ("Pause", "TroublePage"):
            raise SystemExit(f"{name} came unasked")
        return True

    def _moments(self, play: Play) -> None:
        """Take a picture of what is worth one."""
        moments = {
            "news": play.news_for > 0,
            "wheel": bool(self.app.hands.wheel),
            "clock": play.hud.clock >= 0,
            f"objective {play.hud.objective[:12]}": bool(play.hud.objective),
            f"hint {play.hints.now.id if play.hints.now else ''}": play.hints.now is not None,
        }
        for words, now in moments.items():
            if now and words not in self.seen:
                self.seen.append(words)
                self.picture(words.replace(" ", "_").replace(":", ""))

    def picture(self, name: str) -> None:
        """Keep the frame on the screen."""
        if self.shots and self.app.frame:
            pygame.image.save(self.app.frame, self.shots / f"{len(self.seen):02d}_{name}.png")


def leads_to(menu: Menu, wanted: str) -> bool:
    """Say whether the chosen row is the wanted one, by any part of its words; a menu without such a row ends the program."""
    if not any(wanted.upper() in row.words.upper() for row in menu.rows):
        raise SystemExit(f"no row {wanted!r}; there are: {', '.join(row.words for row in menu.rows)}")
    return wanted.upper() in menu.row.words.upper()


def main() -> None:
    """Play and print what came of it."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--bot", default="base")
    read.add_argument("--difficulty", default="standard")
    read.add_argument("--mission", default="", help="words of its row under Missions; without it, New game")
    read.add_argument("--story", action="store_true", help="go on from mission to mission to the whole run's ledger")
    read.add_argument("--shots", type=Path)
    args = read.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "x11")
    if args.shots:
        args.shots.mkdir(parents=True, exist_ok=True)
    open_display()
    app = App(Start())
    app.runs.begin()
    listen()
    fingers = Fingers()
    visit = Visit(app, Player(app, fingers, args.bot), args.shots, args.difficulty, args.mission, args.story)
    try:
        live(app, visit.tick)
    finally:
        fingers.close()
    print(json.dumps(told(app, visit), indent=1))
    app.quit()


def live(app: App, tick: Callable[[], bool]) -> None:
    """Turn the app in real time, one tick a frame, asking `tick` after each until it has had enough."""
    app.warmth.begin()
    due = time.perf_counter()
    while app.stack:
        app.turn(1)
        if not app.stack or not tick():
            return
        due = max(due + TICK, time.perf_counter() - TICK)
        time.sleep(max(0.0, due - time.perf_counter()))


def told(app: App, visit: Visit) -> dict[str, object]:
    """Return the outcome of a visit: of the run that was played last, whatever page stands there now."""
    run = visit.run
    return {
        "outcome": run.outcome if run else "",
        "ticks": run.world.tick if run else 0,
        "seed": run.seed if run else -1,
        "losses": visit.losses,
        "played_ticks": visit.ticks,
        "seen": visit.seen,
        "pressed": visit.fingers.pressed,
        "hints": sorted(app.progress.told),
    }


if __name__ == "__main__":
    main()
