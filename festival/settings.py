"""Settings of the site, each from the environment; the README lists them all."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from festival import environment
from festival.environment import read

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# Where the site stands

PORT = read("PORT", "8000", environment.whole_number(1, 65535))
_site = read("SITE_URL", f"http://127.0.0.1:{PORT}", environment.site_url)
SITE_URL = _site.geturl()
SITE_NAME = read("SITE_NAME", "Foyer", environment.word)
IS_HTTPS = _site.scheme == "https"
IS_LOCAL = not IS_HTTPS and _site.hostname in environment.LOOPBACK
DEBUG = read("DEBUG", "false", environment.truth)
ALLOWED_HOSTS = read(
    "ALLOWED_HOSTS",
    "127.0.0.1,localhost,[::1]" if IS_LOCAL else _site.hostname,
    environment.hosts,
)
# Behind https stands a proxy; without one nobody may speak for another address or for https.
TRUSTED_PROXIES = read("TRUSTED_PROXIES", "1" if IS_HTTPS else "0", environment.whole_number(0, 9))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURITY_CONTACT = read(
    "SECURITY_CONTACT", f"mailto:security@{_site.hostname}", environment.contact
)

if not IS_LOCAL:
    if not IS_HTTPS:
        raise ImproperlyConfigured("SITE_URL must start with https:// unless it is this machine.")
    if DEBUG:
        raise ImproperlyConfigured("DEBUG must be false on a site that others can reach.")
    if "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the site, not *.")
SECRET_KEY = read("SECRET_KEY", "", environment.secret_key(VAR_DIR / "key" if IS_LOCAL else None))

# What it is made of

INSTALLED_APPS = [
    "festival.ui.admin_config.FoyerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "django_htmx",
    "csp",
    "festival",
    "submissions",
]

MIDDLEWARE = [
    "festival.middleware.headers_on_every_answer",
    "csp.middleware.CSPMiddleware",
    "festival.middleware.refuse_malformed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "festival.middleware.TextGZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "festival.middleware.signed_in_pages",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "festival.urls"
WSGI_APPLICATION = "festival.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "festival.ui.context.site",
            ],
            "builtins": ["festival.ui.templatetags.foyer"],
        },
    }
]

AUTH_USER_MODEL = "festival.User"
CRISPY_TEMPLATE_PACK = "portal"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["portal"]

# Where it keeps things

STATEMENT_TIMEOUT = read("STATEMENT_TIMEOUT", "15", environment.whole_number(0, 3600))
DATABASES = {
    "default": read("DATABASE_URL", f"sqlite:///{VAR_DIR}/foyer.sqlite3", environment.database)
}
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 25,
        # FULL: a submission that was confirmed survives a power cut.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-64000; PRAGMA mmap_size=268435456;"
        ),
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
        f"-c statement_timeout={STATEMENT_TIMEOUT * 1000}"
        " -c idle_in_transaction_session_timeout=30000"
    )

# In the database, so that all processes count the same failed sign-ins.
CACHES = {"default": read("CACHE_URL", "dbcache://foyer_cache", environment.cache)}
CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 20_000)

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "collected"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = read("STORAGE_URL", f"file://{VAR_DIR}/media", environment.folder)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
        # Collected by one account, read by another: in the image the site is not its owner.
        "OPTIONS": {"file_permissions_mode": 0o644},
    },
}
# Films are uploaded in pieces, so the limits of requests say nothing about them.
SCREENER_FILE_GB = read("SCREENER_FILE_GB", "10", environment.whole_number(1, 1000))
SCREENER_PERSON_GB = read("SCREENER_PERSON_GB", "40", environment.whole_number(1, 100_000))
DISK_RESERVE_GB = read("DISK_RESERVE_GB", "2", environment.whole_number(0, 10_000))
# Where a proxy has the media folder for itself, so that it sends films in our place.
ACCEL_PREFIX = read("ACCEL_PREFIX", "", environment.accel_prefix)
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Letters

globals().update(read("EMAIL_URL", "consolemail://", environment.mail))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = read("EMAIL_FROM", f"{SITE_NAME} <post@{_site.hostname}>", environment.word)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Language and time

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
FORMAT_MODULE_PATH = "festival.formats"
TIME_ZONE = read("TIME_ZONE", "UTC", environment.zone)
USE_TZ = True
USE_I18N = True

# Passwords and sessions

PASSWORD_HASHERS = [
    "festival.accounts.hashers.FoyerArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "festival.passwords.MaximumLength"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
SESSION_ENGINE = "festival.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_LONGEST = 60 * 24 * 60 * 60
SESSION_LONGEST_FOR_STAFF = 12 * 60 * 60
# The __Host- prefix binds a cookie to this host and to https; over http browsers would drop it.
SESSION_COOKIE_NAME = "__Host-sessionid" if IS_HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if IS_HTTPS else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "festival.ui.views.csrf_failure"

# Limits and headers

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# The editor of a project with a long end roll is one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "festival.ui.upload_handlers.CappedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Where festival.fetching may ask: ports of the web, and networks beside the open internet. Only
# tests, which have a web server of their own, widen them.
FETCHING_PORTS = frozenset({80, 443})
FETCHING_ALSO = ()

SECURE_SSL_REDIRECT = IS_HTTPS
# The health check comes from inside, where there is no https.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
# Preloading is a promise for the whole domain, which is its owner's to make.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
HEADERS_ON_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": X_FRAME_OPTIONS,
    "Referrer-Policy": SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
        " magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
    ),
}
if IS_HTTPS:
    HEADERS_ON_EVERY_ANSWER["Strict-Transport-Security"] = (
        f"max-age={SECURE_HSTS_SECONDS}; includeSubDomains"
    )

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "festival.logs.DiscreetFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}

# Accounts: who may come in and how (festival/accounts); the limits count in the database cache

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/my/"
LOGOUT_REDIRECT_URL = "/"

ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_ADAPTER = "festival.accounts.adapter.AccountAdapter"
ACCOUNT_USER_DISPLAY = "festival.accounts.adapter.display_name"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "festival.accounts.forms.SignInForm",
    "signup": "festival.accounts.forms.SignUpForm",
    "reset_password": "festival.accounts.forms.ResetForm",
    "reset_password_from_key": "festival.accounts.forms.NewPasswordForm",
    "change_password": "festival.accounts.forms.ChangePasswordForm",
    "reauthenticate": "festival.accounts.forms.ReauthenticateForm",
    "confirm_email_verification_code": "festival.accounts.forms.CodeForm",
    "request_login_code": "festival.accounts.forms.AskForCodeForm",
    "confirm_login_code": "festival.accounts.forms.SignInCodeForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 60 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 60 * 60
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "100/5m/ip",
    "login_failed": "50/5m/ip,10/5m/key",
    "signup": "20/h/ip",
    "reset_password": "20/h/ip",
    "request_login_code": "20/h/ip",
    "reset_password_from_key": "30/h/ip",
    "reauthenticate": "10/5m/user",
    "change_password": "10/5m/user",
    "manage_email": "10/h/user",
    "confirm_email": "1/10s/key",
    # Letters to one address that anybody can ask for, whatever the form.
    "letter": "5/h/key",
    # Letters that ask somebody into the team of a project.
    "invite": "30/h/user,60/h/ip,5/h/key",
    # Names of people while somebody types a credit.
    "look_up": "300/5m/user",
}
