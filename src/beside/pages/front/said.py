"""A mistake in a form is a Sentence too: said in the language of the page, once it is drawn."""

from __future__ import annotations

from django.utils.functional import lazy

from beside.pages.templatetags.say import say

said = lazy(say, str)
