"""The table of screens: each has a name by which the others call it."""

from game.app.screens.base import Screen
from game.app.screens.chapter import Chapters
from game.app.screens.epilogue import Credits, Epilogue
from game.app.screens.keys import Keys
from game.app.screens.loading import Loading
from game.app.screens.lost import Lost
from game.app.screens.map import MapPage
from game.app.screens.missions import Missions
from game.app.screens.new import NewGame
from game.app.screens.options import Options, Toggles
from game.app.screens.pause import Pause
from game.app.screens.play import Play
from game.app.screens.replay import ReplayRoom
from game.app.screens.replays import Replays
from game.app.screens.sound import Captions, SoundPage
from game.app.screens.title import Title
from game.app.screens.trouble import TroublePage
from game.app.screens.verbs import Verbs
from game.app.screens.won import SoFar, WholeRun, Won

SCREENS: dict[str, type[Screen]] = {
    "title": Title,
    "missions": Missions,
    "new": NewGame,
    "options": Options,
    "sound": SoundPage,
    "captions": Captions,
    "toggles": Toggles,
    "keys": Keys,
    "verbs": Verbs,
    "loading": Loading,
    "play": Play,
    "pause": Pause,
    "map": MapPage,
    "lost": Lost,
    "won": Won,
    "so_far": SoFar,
    "chapter": Chapters,
    "epilogue": Epilogue,
    "credits": Credits,
    "whole_run": WholeRun,
    "replay": ReplayRoom,
    "replays": Replays,
    "trouble": TroublePage,
}
