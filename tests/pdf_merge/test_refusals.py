"""What cannot be merged without a loss is refused, with its name and the reason."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from congkhai.catalogue import phrase
from congkhai.pdf_merge import MergeError, Part, Reason, merge
from congkhai.pdf_merge.reading import items, mapping, table
from tests.pdf_merge.made import changed, document, plain
from tests.pdf_merge.readback import dangling, opened

Change = Callable[[DictionaryObject, PdfWriter], object]


def _named(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _script() -> DictionaryObject:
    return _named(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert(1)"))


def _with(key: str, value: object) -> Change:
    return lambda root, writer: root.update({NameObject(key): value})


def _other_profile(root: DictionaryObject, writer: PdfWriter) -> None:
    profile = DecodedStreamObject()
    profile.set_data(b"another")
    intent = mapping(items(root, "/OutputIntents")[0])
    root[NameObject("/OutputIntents")] = ArrayObject(
        [DictionaryObject({**intent, NameObject("/DestOutputProfile"): writer._add_object(profile)})]
    )


def _claiming(old: str, new: str) -> Change:
    def change(root: DictionaryObject, writer: PdfWriter) -> None:
        data = root["/Metadata"].get_data().decode()
        assert old in data
        packet = DecodedStreamObject()
        packet.set_data(data.replace(old, new).encode())
        packet.update(_named(Type=NameObject("/Metadata"), Subtype=NameObject("/XML")))
        root[NameObject("/Metadata")] = writer._add_object(packet)

    return change


def _stray_key(root: DictionaryObject, writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/StructParents")] = NumberObject(4711)


CHANGES: dict[str, tuple[Change, Reason]] = {
    "no tree": (lambda root, writer: root.pop("/StructTreeRoot"), Reason.UNTAGGED),
    "an empty tree": (lambda root, writer: table(root, "/StructTreeRoot").pop("/K"), Reason.UNTAGGED),
    "not marked": (lambda root, writer: root.pop("/MarkInfo"), Reason.UNTAGGED),
    "marked false": (_with("/MarkInfo", _named(Marked=BooleanObject(False))), Reason.UNTAGGED),
    "suspect": (_with("/MarkInfo", _named(Marked=BooleanObject(True), Suspects=BooleanObject(True))), Reason.SUSPECT),
    "no language": (lambda root, writer: root.pop("/Lang"), Reason.LANGUAGE),
    "a field": (_with("/AcroForm", _named(Fields=ArrayObject([_named(T=TextStringObject("a"))]))), Reason.FIELDS),
    "a form of XFA": (_with("/AcroForm", _named(Fields=ArrayObject(), XFA=ArrayObject())), Reason.FIELDS),
    "signed": (_with("/Perms", _named(DocMDP=_named())), Reason.FIELDS),
    "a script at opening": (_with("/OpenAction", _script()), Reason.ACTIONS),
    "actions of the file": (_with("/AA", _named(WC=_script())), Reason.ACTIONS),
    "actions of a page": (lambda r, w: w.pages[0].update({NameObject("/AA"): _named(O=_script())}), Reason.ACTIONS),
    "named scripts": (_with("/Names", _named(JavaScript=_named(Names=ArrayObject()))), Reason.ACTIONS),
    "named pages": (_with("/Names", _named(Pages=_named(Names=ArrayObject()))), Reason.NAMES),
    "layers": (_with("/OCProperties", _named(OCGs=ArrayObject())), Reason.LAYERS),
    "PDF 2.0": (_with("/Version", NameObject("/2.0")), Reason.VERSION),
    "PDF/A-4": (_claiming("<pdfaid:part>2<", "<pdfaid:part>4<"), Reason.VERSION),
    "PDF/UA-2": (_claiming("<pdfuaid:part>1<", "<pdfuaid:part>2<"), Reason.VERSION),
    "claims less": (_claiming("<pdfaid:conformance>A<", "<pdfaid:conformance>U<"), Reason.CLAIMS),
    "claims nothing": (lambda root, writer: root.pop("/Metadata"), Reason.CLAIMS),
    "other colours": (_other_profile, Reason.PROFILES),
    "a page off the tree": (_stray_key, Reason.STRUCTURE),
    "metadata that is no XML": (_claiming("<rdf:RDF", "<rdf:RDX"), Reason.BROKEN),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_loss_is_refused_and_named(name: str):
    change, reason = CHANGES[name]
    sound = plain().data
    merge([Part("a.pdf", sound), Part("b.pdf", changed(sound, lambda root, writer: None))], "Tập")
    with pytest.raises(MergeError) as refused:
        merge([Part("a.pdf", sound), Part("b.pdf", changed(sound, change))], "Tập")
    assert (refused.value.name, refused.value.reason) == ("b.pdf", reason), refused.value
    assert "b.pdf" in str(refused.value)


def test_nothing_to_merge():
    with pytest.raises(MergeError) as refused:
        merge([], "Tập")
    assert refused.value.reason is Reason.NOTHING


def test_an_encrypted_file():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain().data)))
    writer.encrypt("mật khẩu")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(MergeError) as refused:
        merge([Part("kín.pdf", out.getvalue())], "Tập")
    assert refused.value.reason is Reason.ENCRYPTED


def test_a_file_of_one_standard_only_goes_with_its_like():
    one = document(plain().facts, archive=False).data
    book = opened(merge([Part("a.pdf", one), Part("b.pdf", one)], "Tập"))
    xmp = book.root_object["/Metadata"].get_data().decode()
    assert "pdfaid:part>" not in xmp
    assert "<pdfuaid:part>1<" in xmp
    with pytest.raises(MergeError) as refused:
        merge([Part("a.pdf", plain().data), Part("b.pdf", one)], "Tập")
    assert refused.value.reason is Reason.CLAIMS


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04 docx", b"\x00" * 5000, b"%PDF-1.7\nstartxref\n9\n%%EOF"]
)
def test_no_pdf_file(data: bytes):
    with pytest.raises(MergeError) as refused:
        merge([Part("a.pdf", data)], "Tập")
    assert refused.value.reason is Reason.BROKEN


@pytest.mark.filterwarnings("ignore")
def test_damaged_files_are_refused_or_merged_but_never_crash():
    """Cut off, or with some bytes changed: what is not noticed still gives a file that can be read."""
    sound = plain().data
    draw = random.Random(3)
    refused = 0
    for _ in range(250):
        spoilt = bytearray(sound[: draw.randrange(len(sound))] if draw.random() < 0.2 else sound)
        for _ in range(draw.randrange(1, 12)):
            spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
        try:
            book = opened(merge([Part("a.pdf", sound), Part("b.pdf", bytes(spoilt))], "Tập"))
        except MergeError as error:
            refused += error.name == "b.pdf"
            continue
        assert len(book.pages) >= 2
        assert dangling(book) == []
    assert refused > 30


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_reason_has_its_sentence(reason: Reason, language: str):
    assert len(phrase(f"merge.{reason.value}", language, detail="x")) > 20
