"""Makes the admin Dutch where its screens are English whatever the catalogues hold.

Texts that the packages do ask a catalogue for are in portal/admin/package_texts.py.
"""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template import Origin
from django.template.loaders.app_directories import Loader
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.compare import FieldComparison, register_comparison_class
from wagtail.admin.forms import auth, choosers, workflows
from wagtail.admin.localization import get_localized_response
from wagtail.admin.panels import get_edit_handler
from wagtail.contrib.redirects import forms as redirects
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.users import forms as permissions
from wagtail.users.views.bulk_actions import assign_role
from wagtail_localize import models as localize_models
from wagtail_localize.views import edit_translation

from portal.admin.package_texts import IN_SCRIPTS

SEARCH = ('value="Search"', """value="{% translate "Search" %}\"""")
RIGHT = "{%% load rights %%}{{ %s|in_words }}"
OPTION = ("{{ option.choice_label }}", RIGHT % "option.data.value.instance")
IN_TEMPLATES: dict[str, tuple[tuple[str, str], ...]] = {
    "wagtailadmin/home.html": (SEARCH,),
    "wagtailadmin/home/account_summary.html": (
        ("""href="{{ editor_guide_link }}\"""", """href="{% url 'manuals' %}\""""),
        ('target="_blank"', ""),
        ("Wagtail {{ current_version }} editor guide", "Manuals"),
        ("""{% icon name="link-external" classname="initial" %}""", ""),
    ),
    "wagtailadmin/shared/header.html": (SEARCH,),
    "wagtailadmin/shared/headers/_actions.html": (
        ('aria-label="Actions"', """aria-label="{% load i18n %}{% translate "Actions" %}\""""),
    ),
    "wagtailimages/chooser/results.html": (('title="Select ', """title="{% translate "Select" %} """),),
    "wagtailadmin/shared/user_avatar.html": (
        (
            "{{ user }}",
            """{% load i18n %}{% if user %}{{ user }}{% else %}{% translate "the site itself" %}{% endif %}""",
        ),
    ),
    "wagtailadmin/shared/side_panels/checks.html": (
        ("https://guide.wagtail.org/content-checks/", "{% url 'manuals' %}"),
    ),
    "wagtailadmin/shared/set_privacy.html": (
        (
            "{% csrf_token %}",
            """{% csrf_token %}
    <p class="help">{% translate "What is closed is not on the website. Staff read it in the admin." %}</p>""",
        ),
    ),
    "wagtailusers/groups/includes/formatted_permissions.html": (
        (
            "{{ content_perms_dict.object|capfirst }}",
            "{% translate content_perms_dict.object as thing %}{{ thing|capfirst }}",
        ),
        *(
            (f"{{{{ content_perms_dict.{action}.perm.name }}}}", RIGHT % f"content_perms_dict.{action}.perm")
            for action in ("add", "change", "delete")
        ),
    ),
    # Our form has no such field: nobody becomes a superuser by a form.
    "wagtailusers/users/create.html": (("<li>{% formattedfield form.is_superuser %}</li>", ""),),
    "wagtailusers/groups/includes/page_permissions_form.html": (OPTION,),
    "wagtailadmin/permissions/includes/collection_member_permissions_form.html": (OPTION,),
    "wagtailadmin/reports/listing/_list_page_types_usage.html": (
        ("{{ page_type.name|title }}", "{{ page_type.name|capfirst }}"),
        *((f'<{cell} class="app-label"', f'<{cell} hidden class="app-label"') for cell in ("th", "td")),
        ('<col width="20%" />', ""),
    ),
    "wagtailadmin/tables/boolean_cell.html": (("value|stringformat:'s'", "value|yesno"),),
    "wagtailadmin/tables/cell.html": (
        ("{{ value }}", "{% if value is True or value is False %}{{ value|yesno }}{% else %}{{ value }}{% endif %}"),
    ),
}
"""Per template of Wagtail the pieces of text that are replaced, each with its replacement. The rest stays Wagtail's."""


class TemplatesInDutch(Loader):
    """Django's loader of the templates of every app, which makes the replacements of IN_TEMPLATES."""

    def get_contents(self, origin: Origin) -> str:
        source: str = super().get_contents(origin)
        for there, ours in IN_TEMPLATES.get(str(origin.template_name), ()):
            source = source.replace(there, ours)
        return source


class ScriptWords(JavaScriptCatalog):
    """The texts of the admin's scripts, ours over those of the packages."""

    def get_catalog(self) -> dict[str, Any]:
        return super().get_catalog() | {words: gettext(words) for words in IN_SCRIPTS}


def script_words(request: HttpRequest) -> HttpResponse:
    """Returns the texts of Wagtail's scripts, as a script."""
    answer: HttpResponse = get_localized_response(ScriptWords.as_view(packages=["wagtail.admin"]), request)
    return answer


def translation_words(request: HttpRequest) -> HttpResponse:
    """Returns the texts of wagtail-localize's scripts, as a script."""
    answer: HttpResponse = get_localized_response(ScriptWords.as_view(packages=["wagtail_localize"]), request)
    return answer


LINK_TEXT = gettext_lazy("Words of the link")
NAMES_OF_FIELDS: dict[Any, dict[str, Any]] = {
    choosers.ExternalLinkChooserForm: {"link_text": LINK_TEXT},
    choosers.AnchorLinkChooserForm: {"url": _("Place on this page"), "link_text": LINK_TEXT},
    choosers.EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "link_text": LINK_TEXT,
        "subject": _("Subject"),
        "body": _("Message"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": LINK_TEXT},
    auth.LoginForm: {"password": _("Password")},
    workflows.WorkflowContentTypeForm: {"content_types": _("Kinds of content")},
    workflows.WorkflowPageForm: {"page": _("Page")},
    permissions.PagePermissionsForm: {"page": _("Page"), "permissions": _("What the role may")},
    assign_role.RoleForm: {"role": _("Role")},
    redirects.ConfirmImportForm: {"permanent": _("Permanent")},
}
"""Labels for fields of forms to which Wagtail gives none, and so shows the name of the variable."""


class ValueComparison(FieldComparison):
    """A value in the comparison of two versions, in words: Wagtail would show True and None."""

    val_a: Any
    val_b: Any

    def __init__(self, field: Any, before: Any, after: Any) -> None:
        super().__init__(field, before, after)
        self.val_a = _in_words(field.value_from_object(before))
        self.val_b = _in_words(field.value_from_object(after))


def _in_words(value: Any) -> Any:
    if value is None:
        return gettext("(nothing)")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return value


def name_in_dutch() -> None:
    """Labels fields of Wagtail's forms, and puts the comparison of versions in words. Called once apps are loaded."""
    for form, names in NAMES_OF_FIELDS.items():
        for name, label in names.items():
            form.base_fields[name].label = label
    # Its months would be English in every language.
    localize_models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%d-%m-%Y"
    for kind in (models.BooleanField, models.DateField, models.DateTimeField, models.IntegerField):
        register_comparison_class(kind, comparison_class=ValueComparison)


def load_forms() -> None:
    """Makes the forms of the admin in Dutch.

    Wagtail makes each form when it is first asked for and keeps it, with its buttons in the language of that user:
    without this a colleague who reads English gives everybody English buttons.
    """
    with translation.override(settings.LANGUAGE_CODE):
        import_module(settings.ROOT_URLCONF)
        for model in get_page_models():
            model.get_edit_handler().get_form_class()
        for model in get_snippet_models():
            get_edit_handler(model).get_form_class()
