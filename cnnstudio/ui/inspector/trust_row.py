"""One check of a heatmap: the question, the answer with its sign, the number beside its control, a small picture."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from cnnstudio.explain.validation.trust_report import TrustCurve, TrustLevel, TrustRow
from cnnstudio.ui.cards import card, label, plain_tip
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.ui.theme import theme

_CONTEXT = "trust_levels"
_PLOT_PX = (420, 220)
_LOOKS = ("train", "validation", "earlier", "earlier validation")


@dataclass(frozen=True, slots=True)
class TrustSign:
    """How a level is shown; ``title`` is marked for translation."""

    level: TrustLevel
    icon: str
    token: str
    title: str


TRUST_SIGNS: tuple[TrustSign, ...] = (
    TrustSign("good", "good", "good", str(QT_TRANSLATE_NOOP("trust_levels", "Passed"))),
    TrustSign("doubtful", "warning", "warning", str(QT_TRANSLATE_NOOP("trust_levels", "In doubt"))),
    TrustSign("bad", "error", "bad", str(QT_TRANSLATE_NOOP("trust_levels", "Failed"))),
    TrustSign("not applicable", "info", "quiet", str(QT_TRANSLATE_NOOP("trust_levels", "Does not apply"))),
)


def trust_sign(level: TrustLevel) -> TrustSign:
    """Return how ``level`` is shown."""
    return next(sign for sign in TRUST_SIGNS if sign.level == level)


def level_words(level: TrustLevel) -> str:
    """Return the level in the user's language."""
    return QCoreApplication.translate(_CONTEXT, trust_sign(level).title)


class TrustRowCard(QFrame):
    """Shows a `TrustRow`."""

    def __init__(self, row: TrustRow) -> None:
        super().__init__()
        self.setObjectName(f"trust_{row.name}")
        self.setAccessibleName(f"{row.title} {level_words(row.level)}. {row.verdict}")
        self.row = row
        self._sign = trust_sign(row.level)
        self._icon = QLabel()
        frame, column = card(name="trust_card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(self._words(row), 1)
        if row.curves:
            across.addWidget(curve_picture(row), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(across)
        theme().changed.connect(self._tint)
        self._tint()

    def _words(self, row: TrustRow) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(label(row.title, "subheading", name="trust_title"))
        head.addStretch(1)
        head.addWidget(label(level_words(row.level), self._sign.token, name="trust_level"))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(label(row.verdict, wrap=True, name="trust_verdict"))
        if row.figure:
            column.addWidget(label(row.figure, wrap=True, name="trust_figure"))
            column.addWidget(label(row.control, "quiet", wrap=True, name="trust_control"))
        rule = label(self.tr("How it is judged: {rule}").format(rule=row.rule), "caption", wrap=True, name="trust_rule")
        rule.setToolTip(plain_tip(row.rule))
        column.addWidget(rule)
        column.addStretch(1)
        return column

    def _tint(self) -> None:
        self._icon.setPixmap(pixmap(self._sign.icon, 20, self._sign.token))


def curve_picture(row: TrustRow) -> CurvePlot:
    """Draw a row's curves; what is measured at random is faint, with the ends of its band."""
    plot = CurvePlot(row.y_title, percent=row.name == "deletion", x_title=row.x_title)
    plot.setFixedSize(*_PLOT_PX)
    for curve, look in zip(row.curves, _LOOKS, strict=False):
        _draw(plot, curve, look)
    return plot


def _draw(plot: CurvePlot, curve: TrustCurve, look: str) -> None:
    plot.set_curve(curve.name, curve.x, curve.y, look=look)
    for end, values in (("least", curve.low), ("most", curve.high)):
        if values is not None:
            plot.set_curve(f"{curve.name}, {end}", curve.x, values, look=look)
