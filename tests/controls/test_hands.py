"""Keys, mouse and pad as the player's hands: taps, holds, toggles, the wheel, and nothing that stays stuck."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.agent.command import FIRE, FOLLOW, HIDE, INTERACT, NO_ORDER, RUN, RUN_TO, SNEAK, STAY, TRUST, WALK, checked
from game.controls.hands import FIRE_BUFFER, TAP, Hands
from game.controls.held_over import MEANT_AFTER
from game.controls.inputs import Face
from game.controls.wheel import OPENS_AFTER


def key(code, down=True):
    return pygame.event.Event(pygame.KEYDOWN if down else pygame.KEYUP, key=code, mod=0, unicode="")


def button(number, down=True):
    return pygame.event.Event(pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP, button=number, pos=(0, 0))


def axis(number, value):
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=number, value=round(value * 32767), instance_id=0)


def pad(number, down=True):
    kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
    return pygame.event.Event(kind, button=number, instance_id=0)


@pytest.fixture
def hands():
    return Hands()


def test_a_key_walks_until_it_comes_up(hands):
    hands.handle(key(pygame.K_d))
    assert hands.tick().move_x == 127
    assert hands.tick().move_x == 127
    hands.handle(key(pygame.K_d, down=False))
    assert hands.tick().move_x == 0


def test_keys_are_places_not_letters(hands):
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, scancode=pygame.KSCAN_W, mod=0, unicode="z")
    assert hands.handle(event) == ["up"]


def test_a_tap_between_two_ticks_counts_once(hands):
    hands.handle(key(pygame.K_e))
    hands.handle(key(pygame.K_e, down=False))
    assert hands.tick().held & INTERACT
    assert not hands.tick().held & INTERACT


def test_a_press_of_the_trigger_stays_wanted_for_a_moment(hands):
    hands.handle(button(1))
    hands.handle(button(1, down=False))
    wanted = [bool(hands.tick().held & FIRE) for _ in range(FIRE_BUFFER + 2)]
    assert wanted == [True] * FIRE_BUFFER + [False] * 2


def test_the_press_is_used_up_by_the_shot(hands):
    hands.handle(button(1))
    hands.handle(button(1, down=False))
    hands.tick()
    hands.fired()
    assert not hands.tick().held & FIRE


def test_sneak_is_a_toggle(hands):
    hands.handle(key(pygame.K_LCTRL))
    hands.handle(key(pygame.K_LCTRL, down=False))
    assert hands.tick().gait == SNEAK
    assert hands.tick().gait == SNEAK
    hands.handle(key(pygame.K_LCTRL))
    assert hands.tick().gait == WALK


def test_any_hold_can_be_a_toggle():
    hands = Hands(toggles=("run",))
    hands.handle(key(pygame.K_LSHIFT))
    hands.handle(key(pygame.K_LSHIFT, down=False))
    hands.tick()
    assert hands.tick().gait == RUN


def test_in_another_body_a_way_that_was_held_counts_when_it_is_pressed_anew_or_held_on(hands):
    hands.handle(key(pygame.K_w))
    hands.handle(key(pygame.K_LSHIFT))
    hands.tick()
    hands.change_body()
    first = hands.tick()
    assert (first.move_x, first.move_y) == (0, 0)
    hands.handle(key(pygame.K_d))
    other = hands.tick()
    assert other.move_x > 0
    assert (other.move_y, other.gait) == (0, RUN)
    hands.handle(key(pygame.K_w, down=False))
    hands.handle(key(pygame.K_w))
    assert hands.tick().move_y < 0
    hands.change_body()
    waited = 0
    while not hands.tick().move_x:
        waited += 1
    assert waited == MEANT_AFTER - 1


def test_in_another_body_nothing_else_that_was_held_goes_on(hands):
    for event in (button(1), key(pygame.K_e), key(pygame.K_f), key(pygame.K_q)):
        hands.handle(event)
    for _ in range(OPENS_AFTER + 1):
        hands.tick()
    hands.change_body()
    commands = [hands.tick() for _ in range(MEANT_AFTER * 2)]
    hands.handle(key(pygame.K_q, down=False))
    commands.append(hands.tick())
    assert {(c.held, c.order) for c in commands} == {(0, NO_ORDER)}


def test_in_another_body_a_stick_held_still_counts_again_after_a_while(hands):
    hands.handle(axis(0, 1.0))
    assert hands.tick().move_x > 0
    hands.change_body()
    ways = [hands.tick().move_x > 0 for _ in range(MEANT_AFTER + 2)]
    assert ways == [False] * (MEANT_AFTER - 1) + [True] * 3


def test_losing_the_window_lets_everything_go(hands):
    for event in (key(pygame.K_w), key(pygame.K_LSHIFT), button(1), key(pygame.K_q), axis(0, 1.0), pad(0)):
        hands.handle(event)
    hands.tick()
    hands.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    command = hands.tick()
    assert (command.move_x, command.move_y, command.held, command.gait, command.order) == (0, 0, 0, WALK, NO_ORDER)


def test_an_unplugged_pad_lets_go_and_is_told(hands):
    hands.handle(axis(0, 1.0))
    hands.handle(axis(5, 1.0))
    hands.handle(key(pygame.K_e))
    hands.tick()
    hands.handle(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7))
    hands.fired()
    command = hands.tick()
    assert (command.move_x, command.held) == (0, INTERACT)
    assert hands.sources.unplugged


def test_legs_keep_walking_through_a_pause(hands):
    hands.handle(key(pygame.K_w))
    hands.handle(key(pygame.K_e))
    hands.let_go(keep_legs=True)
    command = hands.tick()
    assert (command.move_y, command.held) == (-127, 0)


def test_a_tap_on_order_means_follow(hands):
    hands.handle(key(pygame.K_q))
    assert hands.tick().order == NO_ORDER
    hands.handle(key(pygame.K_q, down=False))
    assert hands.tick().order == FOLLOW
    assert hands.tick().order == NO_ORDER


def test_a_tap_on_order_within_one_tick_means_follow(hands):
    hands.handle(key(pygame.K_q))
    hands.handle(key(pygame.K_q, down=False))
    assert hands.tick().order == FOLLOW


def hold_wheel(hands, **where):
    hands.handle(key(pygame.K_q))
    for _ in range(OPENS_AFTER):
        hands.tick(**where)
    assert hands.wheel


def test_the_wheel_sends_him_where_the_cursor_was(hands):
    hold_wheel(hands, aim=(3.0, -1.0), at=(10.0, 10.0), cursor=(300, 100))
    hands.tick(aim=(9.0, 9.0), at=(10.0, 10.0), cursor=(360, 100))
    hands.handle(key(pygame.K_q, down=False))
    command = hands.tick(aim=(9.0, 9.0), at=(10.0, 10.0), cursor=(360, 100))
    assert (command.order, command.order_x, command.order_y) == (RUN_TO, 26, 18)
    assert hands.wheel is None


def test_he_is_sent_where_the_cursor_pointed_as_the_key_went_down(hands):
    """Until the wheel opens the camera glides on, and another place slides under the cursor."""
    hands.handle(key(pygame.K_q))
    for k in range(OPENS_AFTER + 1):
        hands.tick(aim=(3.0 + k * 0.2, -1.0), at=(10.0, 10.0 + k * 0.05), cursor=(300, 100))
    hands.tick(aim=(9.0, 9.0), at=(10.0, 11.0), cursor=(360, 100))
    hands.handle(key(pygame.K_q, down=False))
    command = hands.tick(aim=(9.0, 9.0), at=(10.0, 11.0), cursor=(360, 100))
    assert (command.order, command.order_x, command.order_y) == (RUN_TO, 26, 18)


def test_the_wheel_can_be_left_without_an_order(hands):
    hold_wheel(hands)
    hands.tick(cursor=(60, 0))
    hands.tick(cursor=(2, 0))
    hands.handle(key(pygame.K_q, down=False))
    assert hands.tick(cursor=(2, 0)).order == NO_ORDER


def test_the_wheel_listens_to_numbers(hands):
    hold_wheel(hands)
    hands.handle(key(pygame.K_3))
    assert hands.tick(slots=(1, 3), slot=1).weapon == 0
    hands.handle(key(pygame.K_q, down=False))
    assert hands.tick().order == HIDE


def test_the_wheel_listens_to_the_stick(hands):
    hands.handle(pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    for _ in range(OPENS_AFTER):
        hands.tick()
    hands.handle(axis(2, -1.0))
    hands.tick()
    hands.handle(axis(2, 0.0))
    hands.tick()
    hands.handle(pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER, down=False))
    assert hands.tick().order == STAY


def test_the_mouse_wheel_goes_round_what_is_carried(hands):
    notch = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1)
    hands.handle(notch)
    assert hands.tick(slots=(1, 2, 3), slot=3).weapon == 1
    hands.handle(notch)
    assert hands.tick(slots=(3,), slot=3).weapon == 0
    hands.handle(key(pygame.K_2))
    assert hands.tick(slots=(1, 2, 3), slot=3).weapon == 2


def test_the_right_stick_aims_and_is_drawn_to_people_in_sight(hands):
    hands.handle(axis(2, 1.0))
    command = hands.tick(aim=(-5.0, 0.0), faces=[Face(4.0, 0.25)])
    assert (command.aim_x, command.aim_y) == (64, 4)
    hands.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(1, 1), buttons=(0, 0, 0)))
    assert hands.tick(aim=(-5.0, 0.0)).aim_x == -80


def test_a_press_on_a_face_is_the_next_verdict(hands):
    hands.handle(button(2))
    command = hands.tick((3.0, 0.0), faces=[Face(3.5, 0.4, 12, 1), Face(0.0, 5.0, 4, 0)])
    assert (command.mark, command.verdict) == (12, 2)
    hands.handle(button(2, down=False))
    assert hands.tick((3.0, 0.0), faces=[Face(3.5, 0.4, 12, 2)]).mark == -1
    hands.handle(button(2))
    assert hands.tick((3.0, 3.0), faces=[Face(3.5, 0.4, 12, 2)]).mark == -1


def test_a_tap_on_the_scan_button_is_vision(hands):
    shoulder = pygame.CONTROLLER_BUTTON_RIGHTSHOULDER
    assert hands.handle(pad(shoulder)) == ["scan"]
    hands.tick()
    assert hands.handle(pad(shoulder, down=False)) == ["vision"]
    hands.handle(pad(shoulder))
    for _ in range(TAP):
        hands.tick()
    assert hands.handle(pad(shoulder, down=False)) == []


def test_on_a_pad_he_runs_ahead_of_where_you_look(hands):
    hands.handle(pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    for _ in range(OPENS_AFTER):
        hands.tick(at=(10.0, 10.0), facing=(0.0, 1.0))
    hands.handle(axis(2, 1.0))
    hands.tick(at=(10.0, 10.0), facing=(1.0, 0.0))
    hands.handle(pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER, down=False))
    command = hands.tick(at=(10.0, 10.0), facing=(1.0, 0.0))
    assert (command.order, command.order_x, command.order_y) == (RUN_TO, 20, 32)


def test_the_wheel_names_faces_to_trust(hands):
    hold_wheel(hands)
    hands.tick(cursor=(-40, -40))
    hands.handle(key(pygame.K_q, down=False))
    assert hands.tick(cursor=(-40, -40)).order == TRUST


def hold_weapons(hands, **where):
    hands.handle(key(pygame.K_z))
    for _ in range(OPENS_AFTER):
        hands.tick(slots=(1, 3), slot=3, **where)
    assert hands.wheel


def test_a_tap_is_the_next_weapon_and_a_hold_opens_their_wheel(hands):
    hands.handle(key(pygame.K_z))
    assert hands.tick(slots=(1, 3), slot=3).weapon == 0
    hands.handle(key(pygame.K_z, down=False))
    assert hands.tick(slots=(1, 3), slot=3).weapon == 1
    hold_weapons(hands)
    hands.tick(cursor=(0, -60))
    hands.handle(key(pygame.K_z, down=False))
    assert hands.tick(cursor=(0, -60)).weapon == 1


def test_the_weapon_wheel_offers_only_what_is_carried(hands):
    hold_weapons(hands)
    hands.handle(key(pygame.K_2))
    hands.tick(cursor=(-60, 0))
    assert hands.wheel.chosen == 0
    hands.handle(key(pygame.K_3))
    hands.tick()
    hands.handle(key(pygame.K_z, down=False))
    assert hands.tick().weapon == 3


def test_an_open_wheel_leaves_the_aim_and_the_trigger_alone(hands):
    hold_weapons(hands, aim=(3.0, 0.0))
    hands.handle(button(1))
    command = hands.tick(aim=(0.0, -8.0), cursor=(0, -60))
    assert (command.aim_x, command.aim_y, command.held & FIRE) == (48, 0, 0)


events = st.one_of(
    st.builds(
        key,
        st.sampled_from([pygame.K_w, pygame.K_q, pygame.K_z, pygame.K_e, pygame.K_3, pygame.K_t, pygame.K_F15]),
        st.booleans(),
    ),
    st.builds(button, st.integers(1, 9), st.booleans()),
    st.builds(axis, st.integers(0, 9), st.floats(-1.001, 1)),
    st.builds(pad, st.integers(-1, 20), st.booleans()),
    st.just(pygame.event.Event(pygame.WINDOWFOCUSLOST)),
    st.just(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1)),
    st.just(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)),
    st.just(None),
)


@given(st.lists(events, max_size=60), st.tuples(st.floats(-500, 500), st.floats(-500, 500)))
def test_whatever_happens_the_command_is_legal_and_nothing_sticks(happened, aim):
    hands = Hands(toggles=())
    for event in happened:
        if event:
            hands.handle(event)
        else:
            checked(hands.tick(aim, at=(600.0, 2.0), slots=(1, 3), slot=3, cursor=aim, faces=[Face(*aim, 7, 3)]))
    hands.let_go()
    command = hands.tick()
    assert (command.move_x, command.move_y, command.held, command.gait) == (0, 0, 0, WALK)
