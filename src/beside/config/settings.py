"""How Beside runs, on one computer or for many people.

Everything that may be set from outside is read in `env` and `hosting`.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from beside.config import env, hosting
from beside.keeping.accounts.joining import Registration

PAGES = Path(__file__).resolve().parent.parent / "pages"
HOME = env.home()
MADE_UP = env.is_made_up()
"""Every page says that it is nobody's notebook."""
HOSTED = env.is_hosted()
"""Many people, each by a name, behind a proxy that speaks TLS; the rows lie in PostgreSQL."""
REPLY_LINKS = HOSTED
"""A link for somebody else needs a server that they can reach; without one none is offered."""
SERVER_SECRET = hosting.secret() if HOSTED else b""
"""What names are blinded with; it opens nothing. Empty on one's own computer."""
REGISTRATION = hosting.registration() if HOSTED else Registration.open
MAIL = hosting.post_office() if HOSTED else None
"""Through which server reminders go out; where none is named, no mail is offered."""
RUN_BY, CONTACT, SOURCE = hosting.run_by(), hosting.contact(), hosting.source()
"""Who runs it, where they can be reached, and where its code lies: shown where it is hosted."""
COPIES_DAYS = hosting.copies_days()
"""After so many days no copy of the database holds what was deleted; people are told."""
TRUSTED_PROXIES = hosting.trusted_proxies() if HOSTED else []
RUN_FOLDER = hosting.run_folder() if HOSTED else None
"""Where several workers meet: the keeper of visits, and whose turn it is to stretch words."""
WAITING_HERE = 2 if HOSTED else 16
"""How many of one process's threads may wait to stretch words; the others go on answering."""
SLOW = hosting.slow()
"""Milliseconds from which on a request is called slow in the log."""

DEBUG = False
# Nothing signed outlives the process, so the key need not either: no secret lies on the disk.
SECRET_KEY = secrets.token_urlsafe(48)
# Cookies know names and no ports: under the same name a made-up notebook would lock the real one.
ALLOWED_HOSTS = ["made-up.localhost" if MADE_UP else "beside.localhost", "127.0.0.1"]
if HOSTED:
    ALLOWED_HOSTS = hosting.hosts()
    # Believed from a trusted proxy alone: see pages.front.proxy, which drops it otherwise.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ROOT_URLCONF = "beside.config.urls"
WSGI_APPLICATION = "beside.config.wsgi.application"

INSTALLED_APPS = [
    "beside.config.apps.HouseConfig",
    "beside.keeping.accounts.apps.AccountsConfig",
    "beside.keeping.vault.apps.VaultConfig",
    "beside.keeping.sharing.apps.SharingConfig",
    "beside.keeping.reminding.apps.RemindingConfig",
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
    "beside.pages.front.arrivals.LinksRest",
    "beside.pages.front.back.AnswersHaveAddresses",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "beside.pages.front.once_more.OnceMore",
]
if HOSTED:
    MIDDLEWARE = [
        "beside.pages.front.proxy.BehindAProxy",
        "beside.pages.front.logged.EachRequest",
        MIDDLEWARE[0],  # the headers, on every answer
        "beside.pages.front.health.Health",
        "beside.pages.front.proxy.OverTlsAlone",
        *MIDDLEWARE[1:],
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

DATABASES: dict[str, dict[str, Any]] = {
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
# Where it is hosted and none is named, the checks refuse to start.
if HOSTED and (_postgres := hosting.database()) is not None:
    DATABASES = {"default": _postgres.for_django()}
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
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"line": {"format": "%(asctime)s %(message)s"}},
    "handlers": {"line": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "beside": {"handlers": ["line"], "level": "INFO", "propagate": False},
        "django": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
if HOSTED:
    LOGGING["formatters"] = {"line": {"()": "beside.config.lines.JsonLine"}}
    # Other programs' messages hold values: of them a line says who spoke and where, no more.
    LOGGING["root"] = {"handlers": ["line"], "level": "WARNING"}
LOGGING_CONFIG = "logging.config.dictConfig"
SILENCED_SYSTEM_CHECKS: list[str] = []

LEAVE_TO = "https://www.bbc.co.uk/weather"
"""Where *Leave this page* goes: a page that anybody might have open."""
