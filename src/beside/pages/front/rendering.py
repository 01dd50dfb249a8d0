"""All forms are drawn one way, so that a label, a hint and a mistake always stand in their place.

Set as `FORM_RENDERER`. `django.forms` must stand in INSTALLED_APPS, after `beside.pages`.
"""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Draw fields with the project's own template: label, hint, mistake, then the field."""

    field_template_name = "front/forms/field.html"
