"""Deciding: a state and a command give events, or a refusal with a stable code. Pure; the rules live here."""

from assembly_desk.domain.decide.setting import Accepted, Setting
from assembly_desk.domain.decide.table import decide, decide_convening, decide_register

__all__ = ["Accepted", "Setting", "decide", "decide_convening", "decide_register"]
