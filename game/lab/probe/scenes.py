"""Small scenes in drawn rooms, played by given Commands, for what seldom happens in a run."""

from game.agent.command import IDLE, RUN, Command
from game.core.ground import Ground
from game.lab.probe.audit import Auditor, Fault
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.sim.events import Event
from game.sim.step import step
from game.sim.world import World

ASK = Command(choice=1)


class Stage:
    """Looks like a session to whoever looks on: a world, the events of the last tick, who is who."""

    attempt = 0

    def __init__(self, world: World) -> None:
        self.world, self.events = world, list[Event]()

    @property
    def hunter(self) -> int:
        return self.world.hunter

    def step(self, given: dict[str, Command]) -> list[Event]:
        """Live one tick."""
        self.events = step(self.world, {self.world.slot(name): command for name, command in given.items()})
        return self.events


def two_rooms() -> Ground:
    """Return a hall that a wall divides, with a way through at the bottom."""
    lines = hall(20, 10).splitlines()
    for r in range(1, 15):
        lines[r] = lines[r][:20] + "#" + lines[r][21:]
    return ground_of("\n".join(lines))


def asks_about_him() -> list[Fault]:
    """Somebody sees him go out of the room, and the machine asks after him when he is elsewhere; return what is wrong."""
    world = world_of(two_rooms(), person("john", 6.0, 8.5), person("t1000", 3.0, 2.0), person("packer_a", 4.2, 2.0))
    packer, john = world.slot("packer_a"), world.ward
    world.b.wait_until[packer] = 10**6  # stays
    world.b.fx[packer], world.b.fy[packer] = 0.3, 0.95
    stage, faults = Stage(world), Auditor(Stage(world), [world.hunter])  # type: ignore[arg-type]
    away = Command(move_x=127, gait=RUN)
    for tick in range(420):
        asks = ASK if tick == 240 else IDLE
        stage.step({"john": away if tick > 60 and world.b.x[john] < 18.0 else IDLE, "t1000": asks})
        faults(stage)  # type: ignore[arg-type]
    return faults.faults
