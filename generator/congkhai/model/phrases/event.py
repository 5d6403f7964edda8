"""What something waits for: the words after `kể từ`, `sau khi`, `trước khi`, and needs that arise."""

from __future__ import annotations

from congkhai.model.phrases.amount import read_amount
from congkhai.model.phrases.reading import Amount, Bound, Kind, Relation
from congkhai.model.phrases.scene import Found, Scene
from congkhai.model.phrases.tokens import Phrases, Text
from congkhai.model.plan import Precision

#: Longer conditions are cut: what they wait for is clear by then.
_LONGEST = 45
_STOPS = frozenset({",", ";", ".", ":", "(", ")", "?", "!", "“", "”", '"'})
_VERBS = Phrases(
    "phải | có trách nhiệm | thì | chịu trách nhiệm | sẽ | tiến hành | có nghĩa vụ | để | nhưng | mà | cần | "
    "không quá | ít nhất | chậm nhất | tối thiểu | nếu | trừ | là | và thay thế | và bãi bỏ"
)
_LINKS = frozenset(
    {
        "của",
        "do",
        "với",
        "tại",
        "cho",
        "bởi",
        "đến",
        "từ",
        "và",
        "hoặc",
        "theo",
        "về",
        "là",
        "trong",
        "bằng",
        "được",
        "ở",
        "giữa",
        "thuộc",
        "gửi",
        "trình",
        "bị",
        "nơi",
        "các",
        "có",
        "cùng",
        "tịch",
        "quan",
        "trưởng",
        "đốc",
        "thường",
        "phó",
        "chủ",
    }
)
#: How the names of those who act begin.
AGENCIES = Phrases(
    "ủy ban | sở | bộ | phòng | chủ tịch | cơ quan | hội đồng | trung tâm | giám đốc | thủ trưởng | công an | "
    "ban | tổ chức | văn phòng | chi cục | cục | tòa án | viện kiểm sát | chính phủ | thủ tướng | công chức | "
    "ubnd | hđnd | người đứng đầu | thanh tra | bộ phận | cơ quan chức năng | chánh | trưởng | doanh nghiệp"
)
SINCE = Phrases(
    "kể từ ngày | kể từ khi | kể từ thời điểm | kể từ lúc | kể từ | tính từ ngày | tính từ khi | tính từ | "
    "tính từ thời điểm | từ ngày | từ khi | từ thời điểm | từ lúc | sau khi | sau ngày | sau thời điểm | sau | "
    "bắt đầu từ ngày | kể từ sau ngày | kể từ sau khi | tính kể từ ngày | tính kể từ | ngay sau khi | tiếp theo | "
    "ngay sau ngày | kể từ ngay sau ngày | tính từ sau ngày | tiếp theo kể từ ngày | tiếp theo ngày | ngay sau | "
    "tiếp theo kể từ khi | khi | sau kể từ ngày"
)
BEFORE = Phrases("trước khi | trước ngày | trước thời điểm | trước thời hạn | trước | tính đến ngày | tính đến")
_AFTER_DONE = Phrases(
    "ngay sau khi | sau khi | ngay khi | ngay sau | kể từ khi | kể từ ngày | kể từ thời điểm | ngay từ khi | "
    "từ khi | tính từ ngày | sau ngày | ngay trong khi"
)
_BEFORE_DONE = Phrases("trước khi | trước ngày | trước thời điểm | chậm nhất trước khi | ngay trước khi")
_NEEDS = Phrases(
    "khi có yêu cầu | khi được yêu cầu | theo yêu cầu | khi phát sinh | khi có phát sinh | khi cần thiết | "
    "khi cần | khi xét thấy cần thiết | khi thấy cần thiết | nếu thấy cần thiết | nếu xét thấy cần thiết | "
    "trong trường hợp cần thiết | trường hợp cần thiết | khi có thay đổi | khi có sự thay đổi | bất thường | "
    "mới phát sinh | khi có chỉ đạo | khi có hướng dẫn | khi có văn bản | khi có đề nghị | khi được giao | "
    "khi có đơn | khi xảy ra | khi có tình huống | khi có kế hoạch | theo đề nghị | khi đủ điều kiện | "
    "khi có đủ điều kiện | khi có nhu cầu | theo nhu cầu | khi có | theo sự chỉ đạo | theo chỉ đạo | "
    "tùy theo tình hình | tùy tình hình | tùy tình hình thực tế | theo tiến độ | khi hết hạn | khi hết thời hạn | "
    "theo tình hình thực tế"
)
#: What goes on after a comma in the words of an event.
_PAIRS = Phrases(
    "bổ sung | tố cáo | chữa bệnh | phá sản | kiến nghị | phản ánh | thay thế | bãi bỏ | hợp lệ | chấm dứt | "
    "viên chức | quyết định của | đầy đủ | thay đổi | chia | tách | sáp nhập | hợp nhất | giải thể | thu hồi"
)
_RELIEF = frozenset({"trợ", "giúp", "cứu", "thưởng", "hỗ", "cấp"})


#: Words that belong to what comes after the event.
_LOOSE_ENDS = frozenset({"và", "hoặc", "nhưng", "mà", "dưới", "từ", "trên", "quá", "không", "đến"})


def words_after(text: Text, i: int) -> int:
    """Where the words that tell an event end: at a mark, a verb of duty, or the agency that is to act."""
    end = i
    while end < min(len(text), i + _LONGEST):
        if text.word(end) in _STOPS or (end > i and text.breaks(end)) or text.word(end)[:1] in {"-"}:
            if text.word(end) == "." and text.glued(end + 1) and text.capital(end - 1) and text.capital(end + 1):
                end += 1
                continue
            if text.word(end) == "," and end > i and (pair := _PAIRS.end(text, end + 1)) is not None:
                end = pair
                continue
            break
        if end > i and (_VERBS.end(text, end) is not None or _amount_begins(text, end)):
            break
        agency = AGENCIES.end(text, end) is not None and text.capital(end)
        if end > i + 1 and agency and text.word(end - 1) not in _LINKS and not text.capital(end - 1):
            break
        end += 1
    while end > i + 1 and text.word(end - 1) in _LOOSE_ENDS:
        end -= 1
    return end


def _amount_begins(text: Text, i: int) -> bool:
    if text.word(i - 1) in {"và", ","}:
        return False
    return (
        text.number(i) is not None and text.word(i + 1) in {"ngày", "tháng", "giờ", "tuần"} and not text.digits(i + 2)
    )


def read_event(scene: Scene, i: int) -> Found | None:
    """`sau khi hoàn chỉnh`, `trước khi trình`, `khi có yêu cầu`, `đột xuất`."""
    text = scene.text
    if (j := _BEFORE_DONE.end(text, i)) is not None:
        return _before(scene, i, j)
    if (j := _AFTER_DONE.end(text, i)) is not None:
        end = words_after(text, j)
        if end == j or text.number(j) is not None:
            return None
        return _found(scene, i, end, named_from(text, j, end), Relation.AFTER)
    if text.at(i, "đột", "xuất") and text.word(i - 1) not in _RELIEF:
        end = i + 2
        if (need := _NEEDS.end(text, end)) is not None:
            end = words_after(text, need)
        return _found(scene, i, end, text.wording(i, end))
    if (j := _NEEDS.end(text, i)) is not None:
        if text.at(i, "theo", "đề", "nghị", "của") and text.capital(i):  # the opening of a decision, before its basis
            return None
        short = text.word(j - 1) in {"cầu", "có", "đạo", "nghị", "bản", "dẫn", "đổi", "ra", "độ", "đơn", "hạn", "hoạch"}
        end = words_after(text, j) if short else j
        if text.at(i, "khi", "có") and j == i + 2 and end == j:
            return None
        return _found(scene, i, end, text.wording(i, end))
    return None


def _before(scene: Scene, i: int, j: int) -> Found | None:
    """`trước khi khai mạc ít nhất 05 ngày` counts back from the event."""
    text = scene.text
    end = words_after(text, j)
    if end == j or text.number(j) is not None:
        return None
    wording = named_from(text, j, end)
    k = end
    while text.word(k) in {",", "ít", "nhất", "chậm", "tối", "thiểu", "là", "muộn", "không"} and k < end + 5:
        k += 1
    counted = read_amount(text, k)
    if counted is None:
        return _found(scene, i, end, wording, Relation.BEFORE)
    low, high, unit, stop = counted
    amount = Amount(low=low, high=high, unit=unit, bound=Bound.AT_LEAST, relation=Relation.BEFORE)
    time = scene.understood(
        *(i, stop, Kind.EVENT, Precision.EVENT), after=wording, amount=amount, relation=Relation.BEFORE
    )
    return Found(stop, (time,))


def named_from(text: Text, i: int, end: int) -> str:
    """The words of an event with the `ngày` or `khi` that leads them: `ngày nhận đủ hồ sơ`, `khi hoàn chỉnh`."""
    start = i
    if text.word(i - 1) in {"ngày", "khi", "lúc", "điểm"}:
        start = i - 2 if text.at(i - 2, "thời", "điểm") else i - 1
    return text.wording(start, end)


def _found(scene: Scene, i: int, end: int, after: str, relation: Relation | None = None) -> Found:
    return Found(end, (scene.understood(i, end, Kind.EVENT, Precision.EVENT, after=after, relation=relation),))
