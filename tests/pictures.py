"""Make the pictures of the guides from the sample office itself: `make pictures`."""

import html
import subprocess
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from congkhai.cli.main import cli
from congkhai.publish.build import Request, build
from congkhai.publish.serve import server
from tests.browser.chromium import Chromium, find

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/hinh"
DAY = date(2026, 11, 22)

#: Picture, page, width, height.
PAGES = (
    ("trang-chu", "", 1280, 900),
    ("trang-thu-tuc", "thu-tuc/1.001193/", 390, 844),
    ("trang-ke-hoach", "ke-hoach/cchc-09-kh-bcd-2007/nhiem-vu/", 1280, 900),
    ("tim-kiem", "tim-kiem/?q=lam+giay+khai+sinh", 390, 844),
)
#: Picture, file, dots an inch.
PAPERS = (
    ("phieu-thu-tuc", "in/thu-tuc/1.001193.pdf", 72),
    ("ap-phich-phi", "in/le-phi/bang-niem-yet-a4.pdf", 72),
)

_MISTAKE = """\
name: Lệ phí hộ tịch
kind: charge
rates:
  - condition: Đăng ký khai sinh quá hạn
    amount: 50.00
payer: Người yêu cầu đăng ký
methods: [cash]
basis:
  - act: luat-97-2015-qh13
"""


def main() -> None:
    """Build, look, write."""
    browser_path = find()
    if browser_path is None:
        sys.exit("cần chromium")
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        build(Request(ROOT, site, ROOT / ".congkhai", DAY))
        web = server(site, 0)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        with Chromium(browser_path) as browser:
            for picture, page, width, height in PAGES:
                browser.view(width=width, height=height)
                browser.open(f"http://127.0.0.1:{web.server_address[1]}/{page}")
                if "?q=" in page:
                    browser.wait_for("document.querySelectorAll('main li a').length > 2")
                browser.picture(OUT / f"{picture}.png", whole=False)
            terminal = Path(name) / "terminal.html"
            terminal.write_text(_terminal(Path(name) / "office"), "utf-8")
            browser.view(width=960, height=230)
            browser.open(terminal.as_uri())
            browser.picture(OUT / "loi-kiem-tra.png", whole=False)
        web.shutdown()
        web.server_close()
        for picture, paper, resolution in PAPERS:
            target = OUT / picture
            command = ["pdftoppm", "-r", str(resolution), "-png", "-singlefile", str(site / paper), str(target)]
            subprocess.run(command, check=True)


def _terminal(office: Path) -> str:
    runner = CliRunner()
    runner.invoke(cli, ["init", str(office)])
    (office / "content/fees").mkdir()
    (office / "content/fees/ho-tich.yml").write_text(_MISTAKE, "utf-8")
    told = runner.invoke(cli, ["--root", str(office), "check", "--date", DAY.isoformat()]).output
    first = told[told.index("content/fees") :].split("\n\n")[0]
    text = html.escape(f"$ congkhai check\n{first}")
    font = "font:16px/1.6 'DejaVu Sans Mono',monospace;white-space:pre-wrap"
    style = f"margin:0;padding:24px;background:#1c1b1f;color:#eee;{font}"
    return f'<!doctype html><meta charset="utf-8"><body style="{style}">{text}'


if __name__ == "__main__":
    main()
