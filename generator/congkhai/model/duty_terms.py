"""The words in which a duty of publication is put: who, when, in which form, where, how long."""

from __future__ import annotations

from enum import unique

from congkhai.model.spec import Labelled


@unique
class DutyGroup(Labelled):
    """Groups in which the register is read."""

    DEMOCRACY = "democracy", "Dân chủ ở cơ sở"
    PROCEDURES = "procedures", "Thủ tục, lệ phí, bộ phận một cửa"
    BUDGET = "budget", "Ngân sách, tài sản công"
    RECEPTION = "reception", "Tiếp công dân, khiếu nại, liêm chính"
    INFORMATION = "information", "Tiếp cận thông tin, trang thông tin"
    SECTORS = "sectors", "Việc chuyên ngành niêm yết tại xã"


@unique
class LawRank(Labelled):
    """Which law a duty rests on. What it leaves open is filled by those after it, in this order.

    Law 10/2022/QH15, Articles 12(3) and 13(6); Law 01/2026/QH16, Articles 18(4) and 21(2).
    """

    SPECIAL = "special", "Luật chuyên ngành"
    DEMOCRACY = "democracy", "Luật Thực hiện dân chủ ở cơ sở"
    INFORMATION = "information", "Luật Tiếp cận thông tin"


@unique
class Actor(Labelled):
    """Who must act."""

    COMMUNE_COMMITTEE = "commune_committee", "UBND cấp xã"
    COMMUNE_CHAIR = "commune_chair", "Chủ tịch UBND cấp xã"
    PROVINCE_COMMITTEE = "province_committee", "UBND cấp tỉnh"
    PROVINCE_CHAIR = "province_chair", "Chủ tịch UBND cấp tỉnh"
    COUNCIL = "council", "Hội đồng nhân dân"
    AGENCY = "agency", "Cơ quan nhà nước"
    AGENCY_HEAD = "agency_head", "Người đứng đầu cơ quan"
    BUDGET_UNIT = "budget_unit", "Đơn vị dự toán ngân sách"
    FUND_MANAGER = "fund_manager", "Cơ quan quản lý quỹ"
    COLLECTOR = "collector", "Nơi thu phí, lệ phí"
    ONE_STOP = "one_stop", "Trung tâm Phục vụ hành chính công"
    CIVIL_STATUS = "civil_status", "Cơ quan đăng ký hộ tịch"
    VILLAGE_HEAD = "village_head", "Trưởng thôn, tổ trưởng tổ dân phố"
    FRONT = "front", "Ủy ban Mặt trận Tổ quốc"
    ELECTION_BODY = "election_body", "Tổ chức phụ trách bầu cử"
    RELIEF_BODY = "relief_body", "Cơ quan tiếp nhận đóng góp tự nguyện"
    COMPENSATION_BODY = "compensation_body", "Tổ chức bồi thường, giải phóng mặt bằng"
    POLICE = "police", "Công an"
    MINISTRY = "ministry", "Bộ, cơ quan ngang bộ"
    DEPUTIES = "deputies", "Đoàn đại biểu Quốc hội"
    INSPECTORATE = "inspectorate", "Cơ quan thanh tra"
    TAX_OFFICE = "tax_office", "Cơ quan thuế"
    AUCTIONEER = "auctioneer", "Tổ chức đấu giá tài sản"


@unique
class Trigger(Labelled):
    """What the deadline is counted from."""

    DECISION = "decision", "ngày ban hành văn bản, quyết định"
    CREATION = "creation", "ngày thông tin được tạo ra"
    RECEIPT = "receipt", "ngày nhận văn bản, hồ sơ"
    APPROVAL = "approval", "ngày phê duyệt hoặc chi trả"
    COUNCIL_SESSION = "council_session", "ngày khai mạc kỳ họp Hội đồng nhân dân"
    REPORT = "report", "ngày gửi báo cáo"
    COMPLAINT = "complaint", "ngày nhận phản ánh, yêu cầu"
    PERIOD_END = "period_end", "ngày hết kỳ"
    CAMPAIGN_END = "campaign_end", "ngày kết thúc đợt vận động"
    SESSION = "session", "buổi tiếp công dân đầu tiên"
    EFFECT = "effect", "ngày văn bản có hiệu lực"
    EVENT = "event", "ngày diễn ra sự việc"
    CHANGE = "change", "khi nội dung thay đổi"


@unique
class Timing(Labelled):
    """How a deadline lies to its trigger."""

    AFTER = "after", "chậm nhất sau"
    BEFORE = "before", "chậm nhất trước"
    AT_ONCE = "at_once", "ngay"
    STANDING = "standing", "luôn có, cập nhật khi thay đổi"
    PERIOD = "period", "chậm nhất sau khi hết kỳ"
    YEARLY = "yearly", "trong năm"
    DAY = "day", "chậm nhất vào ngày"


@unique
class TimeUnit(Labelled):
    """What a deadline counts."""

    WORKING_DAY = "working_day", "ngày làm việc"
    DAY = "day", "ngày"
    HOUR = "hour", "giờ"


@unique
class Form(Labelled):
    """Forms of publication: the ten of Law 10/2022/QH15, Article 12(1), and those that special laws add."""

    POSTING = "posting", "niêm yết"
    WEB = "web", "đăng trang thông tin điện tử"
    LOUDSPEAKER = "loudspeaker", "phát trên loa truyền thanh"
    VILLAGE_HEAD = "village_head", "thông qua trưởng thôn, tổ trưởng tổ dân phố"
    WRITTEN = "written", "gửi văn bản"
    DIALOGUE = "dialogue", "hội nghị đối thoại"
    MEETING_CITIZENS = "meeting_citizens", "tiếp công dân, tiếp xúc cử tri, họp báo"
    ORGANISATIONS = "organisations", "thông qua Mặt trận, đoàn thể"
    NETWORKS = "networks", "mạng viễn thông, mạng xã hội"
    OTHER = "other", "hình thức khác"
    MEETING = "meeting", "công bố tại cuộc họp"
    PRESS = "press", "báo chí, phát thanh, truyền hình"
    PRINTED = "printed", "ấn phẩm"
    NATIONAL_DATABASE = "national_database", "cơ sở dữ liệu quốc gia"
    NATIONAL_PORTAL = "national_portal", "Cổng Dịch vụ công quốc gia"
    INTERNAL_NETWORK = "internal_network", "mạng nội bộ của cơ quan"


@unique
class Place(Labelled):
    """Where a paper must hang."""

    SEAT = "seat", "trụ sở"
    VILLAGE = "village", "nhà văn hóa, điểm sinh hoạt cộng đồng của mọi thôn, tổ dân phố"
    ONE_STOP = "one_stop", "Trung tâm Phục vụ hành chính công"
    RECEPTION = "reception", "nơi tiếp công dân"
    COLLECTION = "collection", "nơi thu, nơi giao dịch"
    FIELD = "field", "thực địa"


@unique
class PostingEnd(Labelled):
    """Until when a paper must hang."""

    DAYS = "days", "số ngày liên tục"
    WORKING_DAYS = "working_days", "số ngày làm việc liên tục"
    EVENT = "event", "đến khi diễn ra sự việc"
    NEXT = "next", "đến khi có bản kế tiếp"
    PERMANENT = "permanent", "thường xuyên"


@unique
class Frequency(Labelled):
    """How often the duty comes."""

    EVENT = "event", "khi phát sinh"
    CHANGE = "change", "khi thay đổi"
    CONTINUOUS = "continuous", "liên tục"
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    EACH_PHASE = "each_phase", "mỗi kỳ báo cáo"
    HALF_YEARLY = "half_yearly", "6 tháng một lần"
    YEARLY = "yearly", "hằng năm"
    EACH_SESSION = "each_session", "mỗi kỳ họp"
    EACH_ELECTION = "each_election", "mỗi cuộc bầu cử"
    ONCE = "once", "một lần"
