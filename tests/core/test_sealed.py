"""Sealed files come back as they were, or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.sealed import HEAD, MOST, Damaged, seal, unseal, write

PLAIN = b"a lorry yard at night " * 40


@given(st.binary(max_size=300), st.integers(0, 65535))
def test_what_was_sealed_comes_back(plain: bytes, version: int) -> None:
    assert unseal(b"TEST", seal(b"TEST", version, plain)) == (version, plain)


def test_every_cut_every_flipped_bit_and_every_addition_is_noticed() -> None:
    whole = seal(b"TEST", 1, PLAIN)
    spoilt = [whole[:n] for n in range(len(whole))] + [whole + b"\0"]
    spoilt += [
        whole[:i] + bytes([whole[i] ^ (1 << bit)]) + whole[i + 1 :] for i in range(len(whole)) for bit in range(8)
    ]
    for data in spoilt:
        with pytest.raises(Damaged):
            unseal(b"TEST", data)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(Damaged, match="another kind"):
        unseal(b"SAVE", seal(b"RPLY", 1, PLAIN))


def test_a_small_file_cannot_fill_the_memory() -> None:
    with pytest.raises(Damaged, match="more than"):
        unseal(b"TEST", seal(b"TEST", 1, bytes(MOST + 1)))
    assert len(seal(b"TEST", 1, b"")) > HEAD


def test_a_file_is_written_whole_over_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, PLAIN)
    assert path.read_bytes() == PLAIN
    assert path.stat().st_mode & 0o777 == 0o640 or os.name != "posix"
    assert list(tmp_path.iterdir()) == [path]


WRITER = """
import sys
from pathlib import Path
from game.core.sealed import write
n = 0
while True:
    n += 1
    write(Path(sys.argv[1]), str(n).encode() * 50_000)
    print(n, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for seen in (1, 4, 9):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(seen):
                writer.stdout.readline()
            writer.kill()
        data = path.read_bytes()
        number = data[: len(data) // 50_000]
        assert data == number * 50_000
