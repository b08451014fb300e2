"""Searching: what it was told and heard first, then which post to look at next, by belief and travel time."""

import numpy as np

from game.agent.command import RUN, WALK, Command
from game.agent.doors import screens
from game.agent.percept import Percept
from game.ai.belief import Belief, me_cell, near
from game.ai.memory import HunterMemory
from game.ai.notice import lead
from game.ai.steps import go
from game.core.curves import exp_neg, length
from game.core.dice import Dice
from game.core.evidence import masses
from game.core.posts import posts_of
from game.core.sight import clear
from game.core.survey import best_post, doubted, outlook

AT_POST = 1.2  # metres
LOOKED_AT = 7.0  # metres at which a clear view of a post is enough for the dumb searcher
MOST_DOUBT, DOUBTS_IN = 0.9, 40.0  # share of its belief that it gives up for places long unseen, and the seconds
HEARD_FOR = 8.0  # seconds in which what a footfall tells has faded to a third
PACE = 4.5  # metres a second, for travel times


def plan(percept: Percept, memory: HunterMemory) -> None:
    """Choose the post to search; it is kept while most of what made it worth a walk is still believed."""
    posts, belief, me = posts_of(percept.ground), memory.prey, me_cell(percept)
    masses(belief.cell, belief.weight, posts.owner, belief.mass)
    mass, there = np.zeros(posts.n), np.zeros(posts.n)
    refuge = belief.refuge if len(belief.refuge) else np.ones(posts.n)
    doubted(belief.mass, memory.missed, refuge, doubt(percept, belief), mass)
    outlook(mass, posts.view, there)
    best = int(best_post(there, posts.far, me, memory.post, memory.post_mass, PACE))
    if best != memory.post and best >= 0:
        memory.post, memory.post_mass = best, float(there[best])


def doubt(percept: Percept, belief: Belief) -> float:
    """Return the share of its belief that it gives up: more the longer he is lost, less while a footfall of his is fresh."""
    lost = (percept.tick - max(0, belief.seen_at)) / 60.0
    heard = belief.step_his * exp_neg((percept.tick - belief.step_at) / 60.0 / HEARD_FOR)
    return float(MOST_DOUBT * (1.0 - exp_neg(lost / DOUBTS_IN)) * (1.0 - heard))


def search(percept: Percept, memory: HunterMemory, dice: Dice, gait: int = WALK) -> Command:
    """Walk to the chosen post, then to the likeliest spot round it, looking about on the way."""
    posts, me = posts_of(percept.ground), percept.me
    if memory.plan_at <= percept.tick:
        memory.plan_at = percept.tick + 30
        plan(percept, memory)
    if memory.post < 0:
        return go(percept, memory, dice, (me.x, me.y))
    x, y = float(posts.x[memory.post]), float(posts.y[memory.post])
    if length(x - me.x, y - me.y) < 4.0:
        x, y = near(memory.prey, percept, memory.post)
        if length(x - me.x, y - me.y) < AT_POST:  # looked at: on, without a halt
            memory.post = -1
            plan(percept, memory)
            x, y = float(posts.x[memory.post]), float(posts.y[memory.post])
    memory.why = f"searches {posts.room[memory.post] or 'here'}: {memory.post_mass:.0%} likely"
    return go(percept, memory, dice, (x, y), gait=gait)


def follow(percept: Percept, memory: HunterMemory, dice: Dice, gait: int) -> Command | None:
    """Go to where it was told or where it heard something; None without such a place."""
    first = lead(percept, memory)
    if first is None:
        return None
    memory.why = f"{first.what}: {percept.ground.room_at(first.x, first.y) or 'over there'}"
    return go(percept, memory, dice, (first.x, first.y), gait=gait)


def room_by_room(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk to the nearest post not yet looked at, the longest ago when all were: the dumb searcher to compare with."""
    posts, me = posts_of(percept.ground), me_cell(percept)
    now, view = percept.tick / 60.0, screens(percept)
    for g in range(posts.n):
        x, y = float(posts.x[g]), float(posts.y[g])
        if length(x - percept.me.x, y - percept.me.y) < LOOKED_AT and clear(view, percept.me.x, percept.me.y, x, y):
            memory.visited[g] = now
    if memory.post < 0 or memory.visited[memory.post] == now:
        order = [(memory.visited[g], int(posts.far[g, me]), g) for g in range(posts.n) if posts.far[g, me] < 32000]
        memory.post = min(order)[2] if order else -1
    memory.why = "goes through the rooms one by one"
    if memory.post < 0:
        return go(percept, memory, dice, (percept.me.x, percept.me.y))
    place = (float(posts.x[memory.post]), float(posts.y[memory.post]))
    return go(percept, memory, dice, place, gait=RUN)
