"""The lists that may be changed: languages, which file belongs to which catalogue, names that stay as they are."""

import re
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]

# Must be complete. A language of LATER is only reported; when it is complete, move it.
REQUIRED = ("nl", "en", "ar", "tr", "pl", "uk")
LATER: tuple[str, ...] = ()

RESIDENTS, STAFF = "residents", "staff"
BOTH = (RESIDENTS, STAFF)
# Where each catalogue stands, and in which languages.
CATALOGUES = {RESIDENTS: ("locales", REQUIRED + LATER), STAFF: ("locales/staff", ("nl", "en"))}

# Whose texts a source file holds: the first pattern that fits decides. A `*` goes through folders too.
BELONGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("questions/statuses.py", BOTH),
    ("questions/worry_choices.py", BOTH),
    # Mail that residents get; the rest of questions/email is read by staff.
    ("questions/email/templates/*", (RESIDENTS,)),
    ("questions/email/deliver.py", (RESIDENTS,)),
    ("questions/email/*", (STAFF,)),
    ("questions/reachability/templates/reachability/public*.html", (RESIDENTS,)),
    ("questions/reachability/public_views.py", (RESIDENTS,)),
    ("questions/reachability/public_presenters.py", (RESIDENTS,)),
    ("questions/reachability/*", (STAFF,)),
    ("questions/desk/*", (STAFF,)),
    ("questions/desk_choices.py", (STAFF,)),
    ("site/portal/templates/components/newer_older.html", (STAFF,)),
    ("questions/feedback/editor_views.py", (STAFF,)),
    ("questions/feedback/presenters.py", (STAFF,)),
    ("questions/models/*", (STAFF,)),
    ("questions/permissions.py", (STAFF,)),
    ("services/content/*", (STAFF,)),
    ("services/posters/admin_views.py", (STAFF,)),
    ("services/templates/services/posters/*", (STAFF,)),
    # What an editor reads when a slug or hours are refused.
    ("home/pages/reserved_slugs.py", (STAFF,)),
    ("services/hours/forms.py", (STAFF,)),
    # Kinds and costs are read by residents and chosen by staff.
    ("services/offers/choices.py", BOTH),
    ("services/*/admin.py", (STAFF,)),
    ("services/hours/views.py", (STAFF,)),
    # What residents read of conditions stands in templates and in the self-check.
    ("services/conditions/*", (STAFF,)),
    ("services/hours/closure_views.py", (STAFF,)),
    ("services/editor_tasks.py", (STAFF,)),
    ("services/templates/services/admin/*", (STAFF,)),
    ("home/editing/*", (STAFF,)),
    ("home/templates/home/editing/*", (STAFF,)),
    ("home/pages/picture.py", (STAFF,)),
    ("home/pages/base.py", (STAFF,)),
    ("home/pages/fields.py", (STAFF,)),
    ("home/pages/reviewed.py", (STAFF,)),
    ("home/municipality.py", (STAFF,)),
    ("home/glossary/plain_words.py", (STAFF,)),
    ("home/review/*", (STAFF,)),
    ("home/languages.py", (RESIDENTS,)),
    ("home/translation/*", (STAFF,)),
    ("services/directory/pages.py", (STAFF,)),
    ("services/pages/guides.py", (STAFF,)),
    ("site/portal/admin/*", (STAFF,)),
    ("site/portal/manuals.py", (STAFF,)),
    ("site/portal/templates/portal/manual.html", (STAFF,)),
    ("home/files/document_links.py", (RESIDENTS,)),
    ("home/files/*", (STAFF,)),
    ("site/portal/two_factor/*", (STAFF,)),
    ("site/portal/templates/factor/*", (STAFF,)),
    ("*/models.py", (STAFF,)),
    ("*/models/*.py", (STAFF,)),
    ("*/blocks.py", (STAFF,)),
    ("*/wagtail_hooks.py", (STAFF,)),
    ("*/apps.py", (STAFF,)),
    ("*/checks.py", (STAFF,)),
    ("*/management/*", (STAFF,)),
    ("*templates/wagtailadmin/*", (STAFF,)),
    ("*templates/wagtailimages/*", (STAFF,)),
    ("site/portal/templates/sealed_staff.html", (STAFF,)),
    ("home/templates/home/admin/*", (STAFF,)),
    ("*", (RESIDENTS,)),
)
# Folders without texts: at the top, and anywhere.
SKIPPED_AT_TOP = ("tools", "var", "locales", "content", "docs", "static", "requirements")
SKIPPED = ("tests", "migrations", "node_modules", "__pycache__")

# As Django's own catalogues have them: only with the same rule are ours merged over Django's and Wagtail's.
PLURALS = {
    "nl": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;",
    "tr": "nplurals=2; plural=(n > 1);",
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : "
    "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "uk": "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : "
    "n % 1 == 0 && n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : "
    "n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || (n % 100 >=11 && n % 100 <=14 )) ? 2: 3);",
}

# Stay as they are in every language and in any script, and may stand in a template as they are.
NAMES = (
    *("Escape", "Shift"),
    "KPI Bereikbaarheid",
    *("PDF", "QR", "SMS", "WhatsApp", "DigiD", "BSN", "Wmo", "Wams", "JavaScript", "WCAG", "EN 301 549"),
    *("Veilig Thuis", "Juridisch Loket", "Kindertelefoon", "Slachtofferhulp Nederland", "Centrum Seksueel Geweld"),
    *("Zwolle", "IJsselland", "Sociaal Wijkteam", "Sociaal Raadslieden", "De Kern", "Op Orde", "Tiem", "Taalpunt"),
    *("Travers Welzijn", "WIJZ", "ZwolleDoet", "Samen Zwolle", "Wijkservicepunt", "Doorstroompunt"),
    *("Inkomensondersteuning", "IO", "GGD", "GGZ", "Autoriteit Persoonsgegevens", "NL Design System"),
    # An example of a reference.
    "K7M-4QX",
    *("Nederlands", "English", "Türkçe", "Polski"),
)

# Letters that look right to whoever writes another language in the same script.
STRANGE_LETTERS = {"uk": "ыэъёЫЭЪЁ", "ar": "یکۀہھ"}
# Words that no sentence in Dutch, Turkish or Polish has.
ENGLISH = frozenset(("the", "and", "your", "you", "with", "this", "that", "please", "cannot", "which", "what", "when"))
LATIN_SCRIPT = ("nl", "tr", "pl")

# In a template these hold words that somebody sees or hears.
SPOKEN_ATTRIBUTES = frozenset(
    (
        *("title", "alt", "placeholder", "label"),
        *("aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext"),
    )
)
# Arguments of include, with and our own tags that are shown.
SHOWN_ARGUMENT = re.compile(
    r"""\b(?:label|title|text|heading|alt|placeholder|hint|help|message|summary|description)=("[^"]*"|'[^']*')(?=\s|$)"""
)
# Blocks that a page fills with part of an attribute.
ATTRIBUTE_BLOCK = re.compile(r"^block\s+\w*(?:class|classes|attributes|attrs)$")
