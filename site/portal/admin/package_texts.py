"""Texts of Wagtail, wagtail-localize and Django for which the staff catalogue has Dutch of our own.

The packages have no Dutch for some; for others it is English after all, jargon, or words that run together. Each text
here is in locales/staff like a text of ours, and is read before theirs.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

ON_SCREENS = (
    _("permanent"),
    _("What is closed is not on the website. Staff read it in the admin."),
    _("locale"),
    _("If true, this site will handle requests for all other hostnames that do not have a site entry of their own"),
    _(
        "%(hostname)s is already configured as the default site. You must unset that before you can"
        " save this site as default."
    ),
    _("Locale"),
    _("New slug"),
    _("Are you sure you want to unpublish this %(model_name)s?"),
    _("Available in %(translations_total)s locales"),
    _("Are you sure you want to delete this %(model_name)s?"),
    _("Are you sure you want to delete this site?"),
    _("Locales"),
    _("{} locales"),
    _("Sync translated pages"),
    _("Sync translations of '%(title)s'"),
    _("Dashboard"),
    _("Bold"),
    _("Italic"),
    _("Monospace (code)"),
    _("Superscript"),
    _("Subscript"),
    _("%(status_display)s %(task_name)s %(started_at)s"),
    _("%(related_model_name)s %(field_label)s"),
    _("%(action)s by <b>%(who)s</b> at <b>%(at)s</b>"),
    _("You have unsaved changes in another window"),
    _("slug"),
    _("hostname"),
    _(
        "The slug '%(page_slug)s' is already in use at the selected parent page. Make sure the slug"
        " is unique and try again."
    ),
    _("Sync translated snippets"),
    _("Email link"),
    _("Error 404"),
    _("Type"),
    _("URL"),
    _("Alias"),
    _("Default"),
    _("File"),
    _("Machine"),
    _("Content type"),
    _("Default?"),
    _("Code"),
    _("Restart workflow "),
    _("Cancel workflow "),
    _("Delete "),
    _("the site itself"),
    _("Select"),
    _("Locale: "),
    _("This {model_name} is awaiting <b>'{task_name}'</b> in the <b>'{workflow_name}'</b> workflow."),
    _("Only reviewers for this task can edit the %(model_name)s."),
    _('%(editor)s has updated comments on "%(title)s".'),
    _('%(editor)s has updated comments on "%(title)s"'),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    _(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span "
        'class="w-title-ellipsis">%(title)s</span>\'.'
    ),
    _("Delete %(snippet_type_name)s"),
    _("Are you sure you want to delete %(count)s %(snippet_type_name)s?"),
    _(
        "This page hasn't been translated yet. It is mirroring the <a "
        'href="%(edit_original_page_url)s" target="_blank">%(original_locale)s page</a>.'
    ),
    _("Translation of %(instance)s into %(locale)s"),
    _("Editing %(object_type)s %(title)s"),
    _("Translate"),
    _("This page is an alias of another page."),
    _("Convert this alias into an ordinary page"),
    _("Convert alias"),
    _("Convert alias %(title)s"),
    _("Are you sure you want to convert this alias into an ordinary page?"),
    _("No, leave it as an alias"),
    _("Create alias"),
    _("Created an alias of %(title)s"),
    _("Created an alias"),
    _("Convert alias into ordinary page"),
    _("Converted the alias '%(title)s' into an ordinary page"),
    _("Converted an alias into an ordinary page"),
    _("Convert to alias %(title)s"),
    _("Convert to alias"),
    _(
        "Are you sure you want to convert this page into an alias? This will overwrite the content "
        "of the page with the content of '%(source_page_title)s' (%(source_page_locale)s)"
    ),
    _("No, leave it as a page"),
    _("Page '{}' has been converted into an alias."),
    _("Convert to alias page"),
    _("Convert page to alias"),
    _("Converted page '%(title)s' to an alias of the translation source page '%(source_title)s'"),
    _("Converted page to an alias of the translation source page"),
    _("Sync translated %(model_name)s"),
    _('This slug is already in use within the context of its parent page "%(parent_page_title)s"'),
    _("The name of the page as it will appear in URLs e.g http://domain.com/blog/[my-slug]/"),
    _("The slug '%(page_slug)s' is already in use within the parent page."),
    _("The slug '%(page_slug)s' is already in use within the parent page at '%(parent_url_path)s'."),
    _('You do not have permission to publish pages at "%(page_title)s"'),
    _("%(num_pages)d pages and %(num_others)d others"),
    _("Locale '%(object)s' created."),
    _("Locale '%(object)s' updated."),
    _("Locale '%(object)s' deleted."),
    _("This locale cannot be deleted because there are no other locales."),
    _("This locale cannot be synced into itself."),
    _("Synchronise content from another locale"),
    _(
        "Choose a locale to synchronise content from. Any existing and future content authored in "
        "the selected locale will be automatically copied to this one."
    ),
    _("Unrecognised id found in an <a> tag: {}"),
    _("Start Synced translation"),
    _("Target"),
    _("No translations found."),
    _("Source title"),
    _(
        "The data model for '{model_name}' has been changed since the last translation sync. If any"
        " new fields have been added recently, these may not be visible until the next translation "
        "sync."
    ),
    _(
        "Apply the updates and publish immediately. The changes will use the original language "
        'until translated unless you also select "Use machine translation".'
    ),
    _("Use machine translation"),
    _("Apply machine translations to the incoming changes."),
    _("Apply the updates and publish immediately. The changes will use the original language until translated."),
    _("Account locked: too many login attempts. Please try again later."),
    _("Account locked: too many login attempts. Contact an admin to unlock your account."),
    _("tag"),
    _("Multiple values may be separated by commas."),
    _("Select a lookup."),
    _("Range query expects two values."),
    _("Ordering"),
    _("%s (descending)"),
)
COUNTED = (
    ngettext_lazy(
        "The following page cannot be moved due to duplicate slug",
        "The following pages cannot be moved due to duplicate slugs",
    ),
    ngettext_lazy(
        "It will also delete %(translation_count)s translations and their combined "
        "%(translation_descendant_count)s translated child page.",
        "It will also delete %(translation_count)s translations and their combined "
        "%(translation_descendant_count)s translated child pages.",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d user has been marked as inactive",
        "%(num_parent_objects)d users have been marked as inactive",
    ),
    ngettext_lazy(
        '%(total)s Image <span class="w-sr-only">created in %(site_name)s</span>',
        '%(total)s Images <span class="w-sr-only">created in %(site_name)s</span>',
    ),
    ngettext_lazy(
        "%(count)d %(model_name)s deleted.",
        "%(count)d %(model_name)s deleted.",
    ),
    ngettext_lazy(
        "%(num_pages)d page",
        "%(num_pages)d pages",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
)
IN_SCRIPTS = (
    _("Dashboard"),
    _("Server Error"),
    _("Server error"),
    _("Publish in "),
    _("Translate with "),
    _("Translate all missing strings with "),
    _("Pin toolbar"),
    _("Unpin toolbar"),
    _("Stop Synced translation"),
    _("Stopping Synced translation"),
    _("segments translated"),
    _("There are unsaved segments. Please save or cancel them before leaving."),
    _("Convert to alias page"),
    _("Converting to alias page"),
    _("Revert to %s version"),
    _("Download PO file"),
    _("Upload PO file"),
    _("Download PO file and input translations offline"),
    _("Upload translated PO file to submit translations"),
    _("Delete error"),
    _("Line break"),
    _("Drag"),
    _("More actions"),
    _("Focus comment"),
    _("Unfocus comment"),
    _("Search options…"),
    _("Edit"),
    _("Remove"),
    _("Translation from %s to %s"),
)
"""What their scripts say: portal/admin/dutch.py hands it over."""
