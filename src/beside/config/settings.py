"""How Beside runs on one computer. Everything that may be set from outside is read in `env`."""

from __future__ import annotations

import secrets
from pathlib import Path

from beside.config import env

PAGES = Path(__file__).resolve().parent.parent / "pages"
HOME = env.home()
MADE_UP = env.is_made_up()
"""Every page says that it is nobody's notebook."""

DEBUG = False
# Nothing signed outlives the process, so the key need not either: no secret lies on the disk.
SECRET_KEY = secrets.token_urlsafe(48)
# Cookies know names and no ports: under the same name a made-up notebook would lock the real one.
ALLOWED_HOSTS = ["made-up.localhost" if MADE_UP else "beside.localhost", "127.0.0.1"]
ROOT_URLCONF = "beside.config.urls"
WSGI_APPLICATION = "beside.config.wsgi.application"

INSTALLED_APPS = [
    "beside.config.apps.HouseConfig",
    "beside.keeping.accounts.apps.AccountsConfig",
    "beside.keeping.vault.apps.VaultConfig",
    "beside.pages.apps.PagesConfig",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
]

MIDDLEWARE = [
    "beside.pages.front.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "beside.pages.front.gate.BodyCap",
    "beside.pages.front.gate.PlainCookiesForSafari",
    "beside.pages.front.gate.OwnOriginOnly",
    "django.middleware.common.CommonMiddleware",
    "beside.pages.front.language.Language",
    "beside.pages.front.opened.OpenedSession",
    "beside.pages.front.back.AnswersHaveAddresses",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

_LOADERS = [
    (
        "template_partials.loader.Loader",
        [
            (
                "django.template.loaders.cached.Loader",
                [
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            )
        ],
    )
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PAGES / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS,
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "beside.pages.front.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "beside.pages.front.rendering.HouseRenderer"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "beside.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;"
                "PRAGMA secure_delete=ON;"
                "PRAGMA wal_autocheckpoint=0;"
                "PRAGMA mmap_size=0;"
                "PRAGMA temp_store=MEMORY;"
            ),
        },
        # A file in the tests too: what matters here (locks, logs, remains) is about files.
        "TEST": {"NAME": str(HOME / "test.sqlite3")},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [PAGES.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = PAGES / "collected"
STATICFILES_DIRS = [PAGES / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if WHITENOISE_USE_FINDERS
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    }
}

CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "beside.pages.front.failures.refused_form"

# Uploads stay in memory: a temporary file would lie in clear on the disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Route names and codes, never a path, a body or a message: see pages.front.failures.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"line": {"format": "%(asctime)s %(message)s"}},
    "handlers": {"line": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "beside": {"handlers": ["line"], "level": "INFO", "propagate": False},
        "django": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
LOGGING_CONFIG = "logging.config.dictConfig"
SILENCED_SYSTEM_CHECKS: list[str] = []

LEAVE_TO = "https://www.bbc.co.uk/weather"
"""Where *Leave this page* goes: a page that anybody might have open."""
