"""What belongs together stays on one page, within bounds."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from assembly_desk.documents.styles import HEIGHT, WIDTH

MOST = HEIGHT / 2
"""More than this is not moved to the next page whole: the room left would be too wide."""


HIGHEST_END = 0.6 * HEIGHT
"""The same of the end of a paper: its signatures, and what stands with them."""


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


def with_end(story: Sequence[Flowable], end: Sequence[Flowable], most: float = HIGHEST_END) -> list[Flowable]:
    """The story and its end (the signatures), which never stands on a page without the last lines before it."""
    *before, last = story
    lines = [one for group in last.groups for one in group] if isinstance(last, Kept) else [last]
    apart = len(lines) - 1
    while apart > 0 and lines[apart - 1].getKeepWithNext():
        apart -= 1
    whole = stacked([*lines, *end]) <= most
    first = [] if whole or not apart else [Kept(lines[:apart])]
    return [*before, *first, Kept([*(lines if whole else lines[apart:]), *end], most=most)]


def stacked(flowables: Sequence[Flowable]) -> float:
    """The height of flowables one under the other across the page, in points."""
    height = after = 0.0
    for one in flowables:
        height += max(after, one.getSpaceBefore()) + one.wrap(WIDTH, HEIGHT)[1]
        after = one.getSpaceAfter()
    return height
