"""What the server loads: the settings first, then the domain and the web, then the daily copies."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beside.config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from beside.keeping.vault.copies import start_copying  # noqa: E402 - its tables come with Django

start_copying()
