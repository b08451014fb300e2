"""The T-1000 asks people: whom, in what face, how often, and what it makes of the answers."""

from typing import Any

from percepts import HUNTS, shifter, track
from percepts import percept as small_percept
from plans import hall

from game.agent.command import Command
from game.agent.percept import PANICS, Briefing, Percept, Word
from game.ai.hunter import decide
from game.ai.memory import HunterMemory
from game.core.dice import Dice

TOLD = Briefing(role="hunter", prey=HUNTS.prey)
MALL = hall(72, 48)  # so big that it does not know where to look


def percept(*parts: Any, **changes: Any) -> Percept:
    return small_percept(*parts, ground=MALL, **changes)


def live(memory: HunterMemory, *percepts: Percept) -> list[Command]:
    stream = Dice(3)
    return [decide(p, memory, stream) for p in percepts]


def asked(*people: tuple[float, str, int], **changes: object) -> tuple[HunterMemory, Command]:
    """Let it meet people (distance, look, face) and return what it does."""
    memory, body = HunterMemory(), shifter(8, 8)
    tracks = [track(body, 8 + d, 8, look, id=face, face=face) for d, look, face in people]
    (command,) = live(memory, percept(body, *tracks, briefing=TOLD))
    return memory, command


def test_it_asks_a_guard_who_is_near() -> None:
    memory, command = asked((1.5, "guard", 4))
    assert memory.intent == "question"
    assert command.choice == 1


def test_it_walks_up_to_a_guard_first() -> None:
    memory, command = asked((4.0, "guard", 4), (4.0, "shopper_a", 12))
    assert memory.asking == 4
    assert command.choice == 0
    assert command.move_x > 100


def test_whom_it_is_not_worth_asking_it_has_not_in_mind() -> None:
    memory, _ = asked((4.0, "shopper_a", 12))
    assert memory.plan != "question"
    assert memory.asking == -1, "it would put no other face on for that"


def test_it_does_not_ask_the_same_one_twice() -> None:
    memory, _ = asked((1.5, "guard", 4))
    body = shifter(8, 8)
    guard = track(body, 9.5, 8, "guard", id=4, face=4)
    later = live(memory, *(percept(body, guard, briefing=TOLD, tick=606 + 6 * n) for n in range(60)))
    assert all(c.choice == 0 for c in later)


def test_a_face_that_may_not_ask_does_not() -> None:
    memory, body = (
        HunterMemory(),
        shifter(8, 8, look="shopper_a", face=12, faces=(2, 12), forms=("officer", "shopper_a")),
    )
    guard = track(body, 9.5, 8, "guard", id=4, face=4)
    (command,) = live(memory, percept(body, guard, briefing=TOLD))
    assert command.choice == 0


def test_it_asks_nobody_who_runs_for_their_life() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    (command,) = live(memory, percept(body, track(body, 9.5, 8, "guard", id=4, face=4, signs=PANICS), briefing=TOLD))
    assert memory.intent != "question"
    assert command.choice == 0


def test_an_answer_is_a_lead_and_moves_its_belief() -> None:
    memory, body = HunterMemory(), shifter(4, 8)
    told = Word("answer", "guard", "john", "hall", 18.0, 8.0, 120)
    live(memory, percept(body, words=(told,)))
    assert memory.leads[0].what == "answer"
    cells = memory.prey.cell.tolist()
    there = sum(abs(c // 144 - 16) < 16 and abs(c % 144 - 36) < 16 for c in cells)
    assert there > 0.6 * len(cells)


def test_an_answer_makes_the_briefing_old() -> None:
    memory, body = HunterMemory(), shifter(4, 8)
    there = Briefing(role="hunter", prey=HUNTS.prey, leads=((40.0, 30.0),))
    live(memory, percept(body, briefing=there))
    assert [lead.what for lead in memory.leads] == ["briefing"]
    answer = Word("answer", "guard", "john", "hall", 18.0, 8.0, 120)
    live(memory, percept(body, words=(answer,), tick=606, briefing=there))
    assert [lead.what for lead in memory.leads] == ["answer"]


def test_no_is_no_lead() -> None:
    memory, body = HunterMemory(), shifter(4, 8)
    live(memory, percept(body, words=(Word("answer", "guard", "no"),)))
    assert memory.leads == []


def test_what_is_called_about_itself_is_no_news() -> None:
    memory, body = HunterMemory(), shifter(4, 8)
    live(memory, percept(body, words=(Word("radio", "guard", "machine", "hall", 20.0, 8.0),)))
    assert memory.leads == []
