"""The whole world as bytes and back: for saves, checkpoints, clones, and the fingerprints that name what differs."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

import msgspec
import numpy as np

from game.content.minds import MINDS
from game.sim.state import State
from game.sim.world import World

TABLES = (
    "bodies",
    "shots",
    "doors",
    "aware",
    "sees_now",
    "track",
    "next_track",
    "doubt",
    "judged",
    "face_doubt",
    "face_at",
)


class Snapshot(NamedTuple):
    """A moment: copies of the tables, and everything else packed."""

    tick: int
    tables: tuple[Any, ...]
    state: bytes
    memories: dict[int, bytes]
    minds: dict[int, str]


def _out(value: Any) -> Any:
    """Let a mind's Memory hold plain arrays and sets of words."""
    if isinstance(value, np.ndarray):
        return [value.dtype.str, list(value.shape), value.tobytes()]
    if isinstance(value, np.generic):
        return value.item()
    raise NotImplementedError(
        f"a Memory cannot hold {type(value).__name__}: use numbers, words, lists, dicts or arrays"
    )


def _in(kind: type, value: Any) -> Any:
    if kind is np.ndarray or getattr(kind, "__origin__", None) is np.ndarray:
        dtype, shape, data = value
        return np.frombuffer(bytearray(data), np.dtype(dtype)).reshape(shape)
    raise NotImplementedError(f"cannot read {kind}")


_encoder = msgspec.msgpack.Encoder(enc_hook=_out)
_state_decoder = msgspec.msgpack.Decoder(State)
_memory_decoders: dict[str, msgspec.msgpack.Decoder[Any]] = {}


def _memory_of(mind: str, data: bytes) -> Any:
    decoder = _memory_decoders.get(mind)
    if decoder is None:
        decoder = _memory_decoders[mind] = msgspec.msgpack.Decoder(MINDS[mind].memory, dec_hook=_in)
    return decoder.decode(data)


def raw(table: Any) -> Any:
    """Return a table's bytes as an array that can be read and written.

    Copies go through it, because numpy copies records field by field and leaves chance in the padding between,
    which fingerprints would then tell apart.
    """
    return np.asarray(table).view(np.uint8)


def snapshot(world: World) -> Snapshot:
    """Copy a moment of the world."""
    return Snapshot(
        world.tick,
        tuple([raw(getattr(world, name)).copy() for name in TABLES]),
        _encoder.encode(world.state),
        {slot: _encoder.encode(memory) for slot, memory in world.memories.items()},
        dict(world.minds),
    )


def restore(world: World, moment: Snapshot) -> None:
    """Make the world what it was at a moment; its arrays stay the same objects, so that views of them live on."""
    lamps, doors = world.state.lamps_off, world.doors_key()
    for name, table in zip(TABLES, moment.tables, strict=True):
        raw(getattr(world, name))[...] = table
    world.state = _state_decoder.decode(moment.state)
    world.minds = dict(moment.minds)
    world.memories = {slot: _memory_of(world.minds[slot], data) for slot, data in moment.memories.items()}
    world.tick = moment.tick
    world.live_shots = sum(world.s.here)
    world.forget_told()
    world.refresh_blocks()
    if world.doors_key() != doors:
        world.refresh_doors()
    if world.state.lamps_off != lamps:
        world.refresh_light()


def to_bytes(moment: Snapshot) -> bytes:
    """Return a moment as one run of bytes."""
    tables = [t.tobytes() for t in moment.tables]
    return msgspec.msgpack.encode((moment.tick, tables, moment.state, moment.memories, moment.minds))


_Packed = tuple[int, list[bytes], bytes, dict[int, bytes], dict[int, str]]


def tick_of(data: bytes) -> int:
    """Return the tick of a packed moment."""
    tick: int = msgspec.msgpack.decode(data, type=_Packed)[0]
    return tick


def from_bytes(world: World, data: bytes) -> Snapshot:
    """Return the moment that these bytes hold; raises msgspec.MsgspecError or ValueError if they do not fit the world."""
    tick, tables, state, memories, minds = msgspec.msgpack.decode(data, type=_Packed)
    mine = [raw(getattr(world, name)) for name in TABLES]
    if len(tables) != len(mine) or any(len(t) != m.nbytes for t, m in zip(tables, mine, strict=True)):
        raise ValueError("the tables have another size: it is another level or another version")
    _state_decoder.decode(state)
    for slot, memory in memories.items():
        _memory_of(minds[slot], memory)
    copies = tuple([np.frombuffer(t, np.uint8).reshape(m.shape).copy() for t, m in zip(tables, mine, strict=True)])
    return Snapshot(tick, copies, state, memories, minds)


def digests(world: World) -> dict[str, str]:
    """Return a fingerprint of each part, so that two runs that differ name their culprit."""
    parts = {name: raw(getattr(world, name)).tobytes() for name in TABLES}
    parts["state"] = _encoder.encode(world.state)
    for slot in world.memories:
        parts[f"mind {world.names[slot]}"] = _encoder.encode(world.memories[slot])
    parts["tick"] = world.tick.to_bytes(8, "little")
    return {name: hashlib.blake2b(data, digest_size=8).hexdigest() for name, data in parts.items()}


def digest(world: World) -> str:
    """Return one fingerprint of everything that the rules will read."""
    h = hashlib.blake2b(digest_size=16)
    for name in TABLES:
        h.update(raw(getattr(world, name)).data)
    h.update(_encoder.encode(world.state))
    for memory in world.memories.values():
        h.update(_encoder.encode(memory))
    h.update(world.tick.to_bytes(8, "little"))
    return h.hexdigest()
