"""The middle of the mill in every order: whatever comes of the answer, the double, the cut and the workers, the end can be reached.

Lived with the rules: from the gate on, every deed of DEEDS is done in every order, each state that differs in what the
story remembers is kept once, and from each of them the machine is melted and the story walked to its last word.
"""

from collections.abc import Callable

import pytest

from game.agent.command import ASK, IDLE, INTERACT, Command
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim.systems import combat, strikes

ROLLS, GEARS, GANTRY, HIDDEN, AWAY = (18.0, 9.2), (27.0, 16.5), (45.0, 9.5), (45.5, 11.0), (3.0, 40.0)
SETTLES, WAKES, SILENCE, ASKS_AGAIN = 12, 500, 920, 1260  # ticks
Deed = Callable[[Session], None]


@pytest.fixture(scope="module")
def melt() -> Level:
    return load("levels/melt.tmx")


# ------------------------------------------------------------------ hands of the test
def put(session: Session, name: str, place: tuple[float, float]) -> None:
    b, slot = session.world.b, session.world.slot(name)
    b.x[slot], b.y[slot] = place


def lived(session: Session, ticks: int, command: Command = IDLE) -> None:
    """Live on with the machine kept where it is; John's and Sarah's own minds go on."""
    for _ in range(ticks):
        session.world.b.stun_until[session.hunter] = session.world.tick + 10
        session.step({session.seat: command})


def beginning(level: Level) -> Session:
    session = Session(level, 1)
    lived(session, SETTLES)
    put(session, "t1000", AWAY)
    for name in ("john", "t800"):
        put(session, name, ROLLS)
    lived(session, SETTLES)
    return session


# ------------------------------------------------------------------ what may happen, and what is needed for it
def through_the_gears(session: Session) -> None:
    for name in ("john", "t800"):
        put(session, name, GEARS)
    lived(session, SETTLES)


def into_the_gantry(session: Session) -> None:
    put(session, "john", GANTRY)
    put(session, "t800", (GANTRY[0] + 1.0, GANTRY[1]))
    lived(session, SETTLES)


def waits_beside_him(session: Session) -> None:
    """Stand there until he asks again: he was cut off, or has been waiting."""
    into_the_gantry(session)
    for _ in range(ASKS_AGAIN // SETTLES):
        lived(session, SETTLES)
        if session.world.state.quiz is not None:
            return


def answers(right: bool) -> Deed:
    def answer(session: Session) -> None:
        quiz = session.world.state.quiz
        assert quiz is not None
        wanted = next(i for i, fact in enumerate(quiz.options) if (fact == quiz.fact) == right)
        lived(session, 2, Command(choice=wanted + 1))
        lived(session, SETTLES)

    return answer


def says_nothing(session: Session) -> None:
    """Stand beside him until the time is up."""
    lived(session, SILENCE)


def is_cut_down(session: Session) -> None:
    world = session.world
    combat.hurt(world, world.keeper, session.hunter, 200)
    lived(session, SETTLES)


def hides_until_it_wakes(session: Session) -> None:
    is_cut_down(session)
    put(session, "john", HIDDEN)
    lived(session, WAKES)


def is_found(session: Session) -> None:
    is_cut_down(session)
    world = session.world
    strikes.seize(world, session.hunter, session.ward)
    world.release(session.hunter, "shove")
    lived(session, WAKES)


def unmasks_the_double(session: Session) -> None:
    world, b = session.world, session.world.b
    sarah = world.slot("sarah")
    b.face[session.hunter], b.look[session.hunter] = sarah, b.look[sarah]
    john = session.ward
    for _ in range(3 * SETTLES):
        put(session, "t1000", (b.x[john] + 1.5 * b.fx[john], b.y[john] + 1.5 * b.fy[john]))
        world.aware[john, session.hunter] = 1.0
        world.doubt[session.ward, session.hunter] = world.face_doubt[session.ward, sarah] = 4.0
        world.face_at[session.ward, sarah] = world.tick
        lived(session, 1)
    put(session, "t1000", AWAY)


def sends_the_men_home(session: Session) -> None:
    speaker = next(d for d in session.level.ground.devices if d.name == "intercom")
    session.world.state.due.append(("use", session.player, *speaker.middle))
    lived(session, SETTLES)


DEEDS: dict[str, Deed] = {
    "through the gears": through_the_gears,
    "into the gantry": into_the_gantry,
    "waits beside him": waits_beside_him,
    "answers rightly": answers(True),
    "answers wrongly": answers(False),
    "says nothing": says_nothing,
    "hides until it wakes": hides_until_it_wakes,
    "is found": is_found,
    "unmasks the double": unmasks_the_double,
    "sends the men home": sends_the_men_home,
}


def can(session: Session, name: str) -> bool:
    """Say whether a deed is open now."""
    state, b = session.world.state, session.world.b
    if name.startswith(("answers", "says")):
        return state.quiz is not None
    if name.startswith("waits"):
        return state.quiz is None and "answered" not in state.flags
    if name in ("hides until it wakes", "is found"):
        return not b.down[session.world.keeper] and state.cells > 0
    return True


def remembered(session: Session) -> tuple[object, ...]:
    """Return what the story remembers: by this, two states are the same."""
    state = session.world.state
    return (
        state.objective,
        tuple(sorted(state.flags)),
        tuple(sorted(state.done)),
        tuple(sorted(state.facts)),
        state.quiz is not None,
        state.cells,
        session.player,
    )


# ------------------------------------------------------------------ the end
def to_the_end(session: Session) -> str:
    """Melt the machine, throw, ask, lower; return '' or where the story stands still."""
    world, state = session.world, session.world.state
    into_the_gantry(session)
    world.b.here[session.hunter] = 0
    state.gone.append("t1000")
    lived(session, 30)
    if state.objective != "10.throw":
        return f"gone, and the objective is {state.objective}"
    state.counts["molten_item"] = 2
    lived(session, 30)
    world.set_flag("refused")
    put(session, "t800", (55.6, 16.0))
    put(session, "sarah", (53.6, 17.4))
    lived(session, 12)
    sarah = world.slot("sarah")
    at = round(world.b.x[sarah] * 2), round(world.b.y[sarah] * 2)
    lived(session, 2, Command(order=ASK, order_x=at[0], order_y=at[1]))
    if session.player != sarah:
        return f"asked, and {world.names[session.player]} stands at the hoist; the objective is {state.objective}"
    hoist = next(d for d in session.level.ground.devices if d.name == "hoist")
    put(session, "sarah", (hoist.x, hoist.y - 0.5))
    lived(session, hoist.ticks + 40, Command(held=INTERACT))
    return "" if session.outcome == "won" else f"lowered, and the objective is {state.objective}"


Path = tuple[str, ...]


def every_state(level: Level) -> dict[tuple[object, ...], tuple[Session, Path]]:
    """Return each state of the middle that can be reached, with a run that is in it and the deeds that led there."""
    todo: list[tuple[Session, Path]] = [(beginning(level), ())]
    found = {remembered(todo[0][0]): todo[0]}
    while todo:
        session, path = todo.pop(0)
        for name, deed in DEEDS.items():
            if not can(session, name):
                continue
            twin = session.clone()
            deed(twin)
            key = remembered(twin)
            if key not in found and not twin.outcome:
                found[key] = (twin, (*path, name))
                todo.append(found[key])
    return found


def without(level: Level, name: str) -> Level:
    facts = {slot: getattr(level, slot) for slot in Level.__slots__}
    return Level(**(facts | {"triggers": tuple(t for t in level.triggers if t.name != name)}))


def test_from_every_state_of_the_middle_the_end_can_be_reached(melt: Level) -> None:
    found = every_state(melt)
    done = {name for _, path in found.values() for name in path}
    assert done >= {"answers rightly", "answers wrongly", "unmasks the double", "is found", "sends the men home"}
    assert len(found) >= 40  # 44 were found
    assert {path: words for run, path in found.values() if (words := to_the_end(run))} == {}


def test_a_story_that_stands_still_is_found(melt: Level) -> None:
    assert to_the_end(beginning(without(melt, "asked_her"))).startswith("asked, and t800 stands at the hoist")
