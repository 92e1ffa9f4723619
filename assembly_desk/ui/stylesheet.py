"""The style sheet: how the small widgets of every page look, from the tokens of a theme."""

from string import Template

_SHEET = Template("""
QToolTip { color: $surface; background: $ink; border: 1px solid $ink; padding: 4px 8px; }
QFrame[role="card"] { background: $surface; border: ${stroke}px solid $line; border-radius: 12px; }
QFrame[role="search"] { background: $surface; border: 2px solid $line; border-radius: 12px; }
QFrame[role="search"][focused="true"] { border-color: $act; }
QFrame[role="search"] QLineEdit { background: transparent; border: 0; color: $ink; }
QFrame[role="line"] { background: $line; border: 0; }
QWidget[role="top"] { background: $surface; border: 0; border-bottom: ${stroke}px solid $line; }
QWidget[role="side"] { background: $surface; border: 0; border-right: ${stroke}px solid $line; }
QWidget[role="foot"] { background: $foot; border: 0; border-top: ${stroke}px solid $line; }
QWidget[role="page"] { background: $ground; }
QLabel { background: transparent; color: $ink; }
QLabel[role="second"] { color: $second; }
QLabel[role="head"] { color: $second; }
QLabel[role="good"] { color: $for_; }
QLabel[role="bad"] { color: $against; }
QLabel[role="warn"] { color: $abstain; }
QLabel[role="trouble"] { color: $against; background: $against_soft; border: ${stroke}px solid $against;
    border-radius: 8px; padding: 8px 12px; }
QLabel[role="refusal"] { color: $against; background: $against_soft; border: ${stroke}px solid $against_soft;
    border-radius: 8px; padding: 8px 12px; }
QLabel[role="warning"] { color: $abstain; background: $abstain_soft; border: ${stroke}px solid $abstain_soft;
    border-radius: 8px; padding: 8px 12px; }

QLineEdit[role="field"], QPlainTextEdit[role="field"] { background: $surface; color: $ink;
    border: ${stroke}px solid $second; border-radius: 8px; padding: 6px 10px; selection-background-color: $act;
    selection-color: $on_act; placeholder-text-color: $second; }
QLineEdit[role="field"]:focus, QPlainTextEdit[role="field"]:focus { border: 2px solid $act; padding: 5px 9px; }
QLineEdit[role="field"]:disabled, QPlainTextEdit[role="field"]:disabled { color: $second; background: $ground;
    border-color: $line; }
QCheckBox { color: $ink; spacing: 8px; padding: 4px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus { border-color: $act; }

QPushButton { background: $surface; color: $ink; border: ${stroke}px solid $line; border-radius: 8px;
    padding: 7px 12px; min-height: 22px; }
QPushButton:hover { background: $act_soft; }
QPushButton:pressed { background: $act_soft; border-color: $act; }
QPushButton:disabled { color: $second; background: $ground; }
QPushButton:focus { border: 2px solid $act; padding: 6px 11px; }

QPushButton[role="act"] { background: $act; color: $on_act; border: 2px solid $act; border-radius: 10px; }
QPushButton[role="act"]:hover { background: $act; border-color: $act_text; }
QPushButton[role="act"]:focus { border: 2px solid $ink; }
QPushButton[role="act"]:disabled { background: $quiet; color: $second; border-color: $line; }

QPushButton[role="chip"] { border-radius: 15px; padding: 3px 10px; min-height: 22px; }
QPushButton[role="chip"]:checked { background: $chip; color: $on_chip; border-color: $chip; }
QPushButton[role="chip"]:focus { border: 2px solid $act; padding: 2px 9px; }

QPushButton[role="quiet"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 0 6px; color: $second; min-height: 20px; }
QPushButton[role="quiet"]:hover { background: $act_soft; }
QPushButton[role="quiet"]:checked { color: $ink; background: $act_soft; border-bottom-color: $act; }
QPushButton[role="quiet"]:focus { border-color: $act; }

QPushButton[role="offer"] { text-align: left; border: 1px solid $line; border-radius: 6px; padding: 5px 10px; }
QPushButton[role="offer"]:checked { background: $act_soft; border: 2px solid $act; padding: 4px 9px; }
QPushButton[role="danger"] { color: $against; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; color: $act_text;
    padding: 2px 6px; text-align: left; min-height: 20px; }
QPushButton[role="link"]:hover { background: $act_soft; }
QPushButton[role="link"]:focus { border-color: $act; }

QTableView { background: transparent; border: 2px solid transparent; outline: 0;
    selection-background-color: $act_soft; selection-color: $ink; }
QTableView:focus { border-color: $act; border-radius: 6px; }
QListView[role="list"] { background: $surface; color: $ink; border: ${stroke}px solid $line; border-radius: 8px;
    padding: 3px; outline: 0; }
QListView[role="list"]:focus { border: 2px solid $act; padding: 2px; }
QListView[role="list"]::item { padding: 4px 6px; border-radius: 4px; }
QListView[role="list"]::item:selected { background: $act_soft; color: $ink; }
QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $second; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $second; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }

QMenu { background: $surface; color: $ink; border: ${stroke}px solid $line; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 6px; }
QMenu::item:selected { background: $act_soft; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
""")


def stylesheet(colours: dict[str, str]) -> str:
    """The style sheet with those colours."""
    return _SHEET.substitute(colours)
