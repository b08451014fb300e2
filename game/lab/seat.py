"""Puts a bot on the player's seat: it perceives ten times a second and its command holds in between."""

from collections.abc import Iterator
from typing import Protocol

from game.agent.command import IDLE, Command
from game.lab.policy import Driver, policy
from game.replay import Recorder
from game.session import Session

HUNTER = "t1000"


class Beside(Protocol):
    """Somebody who drives a body beside the player's."""

    def commands(self, session: Session) -> dict[str, Command]:
        """Return what to give to the session's next step, by seat."""


class Pursuer:
    """Anybody's policy in the hunter's place; after a retry it begins anew, and waits as the hunter does."""

    def __init__(self, name: str, session: Session) -> None:
        self._policy = policy(name)
        self._begin(session)

    def _begin(self, session: Session) -> None:
        self._attempt, self._driver = session.attempt, Driver(self._policy, session, HUNTER)

    def commands(self, session: Session) -> dict[str, Command]:
        """Return what to give to the session's next step."""
        if session.attempt != self._attempt:
            self._begin(session)
        world, slot = session.world, session.hunter
        if slot < 0:
            return {}
        waits = not world.alive(slot) or world.b.wait_until[slot] > world.tick
        return {HUNTER: IDLE if waits else self._driver.decide(session)}


def live(
    session: Session,
    bot: str,
    ticks: int,
    retries: int = 0,
    recorder: Recorder | None = None,
    beside: Beside | None = None,
) -> Iterator[dict[str, Command]]:
    """Let a bot play: yield what was commanded after each tick, until the run ends or its time is up.

    ticks    of each attempt; a bot that has retries left goes back to the checkpoint then, as after a lost Clock
    beside   drives the hunter in place of its own mind
    """
    who = policy(bot)
    seat, left = Driver(who, session, session.seat), ticks
    while left:
        left -= 1
        commands = {seat.seat: seat.decide(session)} | (beside.commands(session) if beside else {})
        session.step(commands)
        if recorder:
            recorder.record(commands)
        yield commands
        if retries and (session.outcome == "lost" or not (left or session.outcome)):
            retries, left = retries - 1, ticks
            session.retry()
            seat = Driver(who, session, session.seat)
            if recorder:
                recorder.retry()
        if session.outcome:
            return
