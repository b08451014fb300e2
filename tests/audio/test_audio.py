"""Sound beside a run: what reaches the ears is played, the rules never notice, and a device may come and go."""

import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pygame
import pytest
from traces import Shelf, Trace
from worlds import ground_of, person, world_of

from game.audio import output
from game.audio.audio import Audio
from game.audio.limits import CLOCK_CHANNEL, LOOPS, SPEECH
from game.audio.mixing import Mixing
from game.audio.output import BACK, GONE, Speakers
from game.content.cues import CUES
from game.lab.run import begin
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.state import Clock

T800, JOHN, IT = range(3)
HALLS = "\n".join(["#" * 120, *["#" + "." * 59 + "##" + "." * 57 + "#"] * 38, "#" * 120])


def run_in_halls() -> Any:
    """A session of three in one of two halls, a wall between that stops most of what is heard."""
    ground = ground_of(HALLS)
    world = world_of(person("t800", 10, 10), person("john", 11, 10), person("t1000", 40, 10), ground=ground)
    world.hazards = ()
    level = SimpleNamespace(id="test", ground=ground, props=(), floor=[[0]], materials=(), hazards=())
    import numpy as np

    level.floor = np.zeros((ground.height, ground.width), np.uint8)
    return SimpleNamespace(
        world=world, player=T800, ward=JOHN, hunter=IT, attempt=0, events=[], level=level, outcome=""
    )


def audio_of(run: Any, **mixing: Any) -> tuple[Audio, Trace]:
    trace = Trace()
    audio = Audio(Mixing(**mixing), trace)
    audio.library = audio.desk.library = audio.music._library = Shelf()  # type: ignore[assignment]
    audio.music.put_on = lambda piece: audio.music.begin(piece, audio.music._wish)  # type: ignore[method-assign]
    audio.enter(run, 0.0)
    return audio, trace


def hear(run: Any, *events: E.Event) -> Trace:
    audio, trace = audio_of(run)
    run.events = list(events)
    run.world.tick = 1  # no look at rings
    audio.notice(run, 0.0)
    return trace


def test_a_sound_in_the_room_is_played_where_it_is() -> None:
    run = run_in_halls()
    for x, louder in ((4.0, 0), (16.0, 1)):
        trace = hear(run, E.NoiseMade("clatter", x, 10.0, 40, -1))
        (_, name, *ears, _) = trace.played[0]
        assert name.startswith("clatter_")
        assert ears[louder] > ears[1 - louder]


def test_level_falls_along_any_way_and_ends_where_the_rules_say_unheard() -> None:
    run = run_in_halls()
    levels = []
    for x in range(10, 29, 3):
        played = hear(run, E.NoiseMade("clatter", x + 0.5, 10.0, 20, -1)).played
        levels.append(max(played[0][2:4]) if played else 0.0)
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 0
    assert levels[-1] == 0.0


def test_what_is_behind_a_wall_sounds_so() -> None:
    trace = hear(run_in_halls(), E.NoiseMade("shotgun", 40.0, 10.0, 75, -1))
    assert trace.names == ["shotgun_0@shut"]


def test_the_machines_steps_say_by_which_way_they_come_and_lose_little() -> None:
    run = run_in_halls()
    near = hear(run, E.Stepped(IT, 20.0, 10.0, "machine", 22)).played[0]
    assert near[1] == "step_hunter_near"
    far = hear(run, E.Stepped(IT, 40.0, 10.0, "machine", 75)).played[0]
    assert far[1] == "step_hunter_shut"
    assert max(far[2:4]) >= 0.5 * max(hear(run, E.Stepped(IT, 10.0, 10.0, "machine", 22)).played[0][2:4])


def test_steps_that_the_rules_leave_unheard_are_silent() -> None:
    assert not hear(run_in_halls(), E.Stepped(IT, 40.0, 10.0, "machine", 22)).played


def test_peoples_steps_wait_for_one_another_three_ticks_at_most_and_for_no_other_sound() -> None:
    run = run_in_halls()
    audio, trace = audio_of(run)
    for tick in (1, 2, 3):
        run.world.tick, run.events = tick, [E.Stepped(JOHN, 11.0, 10.0, "light", 12)]
        audio.notice(run, tick / 60)
        assert len(trace.names) == (0 if tick < 3 else 2)  # one of three: no more of a cue in one moment
    run.world.tick, run.events = (
        4,
        [E.Stepped(JOHN, 11.0, 10.0, "light", 12), E.NoiseMade("clatter", 9.0, 10.0, 40, -1)],
    )
    audio.notice(run, 0.5)
    assert [name.rsplit("_", 1)[0] for name in trace.names[2:]] == ["clatter", "step_john_concrete"]


def test_steps_that_wait_are_forgotten_by_a_retry() -> None:
    run = run_in_halls()
    audio, trace = audio_of(run)
    run.world.tick, run.events = 1, [E.Stepped(JOHN, 11.0, 10.0, "light", 12)]
    audio.notice(run, 0.0)
    run.attempt, run.world.tick, run.events = 1, 3, []
    audio.notice(run, 0.1)
    assert not any("step" in name for name in trace.names)


def test_a_disguise_is_not_given_away_by_a_sting() -> None:
    run = run_in_halls()
    assert not hear(run, E.HunterSeen(40.0, 10.0, T800)).played
    run.world.b.known[IT] = 1
    assert hear(run, E.HunterSeen(40.0, 10.0, T800)).names == ["sting_seen"]


def test_a_stranger_noticed_by_somebody_else_is_no_news() -> None:
    run = run_in_halls()
    assert not hear(run, E.Alerted(IT, 2, "sight", 3.0, 1.0)).played
    assert hear(run, E.Alerted(IT, JOHN, "sight", 3.0, 1.0)).names == ["sting_noticed"]


def test_our_own_body_falls_otherwise_than_a_persons() -> None:
    run = run_in_halls()
    assert hear(run, E.BodyDowned(10.0, 10.0, T800, IT)).names == ["t800_down"]
    assert hear(run, E.BodyDowned(11.0, 10.0, JOHN, IT)).names[0].startswith("fall_")


def test_words_are_spoken_where_the_speaker_stands_and_cards_are_not() -> None:
    run = run_in_halls()
    trace = hear(run, E.Said("john", JOHN, "follow", "Right behind you."))
    assert trace.played[0][0] in SPEECH
    assert not hear(run, E.Said("card", -1, "x", "Los Angeles, 1995.")).played
    assert hear(run, E.Said("pa", -1, "x", "We are closing.")).played


def test_the_clock_ticks_as_long_as_it_runs() -> None:
    run = run_in_halls()
    audio, trace = audio_of(run)
    run.world.state.clock = Clock("seized", 0, 300)
    audio.notice(run, 0.0)
    assert trace.played[0][:2] == (CLOCK_CHANNEL, "clock")
    run.world.state.clock = None
    audio.notice(run, 0.1)
    assert CLOCK_CHANNEL in trace.stopped


def test_a_retry_falls_silent() -> None:
    run = run_in_halls()
    audio, trace = audio_of(run)
    run.events = [E.NoiseMade("clatter", 9.0, 10.0, 40, -1)]
    audio.notice(run, 0.0)
    run.attempt, run.events = 1, []
    audio.notice(run, 0.1)
    assert trace.played[0][0] in trace.stopped


def test_the_world_can_be_held_and_goes_on() -> None:
    audio, trace = audio_of(run_in_halls())
    audio.hold(True, 0.0)
    audio.hold(True, 0.0)
    audio.hold(False, 0.0)
    assert [on for _, on in trace.held] == [True, False]
    assert CLOCK_CHANNEL in trace.held[0][0]


def test_a_screen_has_its_music_until_there_is_a_run_and_again_after_it() -> None:
    put: list[str] = []
    audio = Audio(Mixing(), Trace())
    audio.library = audio.desk.library = audio.music._library = Shelf()  # type: ignore[assignment]
    audio.music.put_on = lambda piece: put.append(piece.id)  # type: ignore[method-assign]
    for _ in range(3):
        audio.scene("title")
    audio.scene("tale")
    audio.enter(run_in_halls(), 0.0)
    audio.scene("title")
    audio.leave(0.0)
    audio.scene("title")
    assert put == ["title", "tale", "mall", "title"]


def lived(session: Session, ticks: int, audio: Audio | None) -> str:
    if audio is not None:
        audio.enter(session, 0.0)
    for n, _ in enumerate(live(session, "base", ticks)):
        if audio is not None:
            audio.notice(session, n / 60)
            audio.step(n / 60)
    return session.digest()


def test_the_rules_do_not_notice_whether_anybody_listens() -> None:
    level = load("yard")
    trace = Trace()
    loud = Audio(Mixing(), trace)
    loud.library = loud.desk.library = loud.music._library = Shelf()  # type: ignore[assignment]
    silent = Audio(Mixing(), Trace())
    silent.speakers.ready = False
    digests = {lived(begin(level, 3, "standard", "t1000"), 400, a) for a in (None, loud, silent)}
    assert len(digests) == 1
    assert {str(n).partition("@")[0].rsplit("_", 1)[0] for n in trace.names} & {c.rsplit("_", 1)[0] for c in CUES}
    assert any(channel in LOOPS for channel, *_ in trace.played)


class Jack:
    """A mixer that can be unplugged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.there = True
        self.opened = 0
        real = pygame.mixer.init

        def init(*given: Any, **more: Any) -> None:
            if not self.there:
                raise pygame.error("no device")
            self.opened += 1
            real(*given, **more)

        monkeypatch.setattr(output.pygame.mixer, "init", init)


@pytest.fixture
def jack(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jack]:
    yield Jack(monkeypatch)
    with output.DEVICE:
        pygame.mixer.quit()


def test_without_a_device_one_line_is_said_and_the_game_goes_on(jack: Jack) -> None:
    jack.there = False
    audio, run = Audio(Mixing()), run_in_halls()
    audio.open(0.0)
    audio.enter(run, 0.0)
    run.events = [E.NoiseMade("shotgun", 12.0, 10.0, 58, T800), E.Said("john", JOHN, "x", "Go!")]
    for now in (0.0, 5.0, 10.0):
        audio.notice(run, now)
        audio.step(now)
    assert [audio.news(), audio.news()] == [GONE, ""]
    audio.screen("ui_ok", 11.0)
    audio.close()


def test_a_device_that_comes_back_is_taken(jack: Jack) -> None:
    jack.there = False
    speakers = Speakers()
    assert not speakers.open(0.0)
    speakers.step(1.0)
    jack.there = True
    speakers.step(1.5)
    assert not speakers.ready  # it is not looked for at every frame
    speakers.step(10.0)
    assert speakers.ready
    assert speakers.news == BACK


def test_a_device_that_vanishes_in_play_ends_in_silence_and_one_line(jack: Jack) -> None:
    audio, run = Audio(Mixing()), run_in_halls()
    audio.open(0.0)
    audio.enter(run, 0.0)
    deadline = time.monotonic() + 60
    while not audio.library.ready and time.monotonic() < deadline:
        time.sleep(0.01)
    assert audio.library.ready
    assert not audio.library.missing
    jack.there = False
    with output.DEVICE:  # forms for other rooms are still in the making
        pygame.mixer.quit()  # as when a driver takes it away
    run.events = [E.NoiseMade("shotgun", 12.0, 10.0, 58, T800)]
    for k in range(5):
        audio.notice(run, k / 60)
        audio.step(k / 60)
    assert not audio.speakers.ready
    assert audio.news() == GONE
    jack.there = True
    audio.step(60.0)
    assert audio.speakers.ready
    assert audio.news() == BACK
    audio.close()


def test_an_unplugged_device_is_opened_anew(jack: Jack) -> None:
    audio = Audio(Mixing())
    audio.open(0.0)
    audio.handle(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=0, iscapture=0), 1.0)
    assert audio.speakers.ready
    assert jack.opened == 2
    audio.handle(pygame.event.Event(pygame.AUDIODEVICEADDED, which=1, iscapture=0), 2.0)
    assert jack.opened == 2  # the one in use stays
    audio.close()
