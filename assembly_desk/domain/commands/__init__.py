"""Commands: what the chair or the secretary asks for. The window and a rehearsal give the same ones.

People are given as `Whom`: the id of a member, or a guest by name. Times that a command carries are aware.
"""

from assembly_desk.domain.commands.agenda import (
    AddItem,
    AmendItem,
    FinishItem,
    MoveItem,
    RemoveItem,
    TakeItem,
)
from assembly_desk.domain.commands.convening import AmendSitting, Convene, ConveningData, Guest, Invite, Whom
from assembly_desk.domain.commands.course import (
    Adjourn,
    Break,
    Cancel,
    Close,
    DraftReglament,
    HandOverChair,
    NumberProtocol,
    Open,
    Rectify,
    Resume,
    Seal,
    TakeNote,
    Undo,
    WriteGist,
)
from assembly_desk.domain.commands.floor import (
    AskFloor,
    EndFloor,
    ExtendFloor,
    GiveFloor,
    GoOnFloor,
    PauseFloor,
    UnaskFloor,
)
from assembly_desk.domain.commands.people import AddBody, AddMember, ChangeMember, ImportMembers
from assembly_desk.domain.commands.roll import (
    Arrive,
    BeginRollCall,
    ChangeRoll,
    EndRollCall,
    ExcuseMembers,
    FixRoll,
    Leave,
)
from assembly_desk.domain.commands.voting import (
    Cast,
    CloseVote,
    CommissionElects,
    Count,
    KeyBallots,
    KeyRows,
    MotionPart,
    OrderMotions,
    Propose,
    Put,
    PutList,
    RowCount,
    Split,
    StopVote,
    Withdraw,
)

RegisterCommand = AddMember | ImportMembers | ChangeMember | AddBody

SittingCommand = (
    AmendSitting | Invite
    | FixRoll | ChangeRoll | Arrive | Leave | ExcuseMembers | BeginRollCall | EndRollCall
    | Open | Close | Cancel | Break | Adjourn | Resume | HandOverChair | DraftReglament | TakeNote
    | Undo | WriteGist | NumberProtocol | Seal
    | AddItem | AmendItem | MoveItem | RemoveItem | TakeItem | FinishItem
    | AskFloor | UnaskFloor | GiveFloor | ExtendFloor | PauseFloor | GoOnFloor | EndFloor
    | Propose | Withdraw | Split | OrderMotions | Put | PutList | Cast | Count | CloseVote | StopVote
    | KeyBallots | KeyRows | CommissionElects | Rectify
)  # fmt: skip

Command = RegisterCommand | Convene | SittingCommand

__all__ = [
    "AddBody",
    "AddItem",
    "AddMember",
    "Adjourn",
    "AmendItem",
    "AmendSitting",
    "Arrive",
    "AskFloor",
    "BeginRollCall",
    "Break",
    "Cancel",
    "Cast",
    "ChangeMember",
    "ChangeRoll",
    "Close",
    "CloseVote",
    "Command",
    "CommissionElects",
    "Convene",
    "ConveningData",
    "Count",
    "DraftReglament",
    "EndFloor",
    "EndRollCall",
    "ExcuseMembers",
    "ExtendFloor",
    "FinishItem",
    "FixRoll",
    "GiveFloor",
    "GoOnFloor",
    "Guest",
    "HandOverChair",
    "ImportMembers",
    "Invite",
    "KeyBallots",
    "KeyRows",
    "Leave",
    "MotionPart",
    "MoveItem",
    "NumberProtocol",
    "Open",
    "OrderMotions",
    "PauseFloor",
    "Propose",
    "Put",
    "PutList",
    "Rectify",
    "RegisterCommand",
    "RemoveItem",
    "Resume",
    "RowCount",
    "Seal",
    "SittingCommand",
    "Split",
    "StopVote",
    "TakeItem",
    "TakeNote",
    "UnaskFloor",
    "Undo",
    "Whom",
    "Withdraw",
    "WriteGist",
]
