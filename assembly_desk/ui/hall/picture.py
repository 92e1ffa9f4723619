"""A slide as a picture, from the same measures on any screen from 1024×768 up, for thirty metres."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from assembly_desk.projections.hall_slide import (
    AdjournedSlide,
    Blank,
    BreakSlide,
    ClosedSlide,
    ItemSlide,
    ListSlide,
    MessageSlide,
    QuorumSlide,
    ResultSlide,
    SpeakerSlide,
    VotingSlide,
    Welcome,
)
from assembly_desk.ui.hall import said
from assembly_desk.ui.hall.candidates import paint_candidates, paint_rows
from assembly_desk.ui.hall.letters import CAP, fit
from assembly_desk.ui.hall.sheet import HallView, Sheet, Sign
from assembly_desk.ui.theme import HALL, font
from assembly_desk.wording.words import rule_words

__all__ = ["HallView", "paint_hall"]

SMALLEST = 1024  # pixels: a narrower picture is a true small copy of one so wide


def paint_hall(painter: QPainter, place: QRectF, view: HallView | None) -> None:
    """Paint the hall's picture into that place: the whole screen, or the desk's small copy. None: blank."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.fillRect(place, QColor(HALL.ground))
    if view is not None and not isinstance(view.slide, Blank) and not place.isEmpty():
        painter.translate(place.topLeft())
        scale = min(1.0, place.width() / SMALLEST)
        painter.scale(scale, scale)
        _Picture(painter, place.width() / scale, place.height() / scale, view).paint()
    painter.restore()


class _Picture(Sheet):
    """A slide on its sheet."""

    def paint(self) -> None:
        if self.view.head.rehearsal:
            self.watermark()
        self.heading()
        match self.view.slide:
            case Welcome() | BreakSlide() | AdjournedSlide() | ClosedSlide() | MessageSlide() as slide:
                self.statement(said.statement(slide, self.language, self.view.head.offset))
            case QuorumSlide() as slide:
                self.quorum(slide)
            case ItemSlide() as slide:
                self.item(slide)
            case SpeakerSlide() as slide:
                self.speaker(slide)
            case VotingSlide() as slide:
                self.voting(slide)
            case ResultSlide() as slide:
                self.result(slide)
            case ListSlide() as slide:
                paint_rows(self, slide)
            case Blank():
                pass

    def statement(self, what: said.Statement) -> None:
        alone = not what.above and not what.below
        above = self.fit(what.above, self.inner, 150, 64)
        below = self.fit(what.below, self.inner, 230, 92)
        if len(below.lines) > 1:  # a date is not torn: it has a line of its own
            below = self.fit(what.below.replace(" – ", " –\n"), self.inner, 230, 92)
        room = (self.height / self.u - 270) if alone else 400.0
        main = self.fit(what.said, self.inner, room, 150, bold=True)
        gap = 64 * self.u
        whole = main.height + sum(part.height + gap for part in (above, below) if part.lines != ("",))
        top = (self.height + 60 * self.u - whole) / 2
        if what.above:
            top = above.draw(self.painter, self.left, top, HALL.abstain) + gap
        top = main.draw(self.painter, self.left, top, HALL.ink) + gap
        if what.below:
            below.draw(self.painter, self.left, top, HALL.ink)

    def quorum(self, slide: QuorumSlide) -> None:
        u, low = self.u, self.height
        colour = HALL.for_ if slide.met else HALL.abstain
        bar_top = (low + 420 * u) / 2  # on a higher screen the whole stands in the middle
        figure = self.fit(str(slide.present), self.inner * 0.55, 300, 350, bold=True)
        figure_top = bar_top - 92 * u - figure.size * CAP
        self.quorum_title(slide, figure_top - 118 * u)
        figure.draw(self.painter, self.left - figure.size * 0.04, figure_top, HALL.ink)
        x = self.left + figure.width + 60 * u
        room = self.right - x
        base = bar_top - 92 * u  # the foot of the figure
        if slide.met:
            size = self.fit(self.say("hall.quorum-yes"), room - 90 * u, 90, 72, bold=True)
            top = base - size.size * CAP
            self.sign("for", x, top, size.size, HALL.for_)
            size.draw(self.painter, x + size.size * 1.05, top, HALL.for_)
        else:
            top = self.lacking(slide, x, base, room)
        roll = self.fit(self.say("hall.on-roll", total=slide.total), room, 90, 58)
        roll.draw(self.painter, x, top - 40 * u - roll.height, HALL.ink)
        self.bar(bar_top, 38 * u, slide.present / slide.total if slide.total else 0, colour)
        self.mark(slide, bar_top)
        rule = self.fit(said.quorum_rule(slide, self.language), self.inner, 110, 40)
        rule.draw(self.painter, self.left, low - 70 * u - rule.height, HALL.second)

    def quorum_title(self, slide: QuorumSlide, top: float) -> None:
        """What goes on; a quorum that is lost stands out."""
        text, room = said.quorum_title(slide, self.language), self.inner
        if not slide.lost:
            self.fit(text, room, 80, 64).draw(self.painter, self.left, top, HALL.second)
            return
        title = self.fit(text, room - 90 * self.u, 100, 84, bold=True)
        top -= 24 * self.u
        self.sign("against", self.left, top, title.size, HALL.against)
        title.draw(self.painter, self.left + title.size * 1.05, top, HALL.against)

    def lacking(self, slide: QuorumSlide, x: float, base: float, room: float) -> float:
        """How many are missing, their number standing out. Returns the top of the line."""
        before, _, after = self.say.template("hall.quorum-lacking").partition("{missing}")
        parts = (
            (before, False, HALL.ink),
            (str(slide.missing), True, HALL.abstain),
            (after, False, HALL.ink),
        )
        size = 58 * self.u
        wide = sum(QFontMetricsF(font(size, bold=bold)).horizontalAdvance(text) for text, bold, _ in parts)
        size *= min(1.0, room / wide)
        for text, bold, colour in parts:
            face = font(int(size), bold=bold)
            self.painter.setFont(face)
            self.painter.setPen(QColor(colour))
            self.painter.drawText(QPointF(x, base), text)
            x += QFontMetricsF(face).horizontalAdvance(text)
        return base - size * CAP

    def mark(self, slide: QuorumSlide, bar_top: float) -> None:
        """The mark to reach, on the bar, with its number below."""
        u = self.u
        x = self.left + self.inner * (slide.needed / slide.total if slide.total else 1)
        self.painter.fillRect(QRectF(x - 3 * u, bar_top - 20 * u, 6 * u, 78 * u), QColor(HALL.ink))
        text = self.fit(self.say("hall.quorum-mark", needed=slide.needed), self.inner, 60, 44)
        left = min(max(x - text.width / 2, self.left), self.right - text.width)
        text.draw(self.painter, left, bar_top + 78 * u, HALL.ink)

    def item(self, slide: ItemSlide) -> None:
        u = self.u
        who = self.fit(said.rapporteurs(slide, self.language), self.inner, 250, 54)
        foot = self.height - 84 * u - who.height
        if slide.rapporteurs:
            who.draw(self.painter, self.left, foot, HALL.second)
        top = self.label(said.label(slide, self.language)) + 16 * u
        title = slide.title.in_language(self.language)
        self.fit(title, self.inner, (foot - top) / u - 60, 116, bold=True).draw(
            self.painter, self.left, top, HALL.ink
        )

    def speaker(self, slide: SpeakerSlide) -> None:
        u, low = self.u, self.height
        over = slide.left <= 0
        colour = HALL.against if over else HALL.abstain if slide.warning else HALL.ink
        if slide.paused and not over:
            colour = HALL.second
        top = self.label(said.label(slide, self.language))
        bar_top = low - 84 * u
        foot = bar_top - 56 * u
        under = self.fit(said.under_the_time(slide, self.language), self.inner * 0.4, 60, 48)
        under.draw(
            self.painter, self.right, foot - under.size, HALL.against if over else HALL.second, right=True
        )
        time = self.fit(said.time_left(slide), self.inner * 0.42, 280, 290, bold=True)
        time_top = foot - under.size - 48 * u - time.size * CAP
        time.draw(self.painter, self.right, time_top, colour, right=True)
        room = self.inner - max(time.width, under.width) - 70 * u
        position = slide.position.in_language(self.language) if slide.position else ""
        place = self.fit(position, room, 110, 42)
        name = self.fit(slide.name.in_language(self.language), room, 250, 100, bold=True)
        y = foot - (place.height if position else 0)
        if position:
            place.draw(self.painter, self.left, y, HALL.second)
            y -= 34 * u
        y -= name.height
        name.draw(self.painter, self.left, y, HALL.ink)
        speaking = self.fit(self.say("hall.speaking"), room, 60, 48)
        y -= 30 * u + speaking.height
        speaking.draw(self.painter, self.left, y, HALL.second)
        if slide.title is not None:
            space = (min(y, time_top) - top) / u - 50
            title = slide.title.in_language(self.language)
            self.fit(title, self.inner, space, 60, bold=True).draw(self.painter, self.left, top, HALL.second)
        self.bar(bar_top, 16 * u, max(slide.left, 0) / max(slide.seconds, 1), colour)

    def voting(self, slide: VotingSlide) -> None:
        u = self.u
        y = self.height - 84 * u
        if slide.answered is not None:
            y -= 20 * u
            self.bar(y, 20 * u, slide.answered / slide.base if slide.base else 0, HALL.act)
            text = self.fit(said.progress(slide, self.language), self.inner, 60, 46)
            y -= 44 * u + text.height
            text.draw(self.painter, self.left, y, HALL.ink)
            y -= 34 * u
        form = self.fit(said.how_it_is_held(slide, self.language), self.inner, 60, 46)
        y -= form.height
        form.draw(self.painter, self.left, y, HALL.second)
        running = self.fit(said.running_vote(slide, self.language), self.inner, 90, 76, bold=True)
        y -= 34 * u + running.height
        running.draw(self.painter, self.left, y, HALL.act)
        top = self.label(said.label(slide, self.language), said.page(slide, self.language))
        if slide.candidates:
            paint_candidates(self, slide, top, y - 48 * u)
            return
        text = self.fit(slide.text.in_language(self.language), self.inner, (y - top) / u - 60, 96, bold=True)
        text.draw(self.painter, self.left, top, HALL.ink)

    def result(self, slide: ResultSlide) -> None:
        u = self.u
        figures = said.figures(slide, self.language)
        chip_top = self.beside(slide, self.verdict(slide))
        top = self.label(said.label(slide, self.language))
        space = (chip_top - top) / u
        least = 150 if said.beside(slide, self.language) else 210
        height = max(least, space - 426) if figures else space - 60
        text = self.fit(slide.text.in_language(self.language), self.inner, height, 72, bold=True)
        top = text.draw(self.painter, self.left, top, HALL.ink) + 56 * u
        if not figures:
            return
        gap = 40 * u
        column = (self.inner - gap * (len(figures) - 1)) / len(figures)
        inks = (HALL.for_, HALL.against, HALL.abstain, HALL.second)
        signs: tuple[Sign | None, ...] = ("for", "against", "abstain", None)
        biggest = min(250.0, (chip_top - top) / u - 160)
        names = [self.fit(name, column - 62 * u, 110, 46) for name, _ in figures]
        size = min(name.size for name in names)
        biggest = min(self.fit(str(count), column, 260, biggest, bold=True).size for _, count in figures)
        for number, (name, count) in enumerate(figures):
            x = self.left + number * (column + gap)
            self.painter.fillRect(QRectF(x, top, column, 8 * u), QColor(inks[number]))
            figure = fit(str(count), column, biggest * 2, biggest, bold=True)
            y = figure.draw(self.painter, x, top + 52 * u, inks[number]) - figure.size * 0.28 + 44 * u
            sign = signs[number]
            if sign is not None:
                self.sign(sign, x, y, size, HALL.ink)
            shift = size * 1.05 if sign is not None else 0.0
            word = fit(name, column - shift, 110 * u, size)
            word.draw(self.painter, x + shift, y, HALL.ink if sign is not None else HALL.second)

    def beside(self, slide: ResultSlide, foot: float) -> float:
        """What else is to be known, above the verdict. Returns its upper edge."""
        text = said.beside(slide, self.language)
        if not text:
            return foot
        colour = HALL.abstain if slide.brings or slide.again or slide.doubtful else HALL.second
        lines = self.fit(text, self.inner, 170, 42)
        top = foot - 44 * self.u - lines.height
        lines.draw(self.painter, self.left, top, colour)
        return top

    def verdict(self, slide: ResultSlide) -> float:
        """The verdict on its ground, with the rule beside it. Returns its upper edge."""
        u = self.u
        adopted = slide.verdict == "adopted"
        open_to_doubt = slide.doubtful or slide.verdict == "stopped"
        colour = HALL.abstain if open_to_doubt else HALL.for_ if adopted else HALL.against
        sign: Sign = "for" if adopted else "abstain" if slide.verdict == "stopped" else "against"
        text = self.fit(said.verdict(slide, self.language), self.inner * 0.55, 90, 70, bold=True)
        chip = QRectF(self.left, 0, text.width + text.size + 124 * u, 130 * u)
        chip.moveBottom(self.height - 72 * u)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(chip, 18 * u, 18 * u)
        top = chip.center().y() - text.size * CAP / 2
        self.sign(sign, chip.left() + 50 * u, top, text.size, HALL.ground)
        text.draw(self.painter, chip.left() + 50 * u + text.size, top, HALL.ground)
        x = chip.right() + 44 * u
        rule = self.fit(rule_words(slide.point, self.language), self.right - x, 50, 42)
        if slide.tally is None:
            rule.draw(self.painter, x, chip.center().y() - rule.size * CAP / 2, HALL.second)
            return chip.top()
        need = self.say("hall.needed", base=slide.base, needed=slide.needed)
        needed = self.fit(need, self.right - x, 50, 44)
        if needed.size < 38 * u:
            needed = self.fit(need.replace(" · ", "\n"), self.right - x, 110, 44)
        whole = needed.height + 24 * u + rule.size * CAP
        y = needed.draw(self.painter, x, chip.center().y() - whole / 2, HALL.ink)
        rule.draw(self.painter, x, y + 24 * u, HALL.second)
        return chip.top()
