"""The verbs of the trigger language, the seizure and its Clock: what effects and rules do to a world."""

from __future__ import annotations

from math import sqrt

from game.agent import command as C
from game.agent.percept import Word
from game.content.actors import ACTOR_IDS
from game.content.looks import LOOK_INDEX
from game.content.vehicles import VEHICLES
from game.content.weapons import WEAPONS
from game.sim import events as E
from game.sim.rolling import ROLLS, heading
from game.sim.state import Clock, Flight, OrderGivenTo, Ride, Roll
from game.sim.supplies import Supplies
from game.sim.tables import RIDING

GLASS_LOUD = 26
RESCUE_TRUST = 0.05
HURL_TICKS = 6  # a metre that a thing flies
HEADINGS = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}  # by a prop's turn
COMES_ALONG = 2.4  # metres from an axle at which somebody gets in too
ORDER_CODES = {"FOLLOW": C.FOLLOW, "STAY": C.STAY, "HIDE": C.HIDE, "RUN_TO": C.RUN_TO}


class Story(Supplies):
    """What happens."""

    def start_clock(self, cause: str, ticks: int) -> None:
        """Start the countdown that loses the mission; one that runs already and ends sooner stays."""
        clock = self.state.clock
        if clock is None or clock.ends > self.tick + ticks:
            self.state.clock = Clock(cause, self.tick, self.tick + ticks)
            self.report(E.ClockStarted(cause, ticks))

    def stop_clock(self, cause: str = "seized") -> None:
        """Stop the countdown, if it runs for this cause."""
        if self.state.clock is not None and self.state.clock.cause.startswith(cause):
            self.report(E.ClockStopped(self.state.clock.cause))
            self.state.clock = None

    def release(self, holder: int, how: str) -> None:
        """Let go of whoever a body has seized."""
        b, whom = self.b, self.b.holds[holder]
        if whom < 0:
            return
        b.holds[holder], b.held_by[whom] = -1, -1
        b.act[holder] = 0
        self.stop_clock()
        self.state.rescues += 1
        self.state.trust = min(1.0, self.state.trust + RESCUE_TRUST)
        self.report(E.Freed(b.x[whom], b.y[whom], whom, how))

    def prove(self, slot: int) -> None:
        """The player's side knows now what this body is."""
        if not self.b.known[slot]:
            self.b.known[slot] = 1
            self.state.proofs += 1
            self.state.early_proofs += not self.state.face_struck

    def hand_over(self, slot: int, lent: bool = False) -> None:
        """Let the player drive another body of his side; the one that he leaves goes by its own mind, or stands."""
        before = self.player
        if slot == self.keeper and self.b.down[slot]:
            self.state.lent = True  # as soon as it has its power back
        if slot == before or slot not in self.ours or not self.alive(slot):
            return
        self.state.player, self.state.lent = slot, lent
        self.report(E.ControlPassed(slot, before))

    # ------------------------------------------------------------------ verbs of the trigger language
    def counted(self, kind: str) -> int:
        """Return how many of a kind: taken items, used devices, or `dead`: people down by anybody's hand."""
        if kind == "dead":
            return len(self.state.human_cost) + self.state.victims
        return self.state.counts.get(kind, 0)

    def has(self, slot: int, item: str) -> bool:
        """Say whether somebody carries a thing, or a weapon that is loaded or can be."""
        gear = self.state.gear.get(slot)
        if gear and item in gear.owned:
            return gear.rounds.get(item, 0) + gear.spare.get(item, 0) > 0 or WEAPONS[item].magazine == 0
        return self.state.things.get(item, -1) == slot

    def break_glass(self, pane: int, by: int, dx: float, dy: float, at: tuple[float, float] | None = None) -> None:
        """Let a pane fall out of its frame, with the noise that makes."""
        x0, y0, x1, y1 = self.g.blocks[pane].tolist()
        x, y = at or ((x0 + x1) / 2, (y0 + y1) / 2)
        self.block_off[pane] = 1
        self.state.broken.append(pane)
        self.report(E.GlassBroke(pane, x, y, dx, dy))
        self.noise("glass", x, y, GLASS_LOUD, by)

    def learn(self, fact: str) -> None:
        """Note a private fact."""
        if fact not in self.state.facts:
            self.state.facts[fact] = self.tick
            self.report(E.FactLearned(fact))

    def suspicion(self, slot: int, whom: int) -> float:
        """Return the log-odds at which somebody takes a body, or the face that it wears, for the machine."""
        face = self.b.face[whom]
        seen = float(self.doubt[slot, whom]) if self.sees_now[slot, whom] else -8.0
        return max(seen, float(self.face_doubt[slot, face])) if self.face_at[slot, face] > 0 else seen

    def breathe_again(self) -> None:
        """Nothing is left of it: nobody need be doubted any more."""
        self.doubt[:], self.face_doubt[:] = -6.0, -6.0
        self.face_at[:] = 0

    def hurl(self, slot: int, thing: str, zone: str) -> None:
        """Throw a thing to the middle of an area."""
        area = self.ground.zone(zone)
        if area is None or self.state.things.get(thing, -1) != slot:
            return
        del self.state.things[thing]
        (x, y), x0, y0 = area.middle, self.b.x[slot], self.b.y[slot]
        ticks = int(sqrt((x - x0) * (x - x0) + (y - y0) * (y - y0)) * HURL_TICKS) + 4
        self.state.flying.append(Flight(x, y, self.tick + ticks, slot, thing))
        self.report(E.Thrown(x0, y0, x, y, slot, ticks))

    def leave(self, slot: int) -> None:
        """Let somebody go for good; nobody of the player's side does, and the hunter goes when it likes."""
        if slot >= self.crowd_from and self.b.here[slot]:
            self.b.here[slot] = 0
            self.went_home(slot)

    def went_home(self, slot: int) -> None:
        """Count somebody who has left, by kind."""
        kind = f"{self.kind_name(slot)}_out"
        self.state.counts[kind] = self.state.counts.get(kind, 0) + 1
        self.report(E.WentHome(slot, self.b.x[slot], self.b.y[slot]))

    def camera(self, what: str, where: str, ticks: int) -> None:
        """Point the player's eyes: `ping` somebody, `lead` to a place, or look at a place (`what`) for some ticks."""
        place = where if what in ("ping", "lead") else what
        slot, zone = self.slot(place), self.ground.zone(place)
        if slot >= 0:
            x, y = self.b.x[slot], self.b.y[slot]
        elif zone:
            x, y = zone.middle
        else:
            return
        pointed = what in ("ping", "lead")
        shown = ticks if pointed or not where.isdecimal() else int(where)
        self.report(E.CameraCued(what if pointed else "show", place, x, y, shown))

    def bring_in(self, name: str) -> None:
        """Let somebody who waits outside come in."""
        slot = self.slot(name)
        if slot >= 0 and not self.b.here[slot] and slot != self.hunter:
            self.b.here[slot] = 1
            self.report(E.CameIn(name, self.b.x[slot], self.b.y[slot], slot))

    def wish_to_be(self, who: str, place: str) -> None:
        """Put a place into somebody's head, as a thought of their own (a `word` that only they hear); who lies has it on rising."""
        slot, zone = self.slot(who), self.ground.zone(place)
        if slot in self.state.ears and slot != self.hunter and zone:
            if self.b.down[slot]:
                self.state.wishes[slot] = place
                return
            x, y = zone.middle
            self.ear(slot).words.append(Word("thought", who, "go", place, x, y))

    def take_wheel(self, prop: str, by: int) -> None:
        """Let somebody (the player, where nobody set it off) drive a vehicle; from now on it can be got into and out of."""
        spot, kind = self.props.get(prop), self.prop_kinds.get(prop, "")
        if spot is None or kind not in VEHICLES:
            return
        _, x, y, w, h = spot
        if prop not in self.state.rides:
            hx, hy = HEADINGS[self.prop_turns.get(prop, 0)]
            x, y = self.state.rolled.get(prop, (x + w / 2, y + h / 2))
            self.state.rides[prop] = Ride(kind, x, y, hx, hy)
            self.state.rolled[prop] = (x, y)
        driver = by if by in self.ours else self.player
        if driver >= 0 and not self.state.rides[prop].riders:
            self.get_in(prop, driver)

    def get_in(self, prop: str, driver: int) -> None:
        """Put somebody at the wheel, and those of the player's side who are near into the other seats."""
        ride, b = self.state.rides[prop], self.b
        row = VEHICLES[ride.kind]
        near = [s for s in self.ours if s != driver and self.alive(s) and self._beside(s, ride.x, ride.y, row.axle)]
        ride.riders = [driver, *near][: len(row.seats)]
        for slot in ride.riders:
            self.begin(slot, RIDING, 1 << 40)
            b.wish_x[slot] = b.wish_y[slot] = 0.0
        self.refresh_blocks()
        self.report(E.Mounted(prop, ride.x, ride.y, driver))

    def _beside(self, slot: int, x: float, y: float, axle: float) -> bool:
        dx, dy, reach = self.b.x[slot] - x, self.b.y[slot] - y, axle + COMES_ALONG
        return bool(dx * dx + dy * dy < reach * reach)

    def loop(self, prop: str, start: str, end: str) -> None:
        """Carry a vehicle by the way from one zone's middle to another's; east and south count the laps up."""
        ride, a, z = self.state.rides.get(prop), self.ground.zone(start), self.ground.zone(end)
        if ride is None or not ride.riders or a is None or z is None:
            return
        dx, dy = z.middle[0] - a.middle[0], z.middle[1] - a.middle[1]
        ride.x, ride.y = ride.x + dx, ride.y + dy
        self.state.rolled[prop] = (ride.x, ride.y)
        for slot in ride.riders:
            self.b.x[slot], self.b.y[slot] = self.b.x[slot] + dx, self.b.y[slot] + dy
        lap = self.state.counts["lap"] = self.state.counts.get("lap", 0) + (1 if dx + dy < 0 else -1)
        self.report(E.Looped(prop, dx, dy, lap))

    def mount(self, prop: str, by: int) -> None:
        """Somebody gets on a parked vehicle."""
        if by >= 0:
            self.report(E.Mounted(prop, self.b.x[by], self.b.y[by], by))

    def branch(self, mission: str) -> None:
        """Win, and let the story go on there."""
        self.state.next_mission = mission
        self.win(mission)

    def set_flag(self, name: str) -> None:
        if name not in self.state.flags:
            self.state.flags[name] = self.tick
            self.report(E.FlagSet(name))
            self.state.due.append(("flag", -1, -1.0, -1.0))

    def set_objective(self, name: str) -> None:
        objective = self.objectives.get(name)
        self.state.objective = name
        self.report(E.ObjectiveSet(name, objective.text if objective else ""))

    def set_timer(self, name: str, start: bool) -> None:
        if start:
            self.state.timers[name] = self.tick
        else:
            self.state.timers.pop(name, None)

    def set_door(self, name: str, shut: bool, by: int = -1) -> None:
        """Move a door; one with a delay goes back to where it rests. What a level says at the start is that rest."""
        for i, spot in enumerate(self.ground.doors):
            if spot.name != name:
                continue
            if by < 0 and self.tick == 0:
                self.d.rest[i] = int(shut)
            self.move_door(i, shut)
            away = bool(self.d.shut[i]) != bool(self.d.rest[i])
            self.d.back_at[i] = self.tick + spot.delay if spot.delay and away else -1

    def move_door(self, i: int, shut: bool) -> None:
        """Open or shut a door, unless it is so already."""
        if bool(self.d.shut[i]) == shut:
            return
        spot = self.ground.doors[i]
        self.d.shut[i], self.d.moved_at[i] = int(shut), self.tick
        self.refresh_door(i)
        self.report(E.DoorMoved(i, shut, spot.x + spot.w / 2, spot.y + spot.h / 2))

    def set_lamps(self, group: str, on: bool, beat: bool = False) -> None:
        """Switch the lights of a group, or let them beat slowly (a picture only: to the rules they are on)."""
        if beat and group not in self.state.lamps_beat:
            self.state.lamps_beat.append(group)
            self.report(E.LampsSet(group, True))
        off = group in self.state.lamps_off
        if on and off:
            self.state.lamps_off.remove(group)
        elif not on and not off:
            self.state.lamps_off.append(group)
        else:
            return
        self.refresh_light()
        self.report(E.LampsSet(group, on))

    def roll(self, prop: str, zone: str, by: int, swings: bool = False) -> None:
        """Set a parked vehicle rolling toward an area, or what hangs from a crane swinging there and back."""
        spot, target = self.props.get(prop), self.ground.zone(zone)
        if spot is None or target is None or prop in self.state.rolled:
            return
        _, x, y, w, h = spot
        cx, cy = x + w / 2, y + h / 2
        tx, ty = target.middle
        dx, dy, far = heading(cx, cy, tx, ty)
        self.state.rolled[prop] = (cx, cy)
        self.state.rolling.append(Roll(prop, dx, dy, far if swings else min(far, ROLLS), by, swings))
        self.refresh_blocks()
        self.report(E.VehicleRolled(prop, cx, cy, tx, ty))

    def music(self, cue: str) -> None:
        self.report(E.MusicCued(cue))

    def want_checkpoint(self, name: str) -> None:
        """Ask for a checkpoint; it is taken at the next quiet moment."""
        self.state.checkpoint_wanted = name

    def order(self, slot: int, word: str, x: float = -1.0, y: float = -1.0) -> None:
        """Give a ward an order."""
        self.state.orders[slot] = OrderGivenTo(ORDER_CODES[word], x, y, self.tick)
        self.report(E.OrderGiven(word, x, y, self.player))

    def win(self, ending: str) -> None:
        if not self.state.outcome:
            self.state.outcome, self.state.reason = "won", ending
            self.report(E.Won(ending))

    def lose(self, cause: str) -> None:
        if not self.state.outcome:
            self.state.outcome, self.state.reason = "lost", cause
            self.report(E.Lost(cause))

    def become(self, slot: int, look: str) -> None:
        """Change whom a body looks like."""
        self.b.look[slot] = LOOK_INDEX[look]

    def kind_name(self, slot: int) -> str:
        return ACTOR_IDS[int(self.b.actor[slot])]
