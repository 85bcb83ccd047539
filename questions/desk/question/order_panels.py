"""The panels of putting a question in order: handing over, theme, merging, setting aside."""

from questions.desk.question.aside_panel import SET_ASIDE, STANDS_ASIDE
from questions.desk.question.hand_over_panel import HAND_OVER, HANDED_OVER
from questions.desk.question.merged import GOES_ON, MERGE, MERGED
from questions.desk.question.theme_panel import CORRECT_THEME, THEME_CORRECTED

ORDER = (
    HANDED_OVER,
    STANDS_ASIDE,
    GOES_ON,
    MERGED,
    THEME_CORRECTED,
    HAND_OVER,
    CORRECT_THEME,
    MERGE,
    SET_ASIDE,
)
