"""Integer dice: one stream for each (owner, purpose), so that no stream leaks what another has seen."""

import hashlib

import msgspec

MASK = (1 << 64) - 1
MOST_SEED = (1 << 63) - 1  # the largest seed of a run
STEP = 0x9E3779B97F4A7C15  # splitmix64 (Steele, Lea, Flood 2014)


def seed_of(*words: object) -> int:
    """Return 64 bits that depend on every word, the same in any process."""
    text = "\x1f".join(str(w) for w in words)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


class Dice(msgspec.Struct):
    """A stream of random integers; its whole state is one 64-bit number."""

    state: int

    def bits(self) -> int:
        """Return the next 64 bits."""
        self.state = (self.state + STEP) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """Return an integer in 0..n-1 (n at most 2**32; the bias is below 2**-32)."""
        return ((self.bits() >> 32) * n) >> 32

    def share(self) -> float:
        """Return a float in [0, 1), a whole number of 2**-53."""
        return (self.bits() >> 11) * (1.0 / 9007199254740992.0)

    def chance(self, p: float) -> bool:
        """Return True with probability p."""
        return self.share() < p

    def pick(self, weights: list[int]) -> int:
        """Return an index by integer weight; the sum must be positive."""
        at = self.below(sum(weights))
        for i, w in enumerate(weights):
            at -= w
            if at < 0:
                return i
        raise ValueError("weights must be non-negative integers with a positive sum")
