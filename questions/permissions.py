"""Who may read and answer which question. Membership decides; being superuser opens nothing here.

A person who manages people reads no question, whatever the rows say (docs/decisions/0048).
"""

from collections import defaultdict

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, Permission, User
from django.db.models import Count, Model, Q, QuerySet

from questions.models import Colleague, Question, Team, Unconfirmed
from questions.models.question import QuestionQuerySet
from services.models import Theme

SEE_FIGURES = "reachability.see_figures"
_KEPT = "_colleague_cache"

# Whoever may change one of these can give rights, also to an account of their own making.
MANAGING = Q(content_type__app_label="auth", content_type__model__in=("user", "group")) | Q(
    content_type__app_label="questions", content_type__model="colleague"
)
CONFIRM = "confirm_people"


def _holders(rights: QuerySet[Permission]) -> Q:
    return Q(groups__permissions__in=rights) | Q(user_permissions__in=rights)


def people_managers() -> QuerySet[User, int]:
    """Returns the ids of users who can give rights: superusers, and all who may change users, groups or colleagues."""
    rights = Permission.objects.filter(MANAGING).exclude(codename__startswith="view_")
    return User.objects.filter(Q(is_superuser=True) | _holders(rights)).order_by().values_list("pk", flat=True)


def confirmers(*, vouched_for: bool = False) -> QuerySet[User, int]:
    """Returns the ids of users whose role lets them vouch for accounts, without those who manage people.

    With `vouched_for` only those who may do it now: in use, and vouched for themselves.
    """
    rights = Permission.objects.filter(content_type__app_label="questions", codename=CONFIRM)
    found = User.objects.filter(_holders(rights)).exclude(pk__in=people_managers())
    if vouched_for:
        found = found.filter(is_active=True).exclude(pk__in=Unconfirmed.objects.values("user"))
    return found.order_by().values_list("pk", flat=True)


def reading_colleagues() -> QuerySet[Colleague]:
    """Returns the colleagues who can open questions: in use, vouched for, and not managing people."""
    return (
        Colleague.objects.filter(active=True, user__is_active=True)
        .exclude(user__in=people_managers())
        .exclude(user__in=Unconfirmed.objects.values("user"))
    )


def colleague_of(user: AbstractBaseUser | AnonymousUser) -> Colleague | None:
    """Returns the colleague that this user is; None for a user who can open no questions.

    Kept on the user as Django keeps permissions: a screen of the desk and each item of its menu ask it.
    """
    if not user.is_authenticated or not user.is_active:
        return None
    if not hasattr(user, _KEPT):
        setattr(user, _KEPT, reading_colleagues().filter(user_id=user.pk).first())
    found: Colleague | None = getattr(user, _KEPT)
    return found


def readable_by(colleague: Colleague) -> QuestionQuerySet:
    """Returns the questions that this colleague may open.

    An unclaimed one is open to every colleague, a claimed one to its colleague and its team. A sensitive theme is open
    only to colleagues who answer that theme (docs/decisions/0012), whether the resident chose it or staff corrected it:
    a correction never opens what the resident closed. Every condition is about a column of the question
    itself: over a join a conditional UPDATE becomes a sub-query, and PostgreSQL does not ask that again of a row it had
    to wait for.
    """
    return _on_themes_of(colleague).filter(
        Q(colleague__isnull=True) | Q(colleague=colleague) | Q(team__in=colleague.teams.values("pk")),
    )


def _on_themes_of(colleague: Colleague) -> QuestionQuerySet:
    """Returns the questions of which no theme is closed to this colleague."""
    answered = Theme.objects.filter(Q(sensitive=False) | Q(pk__in=colleague.sensitive_themes.values("pk"))).values("pk")
    return Question.objects.filter(
        Q(theme__in=answered), Q(theme_corrected__isnull=True) | Q(theme_corrected__in=answered)
    )


def readable_merged(colleague: Colleague, question: Question) -> QuestionQuerySet:
    """Returns the questions that were merged into this one, which the colleague may read.

    Whoever had claimed them, they belong to this one now; but a sensitive theme stays closed.
    """
    return _on_themes_of(colleague).filter(merged_into=question).order_by("asked_at", "pk")


def may_read(colleague: Colleague, question: Question) -> bool:
    """Returns whether this colleague may open this question."""
    return readable_by(colleague).filter(pk=question.pk).exists()


def may_answer(colleague: Colleague, question: Question) -> bool:
    """Returns whether this colleague may answer: the one who claimed it, and still may read it."""
    return question.colleague_id == colleague.pk and may_read(colleague, question)


def may_handle(colleague: Colleague, question: Question) -> bool:
    """Returns whether this colleague may put the question in order: it is theirs, or nobody's and they may read it."""
    return question.colleague_id in (None, colleague.pk) and may_read(colleague, question)


def receivers_for(question: Question) -> QuerySet[Colleague]:
    """Returns the colleagues to whom this question can be handed over: in a team, and answering its theme.

    Whoever holds it now makes no difference: it would be theirs.
    """
    found = reading_colleagues().filter(teams__isnull=False).distinct()
    for theme in filter(None, (question.theme, question.theme_corrected)):
        if theme.sensitive:
            found = found.filter(sensitive_themes=theme)
    return found


def may_receive(colleague: Colleague, question: Question) -> bool:
    """Returns whether this colleague could read the question if it were theirs."""
    return receivers_for(question).filter(pk=colleague.pk).exists()


def team_may_receive(team: Team, question: Question) -> bool:
    """Returns whether anybody in this team could read the question."""
    return receivers_for(question).filter(teams=team).exists()


def read_by_nobody(questions: QuestionQuerySet) -> int:
    """Returns how many of these questions no active colleague may open. A number tells nothing else about them.

    It is `readable_by` asked the other way round, in five short queries however many questions and colleagues there
    are. As one query it took 25 ms on every look at the queue, most of it to write the query.
    """
    columns = ("theme", "theme_corrected", "colleague", "team")
    alike = list(questions.order_by().values_list(*columns).annotate(number=Count("pk")))
    if not alike:
        return 0
    people = set(reading_colleagues().values_list("pk", flat=True))
    sensitive = set(Theme.objects.filter(sensitive=True).values_list("pk", flat=True))
    answers, teams = _pairs(Colleague.sensitive_themes.through, "theme"), _pairs(Colleague.teams.through, "team")
    unread = 0
    for theme, corrected, holder, team, number in alike:
        closed = {theme, corrected} & sensitive
        answering = {person for person in people if closed <= answers[person]}
        if not (answering if holder is None else holder in answering or any(team in teams[each] for each in answering)):
            unread += number
    return unread


def _pairs(table: type[Model], of: str) -> dict[int, set[int]]:
    """Returns the numbers that belong to each colleague in a table between colleagues and something else."""
    found: dict[int, set[int]] = defaultdict(set)
    for colleague, other in table._default_manager.values_list("colleague_id", f"{of}_id"):
        found[colleague].add(other)
    return found


def themes_of_nobody() -> list[Theme]:
    """Returns the sensitive themes that can be asked about and that no active colleague answers."""
    answering = reading_colleagues()
    return [
        theme
        for theme in Theme.objects.active().filter(sensitive=True)
        if not answering.filter(sensitive_themes=theme).exists()
    ]
