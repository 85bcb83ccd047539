"""Settings, safe for production. What differs per installation comes from the environment (docs/settings.md)."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy

from home.files.contents import TYPES
from portal import env
from portal.databases import described
from services.open_data.licences import LICENCES

HOUSE = Path(__file__).resolve().parents[3]
VAR = Path(env.text("PORTAL_VAR", str(HOUSE / "var")))

DEBUG = False
SECRET_KEY = env.text("PORTAL_SECRET_KEY")
ALLOWED_HOSTS = env.words("PORTAL_HOSTS")
BASE_URL = env.text("PORTAL_BASE_URL", "https://" + ALLOWED_HOSTS[0] if ALLOWED_HOSTS else "")
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL else []
SITE_NAME = env.text("PORTAL_NAME", "Sociaal Wijkteam")

# Keys of the questions. The first key of the ring seals, every key of it opens: "name:base64,older:base64".
KEY_RING = env.text("PORTAL_KEY_RING")
# For look-ups by value (reference, code, cookie) without keeping the value. It is not rotated.
LOOKUP_KEY = env.text("PORTAL_LOOKUP_KEY")
# Reverse proxies in front of the application, each of which adds to X-Forwarded-For.
PROXIES = env.number("PORTAL_PROXIES", 0)
# Demo logins exist, and the second factor is not asked, only with this.
DEMO = env.flag("PORTAL_DEMO")

INSTALLED_APPS = [
    "portal",
    "questions",
    "questions.privacy",
    "questions.danger",
    "questions.formal",
    "questions.waits",
    "questions.reachability",
    "questions.samples",
    "questions.email",
    "questions.resident",
    "questions.feedback",
    "questions.desk",
    "services",
    "home",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "portal.apps.PeopleConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_otp_webauthn",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.limits.CookieLimitMiddleware",
    "home.cache.middleware.PageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.VisitorAddressMiddleware",
    "portal.middleware.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.mistyped_addresses.MistypedAddressMiddleware",
    "portal.middleware.PathLanguageMiddleware",
    "portal.limits.RequestLimitMiddleware",
    "portal.mistyped_addresses.SlashlessCommonMiddleware",
    "home.pages.redirects.SendsOn",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.two_factor.middleware.SecondFactorMiddleware",
    "portal.middleware.SpreadsheetMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "portal.middleware.SealedMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["portal.admin.dutch.TemplatesInDutch"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": described(env.text("DATABASE_URL", f"sqlite:///{VAR / 'portal.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Setting a sheet takes tenths of a second: what one process made, all of them have. About 50 MB at most.
    "posters": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "posters",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 600},
    },
}


def passkey_origin(base_url: str) -> str:
    """Returns the origin at which passkeys work; without HTTPS browsers know them at localhost only."""
    parts = urlsplit(base_url)
    return base_url if parts.scheme == "https" else f"http://localhost:{parts.port or 80}".removesuffix(":80")


AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

AXES_FAILURE_LIMIT = env.number("PORTAL_LOGIN_TRIES", 8, minimum=3)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "portal.errors.locked_out"

# The second factor (docs/decisions/0051). A passkey belongs to one host name, and only of a safe origin.
SECOND_FACTOR_REQUIRED = not DEMO
OTP_TOTP_ISSUER = SITE_NAME
OTP_WEBAUTHN_ALLOWED_ORIGINS = [passkey_origin(BASE_URL)]
OTP_WEBAUTHN_RP_ID = urlsplit(OTP_WEBAUTHN_ALLOWED_ORIGINS[0]).hostname
OTP_WEBAUTHN_RP_NAME = SITE_NAME
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False

# --- languages -----------------------------------------------------------------------------------------

# Every language with a catalogue in locales/, by its own name.
ALL_LANGUAGES = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "pl": "Polski",
    "uk": "Українська",
}
LANGUAGE_CODE = "nl"
LANGUAGES = [(code, ALL_LANGUAGES.get(code, code)) for code in env.words("PORTAL_LANGUAGES", ",".join(ALL_LANGUAGES))]
# Staff read what each is called in their own language.
_in_english = {code: told.get("name", "") for code, told in LANG_INFO.items()}
WAGTAIL_CONTENT_LANGUAGES = [(code, gettext_lazy(_in_english.get(code) or name)) for code, name in LANGUAGES]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
USE_I18N = True
# Residents and staff have catalogues of their own.
LOCALE_PATHS = [HOUSE / "locales", HOUSE / "locales" / "staff"]
# Dates as they are written here, where the formats of Django differ.
FORMAT_MODULE_PATH = ["portal.formats"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- pages, files --------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
# All of us work in the zone of the site: with one there is nothing to choose.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_ENABLED = True
# What the admin's calendars write into a field; a field reads more (home/text/days.py).
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
# home/pages/old_addresses.py does it, within the transaction and only for what was public.
WAGTAILREDIRECTS_AUTO_CREATE = False

# Memory of each process for pages that are the same for everybody; 0 keeps none.
PAGE_CACHE_BYTES = env.number("PORTAL_PAGE_CACHE_MB", 32) * 1_000_000

# Documents are files to take along, of types that no browser runs; home/files/ looks at what is in them.
WAGTAILDOCS_EXTENSIONS = list(TYPES)
WAGTAILDOCS_CONTENT_TYPES = TYPES
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = 19_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.files.forms.DocumentForm"
# Only who signed in can be told apart: a password for a collection would need a cookie for readers.
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
# Readers have no session that could remember a password.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.files.forms.PictureForm"
# A phone makes pictures of 12 to 50 million points. Unpacked, each takes three bytes of memory.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# Wagtail would make png of these, several times as large on the way to an old phone.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"webp": "webp", "avif": "webp"}
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif", "avif"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [HOUSE / "static", VAR / "build"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# The proxy in front reads pictures as another user; what else is here is for the owner (portal/private_files.py).
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_DIR = Path(env.text("PORTAL_CONTENT", str(HOUSE / "content"))).absolute()

# The feed for overheid.nl (Samenwerkende Catalogi); the municipality may publish these services elsewhere already.
CATALOGUE = env.flag("PORTAL_SC", False)
# What others may do with the services and organisations that they read here.
DATA_LICENCE = LICENCES[env.choice("PORTAL_DATA_LICENCE", LICENCES, "CC0-1.0")]

# --- safety --------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    # Wagtail's admin needs inline scripts; it gets a policy of its own in portal.middleware.
    "EXCLUDE_URL_PREFIXES": ["/beheer/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.flag("PORTAL_HTTPS", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.number("PORTAL_HSTS_SECONDS", 31536000 if SECURE_SSL_REDIRECT else 0)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
# With these prefixes a browser takes the cookie only over HTTPS, and __Host- only from this very host name, for all of
# it. The session of staff is for the admin alone, so it cannot have __Host-.
_HOST, _SECURE = ("__Host-", "__Secure-") if SECURE_SSL_REDIRECT else ("", "")
CSRF_COOKIE_NAME = f"{_HOST}csrftoken"
CONVERSATION_COOKIE_NAME = f"{_HOST}gesprek"
MESSAGES_COOKIE_NAME = f"{_HOST}messages"
SESSION_COOKIE_NAME = f"{_SECURE}sessionid"
MESSAGE_STORAGE = "portal.messages.MessageStorage"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_PATH = "/beheer/"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
# Gone when the browser closes: nothing of a resident's visit stays on a shared device.
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "portal.errors.forged_form"
X_FRAME_OPTIONS = "SAMEORIGIN"
# Forms of residents are text only.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- mail ----------------------------------------------------------------------------------------------

# What a request sends is kept; the background command hands it to the mail server, by the other one.
EMAIL_BACKEND = "questions.email.staff_outbox.OutboxBackend"
MAIL_BACKEND = env.text("PORTAL_MAIL_BACKEND", "questions.email.server.TimedEmailBackend")
EMAIL_HOST = env.text("PORTAL_SMTP_HOST", "localhost")
EMAIL_PORT = env.number("PORTAL_SMTP_PORT", 25)
EMAIL_HOST_USER = env.text("PORTAL_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("PORTAL_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("PORTAL_SMTP_TLS", False)
EMAIL_TIMEOUT = env.number("PORTAL_SMTP_TIMEOUT", 60, minimum=1)
EMAIL_FILE_PATH = str(VAR / "mail")
DEFAULT_FROM_EMAIL = env.text("PORTAL_MAIL_FROM", "wijkteam@example.org")

# Whom to tell about a weak spot: an address of RFC 9116, with its scheme.
SECURITY_CONTACT = env.text("PORTAL_SECURITY_CONTACT", "mailto:security@example.org")

# --- logs: what happened, never what somebody wrote ----------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "portal.logs.PrivateFormatter", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("PORTAL_LOG_LEVEL", "WARNING")},
}

# --- questions -----------------------------------------------------------------------------------------

# Seconds for which a colleague can take back an answer that was sent at the desk.
UNDO_SECONDS = env.number("PORTAL_UNDO_SECONDS", 10)
# A translation server of our own, by LibreTranslate's protocol, beside foreign words at the desk; empty: none.
TRANSLATE_URL = env.text("PORTAL_TRANSLATE_URL")
TRANSLATE_KEY = env.text("PORTAL_TRANSLATE_KEY")
# Whether words on a sensitive theme may go there, when it stands in our own network.
TRANSLATE_SENSITIVE = env.flag("PORTAL_TRANSLATE_SENSITIVE", True)
# Days after the last message on which a settled or ended question is forgotten; the municipality sets the term.
RETENTION_DAYS = env.number("PORTAL_RETENTION_DAYS", 365, minimum=1)
# Days after which what somebody wrote with "was this page helpful?" is forgotten; the counts stay.
REMARK_DAYS = env.number("PORTAL_REMARK_DAYS", 180, minimum=1)
# Days after which who signed in, or tried to, and from which address, is forgotten.
SIGN_IN_DAYS = env.number("PORTAL_SIGN_IN_DAYS", 30, minimum=1)
