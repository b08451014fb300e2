"""Puts a bot on the player's seat: it perceives ten times a second and its command holds in between."""

from collections.abc import Iterator

from game.agent.command import IDLE, Command, held_on
from game.bots import BOTS
from game.core.dice import Dice, seed_of
from game.core.trouble import Trouble
from game.lab.omniscient import Omniscient
from game.replay import Recorder
from game.session import Session


class Seat:
    """A bot in place of the player."""

    def __init__(self, bot: str, session: Session) -> None:
        if bot not in BOTS:
            raise Trouble(f"bot {bot!r} is unknown; choose from {', '.join(BOTS)}")
        self._decide, memory = BOTS[bot]
        self._memory = memory()
        self._dice = Dice(seed_of("bot", bot, session.seed, session.attempt))
        self._name = session.seat
        self._command = IDLE

    def commands(self, session: Session) -> dict[str, Command]:
        """Return what to give to the session's next step."""
        percept = session.percept(self._name)
        if percept is None:
            self._command = held_on(self._command)
        else:
            self._command = self._decide(percept, self._memory, self._dice)
        return {self._name: self._command}


def live(
    session: Session,
    bot: str,
    ticks: int,
    retries: int = 0,
    recorder: Recorder | None = None,
    beside: Omniscient | None = None,
) -> Iterator[dict[str, Command]]:
    """Let a bot play: yield what was commanded after each tick, until the run ends or its time is up.

    ticks    of each attempt; a bot that has retries left goes back to the checkpoint then, as after a lost Clock
    beside   drives the hunter in place of its own mind
    """
    seat, left = Seat(bot, session), ticks
    while left:
        left -= 1
        commands = seat.commands(session) | (beside.commands(session) if beside else {})
        session.step(commands)
        if recorder:
            recorder.record(commands)
        yield commands
        if retries and (session.outcome == "lost" or not (left or session.outcome)):
            retries, left = retries - 1, ticks
            session.retry()
            seat = Seat(bot, session)
            if recorder:
                recorder.retry()
        if session.outcome:
            return
