"""What a file says of itself in its XMP packet, and the packet of the merged file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from pypdf import PdfReader

_UA = "http://www.aiim.org/pdfua/ns/id/"
_BASED_ON_17 = {"2", "3"}


@dataclass(frozen=True, slots=True)
class Claim:
    """The standards that a file claims to keep: `archive` is the part of PDF/A (0 is none), `level` a, b or u."""

    archive: int = 0
    level: str = ""
    accessible: bool = False

    def with_other(self, other: Claim) -> Claim | None:
        """What a merge of two files may claim; None when one of them would lose a claim.

        PDF/A-3 allows all that PDF/A-2 does, and attachments.
        """
        if (self.level, self.accessible, bool(self.archive)) != (other.level, other.accessible, bool(other.archive)):
            return None
        return Claim(max(self.archive, other.archive), self.level, self.accessible)

    def __str__(self) -> str:
        archive = f"PDF/A-{self.archive}{self.level}" if self.archive else ""
        return " + ".join(part for part in (archive, "PDF/UA-1" if self.accessible else "") if part) or "-"


def read_claim(file: PdfReader) -> tuple[Claim, str] | None:
    """The claim of a file and its title; None for a part of a standard that is not built on PDF 1.7."""
    xmp = file.xmp_metadata
    if xmp is None:
        return Claim(), ""
    part = (xmp.pdfaid_part or "").strip()
    accessible = next((_text(node).strip() for node in xmp.get_element("", _UA, "part")), "")
    if (part and part not in _BASED_ON_17) or accessible not in {"", "1"}:
        return None
    titles = xmp.dc_title or {}
    title = titles.get("x-default") or next(iter(titles.values()), "")
    level = (xmp.pdfaid_conformance or "").strip().lower() if part else ""
    return Claim(int(part or 0), level, bool(accessible)), title


def _text(node: object) -> str:
    value = getattr(node, "nodeValue", None)
    return value if isinstance(value, str) else "".join(_text(child) for child in getattr(node, "childNodes", ()))


def packet(claim: Claim, title: str, language: str, made: date | None) -> bytes:
    """The XMP packet of a merged file."""
    properties = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
    ]
    if made:
        stamp = f"{made.isoformat()}T00:00:00Z"
        properties.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    if claim.archive:
        level = claim.level.upper()
        properties.append(f"<pdfaid:part>{claim.archive}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>")
    if claim.accessible:
        properties.append("<pdfuaid:part>1</pdfuaid:part>")
    if claim.accessible and claim.archive:
        properties.append(_SCHEMA)
    return _PACKET.format("".join(properties)).encode()


_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '{}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
)

#: PDF/A asks that properties which it does not know itself are described; that of PDF/UA is one.
_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
