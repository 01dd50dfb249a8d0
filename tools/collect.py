"""Gather the static files once: hashed names, and each compressed with brotli and gzip.

The settings serve what is gathered where it is there, and the plain files where it is not; so here
they are told to write the hashed ones.
"""

from __future__ import annotations

import os

HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"


def main() -> None:
    """Write every static file into STATIC_ROOT, which is emptied first."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"

    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"]["BACKEND"] = HASHED
    django.setup()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


if __name__ == "__main__":
    main()
