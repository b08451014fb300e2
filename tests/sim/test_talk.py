"""Private questions: who knows, who guesses, what is overheard, and what the player himself is asked."""

from game.agent.command import ASK, IDLE, Command
from game.core.ground import Zone
from game.sim import events as E
from game.sim.conditions import Suspects, TrustIs
from game.sim.effects import Ask, Remove, Throw
from game.sim.step import step
from game.sim.systems.talk import ANSWERS, ASKS, THINKS
from game.sim.world import World
from tests.worlds import ground_of, person, world_of

FACT = "way_press"
VAT = Zone(name="vat", x=8.0, y=2.0, w=2.0, h=2.0)


def company(*more, x: float = 11.0) -> World:
    """Return the T-800, John, Sarah and the T-1000 far off in a room with a fact that only they know."""
    people = [
        person("t800", 3.0, 2.5),
        person("john", 4.0, 3.5),
        person("sarah", 5.5, 2.0, "ally", "sarah"),
        person("t1000", x, 4.0),
    ]
    world = world_of(*people, *more, ground=ground_of(zones=(VAT,)))
    world.learn(FACT)
    return world


def live(world: World, ticks: int, first: Command = IDLE) -> list[E.Event]:
    found = []
    for i in range(ticks):
        found += step(world, {world.player: first if i == 0 else IDLE})
    return found


def ask(world: World, whom: int) -> list[E.Event]:
    """Point at somebody and ask, and wait for the answer."""
    live(world, 12)
    order = Command(order=ASK, order_x=round(world.b.x[whom] * 2), order_y=round(world.b.y[whom] * 2))
    return live(world, ASKS + ANSWERS + 3, order)


def answers(events: list[E.Event]) -> list[E.QuestionAnswered]:
    return [e for e in events if isinstance(e, E.QuestionAnswered)]


def in_her_face(world: World) -> int:
    """Give the machine Sarah's face, and stand it beside John."""
    hunter = world.hunter
    world.become(hunter, "sarah")
    world.b.face[hunter] = world.slot("sarah")
    world.b.x[hunter], world.b.y[hunter] = 5.0, 4.2
    return hunter


def test_who_was_there_answers_right_and_is_believed():
    world = company()
    sarah = world.slot("sarah")
    (said,) = answers(ask(world, sarah))
    assert said.right
    assert world.doubt[world.ward, sarah] < -5.5  # three under what he thinks of anybody


def test_the_machine_guesses_and_is_doubted():
    world = company()
    hunter = in_her_face(world)
    (said,) = answers(ask(world, hunter))
    assert not said.right
    assert said.said != FACT
    assert world.doubt[world.ward, hunter] > -1.0


def test_what_it_has_overheard_it_answers():
    world = company()
    world.state.burnt[FACT] = 1
    (said,) = answers(ask(world, in_her_face(world)))
    assert said.right


def test_an_answer_in_its_hearing_is_burnt():
    world = company(x=9.0)
    ask(world, world.slot("sarah"))
    assert FACT in world.state.burnt
    world = company()
    world.b.here[world.hunter] = 0
    ask(world, world.slot("sarah"))
    assert FACT not in world.state.burnt


def test_strangers_owe_no_answer():
    world = company(person("packer_a", 5.0, 4.2))
    stranger = world.slot("packer_a")
    assert not answers(ask(world, stranger))
    assert -5.0 < world.doubt[world.ward, stranger] < -2.5


def test_nothing_is_asked_where_nothing_is_private():
    world = company()
    world.state.facts.clear()
    assert not answers(ask(world, world.slot("sarah")))


def test_two_of_her_in_one_view_do_not_stay_two_for_four_seconds():
    for seed in range(12):
        world = company()
        world.seed = seed
        hunter = in_her_face(world)
        seen = -1
        for _ in range(400):
            events = live(world, 1)
            both = world.sees_now[world.ward, hunter] and world.sees_now[world.ward, world.slot("sarah")]
            seen = world.tick if seen < 0 and both else seen
            if any(isinstance(e, E.Unmasked) for e in events):
                break
        assert seen >= 0
        assert world.tick - seen <= 240


# ------------------------------------------------------------------ the player is asked
def test_he_chooses_his_answer_and_the_right_one_is_believed():
    world = company()
    Ask("t800", "way").happen(world, -1)
    (put,) = [e for e in live(world, 2) if isinstance(e, E.QuestionPut)]
    trust = world.state.trust
    events = live(world, 3, Command(choice=1 + put.options.index(FACT)))
    assert answers(events)[0].right
    assert world.state.trust > trust
    assert "answered_right" in world.state.flags


def test_a_wrong_answer_costs_trust():
    world = company()
    Ask("t800", "way").happen(world, -1)
    (put,) = [e for e in live(world, 2) if isinstance(e, E.QuestionPut)]
    trust = world.state.trust
    live(world, 12)
    live(world, 3, Command(choice=1 + (put.options.index(FACT) + 1) % 3))
    assert world.state.trust < trust
    assert world.doubt[world.ward, world.player] > -1.0


def test_silence_is_an_answer_too():
    world = company()
    Ask("t800", "way").happen(world, -1)
    live(world, THINKS + 4)
    assert "answered_wrong" in world.state.flags


# ------------------------------------------------------------------ the words
def test_suspects_reads_what_somebody_thinks_of_a_body():
    world = company()
    live(world, 30)
    assert not Suspects("john", "t1000", 3.0).holds(world)
    face = world.b.face[world.hunter]
    world.face_doubt[world.ward, face], world.face_at[world.ward, face] = 4.0, world.tick
    assert Suspects("john", "t1000", 3.0).holds(world)


def test_trust_reads_how_far_somebody_trusts():
    world = company()
    assert TrustIs("sarah", ">=", 0.2).holds(world)
    assert not TrustIs("john", ">", 0.9).holds(world)


def test_what_is_thrown_into_steel_is_gone_and_counted():
    world = company()
    pit = world.ground.pit.copy()
    pit[4:8, 16:20] = 1
    pit.setflags(write=False)
    world.ground.pit = pit
    world.state.things["cpu"] = world.ward
    Throw("t800", "cpu", "vat").happen(world, -1)
    assert "cpu" in world.state.things  # it is not his
    Throw("john", "cpu", "vat").happen(world, -1)
    (melted,) = [e for e in live(world, 90) if isinstance(e, E.RelicMelted)]
    assert melted.by == world.ward
    assert world.counted("molten_item") == 1


def test_what_misses_the_steel_is_fetched():
    world = company()
    world.state.things["cpu"] = world.ward
    Throw("john", "cpu", "vat").happen(world, -1)
    live(world, 90)
    assert world.state.things["cpu"] == world.ward
    assert world.counted("molten_item") == 0


def test_who_is_removed_has_gone_home_and_the_story_removes_nobody_of_ours():
    world = company(person("packer_a", 8.0, 4.0))
    for who in ("packer_a", "t1000", "john"):
        Remove(who).happen(world, -1)
    assert not world.b.here[world.slot("packer_a")]
    assert world.b.here[world.ward]
    assert world.b.here[world.hunter]
    assert world.counted("packer_out") == 1
