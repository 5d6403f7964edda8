"""A commune's plan as Word makes it: counted numbers, a table of work, a box, a header, tracked changes. Invented."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_LISTS = """
<w:abstractNum {ns} w:abstractNumId="77">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/></w:lvl>
</w:abstractNum>"""
_BOX = """
<w:r {ns}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
 <mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></mc:Choice>
 <mc:Fallback><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:r>"""
_CHANGED = """
<w:p {ns}>
 <w:r><w:t xml:space="preserve">Kinh phí: Phòng Kinh tế lập dự toán trước ngày </w:t></w:r>
 <w:del w:id="1" w:author="A"><w:r><w:delText>01/5/2026</w:delText></w:r></w:del>
 <w:ins w:id="2" w:author="A"><w:r><w:t>01/6/2026</w:t></w:r></w:ins>
 <w:r><w:t>./.</w:t></w:r>
</w:p>"""


def word_plan() -> bytes:
    """The bytes of the file."""
    document = Document()
    numbers = document.part.numbering_part.element
    numbers.insert(0, parse_xml(_LISTS.format(ns=nsdecls("w"))))
    numbers.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    document.sections[0].header.paragraphs[0].text = "2"
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ THANH BÌNH ĐÔNG\n-------\nSố: 31/KH-UBND"
    head.cell(
        0, 1
    ).text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThanh Bình Đông, ngày 09 tháng 02 năm 2026"
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Tuyên truyền, phổ biến pháp luật năm 2026")
    opening = document.add_paragraph(
        "Căn cứ Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13; Ủy ban nhân dân xã xây dựng Kế hoạch như sau:"
    )
    opening._p.append(parse_xml(_BOX.format(ns=nsdecls("w"), text="DỰ THẢO LẦN 2")))
    _listed(document, "MỤC ĐÍCH", 0)
    _listed(document, "Để người dân hiểu pháp luật.", 1)
    _listed(document, "NỘI DUNG", 0)
    _listed(document, "Tuyên truyền trên đài truyền thanh", 1)
    _listed(document, "Phòng Văn hóa - Xã hội viết bài mỗi tháng một kỳ.", 2)
    _listed(document, "Công an xã phối hợp với Ban Chỉ huy quân sự xã nói chuyện tại các ấp trong quý III/2026.", 2)
    _listed(document, "PHÂN CÔNG", 0)
    work = document.add_table(1, 5)
    for cell, name in zip(
        work.rows[0].cells, ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian hoàn thành"), strict=True
    ):
        cell.text = name
    for row in (
        ("1", "In tờ gấp về hộ tịch", "Văn phòng HĐND và UBND xã", "Công an xã", "Trước 30/4/2026"),
        ("2", "Tổ chức hội thi", "Phòng Văn hóa - Xã hội", "Ủy ban MTTQ xã, Công an xã", "Tháng 11/2026"),
    ):
        for cell, text in zip(work.add_row().cells, row, strict=True):
            cell.text = text
    _listed(document, "KINH PHÍ", 0)
    document.element.body.insert(-1, parse_xml(_CHANGED.format(ns=nsdecls("w"))))
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Các ấp;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Thị Mẫu"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _listed(document: Any, text: str, depth: int) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'))
    assert properties.find(qn("w:numPr")) is not None
