"""A sitting played in the real window by key presses, and nothing else: for demonstrations and for tests."""

from assembly_desk.ui.play.hand import PlayStopped, press, type_text
from assembly_desk.ui.play.pictures import Camera, play_roll
from assembly_desk.ui.play.player import Player

__all__ = ["Camera", "PlayStopped", "Player", "play_roll", "press", "type_text"]
