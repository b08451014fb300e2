"""A run in the window: commands reach the rules, time stands still where it should, nothing is lost on the way out."""

import pygame
import pytest
from windows import Desk, FakeView

from game.agent.command import WHISTLE
from game.app.building import Wanted
from game.app.glass import answer_keys
from game.app.player import carried
from game.app.presenter import open_display
from game.app.screens.lost import FREEZE
from game.app.screens.play import LAST_LOOK, RETRY_AFTER, TITLE_FOR
from game.controls.hands import Hands
from game.controls.held_over import MEANT_AFTER
from game.level.load import load
from game.replay import load as load_replay
from game.session import Session
from game.sim.events import ObjectiveSet
from game.sim.state import Alert


@pytest.fixture(scope="module")
def yard():
    return load("yard")


@pytest.fixture
def desk(home, yard):
    home.mkdir()
    open_display()
    made = Desk()
    start_run(made, yard)
    yield made
    pygame.display.quit()


def start_run(desk, yard, **wanted):
    session = Session(yard, 3)
    wish = Wanted(level="yard", seed=3, difficulty="standard", **wanted)
    desk.app.push("play", session=session, view=FakeView(), wanted=wish)


def test_a_key_walks_the_player(desk):
    b, slot = desk.app.top.session.world.b, desk.app.top.session.player
    before = b.x[slot], b.y[slot]
    for code in (pygame.K_w, pygame.K_a, pygame.K_s, pygame.K_d):
        desk.post(pygame.KEYDOWN, key=code, mod=0)
        for _ in range(20):
            desk.app.turn(1)
        if (b.x[slot], b.y[slot]) != before:
            break
        desk.post(pygame.KEYUP, key=code, mod=0)
    assert (b.x[slot], b.y[slot]) != before


def test_a_way_held_as_the_body_changes_does_not_walk_the_other_one_off(desk):
    world = desk.app.top.session.world
    desk.post(pygame.KEYDOWN, key=pygame.K_d, mod=0)
    desk.app.turn(1)
    desk.app.turn(1)
    world.hand_over(world.ward)
    desk.app.turn(1)
    assert desk.app.top.session.player == world.ward
    for _ in range(MEANT_AFTER - 2):
        desk.app.turn(1)
        assert desk.app.top.command.move_x == 0
    desk.app.turn(1)
    desk.app.turn(1)
    assert desk.app.top.command.move_x > 0


def test_the_mouse_aims(desk):
    play = desk.app.top
    b, slot = play.session.world.b, play.session.player
    desk.post(pygame.MOUSEMOTION, pos=(0, 0), rel=(1, 0), buttons=(0, 0, 0))
    for _ in range(30):
        desk.app.turn(1)
    x, y = b.x[slot], b.y[slot]
    assert (b.fx[slot] * -x + b.fy[slot] * -y) / (x * x + y * y) ** 0.5 > 0.99


def test_losing_the_window_pauses_and_lets_go(desk):
    desk.post(pygame.KEYDOWN, key=pygame.K_e, mod=0)
    desk.post(pygame.WINDOWFOCUSLOST)
    assert desk.screen == "Pause"
    tick = desk.app.stack[-2].session.world.tick
    desk.app.turn(5)
    assert desk.app.stack[-2].session.world.tick == tick
    desk.key(pygame.K_ESCAPE)
    assert desk.screen == "Play"
    assert not desk.app.hands.sources.down


def test_unplugging_the_pad_pauses(desk):
    desk.post(pygame.CONTROLLERAXISMOTION, axis=0, value=32767, instance_id=0)
    desk.post(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)
    assert desk.screen == "Pause"
    assert "UNPLUGGED" in desk.app.top.why


def test_a_run_can_be_walked_by_pad_alone(desk):
    desk.button(pygame.CONTROLLER_BUTTON_START)
    assert desk.screen == "Pause"
    desk.button(pygame.CONTROLLER_BUTTON_START)
    assert desk.screen == "Play"
    desk.button(pygame.CONTROLLER_BUTTON_BACK)
    assert desk.screen == "MapPage"
    desk.button(pygame.CONTROLLER_BUTTON_B)
    assert desk.screen == "Play"


def test_the_map_draws(desk):
    desk.app.turn(5)
    desk.key(pygame.K_TAB)
    assert desk.screen == "MapPage"
    desk.key(pygame.K_DOWN, pygame.K_UP)
    desk.key(pygame.K_TAB)
    assert desk.screen == "Play"


def test_hit_stop_feeds_fewer_ticks(desk):
    play = desk.app.top
    play.stop = 3
    tick = play.session.world.tick
    desk.app.turn(5)
    assert play.session.world.tick - tick == 2


@pytest.mark.parametrize(("percent", "lived"), [(100, 30), (30, 9), (0, 0)])
def test_time_slows_at_the_wheel_and_the_wheel_still_closes(desk, percent, lived):
    play = desk.app.top
    desk.app.set(wheel=percent)
    desk.post(pygame.KEYDOWN, key=pygame.K_q, mod=0)
    for _ in range(30):
        if not desk.app.hands.wheel:
            desk.app.turn(1)
    tick = play.session.world.tick
    for _ in range(6):
        desk.app.turn(5)
    assert abs(play.session.world.tick - tick - lived) <= 1
    desk.post(pygame.KEYUP, key=pygame.K_q, mod=0)
    desk.app.turn(2)
    assert desk.app.hands.wheel is None


def test_vision_is_a_key(desk):
    desk.key(pygame.K_c)
    assert desk.app.top.vision


def test_holding_the_key_retries(desk):
    play = desk.app.top
    desk.app.turn(5)
    desk.post(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0)
    for _ in range(RETRY_AFTER + 1):
        desk.app.turn(1)
    assert play.session.attempt == 1
    for _ in range(RETRY_AFTER // 2):
        desk.app.turn(1)
    assert play.session.attempt == 1


def lose(play):
    play.session.world.state.outcome, play.session.world.state.reason = "lost", "seized"


def test_losing_freezes_a_second_then_one_press_goes_back(desk):
    play = desk.app.top
    lose(play)
    desk.app.turn(2)
    assert desk.screen == "Lost"
    desk.click(300, 200)
    assert desk.screen == "Lost"
    for _ in range(FREEZE):
        desk.app.turn(1)
    desk.click(300, 200)
    assert desk.screen == "Play"
    assert (play.session.attempt, play.session.outcome) == (1, "")


def test_after_losing_one_can_read_how_it_came(desk):
    play = desk.app.top
    play.session.world.state.alerts.append(Alert(130, "t1000", "john", "sight", 7.2, 0.9))
    lose(play)
    desk.app.turn(2)
    assert "0:02  IT SAW JOHN AT 7 M, IN THE LIGHT" in desk.app.top.how
    for _ in range(FREEZE):
        desk.app.turn(1)
    desk.key(pygame.K_TAB)
    assert desk.screen == "SoFar"
    desk.key(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN)
    assert desk.screen == "Lost"
    desk.click(300, 200)
    assert desk.screen == "Play"


def test_the_game_can_be_slower(desk):
    play = desk.app.top
    desk.app.set(speed=50)
    tick = play.session.world.tick
    for _ in range(40):
        desk.app.turn(1)
    assert abs(play.session.world.tick - tick - 20) <= 1


@pytest.mark.parametrize(("titled", "written"), [(True, ""), (False, "RUN")])
def test_no_objective_is_written_large_over_the_levels_title(desk, titled, written):
    """The mill's card stood for seven seconds, and "Which Sarah?" came after five."""
    play = desk.app.top
    play.view.talk.titled = titled
    play.session.world.tick = TITLE_FOR + 1
    play._felt(ObjectiveSet("10.run", "Run"))
    assert play.news == written


def test_words_can_be_skipped(desk):
    asked = []
    desk.app.top.view.skip_line = lambda: asked.append(1) or True
    desk.key(pygame.K_RETURN)
    assert asked


def test_what_strangers_say_is_not_on_the_map_page(desk):
    from game.app.screens.map import spoken

    play = desk.app.top
    play.session.world.state.lines[:] = [(1, "packer_a", "no_idea"), (2, "john", "follow"), (3, "card", "yard")]
    assert [who for who, _ in spoken(play)] == ["JOHN", ""]


def test_what_allies_say_is_on_the_map_page(desk):
    from game.app.screens.map import spoken

    play = desk.app.top
    world = play.session.world
    world.ours = (*world.ours, world.names.index("packer_a"))
    world.state.lines[:] = [(1, "packer_a", "no_idea")]
    assert [who for who, _ in spoken(play)] == ["PACKER_A"]


def test_an_empty_gun_fills_itself(desk):
    play = desk.app.top
    for _ in range(5):
        desk.app.turn(1)
    gear = play.session.world.state.gear[play.session.player]
    gear.rounds[gear.weapon], gear.spare[gear.weapon] = 0, 6
    for _ in range(40):
        desk.app.turn(1)
        if play.hud.reloading:
            break
    assert play.hud.reloading


def test_the_weapon_wheel_and_the_slots_draw(desk):
    play = desk.app.top
    desk.post(pygame.KEYDOWN, key=pygame.K_z, mod=0)
    for _ in range(60):
        desk.app.turn(1)
    assert desk.app.hands.wheel.may == set(carried(play.session))
    assert desk.app.hands.choosing
    desk.post(pygame.KEYUP, key=pygame.K_z, mod=0)
    desk.app.turn(2)


def test_after_losing_the_pause_menu_can_go_back_too(desk):
    play = desk.app.top
    lose(play)
    desk.app.turn(2)
    desk.key(pygame.K_ESCAPE)
    assert desk.screen == "Pause"
    desk.choose("RETRY FROM CHECKPOINT")
    desk.app.turn(2)
    assert desk.screen == "Play"


def test_winning_shows_the_report_and_forgets_the_save(desk, home):
    play = desk.app.top
    play._save()
    assert (home / "saves" / "yard.save").exists()
    play.session.world.state.outcome = "won"
    play.session.world.state.alerts.append(Alert(130, "officer", "john", "sight", 7.2, 0.9))
    for _ in range(LAST_LOOK + 1):
        desk.app.turn(1)
    assert desk.screen == "Won"
    assert not (home / "saves" / "yard.save").exists()
    assert desk.app.progress.best("yard")
    for _ in range(len(desk.app.top.leaves) + 1):
        desk.key(pygame.K_RIGHT)
    assert desk.app.top.at == 1
    desk.button(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
    desk.click(600, 100)
    assert desk.app.top.at == 1
    desk.choose("TITLE")
    assert desk.screen == "Title"


def test_leaving_keeps_the_run_for_continue(desk, yard):
    play = desk.app.top
    for _ in range(20):
        desk.app.turn(1)
    digest = play.session.digest()
    desk.key(pygame.K_ESCAPE)
    desk.choose("QUIT TO TITLE")
    assert desk.screen == "Title"
    assert desk.app.top.menu.rows[0].ready()
    from game.app.building import go_on

    again = Session(yard, 99)
    go_on(again, "yard")
    assert (again.digest(), again.seed) == (digest, 3)


def test_a_damaged_save_is_kept_aside(desk, yard, home):
    from game.app.building import go_on
    from game.core.trouble import Trouble

    desk.app.top._save()
    path = home / "saves" / "yard.save"
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(Trouble, match=r"yard\.save\.corrupt"):
        go_on(Session(yard, 1), "yard")
    assert (home / "saves" / "yard.save.corrupt").exists()


def test_a_recording_survives_a_crash(desk, yard, tmp_path):
    file = tmp_path / "run.replay"
    start_run(desk, yard, record=file)
    play = desk.app.top
    for _ in range(12):
        desk.app.turn(1)
    play.view.draw = None  # the next frame breaks
    with pytest.raises(TypeError):
        desk.app.run()
    assert load_replay(file).ticks >= 12


def test_a_recording_without_a_place_does_not_stop_play(desk, yard, tmp_path):
    start_run(desk, yard, record=tmp_path / "nowhere" / "run.replay")
    desk.app.turn(3)
    desk.app.top.rescue()
    assert "CANNOT WRITE" in desk.app._said
    desk.app.top.wanted = Wanted(level="yard", seed=3, difficulty="standard")


def test_a_replay_plays_stops_and_ends(desk, yard, tmp_path):
    file = tmp_path / "run.replay"
    start_run(desk, yard, record=file)
    for _ in range(30):
        desk.app.turn(1)
    desk.app.pop()
    record = load_replay(file)
    desk.app.push("replay", record=record, level=yard, view=FakeView())
    room = desk.app.top
    desk.app.turn(5)
    assert room.lived == 5
    desk.key(pygame.K_SPACE)
    stopped = room.lived
    desk.app.turn(5)
    assert room.lived == stopped
    before = pygame.surfarray.array3d(room.draw()).copy()
    desk.key(pygame.K_m)
    assert (pygame.surfarray.array3d(room.draw()) != before).any(), "its mind lies over the picture"
    desk.key(pygame.K_m)
    desk.key(pygame.K_SPACE, pygame.K_RIGHT, pygame.K_RIGHT)
    for _ in range(10):
        desk.app.turn(2)
    assert room.over
    assert room.lived == record.ticks
    assert room.session.digest() == record.digest


def test_trouble_with_a_level_is_a_page_and_not_a_crash(desk, home):
    desk.app.home()
    desk.app.runs.play(str(home / "none.tmx"))
    for _ in range(200):
        desk.app.turn(1)
        pygame.time.wait(5)
        if desk.screen != "Loading":
            break
    assert desk.screen == "TroublePage"
    desk.key(pygame.K_ESCAPE)
    assert desk.screen == "Title"


def asked(desk, frames=2):
    """Put a question to the player; the second answer is right. Return the rules' state."""
    from game.sim.state import Quiz

    play = desk.app.top
    state = play.session.world.state
    state.facts["initials"] = 0
    state.quiz = Quiz(play.session.ward, "initials", ["no_coin", "initials", "no_name"], 10**6)
    desk.app.turn(frames)
    assert len(play.hud.choices) == 3
    return state


def test_the_pads_cross_answers_the_question_that_is_put(desk):
    play, state = desk.app.top, asked(desk)
    weapon = state.gear[play.session.player].weapon
    desk.button(pygame.CONTROLLER_BUTTON_Y)  # another weapon would be no answer
    desk.app.turn(2)
    assert state.quiz is not None
    assert answer_keys(play)[:3] == ["D-LEFT", "D-UP", "D-RIGHT"]
    desk.button(pygame.CONTROLLER_BUTTON_DPAD_UP)
    desk.app.turn(2)
    assert state.quiz is None
    assert "answered_right" in state.flags
    assert state.gear[play.session.player].weapon == weapon
    assert "ask" not in play.app.hands.ages


def test_the_pads_cross_throws_again_once_it_has_answered(desk):
    state = asked(desk)
    desk.button(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
    desk.app.turn(2)
    assert state.quiz is None
    assert "answered_right" not in state.flags
    desk.post(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_DPAD_LEFT, instance_id=0)
    assert desk.app.hands.age("throw") > 0


def test_the_pads_cross_answers_a_question_that_has_just_come(desk):
    asked(desk).quiz = None
    desk.app.turn(2)
    state = asked(desk, frames=1)
    desk.post(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_DPAD_UP, instance_id=0)
    desk.app.turn(2)
    assert state.quiz is None
    assert "answered_right" in state.flags
    assert desk.app.hands.age("ask") == 0


def test_an_answer_whistles_for_nobody_as_the_button_comes_up():
    hands = Hands()
    down, up = (
        pygame.event.Event(kind, button=pygame.CONTROLLER_BUTTON_DPAD_DOWN, instance_id=0)
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP)
    )
    for events in ([down, up], [down], [up]):
        for event in events:
            hands.handle(event)
        assert not hands.tick(asked=4).held & WHISTLE
    hands.handle(down)
    hands.handle(up)
    assert hands.tick().held & WHISTLE  # a press that answers nothing


def test_the_mouse_wheel_answers_nothing(desk):
    state = asked(desk)
    desk.post(pygame.MOUSEWHEEL, x=0, y=-1)
    desk.app.turn(2)
    assert state.quiz is not None


def test_a_number_answers_the_question_that_is_put(desk):
    play, state = desk.app.top, asked(desk)
    assert answer_keys(play)[:3] == ["1", "2", "3"]
    weapon = state.gear[play.session.player].weapon
    desk.post(pygame.KEYDOWN, key=pygame.K_2, mod=0)
    desk.app.turn(2)
    assert state.quiz is None
    assert "answered_right" in state.flags
    assert state.gear[play.session.player].weapon == weapon
