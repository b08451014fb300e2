"""What Sarah carries in her head from look to look: what John does, and what her gun does."""

from game.agent.seen import NEVER
from game.ai.ward_memory import WardMemory


class AllyMemory(WardMemory):
    """boy_x, boy_y, boy_at: where she last saw John; fires_from: the tick from which the finger has understood."""

    boy_x: float = -1.0
    boy_y: float = -1.0
    boy_at: int = NEVER
    fires_from: int = NEVER
