"""Fingerprints of a life in progress: the recorder writes them down, the verifier compares."""

import hashlib

import msgspec

from game.agent.command import Command
from game.replay.data import Beat
from game.session import Session

BEAT = 60  # ticks from one fingerprint of all parts to the next
COMMANDS = "commands"  # the part that is not state: what was asked for
SHORT = 2  # bytes of a part's fingerprint


class Chain:
    """Follows one segment tick by tick.

    tick     ticks followed
    rolling  fingerprint over all of them
    """

    def __init__(self) -> None:
        self.tick = 0
        self.rolling = b""
        self._asked = hashlib.blake2b(digest_size=SHORT)

    def follow(self, session: Session, commands: dict[str, Command]) -> int:
        """Take in the tick that `session` has just lived under `commands`; return the tick's mark, one byte."""
        asked = msgspec.msgpack.encode(sorted(commands.items()))
        self._asked.update(asked)
        state = session.digest().encode()
        self.rolling = hashlib.blake2b(self.rolling + state + asked, digest_size=8).digest()
        self.tick += 1
        return self.rolling[0]

    def beat(self, session: Session | None) -> Beat:
        """Return the fingerprints of this moment (None: it is past) and begin the next stretch of commands."""
        parts = {COMMANDS: self._asked.digest()}
        if session:
            parts |= {name: _short(text) for name, text in session.digests().items()}
        self._asked = hashlib.blake2b(digest_size=SHORT)
        return Beat(self.tick, self.rolling, parts)


def _short(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=SHORT).digest()
