"""The address of what is shown, to be handed on: copied, given to the device's own ways of sharing, or by mail. No
network of others is named, and none learns who reads here (assets/share.js)."""

from urllib.parse import quote

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.url.view import View

ROOT = "@root@"  # stands for scheme and host, which only the server knows (callbacks/routes/pages.py)


def share(view: View, title: str, words: Words) -> Markup:
    """A line with the ways. Without scripts there is mail alone; a script gives each the address as it is by then."""
    mail = f"mailto:?subject={quote(f'{title} · Atalaya')}&body={ROOT}{quote(view.url)}"
    return el(
        "p",
        el("button", words("share.copy"), type="button", data_key="share-copy", data_shares="copy"),
        el("button", words("share.device"), type="button", data_key="share-device", data_shares="device"),
        el("a", words("share.mail"), href=mail, data_key="share-mail", data_shares="mail", target="_self"),
        el("span", view.url, data_address=True, hidden=True),
        el("span", role="status", data_copied=words("share.copied"), data_by_hand=words("share.by_hand")),
        class_="take sharing",
    )
