"""Parameters by which other sites and senders of mail count who came from where. Nothing here reads, keeps or hands
them on: an address with them is the address without them."""

from urllib.parse import unquote

FAMILIES = ("utm_", "mtm_", "matomo_", "pk_", "hsa_")  # whatever follows
NAMES = frozenset(
    {
        *(
            "fbclid",
            "fb_action_ids",
            "fb_source",
            "mibextid",
            "igsh",
            "igshid",
            "ttclid",
            "twclid",
            "li_fat_id",
            "epik",
        ),
        *("gclid", "gclsrc", "gbraid", "wbraid", "dclid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl"),
        *("msclkid", "yclid", "ysclid", "_openstat", "rb_clickid", "wickedid", "s_cid", "wt_mc", "wt_zmc"),
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking"),
        *("vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "_kx", "ref_src", "ref_url", "share_id"),
    }
)  # lower case, as they are compared


def untracked(query: str) -> str:
    """A query without such parameters; what is left of it stays as it is written."""
    pairs = query.split("&")
    left = [pair for pair in pairs if not _is_tracking(pair)]
    return query if len(left) == len(pairs) else "&".join(left)


def _is_tracking(pair: str) -> bool:
    name = unquote(pair.partition("=")[0]).lower()
    return name in NAMES or name.startswith(FAMILIES)
