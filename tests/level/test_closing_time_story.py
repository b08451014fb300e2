"""The mall's triggers, walked through with bodies put where the story wants them: it can be told to its end."""

import pytest

from game.agent.command import INTERACT, Command
from game.level.data import Level
from game.level.load import load
from game.session import Session

HOLD = Command(held=INTERACT)


@pytest.fixture(scope="module")
def mall() -> Level:
    return load("closing_time")


@pytest.fixture
def session(mall: Level) -> Session:
    return Session(mall, seed=4, pursuer="none")


def put(session: Session, who: str, x: float, y: float) -> None:
    """Stand somebody somewhere."""
    b, slot = session.world.b, session.world.slot(who)
    b.x[slot], b.y[slot], b.vx[slot], b.vy[slot] = x, y, 0.0, 0.0


def face(session: Session, whom: str) -> None:
    b, me, other = session.world.b, session.world.slot("t800"), session.world.slot(whom)
    dx, dy = b.x[other] - b.x[me], b.y[other] - b.y[me]
    d = max(1e-6, (dx * dx + dy * dy) ** 0.5)
    b.fx[me], b.fy[me], b.hx[me], b.hy[me] = dx / d, dy / d, dx / d, dy / d


def until(session: Session, flag: str, most: int, command: Command | None = None) -> None:
    """Live until a flag is set."""
    for _ in range(most):
        if flag in session.world.state.flags:
            return
        session.step({"t800": command} if command else None)
    raise AssertionError(f"{flag} is not set after {most} ticks: {list(session.world.state.flags)}")


def shut(session: Session, name: str) -> bool:
    doors = session.level.ground.doors
    return bool(session.world.d.shut[next(i for i, d in enumerate(doors) if d.name == name)])


def test_from_the_photograph_to_the_bike(session: Session) -> None:
    session.step()
    assert session.hud().objective == "Find John: match the photograph"
    put(session, "t800", 29.25, 13.75)
    put(session, "john", 27.75, 13.25)
    for _ in range(90):
        face(session, "john")
        session.step()
    until(session, "2.find", 60)
    until(session, "found", 12)
    put(session, "t800", 28.25, 14.25)
    until(session, "2.reach", 60)
    put(session, "t800", 13.75, 23.25)
    put(session, "john", 14.75, 23.25)
    until(session, "2.hall", 60)
    assert session.hud().objective == "Get John to his bike"
    put(session, "t800", 9.25, 7.25)
    put(session, "john", 9.75, 8.25)
    until(session, "2.lot", 30)
    put(session, "t800", 4.75, 4.75)
    put(session, "john", 5.75, 4.75)
    for _ in range(240):
        session.step()
    assert (session.outcome, session.reason) == ("won", "channel")
    assert session.world.state.next_mission == "channel"


def test_the_last_shutter_rests_shut_and_stays_open(session: Session) -> None:
    session.step()
    assert shut(session, "shutter_lot")
    put(session, "t800", 8.75, 14.25)
    until(session, "lot_open", 1260, HOLD)
    for _ in range(1400):
        session.step()
    assert not shut(session, "shutter_lot")


@pytest.mark.parametrize(
    ("place", "flag", "door"),
    [
        ((14.75, 22.85), "shutter_used", "shutter_hall"),
        ((22.25, 30.25), "shutter_used", "shutter_court"),
        ((45.75, 17.75), "shutter_used", "shutter_store"),
        ((20.75, 4.75), "chained", "gate_alley"),
        ((45.25, 3.75), "barred", "store_fire"),
    ],
)
def test_what_falls_rises_again_by_itself(session: Session, place: tuple[float, float], flag: str, door: str) -> None:
    session.step()
    delay = next(d.delay for d in session.level.ground.doors if d.name == door)
    assert not shut(session, door)
    put(session, "t800", *place)
    until(session, flag, 90, HOLD)
    for _ in range(60):
        session.step()
    assert shut(session, door)
    for _ in range(delay):
        session.step()
    assert not shut(session, door)


def test_the_second_officer_waits_until_the_alarm(session: Session) -> None:
    session.step()
    b, late = session.world.b, session.world.slot("officer_b")
    assert not b.here[late]
    put(session, "t800", 17.25, 22.25)
    until(session, "alarm", 60, HOLD)
    assert b.here[late]


def test_the_parked_car_rolls_past_the_shutter(session: Session) -> None:
    session.step()
    put(session, "t800", 5.75, 8.75)
    until(session, "car_rolled", 90, HOLD)
    for _ in range(150):
        session.step()
    x, y = session.world.state.rolled["parked_car"]
    assert x > 11.5
    assert y == pytest.approx(10.35, abs=0.3)


def test_john_opens_the_staff_door_with_his_deck(session: Session) -> None:
    session.step()
    assert shut(session, "staff_arcade")
    put(session, "john", 20.75, 15.25)
    for _ in range(120):
        put(session, "john", 20.75, 14.75)
        session.step({"john": HOLD})
    assert "deck" in session.world.state.flags
    assert not shut(session, "staff_arcade")


def test_nine_o_clock_darkens_the_shops(session: Session) -> None:
    until_dark = 4560
    for _ in range(until_dark):
        session.step()
    assert "light_shops" in session.world.state.lamps_off
