"""Papers: a sheet of the projections in, the bytes of a PDF out."""

from assembly_desk.documents.make import ALL_KINDS, KINDS, Choice, Kind, PaperLanguage, document, kinds_of
from assembly_desk.projections.named_vote_sheet import NoNamedVote
from assembly_desk.projections.not_made import NotMade

__all__ = [
    "ALL_KINDS",
    "KINDS",
    "Choice",
    "Kind",
    "NoNamedVote",
    "NotMade",
    "PaperLanguage",
    "document",
    "kinds_of",
]
