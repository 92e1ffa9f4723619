"""Papers: a sheet of the projections in, the bytes of a PDF out."""

from assembly_desk.documents.make import KINDS, Kind, document
from assembly_desk.projections.named_vote_sheet import NoNamedVote

__all__ = ["KINDS", "Kind", "NoNamedVote", "document"]
