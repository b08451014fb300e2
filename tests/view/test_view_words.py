"""Words on the screen: who speaks in the box and who in a bubble, how long, in what order, and what is heard from where."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest
from worlds import ground_of, person, world_of

from game.content.lines import LINES, OVER
from game.content.looks import LOOK_INDEX
from game.content.questions import QUESTIONS
from game.content.sounds import CATEGORIES, HUNTER
from game.sim import events as ev
from game.sim.tables import BODY, columns, rows
from game.view import arrows, bubbles, dialogue
from game.view.arrows import along, aside
from game.view.camera import Camera
from game.view.captions import LINE_TICKS, Captions, Heard, block, free, least
from game.view.hud import cause_box
from game.view.marks import Marks, Word
from game.view.pixels import METRE
from game.view.talk import AFAR, CRY, ENDS, LEAST_TICKS, WORD_TICKS, Talk, bodies

T800, JOHN, HUNTED, GUARD = range(4)
LONG = "Walk on the wall side. I am the wall."


@pytest.fixture
def session() -> Any:
    """A world of four, all in view round the middle of the map."""
    table = rows(BODY, 4)
    table["here"], table["seen"], table["held_by"], table["holds"] = 1, 1, -1, -1
    table["x"], table["y"], table["health"] = np.array([20, 21, 24, 18]), 15.0, 100
    table["look"] = [LOOK_INDEX[n] for n in ("t800", "john", "officer", "guard")]
    state = SimpleNamespace(clock=None, radios=[])
    world = SimpleNamespace(b=SimpleNamespace(**columns(table)), tick=0, state=state, count=4, keeper=T800)
    return SimpleNamespace(world=world, player=T800, ward=JOHN, hunter=HUNTED)


HALLS = "\n".join(["#" * 120, *["#" + "." * 59 + "##" + "." * 57 + "#"] * 78, "#" * 120])


@pytest.fixture
def hall(session: Any) -> Any:
    """The same four between walls that stop sound: two halls, each thirty metres wide."""
    people = [person("t800", 20, 15), person("john", 21, 15), person("t1000", 24, 15), person("guard", 18, 15)]
    session.world = world_of(*people, ground=ground_of(HALLS))
    for slot in range(4):
        session.world.b.seen[slot] = 1
    return session


@pytest.fixture
def cam() -> Camera:
    camera = Camera((2048, 1408))
    camera.x, camera.y = 320, 300
    return camera


def hear(talk: Talk, session: Any, cam: Camera, *events: ev.Event) -> None:
    talk.notice(session, list(events), cam)
    talk.step(session.world.tick)


def wait(talk: Talk, session: Any, ticks: int) -> None:
    for _ in range(ticks):
        session.world.tick += 1
        talk.step(session.world.tick)


def test_the_storys_people_speak_in_the_box(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("t800", T800, "wall_side", LONG))
    assert talk.now is not None
    assert (talk.now.name, talk.now.face) == ("T-800", "t800_neutral")


def test_the_boy_looks_afraid_while_the_machine_is_in_sight_and_known(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    said = ev.Said("john", JOHN, "seen_it", "That cop. He isn't one.")
    hear(talk, session, cam, said)
    assert talk.now is not None
    assert talk.now.face == "john_neutral"
    talk.forget()
    session.world.b.known[HUNTED] = 1
    hear(talk, session, cam, said)
    assert talk.now.face == "john_afraid"


def test_a_line_stays_as_long_as_it_takes_to_read(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("t800", T800, "wall_side", LONG))
    stays = len(LONG.split()) * WORD_TICKS + LEAST_TICKS
    wait(talk, session, stays - 1)
    assert talk.now is not None
    wait(talk, session, 1)
    assert talk.now is None


def test_lines_wait_for_their_turn_and_can_be_skipped(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(
        talk, session, cam, ev.Said("t800", T800, "a", LONG), ev.Said("john", JOHN, "b", "Okay. Who was that? And who?")
    )
    assert talk.now is not None
    assert talk.now.who == T800
    assert talk.skip()
    wait(talk, session, 1)
    assert talk.now.who == JOHN
    assert talk.skip()
    assert not talk.skip()


def test_a_short_cry_stays_over_the_head(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("john", JOHN, "run_to", "Going!"))
    assert talk.now is None
    assert [b.slot for b in talk._bubbles] == [JOHN]
    assert len("Let go! Let GO!".split()) <= CRY


def test_a_double_speaks_with_the_face_that_it_copies_until_it_is_known(session: Any, cam: Camera) -> None:
    b, words = session.world.b, "Come over here to me. I am all right."
    b.look[HUNTED], b.face[HUNTED] = LOOK_INDEX["john"], session.ward
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("t1000", HUNTED, "call", words))
    assert talk.now is not None
    assert (talk.now.name, talk.now.face) == ("JOHN", "john_neutral")
    b.known[HUNTED] = 1
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("t1000", HUNTED, "call", words))
    assert talk.now is None
    assert [bubble.slot for bubble in talk._bubbles] == [HUNTED]


def test_nobody_repeats_what_another_has_just_said(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    words = "It closed up. The hole just closed up."
    hear(talk, session, cam, ev.Said("g", GUARD, "metal", words), ev.Said("h", HUNTED, "metal", words))
    assert [b.slot for b in talk._bubbles] == [GUARD]


def test_a_stranger_out_of_view_is_told_of_only_within_earshot(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    session.world.b.seen[GUARD] = 0
    hear(talk, session, cam, ev.Said("g", GUARD, "metal", "Sir. Sir!"))
    assert [words for words, _, _ in talk.afar] == ["GUARD: Sir. Sir!"]
    session.world.b.x[GUARD] = 60.0
    hear(talk, session, cam, ev.Said("g", GUARD, "metal", "Somebody!"))
    assert not talk.afar


def test_the_first_card_bears_the_title(session: Any, cam: Camera) -> None:
    talk, frame = Talk("Closing Time"), pygame.Surface((640, 360))
    hear(talk, session, cam, ev.Said("card", -1, "closing_time", "The mall closes at nine."))
    wait(talk, session, 60)
    talk.draw_box(frame, session, cam, [])
    assert pygame.surfarray.array3d(frame)[200:440, 50:90].max() > 200


def test_the_loudspeakers_have_a_box_without_a_face(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("pa", -1, "evacuate", "Please leave by the nearest doors."))
    assert talk.now is not None
    assert (talk.now.name, talk.now.face) == ("LOUDSPEAKERS", "")


def test_the_box_moves_away_from_the_player() -> None:
    assert dialogue.place([(180.0, 3)], False) == dialogue.BELOW
    assert dialogue.place([(330.0, 3)], False) == dialogue.ABOVE
    assert dialogue.place([(330.0, 3)], True) == dialogue.BELOW  # the Clock stands up there


def test_the_box_hides_whom_it_must_hide_least() -> None:
    assert dialogue.place([(330.0, 1), (60.0, 2)], False) == dialogue.BELOW  # the boy, not the machine
    assert dialogue.place([(330.0, 3), (60.0, 2)], False) == dialogue.ABOVE  # the machine, not the player


def test_steps_out_of_view_are_written_with_their_distance(hall: Any, cam: Camera) -> None:
    heard = Captions()
    hall.world.b.seen[HUNTED] = 0
    heard.notice(hall, [ev.Stepped(HUNTED, 24.0, 15.0, "machine", 20)], cam, [])
    assert [(line.words, line.category) for line in heard._lines] == [("HEAVY EVEN STEPS, 4 M", HUNTER)]


def test_a_category_can_be_switched_off(hall: Any, cam: Camera) -> None:
    heard = Captions()
    heard.sounds = frozenset(CATEGORIES) - {HUNTER}
    hall.world.b.seen[HUNTED] = 0
    heard.notice(hall, [ev.Stepped(HUNTED, 24.0, 15.0, "machine", 20)], cam, [])
    assert not heard._lines
    assert heard._pings  # the mark at the screen's edge stays


def test_what_happens_in_view_needs_no_words_but_a_scream_does(hall: Any, cam: Camera) -> None:
    heard = Captions()
    near = ev.NoiseMade("pistol", 18.0, 15.0, 50, GUARD), ev.NoiseMade("scream", 18.0, 16.0, 32, GUARD)
    heard.notice(hall, list(near), cam, [])
    assert [line.words for line in heard._lines] == ["SCREAM"]


def test_a_radio_is_heard_by_who_has_one_or_stands_by(hall: Any, cam: Camera) -> None:
    heard, call = Captions(), ev.RadioCall("guard", "food_court", "machine")
    heard.notice(hall, [call], cam, [])
    assert not heard._lines
    hall.world.state.radios.append(GUARD)
    heard.notice(hall, [call], cam, [])
    assert [line.words for line in heard._lines] == ["MACHINE, FOOD COURT"]


def test_a_sound_is_told_of_by_the_way_that_it_comes(hall: Any, cam: Camera) -> None:
    heard = Captions()
    heard.notice(hall, [ev.NoiseMade("shotgun", 40.0, 15.0, 62, GUARD)], cam, [])
    assert [line.words for line in heard._lines] == ["SHOTGUN"]
    heard.notice(hall, [ev.NoiseMade("glass", 40.0, 15.0, 34, GUARD)], cam, [])
    assert len(heard._lines) == 1  # the wall between takes the rest


def test_a_blade_that_is_drawn_is_told_of_each_time_and_in_view(hall: Any, cam: Camera) -> None:
    heard = Captions()
    for tick in (0, 60):
        hall.world.tick = tick
        heard.notice(hall, [ev.StrikeBegan("slash", 23.0, 15.0, HUNTED, 30)], cam, [])
    assert [line.words for line in heard._lines] == ["A BLADE IS DRAWN"] * 2


def test_the_machines_voice_is_called_even_once_it_is_known(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    ask = ev.Said("t1000", HUNTED, "ask", "Have you seen this boy?")
    hear(talk, session, cam, ask)
    assert "(EVEN)" not in " ".join(talk._bubbles[0].lines)
    session.world.b.known[HUNTED] = 1
    session.world.tick = 400
    hear(talk, session, cam, ask)
    assert "(EVEN)" in " ".join(talk._bubbles[0].lines)


def test_a_box_makes_way_once_for_a_player_who_walks_under_it(session: Any, cam: Camera) -> None:
    talk, frame = Talk("Closing Time"), pygame.Surface((640, 360))
    b, player = session.world.b, session.player
    cam.x, cam.y = int(b.x[player] * METRE) - 320, int(b.y[player] * METRE) - 120
    hear(talk, session, cam, ev.Said("pa", -1, "evacuate", "Please leave by the nearest doors."))
    wait(talk, session, 3)
    talk.draw_box(frame, session, cam, [])
    assert talk.now is not None
    assert talk.now.top == dialogue.BELOW
    cam.y = int(b.y[player] * METRE) - dialogue.BELOW - 20
    talk.draw_box(frame, session, cam, [])
    assert talk.now.top == dialogue.ABOVE
    cam.y = int(b.y[player] * METRE) - 120
    talk.draw_box(frame, session, cam, [])
    assert talk.now.top == dialogue.ABOVE


def test_steps_ping_at_the_screens_edge_however_near_their_door(hall: Any, cam: Camera) -> None:
    heard = Captions()
    hall.world.b.seen[HUNTED] = 0
    heard.notice(hall, [ev.Stepped(HUNTED, 26.0, 15.0, "machine", 20)], cam, [])
    (ping,) = heard._pings.values()
    assert ping.x - hall.world.b.x[T800] == pytest.approx(40.0, abs=1.0)
    assert ping.metres == 6


def test_nobody_speaks_under_the_title_and_nothing_is_lost_by_it(session: Any, cam: Camera) -> None:
    talk = Talk("Melt")
    card = ev.Said("card", -1, "melt", "A mill at the end of the road.")
    hear(talk, session, cam, card, ev.Said("t800", T800, "wall_side", LONG))
    wait(talk, session, 200)
    assert talk.now is not None
    assert talk.now.since < 0
    wait(talk, session, 400)
    assert talk.now is None or talk.now.since > 200


@pytest.mark.parametrize("stands", [T800, JOHN, HUNTED])
def test_captions_hide_neither_player_nor_boy_nor_the_known_machine(hall: Any, cam: Camera, stands: int) -> None:
    heard, frame = Captions(), pygame.Surface((640, 360))
    heard.notice(hall, [ev.NoiseMade("scream", 18.0, 16.0, 32, GUARD)], cam, [])
    b, bottom = hall.world.b, 320
    b.known[HUNTED] = 1
    for n in range(4):
        b.x[n] = 60.0
    b.x[stands], b.y[stands] = (cam.x + 320) / METRE, (cam.y + bottom - 6) / METRE
    people: Any = [SimpleNamespace(slot=n, strength=255, x=b.x[n] * METRE, y=b.y[n] * METRE) for n in range(4)]
    taken: list[pygame.Rect] = []
    kept = bodies(hall, people, cam)
    heard.draw(frame, hall, cam, bottom, taken, kept)
    assert taken
    assert all(rect.collidelist(kept) < 0 for rect in taken)


def test_captions_stand_where_they_always_do_while_nobody_is_in_the_way(hall: Any, cam: Camera) -> None:
    heard, taken = Captions(), list[pygame.Rect]()
    heard.notice(hall, [ev.NoiseMade("scream", 18.0, 16.0, 32, GUARD)], cam, [])
    heard.draw(pygame.Surface((640, 360)), hall, cam, 320, taken, [])
    assert [rect.bottom for rect in taken] == [320]


# ------------------------------------------------------------------ what is over
def test_a_cry_is_taken_back_as_soon_as_he_is_free(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("john", JOHN, "seized", "Let go! Let GO!"))
    assert talk._bubbles
    hear(talk, session, cam, ev.Freed(21.0, 15.0, JOHN, "shove"))
    assert not talk._bubbles


def test_a_question_that_has_been_answered_is_not_asked_any_more(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    hear(talk, session, cam, ev.Said("t800", T800, "a", LONG))
    topic = next(iter(QUESTIONS))
    hear(talk, session, cam, ev.Said("john", JOHN, f"q_{topic}", "Which one of them did we take back there?"))
    hear(talk, session, cam, ev.QuestionAnswered(JOHN, T800, "x", True))
    assert all(line.key != f"q_{topic}" for line in talk._lines)
    assert talk.now is not None
    assert talk.now.key == "a"


def test_a_caption_of_what_is_over_goes_and_others_stay(hall: Any, cam: Camera) -> None:
    heard = Captions()
    seized, freed = ev.Seized(21.0, 15.0, HUNTED, JOHN, False), ev.Freed(21.0, 15.0, JOHN, "shove")
    heard.notice(hall, [seized, ev.Froze(24.0, 15.0, GUARD)], cam, [])
    assert len(heard._lines) == 2
    heard.notice(hall, [freed], cam, [])
    assert "IT HAS HIM" not in [line.words for line in heard._lines]
    assert len(heard._lines) == 2


def test_what_ends_a_line_is_an_event_that_there_is_and_what_is_ended_a_line() -> None:
    keys = {key.split(".", 1)[1] for key in LINES}
    assert set(OVER) <= keys
    assert all(hasattr(ev, name) for name in ENDS)


def test_a_fact_is_told_in_words(session: Any, cam: Camera) -> None:
    heard = Captions()
    heard.notice(session, [ev.FactLearned("way_rolls")], cam, [])
    assert [line.words for line in heard._lines] == ["ONLY WE KNOW: WE CAME ALONG THE ROLLS"]


def test_words_at_the_head_of_the_screen_make_room_for_a_clock_that_begins(session: Any, cam: Camera) -> None:
    talk, frame = Talk("Closing Time"), pygame.Surface((640, 360))
    cam.y = int(session.world.b.y[T800] * METRE) - 330
    hear(talk, session, cam, ev.Said("t800", T800, "wall_side", LONG))
    talk.draw_box(frame, session, cam, [])
    assert talk.now is not None
    assert talk.now.top == dialogue.ABOVE
    noticed = SimpleNamespace(cause="GUARD SAW T-800 AT 8 M, IN THE LIGHT")
    assert talk.above is not None
    assert not talk.above.colliderect(cause_box(noticed, [talk.above]))  # type: ignore[arg-type]
    session.world.state.clock = object()
    talk.draw_box(frame, session, cam, [])
    assert talk.now.top == dialogue.BELOW
    assert talk.above is None


def test_while_the_clock_runs_only_what_was_heard_last_is_written(hall: Any, cam: Camera) -> None:
    captions, frame = Captions(), pygame.Surface((640, 360))
    captions.notice(hall, [ev.Freed(21.0, 15.0, JOHN, "shove"), ev.Seized(24.0, 15.0, HUNTED, JOHN, False)], cam, [])
    taken: list[pygame.Rect] = []
    captions.draw(frame, hall, cam, 320, taken, [])
    assert len(taken) == 2
    hall.world.start_clock("seized", 360)
    taken.clear()
    captions.draw(frame, hall, cam, 320, taken, [])
    assert len(taken) == 1


def test_the_cause_line_goes_aside_for_whom_it_would_hide() -> None:
    noticed: Any = SimpleNamespace(cause="GUARD SAW JOHN AT 1 M, IN THE LIGHT")
    usual = cause_box(noticed, [])
    boy = pygame.Rect(usual.centerx, usual.y, 26, 26)
    assert usual.colliderect(boy)
    assert not cause_box(noticed, [boy]).colliderect(boy)
    everywhere = pygame.Rect(0, 0, 640, 360)
    assert cause_box(noticed, [everywhere]) == usual


def test_the_storys_people_are_heard_and_not_seen_in_the_box_from_afar(session: Any, cam: Camera) -> None:
    talk = Talk("Closing Time")
    said = ev.Said("john", JOHN, "wall_side", LONG)
    session.world.b.x[JOHN] = 20.0 + AFAR + 8.0
    hear(talk, session, cam, said)
    assert talk.now is None
    assert talk.afar == [(f"JOHN: {LONG}", 46.0, 15.0)]


def test_a_long_line_of_captions_stays_longer(hall: Any, cam: Camera) -> None:
    heard = Captions()
    heard.notice(hall, [], cam, [("JOHN: Go.", 46.0, 15.0), (f"JOHN: {LONG}", 46.0, 15.0)])
    short, long = (line.ticks for line in heard._lines)
    assert short == LINE_TICKS < long


def test_an_arrow_and_its_words_go_aside_for_what_is_written_there() -> None:
    foot, head = pygame.Rect(150, 292, 340, 62), pygame.Rect(150, 20, 340, 62)
    for y, box in ((310, foot), (40, head)):
        for rect in aside(320, y, 60, [box]):
            assert not rect.colliderect(box)
    assert aside(320, 310, 60, [])[0].center == (320, 310)


def test_an_arrow_goes_along_its_edge_for_who_stands_there_and_stays() -> None:
    crowd = [pygame.Rect(610, 90, 26, 26)]
    assert along(618, 100, 30, [], []) == 0
    moved = along(618, 100, 30, [], crowd)
    assert moved
    assert along(618, 100, 30, [], [], moved) == moved  # nobody is hidden there: it does not go back for nothing
    assert along(618, 100, 30, [pygame.Rect(500, 0, 140, 360)], crowd) is None


def test_captions_stand_over_an_arrow_that_is_in_their_way() -> None:
    line = Heard("A PRESS STRIKES", HUNTER, 0, None)
    arrow = pygame.Rect(100, 300, 440, 20)
    assert free([line], 320, [arrow], [])[0] == (arrow.top - 1, 0)


def test_captions_hide_as_few_bystanders_as_can_be_and_then_stay() -> None:
    line = Heard("A PRESS STRIKES", HUNTER, 0, None)
    places = free([line], 320, [], [])
    foot, left = places[:2]
    head = next(place for place in places if place[0] < 100)
    crowd = [block([line], foot).move(20 * k, 0) for k in range(3)]
    wall = [pygame.Rect(100, 300, 440, 30)] * 3
    assert least([line], [foot, head], []) == foot
    assert least([line], [foot, head], crowd[:1]) == foot  # for one alone nobody looks to the head of the screen
    assert least([line], [foot, left, head], [pygame.Rect(block([line], foot).right - 9, 308, 12, 12)]) == left
    assert least([line], places, wall) == head
    captions = Captions()
    assert captions._end([line], 320, [], [], wall) == head
    captions._ended = head
    assert captions._end([line], 320, [], [], []) == head
    assert captions._end([line], 320, [block([line], head)], [], []) == foot


def test_two_bubbles_side_by_side_stand_side_by_side() -> None:
    frame, taken = pygame.Surface((640, 360)), [pygame.Rect(300, 100, 120, 15)]
    spoken = bubbles.Bubble(1, ["I'm okay. Go!"], (255, 255, 255), 100)
    bubbles.speech(frame, spoken, 290.0, 115.0, taken, [])
    mine = taken[-1]
    assert not mine.colliderect(taken[0])
    assert mine.bottom == 115  # aside, not up
    assert mine.left <= 290 <= mine.right  # and its tail still points at him
    taken = [pygame.Rect(0, 300, 10, 10)]
    bubbles.speech(frame, spoken, 290.0, 115.0, taken, [])
    assert taken[-1].topleft == mine.topleft  # it stays, once it stands


def test_a_verdicts_word_stands_where_it_hides_nobody_else_and_stays_there() -> None:
    marks, word = Marks(), Word("NOT HIM", (255, 255, 255), 0)
    marks._heads = {
        1: pygame.Rect(300, 76, 24, 24),
        2: pygame.Rect(296, 118, 24, 24),
    }  # behind him, and before his feet
    place = marks._free(0, word, 310, 80)
    assert place.collidelist(list(marks._heads.values())) < 0
    assert word.spot > 1
    marks._written.clear()
    marks._heads.clear()
    assert marks._free(0, word, 310, 80) == place


def test_the_title_keeps_other_words_off(session: Any, cam: Camera) -> None:
    talk, taken = Talk("Closing Time"), list[pygame.Rect]()
    hear(talk, session, cam, ev.Said("", -1, "card", "The mall closes at nine."))
    talk.draw_box(pygame.Surface((640, 360)), session, cam, taken)
    assert [box.w > 100 for box in taken] == [True]


def test_tells_of_others_are_no_news_where_the_machine_is_known_to_be(hall: Any, cam: Camera) -> None:
    """In the mill SOMEBODY DOES NOT BLINK came up of Sarah, while the machine lay about in pools before her feet."""
    world, tell = hall.world, ev.Told("stare", 18.0, 15.0, GUARD)

    def lines(**changed: Any) -> int:
        world.state.gone = [world.names[HUNTED]] if "gone" in changed else []
        world.state.split_at = changed.get("split_at", -1)
        there = changed.get("stands_there", 0)
        world.b.known[HUNTED] = world.sees_now[world.player, HUNTED] = world.aware[world.player, HUNTED] = there
        heard = Captions()
        heard.notice(hall, [changed.get("tell", tell)], cam, [])
        return len(heard._lines)

    assert lines() == 1
    assert lines(gone=True) == lines(split_at=5) == lines(stands_there=1) == 0
    assert lines(stands_there=1, tell=ev.Told("face_wave", 18.0, 15.0, HUNTED)) == 1


def test_the_mark_over_an_objective_stands_over_the_words_that_are_there(hall: Any, cam: Camera) -> None:
    hud, words = SimpleNamespace(marker=(20.0, 13.0)), pygame.Rect(280, 80, 120, 19)
    frame = pygame.Surface((640, 360))
    arrows.Arrows().draw(frame, hud, hall, cam, [words])  # type: ignore[arg-type]
    drawn = pygame.surfarray.array3d(frame).any(2)
    assert drawn.any()
    assert not drawn[words.left : words.right, words.top : words.bottom].any()


def test_while_it_has_the_boy_no_arrow_leads_anywhere_else(hall: Any, cam: Camera) -> None:
    """Played by hand: with ten seconds left, a white arrow led to the arcade, where he had been."""
    hud, frame, ward = SimpleNamespace(marker=(20.0, 40.0)), pygame.Surface((640, 360)), hall.ward
    for held, arrows_drawn in ((-1, 1), (HUNTED, 0)):
        hall.world.b.held_by[ward] = held
        taken: list[pygame.Rect] = []
        arrows.Arrows().draw(frame, hud, hall, cam, taken)  # type: ignore[arg-type]
        assert len(taken) == arrows_drawn


def test_the_objective_has_its_arrow_where_the_boys_is_not_drawn_yet(hall: Any, cam: Camera, monkeypatch: Any) -> None:
    """The boy whom nobody had met lay in the same direction, and a newcomer had no arrow to the arcade at all."""
    b, ward = hall.world.b, hall.ward
    there = SimpleNamespace(marker=(b.x[ward] + 60.0, b.y[ward]))
    b.x[ward] += 55.0
    for met in (True, False):
        monkeypatch.setattr(hall.world, "met", lambda met=met: met)
        frame = pygame.Surface((640, 360))
        assert bool(arrows._objective(frame, there, hall, cam, [])) != met  # type: ignore[arg-type]
