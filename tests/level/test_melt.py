"""The mill: what stands where, its counters, and that its end is a grenade, steel, a boy's two throws and a woman's hand."""

import pytest

from game.agent.command import ASK, IDLE, INTERACT, Command
from game.content.lines import PROMPTS
from game.hud import shown
from game.lab.seat import live
from game.level.data import Level
from game.level.lint import check
from game.level.load import load
from game.level.softlock import findings
from game.session import Session
from game.sim import events as ev
from game.sim.systems.devices import at_hand
from game.sim.systems.shatter import burst
from game.sim.systems.suspicion import trusts

MAP = "levels/melt.tmx"
SEEDS = (2, 5, 7, 9)  # the first of them that the bot brings to the steel is looked at: a seizure may end any one
SEEN_AFTER = 40  # ticks in which he has made out who stands before him
PLACES = {"t800": (47.2, 11.2), "john": (45.9, 11.0), "sarah": (47.9, 14.1), "t1000": (44.8, 5.0)}


@pytest.fixture(scope="module")
def melt() -> Level:
    return load(MAP)


def at_the_edge(level: Level, seed: int) -> Session:
    """Return a session that begins where the middle ends: all of them in the gantry, the machine awake and coming."""
    session = Session(level, seed)
    session.step({})
    world = session.world
    for name, (x, y) in PLACES.items():
        slot = world.slot(name)
        world.b.x[slot], world.b.y[slot] = x, y
    world.b.chill[session.hunter] = world.b.stiff[session.hunter] = 0
    world.b.stun_until[session.hunter] = 0
    world.set_objective("10.edge")
    return session


def after_the_throws(level: Level) -> Session:
    """Return a session in which nothing is left of it and both relics are gone, T-800 and Sarah by the hoist."""
    session = at_the_edge(level, 1)
    world = session.world
    world.b.here[session.hunter] = 0
    world.state.gone.append("t1000")
    world.state.counts["molten_item"] = 2
    world.set_objective("10.throw")
    stand(session, "t800", 55.6, 16.0)
    stand(session, "sarah", 53.6, 17.4)
    lived(session, 30)
    return session


def stand(session: Session, name: str, x: float, y: float) -> None:
    slot = session.world.slot(name)
    session.world.b.x[slot], session.world.b.y[slot] = x, y


def lived(session: Session, ticks: int, command: Command = IDLE) -> list[ev.Event]:
    """Live on with one command on the player's seat."""
    found = []
    for _ in range(ticks):
        found += session.step({session.seat: command})
    return found


def brought_to_the_steel(level: Level) -> tuple[Session, list[ev.Event]]:
    """Return the first run from the edge on in which nothing is left of it, up to then, and its events."""
    for seed in SEEDS:
        session, events = at_the_edge(level, seed), list[ev.Event]()
        for _ in live(session, "base", 20000):
            events += session.events
            if session.world.state.gone:
                return session, events
    raise AssertionError(f"none of {SEEDS} ends")


def bare(level: Level) -> Level:
    facts = {name: getattr(level, name) for name in Level.__slots__}
    return Level(**(facts | {"triggers": tuple(t for t in level.triggers if t.name == "begin")}))


# ------------------------------------------------------------------ the map
def test_the_lint_and_the_search_for_dead_ends_have_nothing_to_say() -> None:
    assert check([MAP]) == []
    assert list(findings(load(MAP))) == []


def test_it_begins_torn_against_what_stands_like_glass(melt: Level) -> None:
    session = Session(melt, 1)
    world, b = session.world, session.world.b
    assert b.stiff[session.hunter] == 1
    assert b.health[session.player] < world.actors[session.player].health
    session.step({})
    assert world.state.things == {"cpu": session.ward, "arm": session.ward}
    assert world.trust_of(world.slot("sarah")) == pytest.approx(0.2, abs=0.01)
    x = b.x[session.hunter]
    lived(session, 240)
    assert b.x[session.hunter] == x
    events = lived(session, 700)
    assert any(isinstance(e, ev.Thawed) for e in events)


def test_the_face_that_they_shot_to_pieces_is_no_trusted_one(melt: Level) -> None:
    session = Session(melt, 1)
    assert session.world.look(session.hunter) == "officer"
    assert not trusts(session.world)
    lived(session, 900)  # it has closed, and stands there as the officer
    assert session.world.look(session.hunter) == "officer"
    assert not trusts(session.world)


def test_there_are_counters_everywhere(melt: Level) -> None:
    assert sum("counter" in d.tags for d in melt.ground.devices) >= 10
    assert {h.kind for h in melt.hazards} >= {"press", "gears", "steam", "cryo", "fire", "molten"}


def test_the_men_are_sent_home_by_one_call(melt: Level) -> None:
    session = Session(melt, 3, pursuer="none")
    session.step({})
    speaker = next(d for d in melt.ground.devices if d.name == "intercom")
    session.world.state.due.append(("use", session.player, *speaker.middle))
    events = lived(session, 1500)
    assert sum(isinstance(e, ev.WentHome) for e in events) >= 4
    assert "men_called" in session.world.state.facts


def test_sarah_calls_it_while_they_wait_by_the_rail_and_not_once_it_is_there(melt: Level) -> None:
    def calls(away: bool, down: bool = False, apart: bool = False) -> int:
        session = Session(melt, 1)
        b, hunter = session.world.b, session.hunter
        for _ in range(1220):
            b.stun_until[hunter] = session.world.tick + 10
            session.step({})
        for name in ("t800", "john", "sarah"):
            stand(session, name, *PLACES[name])
        session.world.set_flag("10.two")
        if down:
            session.world.state.timers["reboot"] = session.world.tick
        found = []
        for _ in range(480 if down else 900):
            b.stun_until[hunter] = session.world.tick + 10
            b.x[hunter], b.y[hunter] = (3.0, 40.0) if away else (45.9, 9.5)
            if apart and session.world.state.split_at < 0:
                burst(session.world, hunter, 0.1)
            found += session.step({session.seat: Command(aim_y=-64)})
        return sum(isinstance(e, ev.Said) and e.key == "over_here" for e in found)

    assert calls(away=True) == 1
    assert calls(away=True, down=True) == 0  # nobody calls it to the boy while his guard lies on the floor
    assert calls(away=True, apart=True) == 0  # nor to what lies about in pieces
    assert calls(away=False) <= calls(away=True)


def test_john_puts_no_question_while_he_sees_what_he_knows_to_be_the_machine(melt: Level) -> None:
    def asked(at: tuple[float, float], apart: bool = False) -> int:
        session = at_the_edge(melt, 1)
        world, hunter, john = session.world, session.hunter, session.ward
        world.learn("way_rolls")
        face = world.b.face[hunter]
        world.face_doubt[john, face], world.face_at[john, face] = 6.0, 1
        found = []
        for i in range(120):
            if i == SEEN_AFTER:
                world.set_flag("10.run")
            world.b.stun_until[hunter] = world.tick + 10
            stand(session, "t1000", *at)
            stand(session, "john", *PLACES["john"])
            world.b.fx[john], world.b.fy[john] = 0.0, -1.0
            if apart and world.state.split_at < 0:
                burst(world, hunter, 0.1)
            found += session.step({session.seat: Command(aim_y=-64)})
        return sum(isinstance(e, ev.QuestionPut) for e in found)

    before_him, far = (45.9, 8.0), (3.0, 40.0)
    assert asked(far) == 1
    assert asked(before_him) == 0
    assert asked(far, apart=True) == 0


# ------------------------------------------------------------------ the end
def test_it_ends_as_it_is_told(melt: Level) -> None:
    session, events = brought_to_the_steel(melt)
    for _ in live(session, "base", 6000):
        events += session.events
    state = session.world.state
    assert session.outcome == "won"
    assert state.next_mission == "open_road"
    assert state.last_hit == "grenade"
    assert state.melted == pytest.approx(1.0, abs=1e-6)
    order = [type(e) for e in events]
    assert order.index(ev.Burst) < order.index(ev.Melting) < order.index(ev.Gone) < order.index(ev.RelicMelted)
    melted = [e for e in events if isinstance(e, ev.RelicMelted)]
    assert [(e.thing, e.by) for e in melted] == [("cpu", session.ward), ("arm", session.ward)]
    said = [e.key for e in events if isinstance(e, ev.Said)]
    assert said.index("not_by_this_hand") < said.index("i_have_to_ask") < said.index("please_lower_me")
    hoist = [e for e in events if isinstance(e, ev.DeviceUsed) and e.device == "hoist"]
    assert [e.by for e in hoist] == [session.world.slot("sarah")]


def test_without_triggers_it_ends_by_grenade_and_steel_all_the_same(melt: Level) -> None:
    session, _ = brought_to_the_steel(bare(melt))
    assert session.world.state.gone == ["t1000"]
    assert session.world.state.last_hit == "grenade"
    assert session.world.state.melted == pytest.approx(1.0, abs=1e-6)


# ------------------------------------------------------------------ refusal, asking, the hoist
def test_it_cannot_step_in_and_its_own_hand_never_moves_the_hoist(melt: Level) -> None:
    session = after_the_throws(melt)
    assert session.world.state.objective == "10.step"
    for _ in range(2):
        lived(session, 70, Command(held=INTERACT))
        lived(session, 40)
    assert {"refused_once", "refused"} <= set(session.world.state.flags)
    hoist = next(d for d in melt.ground.devices if d.name == "hoist")
    stand(session, "t800", hoist.x, hoist.y - 0.6)
    lived(session, 1000, Command(held=INTERACT))
    assert not session.world.state.using
    assert not session.world.state.begun
    assert "hoist" not in session.world.state.used


def test_step_in_is_offered_while_it_does_something_and_no_longer(melt: Level) -> None:
    session = Session(melt, seed=3)
    session.world.b.x[session.player], session.world.b.y[session.player] = 55.6, 16.0
    assert at_hand(session.world, session.player) >= 0
    assert shown(session.world).prompt == ""
    lived(session, 30, Command(held=INTERACT))
    assert shown(session.world).progress == 0.0
    session = after_the_throws(melt)
    assert shown(session.world).prompt == PROMPTS["ledge"]
    lived(session, 30, Command(held=INTERACT))
    assert shown(session.world).progress > 0.0
    lived(session, 40, Command(held=INTERACT))
    lived(session, 40)
    lived(session, 70, Command(held=INTERACT))
    lived(session, 40)
    assert "refused" in session.world.state.flags
    assert shown(session.world).prompt == ""


def test_asked_she_holds_it_and_letting_go_only_pauses(melt: Level) -> None:
    session = after_the_throws(melt)
    world = session.world
    world.set_flag("refused")
    lived(session, 12)
    sarah = world.slot("sarah")
    lived(session, 2, Command(order=ASK, order_x=round(world.b.x[sarah] * 2), order_y=round(world.b.y[sarah] * 2)))
    assert session.player == sarah
    index = next(i for i, d in enumerate(melt.ground.devices) if d.name == "hoist")
    hoist = melt.ground.devices[index]
    stand(session, "sarah", hoist.x, hoist.y - 0.5)
    lived(session, 301, Command(held=INTERACT))
    lived(session, 200)
    assert world.state.begun[index] == pytest.approx(hoist.ticks - 300, abs=2)
    lived(session, hoist.ticks - 290, Command(held=INTERACT))
    assert session.outcome == "won"


def test_who_was_not_asked_lowers_nothing(melt: Level) -> None:
    session = after_the_throws(melt)
    session.world.hand_over(session.world.slot("sarah"))
    hoist = next(d for d in melt.ground.devices if d.name == "hoist")
    stand(session, "sarah", hoist.x, hoist.y - 0.5)
    lived(session, hoist.ticks + 40, Command(held=INTERACT))
    assert not session.outcome
