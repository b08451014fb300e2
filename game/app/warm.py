"""What must happen once before play: kernels compiled by a child process, heavy modules imported; in the background.

The title shows how far it is. A child, because compiling holds the interpreter for seconds at a time.
"""

import contextlib
import subprocess
import sys
import threading
import traceback

NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


def child() -> list[str]:
    """Return the command that compiles: a frozen game is its own interpreter."""
    return [sys.executable, "_compile"] if getattr(sys, "frozen", False) else [sys.executable, "-m", "game", "_compile"]


def progress(line: str) -> tuple[float, str] | None:
    """Read a line `done/total name` as (share, name), or None."""
    count, _, name = line.strip().partition(" ")
    done, slash, total = count.partition("/")
    if not (slash and done.isdigit() and total.isdigit() and int(total)):
        return None
    return min(1.0, int(done) / int(total)), name


def learning(name: str) -> str:
    """Return what a screen says while a kernel compiles."""
    return "FIRST START: LEARNING TO MOVE" if name else "WAKING"


class Warmth:
    """Getting ready. `ready` at the end, `share` 0..1 and `words` on the way, `fault` if the child failed."""

    def __init__(self) -> None:
        self.begun = self.ready = False
        self.share = 0.0
        self.words = ""
        self.fault = ""
        self._child: subprocess.Popen[str] | None = None
        self._stopped = False

    def begin(self) -> None:
        """Start in the background; call once, when the first picture is on the screen."""
        self.begun = True
        threading.Thread(target=self._work, name="warm", daemon=True).start()

    def stop(self) -> None:
        """End the child, if it still works."""
        self._stopped = True
        if self._child and self._child.poll() is None:
            self._child.terminate()

    def _work(self) -> None:
        try:
            from game.core.jit import CACHE  # imports numba: half a second

            done = CACHE / "ready"
            if not done.exists():
                self._compile()
                with contextlib.suppress(OSError):
                    if not self.fault and not self._stopped:
                        done.parent.mkdir(parents=True, exist_ok=True)
                        done.touch()
            if not self._stopped:
                import game.audio.audio
                import game.session
                import game.view.view  # noqa: F401
                from game.audio import kernels

                kernels.warm()  # from the cache, so that the first sound does not wait for it
        except Exception:  # whatever it is, loading a level will meet it again and say so
            self.fault = traceback.format_exc()
        self.share, self.ready = 1.0, True

    def _compile(self) -> None:
        """Run the child; its failure is no tragedy: then the kernels compile when they are first called."""
        pipe = subprocess.PIPE
        with subprocess.Popen(child(), stdout=pipe, stderr=pipe, text=True, creationflags=NO_CONSOLE) as self._child:
            assert self._child.stdout is not None
            assert self._child.stderr is not None
            for line in self._child.stdout:
                self.share, self.words = progress(line) or (self.share, self.words)
            errors = self._child.stderr.read()
        if self._child.returncode:
            self.fault = errors or f"exit {self._child.returncode}"
