"""Why a paper that was asked for is not made."""

from collections.abc import Mapping


class NotMade(LookupError):
    """The sitting has no such paper: the stable code of a refusal, and the values that its sentence needs.

    `UnknownItem`: no such item on the agenda; `NotThisBody`: the body has no such paper (p. 11, p. 15);
    `NothingAdopted`: no such decision was adopted; `AlreadyOpen`: the sitting was held; `UnknownVote`: no such
    secret vote; `VoteInProgress`: it is still held; `NothingToPut`: nothing waits to be put to the vote;
    `CommissionMissing`, `CommissionNotConstituted`: there is no counting commission, or not yet its officers.
    """

    def __init__(self, code: str, values: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code, self.values = code, dict(values or {})
