"""Sound and words in a world: noises, cries, the radio, lines of the words table, and what is felt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.agent.percept import Noise, Touch, Word
from game.content.actors import TEAM_INDEX
from game.content.lines import ALOUD, line
from game.core.hearing import SPEED
from game.sim import events as E
from game.sim.earshot import Earshot
from game.sim.kernels.sound import FAR, came_from, heard
from game.sim.places import Places
from game.sim.state import Alert, Sound
from game.sim.tables import COWER, FLEE, UNEASY

SEEMS = 4  # cells before the ears where a noise seems to come from
VOICE_LOUD, SHOUT_LOUD = 22, 32
CALL_CELLS = 40  # metres of its way by which a call can be followed
TALK_REACH, SPEECH = 8.0, 60  # metres within which the hunter learns a voice; ticks of speech in each thing said
FRIGHT = ("pistol", "shotgun", "alarm", "bell")  # noises that make civilians run
HEARD_BY_TRIGGERS = ("pistol", "shotgun", "scream", "alarm", "siren")
ALARMS = {"crowd": ("alarm", 32), "fire": ("bell", 60), "noise": ("machine", 32), "siren": ("siren", 58)}  # kind, level


class Ears(Places):
    """What is heard, said, sent and felt."""

    _earshot: Earshot | None = None  # the player's ears, for sound and captions; no rule reads it

    def earshot(self, slot: int) -> Earshot:
        """Return the ears that listen for who watches, put where a body stands; there is one pair, for all who ask."""
        if self._earshot is None:
            self._earshot = Earshot(self.ground)
        self._earshot.listen(self, slot)
        return self._earshot

    def noise(self, kind: str, x: float, y: float, level: int, by: int, word: Word | None = None) -> None:
        """Make a noise, perhaps with words in it: it is on its way to whoever it reaches through air and doors, as loud as
        what will be left of it.
        """
        self.report(E.NoiseMade(kind, x, y, level, by))
        g = self.ground
        sx, sy = min(g.width - 1, max(0, int(x))), min(g.height - 1, max(0, int(y)))
        if len(self.listeners) != len(self.state.ears):
            self.listeners = np.array(list(self.state.ears), np.int64)
        reached = heard(
            self.sound.cost,
            level,
            sx,
            sy,
            self._far,
            self._back,
            self._ring,
            self.bodies,
            self.listeners,
            by,
            SEEMS,
            self.reached,
        )
        if reached:
            made = (x, y) if kind in HEARD_BY_TRIGGERS else None
            for slot, cost, c, cells in self.reached[:reached].tolist():
                at_x, at_y = c % g.width + 0.5, c // g.width + 0.5
                self.send(cells, Sound(slot, Noise(float(level - cost), kind, at_x, at_y), word, made))
                if kind == "voice" and slot == self.hunter and by >= 0 and self.gap(slot, by) < TALK_REACH:
                    self.state.speech[by] = self.state.speech.get(by, 0) + SPEECH
        if kind in FRIGHT:
            self.frighten(x, y, self._far, kind == "bell")

    def send(self, cells: int, sound: Sound) -> None:
        """Let a sound set out on a way of some cells; the one that it is made in takes its time too."""
        at = self.tick - -(cells + 1) * 60 // SPEED
        self.state.coming.setdefault(at, []).append(sound)

    def heard_at(self, x: float, y: float) -> int:
        """Return what the last noise lost on its way to a place; FAR where it did not come."""
        return int(self._far[int(y), int(x)])

    def frighten(self, x: float, y: float, far: npt.NDArray[np.int32], bell: bool = False) -> None:
        """Send every civilian whom the noise reached running, but those who are out; a bell says leave, and to who kneels too."""
        b, civilian = self.b, TEAM_INDEX["civilian"]
        for slot in range(self.crowd_from, self.count):
            out = b.mood[slot] == UNEASY and b.route[slot] < 0  # stands by a way out already and looks on
            stirs = (b.mood[slot] < FLEE and not out) or (bell and b.mood[slot] == COWER)
            told = b.here[slot] and b.team[slot] == civilian and stirs
            if told and far[int(b.y[slot]), int(b.x[slot])] < FAR:
                b.mood[slot], b.wait_until[slot] = FLEE, 0
                b.fright_x[slot], b.fright_y[slot] = (-1.0, -1.0) if bell else (x, y)
                b.fright_at[slot] = self.tick

    def alarm(self, what: str, place: str, by: int) -> None:
        """A cry, a bell, a noise or a siren, at a room or where it was set off; cries and bells make the crowd run."""
        zone = self.ground.zone(place) if place else None
        x, y = zone.middle if zone else (self.b.x[by], self.b.y[by]) if by >= 0 else (-1.0, -1.0)
        if x >= 0:
            kind, level = ALARMS[what]
            self.noise(kind, x, y, level, by)
        if what in ("crowd", "fire"):
            self.report(E.CrowdAlarmed(x, y))

    def radio(self, place: str, look: str, speaker: str = "dispatch") -> None:
        """Send a call that whoever carries a radio hears: somebody like this, seen in a room."""
        zone = self.ground.zone(place)
        x, y = zone.middle if zone else (-1.0, -1.0)
        self.report(E.RadioCall(speaker, place, look))
        for slot in self.state.radios:
            if self.alive(slot):
                self.ear(slot).words.append(Word("radio", speaker, look, place, x, y))

    def say(self, who: str, key: str) -> None:
        """Show a line of the words table, spoken by somebody here or on a card."""
        slot = self.slot(who)
        if slot >= 0 and not self.alive(slot):
            return
        self.state.lines.append((self.tick, who, key))
        self.report(E.Said(who, slot, key, line(who, key, self.kinds[slot] if slot >= 0 else "")))
        if slot >= 0:
            aloud = ALOUD.get(f"{who}.{key}", "")
            level = SHOUT_LOUD if aloud else VOICE_LOUD
            self.noise(aloud or "voice", self.b.x[slot], self.b.y[slot], level, slot)

    def shout(self, slot: int, topic: str, x: float, y: float) -> None:
        """Let somebody cry out what they saw and where: whoever the sound reaches understands it."""
        if not self.alive(slot):
            return
        word = Word("shout", self.look(slot), topic, self.ground.room_at(x, y), x, y)
        self.noise("shout", self.b.x[slot], self.b.y[slot], SHOUT_LOUD, slot, word)

    def call_out(self, slot: int, look: str, level: int, margin: int) -> bool:
        """Let somebody call the ward in a voice; return whether enough of it reached him to go by."""
        self.noise("call", self.b.x[slot], self.b.y[slot], level, slot)
        ward = self.ward
        if not self.alive(ward):
            return False
        cx, cy = int(self.b.x[ward]), int(self.b.y[ward])
        if self._far[cy, cx] >= level - margin:
            return False
        c, cells = came_from(self._back, cx, cy, CALL_CELLS)
        x, y = c % self.ground.width + 0.5, c // self.ground.width + 0.5
        self.send(cells, Sound(ward, None, Word("call", look, "come", self.ground.room_at(x, y), x, y)))
        return True

    def touch(self, slot: int, dx: float, dy: float, kind: str) -> None:
        """Let a mind feel something at an offset from its body."""
        if slot in self.state.ears:
            self.ear(slot).touches.append(Touch(dx, dy, kind))

    def alert(self, who: int, whom: int, sense: str) -> None:
        """Note that somebody noticed somebody, for the cause line and the after-level page."""
        d, light = self.gap(who, whom), self.b.light[whom]
        name, other = self.names[who], self.names[whom]
        self.state.alerts.append(Alert(self.tick, name, other, sense, d, light))
        self.report(E.Alerted(who, whom, sense, d, light))
