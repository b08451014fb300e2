"""The trigger language: what it understands, what it refuses and how it says so."""

import contextlib
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.level.data import LevelError
from game.level.words import Place, parse_do, parse_when, usage, write_do, write_when
from game.sim.conditions import WHEN, And, Done, Flag, Near, Not, Or, TimerIs
from game.sim.effects import DO, GiveItem, SetDoor

HERE = Place("yard.tmx", 7)


def test_a_single_word_is_itself() -> None:
    assert parse_when("flag y.find") == Flag("y.find")


def test_and_binds_tighter_than_or() -> None:
    got = parse_when("flag a & near t800 john 1.5 | !done b")
    assert got == Or((And((Flag("a"), Near("t800", "john", 1.5))), Not(Done("b"))))


def test_twice_not_is_yes_however_often() -> None:
    assert parse_when("! !flag a") == Flag("a")
    assert parse_when("!" * 1001 + "flag a") == Not(Flag("a"))


def test_numbers_are_numbers() -> None:
    assert parse_when("timer dark > 900") == TimerIs("dark", ">", 900)
    assert parse_do("item t800 pistol") == (GiveItem("t800", "pistol", 0),)


def test_one_effect_a_line_and_empty_lines_do_nothing() -> None:
    got = parse_do("door shutter shut\n\n  item t800 shotgun 6 \n")
    assert got == (SetDoor("shutter", "shut"), GiveItem("t800", "shotgun", 6))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("flagg a", "unknown word 'flagg'"),
        ("flag", "write: flag NAME"),
        ("flag a b", "write: flag NAME"),
        ("near t800 john far", "'far' is no metres"),
        ("near t800 john nan", "'nan' is no metres"),
        ("near t800 john 1e99", "'1e99' is no metres"),
        ("timer dark >> 9", "'>>' is no op"),
        ("timer dark > 1.5", "'1.5' is no ticks"),
        ("timer dark > 1_000", "'1_000' is no ticks"),
        ("timer dark > ９", "'９' is no ticks"),
        ("flag a &", "a word is missing"),
        ("", "a word is missing"),
        ("| flag a", "a word is missing"),
        ("!", "a word is missing"),
        ("flag a !flag b", "! in its middle"),
    ],
)
def test_a_bad_condition_names_word_and_object(text: str, says: str) -> None:
    with pytest.raises(LevelError) as e:
        parse_when(text, HERE)
    assert says in str(e.value)
    assert str(e.value).startswith("yard.tmx: object 7: ")
    assert "\n" not in str(e.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("explode", "unknown word 'explode'"),
        ("door a ajar", "write: door NAME open|shut"),
        ("item t800", "write: item WHO KIND [N]"),
        ("item t800 pistol many", "'many' is no n"),
        ("ending", "write: ending NAME"),
        ("order john JUMP", "FOLLOW|STAY|HIDE|RUN_TO"),
    ],
)
def test_a_bad_effect_says_how_it_is_written(text: str, says: str) -> None:
    with pytest.raises(LevelError) as e:
        parse_do(text, HERE)
    assert says in str(e.value)
    assert e.value.object_id == 7


def test_every_word_has_a_usage() -> None:
    for word, kind in {**WHEN, **DO}.items():
        assert usage(word, kind).split()[0] == word


NAMES = st.text("abcdefghij._-0123456789", min_size=1, max_size=9)
NUMBERS = {int: st.integers(-(10**8), 10**8), float: st.floats(-1e6, 1e6, allow_nan=False), str: NAMES}


def one_of(table: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return any struct of a table, its fields filled by their types."""
    return st.one_of(
        [st.builds(kind, *(value(f.type) for f in msgspec.structs.fields(kind))) for kind in table.values()]
    )


def value(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind)) if get_origin(kind) is Literal else NUMBERS[kind]


ATOMS = one_of(WHEN)
LITERALS = st.one_of(ATOMS, st.builds(Not, ATOMS))
ALL = st.one_of(LITERALS, st.lists(LITERALS, min_size=2, max_size=4).map(lambda p: And(tuple(p))))
CONDITIONS = st.one_of(ALL, st.lists(ALL, min_size=2, max_size=3).map(lambda p: Or(tuple(p))))


@given(CONDITIONS)
def test_any_condition_reads_back_as_it_was_written(condition: Any) -> None:
    assert parse_when(write_when(condition)) == condition


@given(st.lists(one_of(DO), max_size=5).map(tuple))
def test_any_effects_read_back_as_they_were_written(effects: tuple[Any, ...]) -> None:
    assert parse_do(write_do(effects)) == effects


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    for parse in (parse_when, parse_do):
        with contextlib.suppress(LevelError):
            parse(text)
