"""The headers of every answer: nothing from elsewhere, nothing kept by the browser."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_OFF = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "xr-spatial-tracking",
)
_OURS = ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS = ", ".join(
    # `web-share` is for ourselves where nothing is said; Chromium on Linux complains of its name.
    [*(f"{feature}=()" for feature in _OFF), *(f"{feature}=(self)" for feature in _OURS)]
)
EVERY_ANSWER = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": PERMISSIONS,
    "X-Content-Type-Options": "nosniff",
    # `no-referrer` would make Chromium send `Origin: null`, and every form would be refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
A_YEAR = 365 * 24 * 60 * 60


class Headers:
    """Outermost middleware, so that files and failures carry the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._next(request)
        for name, value in EVERY_ANSWER.items():
            response.headers[name] = value
        if not request.path.startswith(str(settings.STATIC_URL)):
            response.headers["Cache-Control"] = "no-store"
        if request.is_secure():
            response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}"
        return response
