"""Where the boy runs for his life and running after him gains nothing, the bot goes to where he will be."""

from percepts import PLAYS, me, percept, track
from plans import hall

from game.agent.command import RUN, Command
from game.bots.base import decide
from game.bots.memory import BotMemory
from game.core.dice import Dice

RING = hall(24, 16, *((row, 8, "#" * 32) for row in range(8, 24)))
OF = me(2.0, 9.0, look="t800")


def chased(pace: float) -> Command:
    """Return what it does after three seconds in which the boy ran along the north of a ring, away from it."""
    memory, dice = BotMemory(met=True), Dice(5)
    command = Command()
    for n in range(31):
        at = percept(
            OF, track(OF, 5.0 + pace * n / 10, 2.0, "john", id=9), tick=600 + 6 * n, ground=RING, briefing=PLAYS
        )
        command = decide(at, memory, dice)
    return command


def test_it_runs_round_the_other_way_to_meet_a_boy_who_runs() -> None:
    command = chased(5.0)
    assert command.gait == RUN
    assert command.move_y > 100


def test_it_goes_straight_to_a_boy_who_walks() -> None:
    assert chased(1.0).move_y < -60
