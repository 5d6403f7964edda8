"""Any number of realistic procedures, the same ones every time."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SHARED = ("units", "officials", "fields", "fees", "legal-acts", "boards", "contacts", "reception", "life-events")

_VERBS = (
    "Đăng ký",
    "Cấp",
    "Cấp lại",
    "Xác nhận",
    "Thay đổi",
    "Chấm dứt",
    "Gia hạn",
    "Công nhận",
    "Thẩm định",
    "Phê duyệt",
)
_THINGS = (
    "giấy phép khai thác nước ngầm",
    "hoạt động hộ kinh doanh",
    "quyền sử dụng đất",
    "trợ cấp xã hội hằng tháng",
    "tình trạng hôn nhân",
    "giấy chứng nhận cơ sở đủ điều kiện",
    "hợp đồng thuê nhà ở công vụ",
    "phương án trồng rừng thay thế",
    "kế hoạch bảo vệ môi trường",
    "chế độ ưu đãi người có công",
    "văn bản ủy quyền",
    "bản sao từ sổ gốc",
    "thành lập cơ sở giáo dục mầm non",
    "giấy xác nhận khuyết tật",
    "danh hiệu gia đình văn hóa",
    "quyết toán nguồn vốn đầu tư",
)
_PLACES = (
    "tại xã biên giới",
    "cho cá nhân",
    "cho tổ chức",
    "có yếu tố nước ngoài",
    "lần đầu",
    "theo ủy quyền",
    "trong khu dân cư",
)
_WORDS = (
    "hồ sơ",
    "người nộp",
    "cơ quan",
    "tiếp nhận",
    "kiểm tra",
    "giấy tờ",
    "bản chính",
    "bản sao",
    "ngày làm việc",
    "kết quả",
    "trung tâm",
    "phục vụ",
    "hành chính",
    "công dân",
    "xác minh",
    "thông báo",
    "lý do",
    "bổ sung",
    "theo quy định",
    "văn bản",
    "trả lại",
    "ký số",
    "lưu trữ",
    "đối chiếu",
    "dữ liệu",
    "căn cước",
    "thửa đất",
    "hộ gia đình",
    "ủy ban nhân dân",
    "chuyên môn",
)


def write_office(folder: Path, count: int, seed: int = 1) -> None:
    """Make an office with `count` procedures of about 4 KB of YAML each; everything else is the sample's."""
    shutil.copy(ROOT / "mkdocs.yml", _made(folder) / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config", folder / "site_config", dirs_exist_ok=True)
    for name in _SHARED:
        shutil.copytree(ROOT / "content" / name, folder / "content" / name, dirs_exist_ok=True)
    shutil.rmtree(folder / "content" / "life-events")
    fields = sorted(path.stem for path in (ROOT / "content/fields").glob("*.yml"))
    for field in fields:
        _made(folder / "content/services" / f"{field}.yml", parent=True).write_text(
            f"field: {field}\ncounter: Quầy số 1\nreceiving: [tiep-nhan-tu-phap]\ncomplaints: chu-tich\n", "utf-8"
        )
    for number in range(count):
        field = fields[number % len(fields)]
        path = folder / "content/procedures" / field / f"{code(number)}.yml"
        _made(path, parent=True).write_text(procedure(number, field, seed), "utf-8")


def code(number: int) -> str:
    """The code of the nth procedure."""
    return f"{1 + number // 900000}.{100000 + number % 900000}"


def procedure(number: int, field: str, seed: int = 1) -> str:
    """The YAML of the nth procedure."""
    draw = random.Random(seed * 1_000_003 + number)

    def sentence(words: int) -> str:
        text = " ".join(draw.choice(_WORDS) for _ in range(words))
        return text[0].upper() + text[1:] + "."

    name = f"{draw.choice(_VERBS)} {draw.choice(_THINGS)} {draw.choice(_PLACES)} ({number})"
    lines = [
        f'code: "{code(number)}"',
        f"name: {name}",
        f"field: {field}",
        "levels: [commune]",
        "audience: [citizen, business]",
    ]
    lines += [f"summary: {sentence(12)}", "common_names:", f"  - {draw.choice(_THINGS)} {number}", "steps:"]
    lines += [f"  - {sentence(22)}" for _ in range(5)]
    lines += ["channels:"]
    for kind in ("counter", "online", "post"):
        lines += [
            f"  - kind: {kind}",
            f"    time_limit: {draw.randint(1, 30)} ngày làm việc",
            "    fees:",
            f"      - name: Phí {draw.choice(_THINGS)}",
            f"        amount: {draw.randint(0, 50) * 1000}",
        ]
    lines += ["cases:", f"  - name: {sentence(6)}", "    papers:"]
    for _ in range(7):
        lines += [f"      - name: {sentence(8)}", "        originals: 1", f"        note: {sentence(5)}"]
    lines += ["executing: [Ủy ban nhân dân xã]", "deciding: Chủ tịch Ủy ban nhân dân xã", f"result: [{sentence(5)}]"]
    lines += [f"conditions: {sentence(30)}", "basis:", "  - act: luat-97-2015-qh13", '    article: "14"']
    return "\n".join(lines) + "\n"


def _made(path: Path, *, parent: bool = False) -> Path:
    (path.parent if parent else path).mkdir(parents=True, exist_ok=True)
    return path
