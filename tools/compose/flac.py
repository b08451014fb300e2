"""Writes FLAC with nothing but numpy: linear prediction and Rice codes, after quieting what no ear would miss.

A file is read by pygame's mixer and by every player. The form: RFC 9639; independent or mid-side channels, blocks of BLOCK
frames, one Rice parameter for each of up to 16 partitions.
"""

import hashlib
import struct

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
BLOCK, ORDER, PRECISION, PARTS = 1024, 10, 14, 2  # PARTS: a power of two, partitions of a block
RATES = {8000: 4, 16000: 5, 22050: 6, 24000: 7, 32000: 8, 44100: 9, 48000: 10}
FULL = 32767


def coded(sound: npt.NDArray[np.float64], rate: int, margin: float = 46.0) -> bytes:
    """Return float [n] or [n, 2] in -1..1 as a FLAC file of 16 bits.

    margin  dB under a block's own level at which its rounding noise lies: 0 keeps all 16 bits
    """
    x = np.round(np.clip(np.atleast_2d(sound.T), -1, 1) * FULL).astype(np.int64)
    channels = _mid_side(x) if len(x) == 2 else list(x)
    if margin:
        floor = np.sqrt(np.mean([_levels(c) ** 2 for c in channels], axis=0)) * 10 ** (-margin / 20)
        channels = [_rounded(c, floor) for c in channels]
    heard = _left_right(channels) if len(x) == 2 else np.stack(channels)
    frames = [
        _frame(k, [c[k * BLOCK : (k + 1) * BLOCK] for c in channels], rate) for k in range(-(-x.shape[1] // BLOCK))
    ]
    whole: bytes = b"fLaC" + _streaminfo(heard, rate) + b"".join(frames)
    return whole


def _mid_side(x: Ints) -> list[Ints]:
    return [(x[0] + x[1]) >> 1, x[0] - x[1]]


def _left_right(channels: list[Ints]) -> Ints:
    mid, side = channels
    whole = (mid << 1) | (side & 1)
    return np.stack([(whole + side) >> 1, (whole - side) >> 1])


def _levels(x: Ints) -> npt.NDArray[np.float64]:
    """Return the level of each block."""
    padded = np.pad(x, (0, -len(x) % BLOCK)).reshape(-1, BLOCK).astype(float)
    levels: npt.NDArray[np.float64] = np.sqrt((padded**2).mean(1))
    return levels


def _rounded(x: Ints, floor: npt.NDArray[np.float64]) -> Ints:
    """Round each block to whole multiples of a power of two whose noise stays under the floor."""
    out = x.copy()
    for k, noise in enumerate(floor):
        bits = int(np.log2(max(1.0, noise * 12**0.5)))
        part = out[k * BLOCK : (k + 1) * BLOCK]
        most = FULL >> bits
        part[:] = np.clip((part + (1 << bits >> 1)) >> bits, -most, most) << bits
    return out


def _streaminfo(x: Ints, rate: int) -> bytes:
    """Return the one metadata block, marked as the last."""
    packed = (rate << 44) | (len(x) - 1 << 41) | (15 << 36) | x.shape[1]
    digest = hashlib.md5(x.T.astype("<i2").tobytes()).digest()
    body = struct.pack(">HH", BLOCK, BLOCK) + bytes(6) + packed.to_bytes(8, "big") + digest
    whole: bytes = bytes((0x80, 0, 0, len(body))) + body
    return whole


def _frame(number: int, parts: list[Ints], rate: int) -> bytes:
    n = len(parts[0])
    size = 10 if n == BLOCK else 7
    head = bytes((0xFF, 0xF8, size << 4 | RATES[rate], (10 if len(parts) == 2 else 0) << 4 | 4 << 1)) + _utf8(number)
    if n != BLOCK:
        head += struct.pack(">H", n - 1)
    head += bytes((_crc(head, CRC8, 8),))
    bits = np.concatenate([_subframe(part, 16 + (k == 1)) for k, part in enumerate(parts)])
    whole = head + np.packbits(bits).tobytes()
    return whole + struct.pack(">H", _crc(whole, CRC16, 16))


def _subframe(x: Ints, width: int) -> npt.NDArray[np.uint8]:
    """Return one channel of a block as bits."""
    if not (x != x[0]).any():
        return np.concatenate([_bits(0, 8), _bits(int(x[0]), width)])
    wasted = 0
    joined = int(np.bitwise_or.reduce(x))
    while not joined >> wasted & 1:
        wasted += 1
    x, width = x >> wasted, width - wasted
    weights, shift = _weights(x)
    order = len(weights)
    head = [_bits(0, 1), _bits((0x20 | order - 1) if order else 1, 6)]
    head.append(np.concatenate([_bits(1, 1), _bits(1, wasted)]) if wasted else _bits(0, 1))
    if not order:
        return np.concatenate([*head, _spread(x, width)])
    guess = np.zeros(len(x) - order, np.int64)
    for k, weight in enumerate(weights):
        guess += weight * x[order - 1 - k : len(x) - 1 - k]
    rest = x[order:] - (guess >> shift)
    setup = [_bits(PRECISION - 1, 4), _bits(shift, 5), *(_bits(w, PRECISION) for w in weights)]
    return np.concatenate([*head, _spread(x[:order], width), *setup, _rice(rest, len(x), order)])


def _weights(x: Ints) -> tuple[list[int], int]:
    """Return the predictor by Levinson and Durbin, as whole numbers and a shift; none where a block is too short."""
    n = len(x)
    if n <= 4 * ORDER:
        return [], 0
    y = x * np.hanning(n)
    auto = np.array([float(y[: n - k] @ y[k:]) for k in range(ORDER + 1)])
    auto[0] *= 1 + 1e-9
    a, error = np.zeros(ORDER), auto[0]
    for i in range(ORDER):
        turn = (auto[i + 1] - a[:i] @ auto[i:0:-1]) / error
        a[:i], a[i] = a[:i] - turn * a[:i][::-1], turn
        error *= 1 - turn * turn
        if error <= 0:
            return [], 0
    most = float(np.abs(a).max())
    if most < 1e-9:
        return [], 0
    shift = min(15, PRECISION - 1 - max(0, int(np.ceil(np.log2(most + 1e-12)))))
    if shift < 0:
        return [], 0
    top = (1 << PRECISION - 1) - 1
    return [int(np.clip(round(w * (1 << shift)), -top - 1, top)) for w in a], shift


def _rice(rest: Ints, n: int, order: int) -> npt.NDArray[np.uint8]:
    """Return the residual as Rice codes, the best parameter for each partition."""
    parts = PARTS if n % PARTS == 0 and n // PARTS > order else 1
    out = [_bits(0, 2), _bits(parts.bit_length() - 1, 4)]
    folded = np.where(rest < 0, -2 * rest - 1, 2 * rest)
    at = 0
    for k in range(parts):
        size = n // parts - (order if k == 0 else 0)
        part = folded[at : at + size]
        at += size
        costs = [int((part >> p).sum()) + (p + 1) * size for p in range(15)]
        p = int(np.argmin(costs))
        high = part >> p
        ends = np.cumsum(high + 1 + p)
        bits = np.zeros(int(ends[-1]), np.uint8)
        bits[ends - p - 1] = 1
        for j in range(p):
            bits[ends - 1 - j] = part >> j & 1
        out += [_bits(p, 4), bits]
    return np.concatenate(out)


def _bits(value: int, width: int) -> npt.NDArray[np.uint8]:
    return np.array([value >> k & 1 for k in range(width - 1, -1, -1)], np.uint8)


def _spread(x: Ints, width: int) -> npt.NDArray[np.uint8]:
    """Return whole numbers of a width as bits."""
    return (x[:, None] >> np.arange(width - 1, -1, -1) & 1).astype(np.uint8).ravel()


def _utf8(n: int) -> bytes:
    """Return a frame's number as the form codes it."""
    return bytes((n,)) if n < 128 else chr(n).encode("utf-8", "surrogatepass")


def _table(polynomial: int, width: int) -> list[int]:
    top, mask, table = 1 << width - 1, (1 << width) - 1, []
    for byte in range(256):
        c = byte << width - 8
        for _ in range(8):
            c = (c << 1 ^ polynomial if c & top else c << 1) & mask
        table.append(c)
    return table


CRC8, CRC16 = _table(0x07, 8), _table(0x8005, 16)


def _crc(data: bytes, table: list[int], width: int) -> int:
    c, mask, down = 0, (1 << width) - 1, width - 8
    for byte in data:
        c = (c << 8 & mask) ^ table[c >> down ^ byte]
    return c
