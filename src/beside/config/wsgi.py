"""What the server loads: the settings first, then the domain and the web, then the daily copies."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beside.config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

if not settings.HOSTED:  # a database of many is copied by whoever runs it
    from beside.keeping.vault.copies import start_copying

    start_copying()
