"""A pursuer to measure others by, for tests only: its percepts hold the truth about its prey, and it always runs at him."""

from typing import Any

import msgspec

from game.agent.command import IDLE, Command, held_on
from game.agent.percept import Percept
from game.content.minds import MINDS
from game.core.dice import Dice, seed_of
from game.session import Session
from game.sim.systems import percepts
from game.sim.world import World

NAME, STANDS_IN = "omniscient", "chaser"  # what it is called, and the pursuer whose session it drives
CHASER = MINDS[STANDS_IN]
SURE = 1.6  # awareness


def told_the_truth(world: World, slot: int, prey: int) -> Percept:
    """Return a percept that always holds the prey, wherever he is."""
    percept = percepts.percept(world, slot)
    truth = msgspec.structs.replace(percepts.tracks(world, slot, prey)[0], look=world.look(prey), awareness=SURE)
    others = tuple(t for t in percept.tracks if (t.x, t.y) != (truth.x, truth.y))
    return msgspec.structs.replace(percept, tracks=(truth, *others))


class Omniscient:
    """Drives the hunter of a session beside the bot; after a retry it begins anew."""

    def __init__(self, session: Session) -> None:
        self._begin(session)

    def _begin(self, session: Session) -> None:
        self._attempt, self._command = session.attempt, IDLE
        self._memory: Any = CHASER.memory()
        self._dice = Dice(seed_of(NAME, session.seed, session.attempt))

    def commands(self, session: Session) -> dict[str, Command]:
        """Return what to give to the session's next step, beside the player's."""
        if session.attempt != self._attempt:
            self._begin(session)
        world, slot = session.world, session.hunter
        if slot < 0:
            return {}
        prey = session.ward if session.ward >= 0 else session.player
        waits = not world.alive(slot) or world.b.wait_until[slot] > world.tick
        if waits:
            self._command = IDLE
        elif world.looked(slot):
            self._command = CHASER.decide(told_the_truth(world, slot, prey), self._memory, self._dice)
            self._memory.speak = ""
        else:
            self._command = held_on(self._command)
        return {world.names[slot]: self._command}
