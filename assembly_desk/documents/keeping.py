"""What belongs together stays on one page, within bounds."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from assembly_desk.documents.styles import HEIGHT, WIDTH

MOST = HEIGHT / 2
"""More than this is not moved to the next page whole: the room left would be too wide."""


class Kept(Flowable):
    """Groups of flowables that stand on one page.

    If together they are higher than `most` (in points), each group is kept by itself; a group that is higher
    still breaks where it must. Must not follow a paragraph that is kept with the next.
    """

    def __init__(self, *groups: Sequence[Flowable], most: float = MOST) -> None:
        super().__init__()
        self.groups, self.most = [list(group) for group in groups if group], most

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        """More than any page has, so that it is always split."""
        return available_width, 10 * HEIGHT

    def split(self, _width: float, available_height: float) -> list[Flowable]:
        """What to lay out instead, now that the room left is known."""
        everything = [one for group in self.groups for one in group]
        height = stacked(everything)
        parts: Sequence[Flowable] = everything
        if available_height < height <= self.most:
            parts = [KeepTogether(everything)]
        elif available_height < height and len(self.groups) > 1:
            parts = [Kept(group, most=self.most) for group in self.groups]
        return [Spacer(0, 0), *parts]  # the library wants to draw the first at once


def stacked(flowables: Sequence[Flowable]) -> float:
    """The height of flowables one under the other across the page, in points."""
    height = after = 0.0
    for one in flowables:
        height += max(after, one.getSpaceBefore()) + one.wrap(WIDTH, HEIGHT)[1]
        after = one.getSpaceAfter()
    return height
