"""The settings of one computer, with PostgreSQL beneath: every test of the pages runs on both."""

from beside.config import hosting
from beside.config.settings import *  # noqa: F403 - all but what follows

DATABASES = {"default": hosting.database().for_django() | {"CONN_HEALTH_CHECKS": False}}
