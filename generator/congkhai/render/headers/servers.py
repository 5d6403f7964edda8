"""The same headers as each server wants them written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import escape

from congkhai.model.site import Site
from congkhai.render.headers.policy import Inline, policy

#: A header by name.
Headers = Mapping[str, str]

#: Where machines read the data; other sites, such as the province's portal, may.
_OPEN = "api/v1/"


def headers(site: Site, seen: Inline) -> Headers:
    """The headers of every file of a site."""
    secure = site.url.startswith("https://")
    found = {
        "Content-Security-Policy": policy(seen, served=True, secure=secure),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if secure:
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found


def listed(found: Headers) -> str:
    """`_headers`, which Netlify, Cloudflare Pages and GitLab-compatible hosts read from the site itself."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in found.items())]
    lines += [f"/{_OPEN}*", "  Access-Control-Allow-Origin: *"]
    return "\n".join(lines) + "\n"


def apache(found: Headers) -> str:
    """`.htaccess`, or a part of Apache's configuration."""
    lines = [f'  Header always set {name} "{_quoted(value)}"' for name, value in found.items()]
    lines += [f'  SetEnvIf Request_URI "/{_OPEN}" CONGKHAI_OPEN']
    lines += ['  Header always set Access-Control-Allow-Origin "*" env=CONGKHAI_OPEN']
    return "\n".join(["<IfModule mod_headers.c>", *lines, "</IfModule>"]) + "\n"


def nginx(found: Headers) -> str:
    """What stands in nginx's `server` block."""
    lines = [f'add_header {name} "{_quoted(value)}" always;' for name, value in found.items()]
    # A block with headers of its own inherits none.
    inner = [*lines, 'add_header Access-Control-Allow-Origin "*" always;']
    return "\n".join([*lines, f"location ~ /{_OPEN} {{", *(f"  {line}" for line in inner), "}"]) + "\n"


def caddy(found: Headers) -> str:
    """What stands in a site's block of the Caddyfile."""
    lines = [f'  {name} "{_quoted(value)}"' for name, value in found.items()]
    opened = f'@data path */{_OPEN}*\nheader @data Access-Control-Allow-Origin "*"\n'
    return "\n".join(["header {", *lines, "}"]) + "\n" + opened


def lighttpd(found: Headers) -> str:
    """What stands in lighttpd's configuration, with mod_setenv loaded."""
    lines = ",\n".join(f'  "{name}" => "{_quoted(value)}"' for name, value in found.items())
    return f"setenv.set-response-header = (\n{lines}\n)\n"


def iis(found: Headers) -> str:
    """`web.config` of IIS."""
    lines = [
        f'        <remove name="{escape(name)}" />\n        <add name="{escape(name)}" value="{escape(value)}" />'
        for name, value in found.items()
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n  <system.webServer>\n    <httpProtocol>\n'
        "      <customHeaders>\n" + "\n".join(lines) + "\n      </customHeaders>\n    </httpProtocol>\n"
        "  </system.webServer>\n</configuration>\n"
    )


def vercel(found: Headers) -> str:
    """`vercel.json`."""
    pairs = [{"key": name, "value": value} for name, value in found.items()]
    return _json({"headers": [{"source": "/(.*)", "headers": pairs}], "trailingSlash": True})


def firebase(found: Headers) -> str:
    """`firebase.json`."""
    pairs = [{"key": name, "value": value} for name, value in found.items()]
    hosting = {"public": "site", "trailingSlash": True, "headers": [{"source": "**", "headers": pairs}]}
    return _json({"hosting": hosting})


#: Every server by name.
SERVERS: Mapping[str, Callable[[Headers], str]] = MappingProxyType(
    {
        "nginx": nginx,
        "apache": apache,
        "caddy": caddy,
        "iis": iis,
        "lighttpd": lighttpd,
        "netlify": listed,
        "cloudflare": listed,
        "vercel": vercel,
        "firebase": firebase,
    }
)
#: Those whose file lies in the site itself and is there for nobody else: nothing needs to be installed.
IN_SITE: Mapping[str, Callable[[Headers], str]] = MappingProxyType(
    {"_headers": listed, ".htaccess": apache, "web.config": iis}
)


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
