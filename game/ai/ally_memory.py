"""What Sarah carries in her head from look to look: what John does, and what her gun does."""

from game.agent.seen import NEVER
from game.ai.ward_memory import WardMemory


class AllyMemory(WardMemory):
    """boy_x, boy_y, boy_at: where she last saw John; fires_from: the tick from which the finger has understood.

    cry_x, cry_y, cry_at: where somebody screamed last. post: where she last wished to be.
    taken_since, taken_at: since when the machine has John, and when she saw that last.
    """

    boy_x: float = -1.0
    boy_y: float = -1.0
    boy_at: int = NEVER
    fires_from: int = NEVER
    cry_x: float = -1.0
    cry_y: float = -1.0
    cry_at: int = NEVER
    post: tuple[float, float] | None = None
    taken_since: int = NEVER
    taken_at: int = NEVER
