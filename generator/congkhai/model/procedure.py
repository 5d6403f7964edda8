"""Administrative procedures: the national facts, shaped as the national database has them."""

from __future__ import annotations

from enum import unique

from congkhai.model.calendar import Period
from congkhai.model.citation import Citation
from congkhai.model.money import Money
from congkhai.model.scalars import FeeRef, FieldRef, FilePath, Line, ProcedureRef, Prose, Slug, Url
from congkhai.model.spec import Labelled, Level, described, record
from congkhai.model.time_limit import TimeLimit


@unique
class ProcedureLevel(Labelled):
    """Levels of government that carry a procedure out."""

    MINISTRY = "ministry", "Cấp Bộ"
    PROVINCE = "province", "Cấp Tỉnh"
    COMMUNE = "commune", "Cấp Xã"
    OTHER = "other", "Cơ quan khác"


@unique
class Audience(Labelled):
    """Who a procedure is for: the national database's own list. Two labels hold commas: never split on them."""

    CITIZEN = "citizen", "Công dân Việt Nam"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese", "Người Việt Nam định cư ở nước ngoài"
    FOREIGNER = "foreigner", "Người nước ngoài"
    CIVIL_SERVANT = "civil_servant", "Cán bộ, công chức, viên chức"
    BUSINESS = "business", "Doanh nghiệp"
    FOREIGN_INVESTED = "foreign_invested", "Doanh nghiệp có vốn đầu tư nước ngoài"
    ORGANISATION = "organisation", "Tổ chức (không bao gồm doanh nghiệp, HTX)"
    FOREIGN_ORGANISATION = "foreign_organisation", "Tổ chức nước ngoài"
    COOPERATIVE = "cooperative", "Hợp tác xã"


@unique
class ChannelKind(Labelled):
    """Ways to hand in a dossier."""

    COUNTER = "counter", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    POST = "post", "Dịch vụ bưu chính"


@unique
class OnlineLevel(Labelled):
    """How much of a procedure can be done online (Decree 224/2026, Article 14)."""

    FULL = "full", "Toàn trình"
    PARTIAL = "partial", "Một phần"
    INFORMATION = "information", "Cung cấp thông tin"


@record
class ChannelFee:
    """A fee due on a channel: a record of the fee list, or a name with an amount of its own.

    A name with a condition and no amount is a fee whose amount the source says in words only, such as
    `theo nghị quyết của HĐND cấp tỉnh`.
    """

    fee: FeeRef | None = described("Phí, lệ phí", "Mã trong content/fees.", default=None)
    name: Line | None = described("Tên khoản thu", "Chỉ ghi khi không có trong content/fees.", default=None)
    amount: Money | None = described(
        "Mức thu",
        "Bỏ trống để lấy mọi mức của khoản phí, hoặc khi mức thu chỉ nói bằng lời ở condition; 0 là không thu.",
        example="8000",
        default=None,
    )
    condition: Line | None = described("Trường hợp", "Khi nào phải nộp khoản này; hoặc mức thu bằng lời.", default=None)


@record
class Channel:
    """One way to hand in, with its own time limit and fees."""

    kind: ChannelKind = described("Hình thức nộp", "counter (trực tiếp), online (trực tuyến) hoặc post (bưu chính).")
    time_limit: TimeLimit = described(
        "Thời hạn giải quyết",
        "“5 ngày làm việc”, “trong ngày”, “ngay”, “không quy định”, “chưa rõ”, “xem ghi chú” (nói ở time_note).",
        example="5 ngày làm việc",
    )
    time_note: Line | None = described(
        "Ghi chú thời hạn",
        "Trường hợp được kéo dài, cách tính; cả thời hạn khi time_limit là “xem ghi chú”.",
        default=None,
    )
    fees: tuple[ChannelFee, ...] = described("Phí, lệ phí", "Danh sách khoản thu; để trống nếu không thu.", default=())
    fees_unknown: bool = described(
        "Chưa rõ phí, lệ phí",
        "`true` khi nguồn không nói có thu hay không; đừng để trang nói là không thu.",
        default=False,
    )
    note: Line | None = described("Mô tả", "Điều cần biết khi nộp theo cách này.", max_length=1000, default=None)
    url: Url | None = described("Địa chỉ nộp", "Trang nộp hồ sơ trực tuyến.", default=None)


@record
class Paper:
    """One paper of a dossier."""

    name: Line = described("Tên giấy tờ", "Tên giấy tờ phải nộp hoặc xuất trình.", max_length=1500)
    originals: int = described("Bản chính", "Số bản chính.", default=0, least=0, most=999)
    copies: int = described("Bản sao", "Số bản sao.", default=0, least=0, most=999)
    form: FilePath | None = described("Mẫu đơn", "Tệp biểu mẫu trong content/files.", default=None)
    form_name: Line | None = described("Tên mẫu", "Tên của biểu mẫu, ví dụ “Tờ khai đăng ký khai sinh”.", default=None)
    show_only: bool = described("Chỉ xuất trình", "`true` nếu chỉ xuất trình, không phải nộp.", default=False)
    note: Line | None = described("Ghi chú", "Khi nào cần, có thể thay bằng gì.", max_length=1000, default=None)


@record
class Case:
    """A set of papers for one case."""

    name: Line | None = described(
        "Trường hợp", "Bỏ trống nếu thủ tục chỉ có một bộ giấy tờ.", max_length=600, default=None
    )
    papers: tuple[Paper, ...] = described("Giấy tờ", "Các giấy tờ của trường hợp này.", min_items=1)
    sets: int = described("Số bộ", "Số bộ hồ sơ.", default=1, least=1, most=100)


@record
class Procedure:
    """A procedure as the announcing decision has it; what one office adds stands in a service record."""

    code: Line = described("Mã thủ tục", "Mã trong cơ sở dữ liệu quốc gia.", pattern=r"\d\.\d{6}", example="1.001193")
    name: Line = described("Tên thủ tục", "Tên đầy đủ theo quyết định công bố.", max_length=600)
    field: FieldRef = described("Lĩnh vực", "Mã lĩnh vực trong content/fields.")
    levels: tuple[ProcedureLevel, ...] = described("Cấp thực hiện", "Các cấp thực hiện.", min_items=1)
    audience: tuple[Audience, ...] = described("Đối tượng thực hiện", "Ai làm thủ tục này.", min_items=1)
    summary: Line | None = described("Tóm tắt", "Một câu dễ hiểu: thủ tục này để làm gì.", max_length=300, default=None)
    common_names: tuple[Line, ...] = described("Tên thường gọi", "Cách người dân gọi thủ tục này.", default=())
    search_terms: tuple[Line, ...] = described("Từ khóa ẩn", "Từ giúp tìm kiếm, không hiện trên trang.", default=())
    steps: tuple[Prose, ...] = described("Trình tự thực hiện", "Mỗi mục là một bước.", min_items=1, max_length=5000)
    channels: tuple[Channel, ...] = described(
        "Cách thức thực hiện", "Mỗi cách nộp có thời hạn và phí riêng.", min_items=1
    )
    cases: tuple[Case, ...] = described("Thành phần hồ sơ", "Giấy tờ theo từng trường hợp.", min_items=1)
    executing: tuple[Line, ...] = described("Cơ quan thực hiện", "Cơ quan trực tiếp làm.", min_items=1)
    deciding: Line = described("Cơ quan có thẩm quyền", "Cơ quan hoặc người quyết định.")
    authorised: Line | None = described("Cơ quan được ủy quyền", "Nếu có.", default=None)
    coordinating: tuple[Line, ...] = described("Cơ quan phối hợp", "Nếu có.", default=())
    result: tuple[Line, ...] = described("Kết quả", "Giấy tờ nhận được.", min_items=1, max_length=1000)
    conditions: Prose | None = described(
        "Yêu cầu, điều kiện", "Điều kiện để được giải quyết.", max_length=20000, default=None
    )
    basis: tuple[Citation, ...] = described("Căn cứ pháp lý", "Các văn bản làm căn cứ.", min_items=1)
    announced_by: Citation | None = described("Quyết định công bố", "Quyết định công bố thủ tục.", default=None)
    announced_note: Line | None = described(
        "Số quyết định công bố",
        "Ghi nguyên văn khi quyết định chưa có trong dữ liệu.",
        default=None,
    )
    online_level: OnlineLevel | None = described("Mức dịch vụ công", "full, partial hoặc information.", default=None)
    related: tuple[ProcedureRef, ...] = described("Thủ tục liên quan", "Thủ tục thường làm cùng.", default=())
    validity: Period | None = described("Hiệu lực", "Thời gian áp dụng của phiên bản này.", default=None)
    id: Slug | None = described("Mã", "Phải trùng mã thủ tục; thường bỏ trống.", default=None)
    import_notes: tuple[Prose, ...] = described(
        "Ghi chú khi nhập",
        "Phần của bản ghi nguồn không có chỗ trong các trường khác; chỉ lưu nội bộ, xong việc thì xóa.",
        level=Level.OFFICE,
        max_length=50000,
        default=(),
    )
