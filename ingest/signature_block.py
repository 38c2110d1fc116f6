"""The lines with which the parties sign: where the last clause ends."""

from __future__ import annotations

import re

_THIS = r"(?:this|the present|la présente|le présent|cet(?:te)?|ce)\b"
_COPIES = r"in (?:duplicate|\w{2,8} (?:\(\d+\) )?(?:identical |original )?(?:copies|counterparts|originals))"
_FORMS = (
    r"in witness whereof|en foi de quoi|signed,? sealed\b|signed (?:by|for)\b|executed as (?:a deed|of the)\b|executed on (?:this|the)\b",
    r"fait (?:à|en)\b.{0,60}\b(?:le|exemplaires?)\b|signé électroniquement\b|signé à (?-i:[A-ZÀ-Ý])|bon pour accord\b|lu et approuvé\b",
    # only this agreement is being signed: that the parties have executed another one is told in recitals
    rf"(?:the )?(?:parties|undersigned)(?: hereto)? have (?:(?:duly|hereby|each) )*(?:executed|signed|caused) {_THIS}",
    rf"les (?:parties|soussignée?s) ont signé {_THIS}",
    r"this (?:[\w-]+ ){0,3}(?:agreement|contract|amendment|deed) (?:has been|is|was) (?:duly )?"
    rf"(?:(?:executed|signed) (?:by the (?:authori[sz]ed|part)|as of|on|{_COPIES})|entered into on the date (?:stated|given|first)\b)",
    r"(?:agreed (?:to )?and accepted|accepted and agreed|acknowledged and agreed)\b"
    r"(?=[^.;]{0,80}:|[^.;a-z]{0,60}$| (?:to )?(?:as of|by|on|this)\b)",
    r"signature pages? (?:follows?|to)\b",
)
_OPENING = re.compile(rf"[\[(\s]*(?:{'|'.join(_FORMS)})", re.IGNORECASE)


def begins_signatures(text: str) -> bool:
    """Whether the line opens a signature block."""
    return _OPENING.match(text) is not None
