"""Texts of Wagtail that have Dutch, but Dutch that is jargon, half English or wrongly spelled: ours takes its place.

They are in locales/staff like those of portal/words_of_packages.py, which have no Dutch of their own.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

PLAINER = (
    _("Live"),
    _("live"),
    _("live + scheduled"),
    _("live + draft"),
    _("live + in moderation"),
    _("live revision"),
    _("Compare with live version"),
    _("Choose when this page should go live and/or expire"),
    _("Visit the live page"),
    _("Visible to all. Visit the live page"),
    _("Private. Visit the live page"),
    _("Once live anyone can view"),
    _("Choose who can view the live version of this page"),
    _("Go-live:"),
    _("Live version"),
    _("%(model_name)s '%(object)s' created and scheduled for publishing."),
    _("%(model_name)s '%(object)s' is live and this version has been scheduled for publishing."),
    _("Page '%(page_title)s' is live and this version has been scheduled for publishing."),
    _("View live"),
    _("1 snippet selected"),
    _("%(objects)s snippets selected"),
    _("All %(objects)s snippets on this screen selected"),
    _("All snippets in listing selected"),
    _("Select all snippets in listing"),
    _("Delete selected snippets"),
    _("Your pages and snippets in a workflow"),
    _("Page/Snippet"),
    _("No pages/snippets have been submitted for moderation yet"),
    _("Page/Snippet ID"),
    _("Page/Snippet Type"),
    _("Page/Snippet Title"),
    _("Assign your workflow to snippets"),
    _("This workflow is disabled so it cannot be assigned to any snippets."),
    _(
        "Active workflows can be added to pages/snippets. Deactivating a workflow does not "
        "remove it from existing pages/snippets."
    ),
    _("Pages/snippets at this step in a workflow will be moderated or approved by these groups of users"),
    _('Sorry, no snippets match "<em>%(search_query)s</em>"'),
    _("Snippets"),
    _("Wagtail admin"),
    _("Go to Wagtail admin"),
    _("Can access Wagtail admin"),
    _("Use server language: %(language_name)s"),
    _("Use server time zone"),
    _("Upload a profile picture"),
    _("Upload a profile picture:"),
    _("Edit account avatar"),
    _("Default avatar"),
    _("Bulk actions"),
    _("Actions (footer)"),
    _(
        "The root level is where you can add new sites to your Wagtail installation. Pages "
        "created here will not be accessible at any URL until they are associated with a site."
    ),
    _(
        "Pages created here will not be accessible at any URL. To add pages to an existing "
        "site, create them as children of the homepage."
    ),
    _("Page types"),
    _("No page types found."),
    _("Page type"),
    _("Page types usage"),
    _("Minimap"),
    _("Toggle minimap"),
    _("Content metrics"),
    _("We extract the main content from the page preview, remove all formatting, and calculate the number of words."),
    _("Comment notifications"),
    _("View history"),
    _("Preview mode"),
    _("Checks"),
    _("Toggle checks"),
    _("Close modal dialogs (like this one)"),
    _("Meta description is empty"),
    _("Theme preferences"),
    _("admin theme"),
    _("Unpublish selected pages"),
    _("Site history"),
    _("Workflow tasks"),
    _("Grid layout"),
    _("The name of the page displayed on search engine results as the clickable headline."),
    _("The descriptive text displayed underneath a headline in search engine results."),
    _("title tag"),
    _("meta description"),
    _("For site menus"),
    _("Preview in mobile size"),
    _("Preview in tablet size"),
    _("Preview in desktop size"),
    _("submitted notifications"),
    _("approved notifications"),
    _("rejected notifications"),
    _("updated comments notifications"),
    _(
        "Receive notification when comments have been created, resolved, or deleted on a page "
        "that you have subscribed to receive comment notifications on"
    ),
    _("System default"),
    _("Enable custom keyboard shortcuts specific to Wagtail."),
    _("Object permissions"),
    _("Toggle all add permissions"),
    _("Toggle all change permissions"),
    _("Toggle all delete permissions"),
    _("Error 404: Page not found"),
    _("Initial Revision"),
    _('revision %(revision_id)s of "%(object)s"'),
    _("revision"),
    _("latest revision"),
    _("Replace current revision"),
    _("Reverted to previous revision with id %(revision_id)s from %(created_at)s"),
    _("Revision %(revision_id)s from %(created_at)s scheduled for publishing at %(go_live_at)s."),
    _("Revision %(revision_id)s from %(created_at)s unscheduled from publishing at %(go_live_at)s."),
    _("Cannot overwrite a revision that is not the latest for this %(model_name)s."),
    _("Cannot overwrite a revision that was not created by the current user."),
    _("External link URL"),
    _("Please enter a valid URL"),
    _(
        'The URL you entered, <a target="_blank" rel="noreferrer" '
        'href="%(submitted_url)s">%(submitted_url)s</a>, looks like it matches the internal '
        'page %(page)s, which has the URL <a target="_blank" rel="noreferrer" '
        'href="%(internal_url)s">%(internal_url)s</a>.'
    ),
    _(
        "Converting this to an internal link to %(page)s would make the link automatically "
        "update if the underlying page changes its URL. Would you like to do this?"
    ),
    _("Select language for the admin"),
    _("App"),
    _("Application"),
    _("Tags"),
    _("tags"),
    _("Tag"),
    _("There are no %(model_name)s to display."),
    _("Can submit translations"),
    _("translation"),
)
COUNTED = (ngettext_lazy("1 snippet type", "%(counter)s snippet types"),)
