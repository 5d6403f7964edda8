"""The same notice drawn by WeasyPrint and by headless Chromium: one HTML page with the same facts, fonts and code."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment

from congkhai.render.notices.notice import Notice
from congkhai.render.notices.qr import qr_code
from tests.browser.chromium import Chromium, find

#: Draws a page; the bytes of a PDF file.
Draw = Callable[[str], bytes]

_FACES = (("Regular", 400), ("SemiBold", 600), ("Bold", 700), ("ExtraBold", 800))
_PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title><style>
{% for name, weight in faces %}
@font-face { font-family: V; font-weight: {{ weight }}; src: url("file://{{ fonts }}/BeVietnamPro-{{ name }}.ttf"); }
{% endfor %}
@page { size: A4; margin: 17mm 17mm 18mm;
  @top-left { content: string(head); font: 8.5pt V; color: #444; }
  @bottom-left { content: "{{ mark }}"; font: 8pt V; color: #444; }
  @bottom-right { content: "Trang " counter(page) "/" counter(pages); font: 8pt V; color: #444; } }
body { font: 10.5pt/1.35 V; color: #222; }
article { break-before: page; } article:first-of-type { break-before: auto; }
h1 { font-size: 21pt; font-weight: 800; line-height: 1.15; margin: 3mm 0; string-set: head content(); }
h2 { font-size: 12pt; font-weight: 700; color: {{ colour }}; margin: 4mm 0 2mm; break-after: avoid; }
h3 { font-size: 10.5pt; font-weight: 600; margin: 3mm 0 1mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; border-block: 1pt solid {{ colour }}; }
th { font-size: 8.5pt; font-weight: 600; color: #444; text-align: left; padding: 1.2mm; }
td { padding: 1.6mm 1.2mm; border-top: .4pt solid #aaa; vertical-align: top; } tr { break-inside: avoid; }
small { color: #444; } .opening { display: flex; gap: 7mm; } .opening > div:first-child { flex: 1; }
.code svg { width: 34mm; }
.cards { display: flex; gap: 6mm; break-inside: avoid; } .cards > div { flex: 1; font-size: 9.5pt; }
nav a::after { content: leader('.') target-counter(attr(href), page); } nav li { list-style: none; }
</style></head><body>
{% if sheets | length > 1 %}
<h1>{{ title }}</h1><nav><ol>
{% for s in sheets %}<li><a href="#p{{ loop.index }}">{{ s.facts.code }} {{ s.facts.name }}</a></li>{% endfor %}
</ol></nav>
{% endif %}
{% for s in sheets %}{% set f = s.facts %}
<article id="p{{ loop.index }}">
<div class="opening"><div><b>{{ f.office.name | upper }}</b><br><small>{{ f.office.province }}</small>
<p>Thủ tục hành chính · {{ f.field }}</p><h1>{{ f.name }}</h1><p>{{ f.summary }}</p>
<p>Mã thủ tục: <b>{{ f.code }}</b><br>Dành cho: {{ f.audience | join("; ") }}</p></div>
<div class="code" role="img" aria-label="Mã QR {{ s.scan }}">{{ s.svg | safe }}</div></div>
<h2>Cách nộp, thời hạn, phí và lệ phí</h2>
<table><thead><tr><th>Cách nộp</th><th>Thời hạn</th><th>Phí, lệ phí</th></tr></thead><tbody>
{% for c in f.channels %}<tr><td><b>{{ c.kind }}</b><br><small>{{ c.note }}</small></td>
<td><b>{{ c.time_limit }}</b><br><small>{{ c.time_note }}</small></td>
<td>{% for x in c.fees %}<b>{{ x.due }}</b> <small>{{ x.name }} {{ x.condition }}</small><br>{% endfor %}</td>
</tr>{% endfor %}
</tbody></table>
<div class="cards"><div><h2>Nộp ở đâu, lúc nào</h2><b>{{ f.counter }}</b><br>{{ f.address }}
{% for h in f.hours %}<br>{{ h }}{% endfor %}</div>
<div><h2>Người tiếp nhận</h2>
{% for p in f.receiving %}<p><b>{{ p.name }}</b><br>{{ p.title }}<br>{{ p.phone }}</p>{% endfor %}</div>
<div><h2>Khiếu nại, phản ánh</h2><b>{{ f.complaints.name }}</b><br>{{ f.complaints.title }}<br>{{ f.hotline }}</div>
</div>
{% for n in f.notes %}<p>{{ n }}</p>{% endfor %}
<h2>Giấy tờ cần có</h2>
{% for c in f.cases %}<h3>{{ c.name }}</h3>
<table><thead><tr><th>STT</th><th>Tên giấy tờ</th><th>Bản chính</th><th>Bản sao</th></tr></thead><tbody>
{% for p in c.papers %}<tr><td>{{ loop.index }}</td><td>{{ p.name }}<br><small>{{ p.form }} {{ p.note }}</small></td>
<td>{{ p.originals }}</td><td>{{ p.copies }}</td></tr>{% endfor %}</tbody></table>{% endfor %}
<h2>Trình tự thực hiện</h2>
<ol>{% for x in f.steps %}<li>{% for t in x.text %}<p>{{ t }}</p>{% endfor %}</li>{% endfor %}</ol>
<h2>Kết quả nhận được</h2>{% for x in f.result %}<p>{{ x }}</p>{% endfor %}
{% if f.conditions %}<h2>Yêu cầu, điều kiện</h2>{% for x in f.conditions %}<p>{{ x }}</p>{% endfor %}{% endif %}
<h2>Cơ quan thực hiện</h2><p>{{ f.executing | join("; ") }}<br>{{ f.deciding }}</p>
<h2>Căn cứ pháp lý</h2>{% for x in f.basis %}<p>– {{ x }}</p>{% endfor %}<p>{{ f.announced }}</p>
</article>{% endfor %}</body></html>""")


def page(notices: list[Notice], title: str) -> str:
    """The HTML of sheets of procedures; several make a booklet with a list of contents."""
    first = notices[0]
    with_fonts = files("congkhai.render.notices").joinpath("fonts")
    return _PAGE.render(
        title=title,
        sheets=[{"facts": n.facts, "scan": n.scan, "svg": qr_code(n.scan).svg} for n in notices],
        mark=f"{first.imprint.number} · {first.code} · {first.imprint.review:%d/%m/%Y}",
        faces=_FACES,
        fonts=with_fonts,
        colour=first.imprint.colour,
    )


@contextmanager
def weasyprint() -> Iterator[Draw]:
    """WeasyPrint, warm, writing PDF/UA-1. Raises ImportError when it is not installed."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    yield lambda text: bytes(HTML(string=text).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1"))


@contextmanager
def chromium(folder: Path) -> Iterator[Draw]:
    """One headless Chromium that prints page after page. Raises ImportError when there is none."""
    path = find()
    if path is None:
        raise ImportError("chromium")
    with Chromium(path, timeout=300) as browser:

        def draw(text: str) -> bytes:
            file = folder / "page.html"
            file.write_text(text, "utf-8")
            browser.open(file.as_uri())
            made = browser.send("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True)
            return base64.b64decode(made["data"])

        yield draw
