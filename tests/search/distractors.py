"""Names of procedures that nobody asks for: as long and as like one another as those of ministries and provinces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_ACTS = (
    "Cấp",
    "Cấp lại",
    "Cấp đổi",
    "Gia hạn",
    "Điều chỉnh",
    "Thu hồi",
    "Thẩm định hồ sơ cấp",
    "Đề nghị cấp sửa đổi, bổ sung",
    "Chấp thuận việc cấp",
    "Báo cáo tình hình sử dụng",
)
_PAPERS = (
    "Giấy chứng nhận đủ điều kiện",
    "Giấy phép",
    "Quyết định công nhận",
    "Giấy xác nhận",
    "Chứng chỉ hành nghề",
    "Văn bản chấp thuận",
)
_WORKS = (
    "kinh doanh dịch vụ kế toán",
    "hoạt động thăm dò dầu khí",
    "sản xuất thuốc lá điếu",
    "khai thác yến sào",
    "kinh doanh dịch vụ hàng không chung",
    "vận hành đường sắt đô thị",
    "thẩm định giá",
    "giám định thương mại",
    "kinh doanh chứng khoán phái sinh",
    "phát hành thẻ ngân hàng",
    "môi giới bảo hiểm",
    "quan trắc khí tượng thủy văn",
    "kiểm định phương tiện đo",
    "sản xuất phim truyện",
    "nhập khẩu xuất bản phẩm",
    "thiết lập mạng bưu chính",
    "sử dụng tần số vô tuyến điện",
    "chế biến khoáng sản",
    "bảo quản lạnh vắc xin",
    "thử nghiệm lâm sàng",
    "sản xuất trang thiết bị y tế",
    "đào tạo thuyền viên",
    "lặn khảo sát công trình ngầm",
    "nuôi cấy mô cây giống",
    "khảo nghiệm giống cây trồng",
    "kinh doanh casino",
    "dịch vụ lữ hành quốc tế",
    "tư vấn du học",
    "giáo dục nghề nghiệp trình độ cao đẳng",
    "đánh giá sự phù hợp",
    "vận chuyển chất thải nguy hại",
    "xử lý bùn thải",
    "truyền tải điện",
    "tồn trữ khí tự nhiên",
    "kinh doanh rượu công nghiệp",
    "tổ chức đua ngựa",
)
_CASES = (
    "",
    " đối với tổ chức có vốn đầu tư nước ngoài",
    " trong khu kinh tế",
    " thuộc thẩm quyền của Bộ",
    " trường hợp thay đổi địa điểm",
    " theo hình thức liên doanh",
    " cho đơn vị sự nghiệp công lập",
)


def names(count: int) -> Iterator[str]:
    """The first `count` of about 15,000 names, each once, spread over all of the words."""
    every = [f"{act} {paper} {work}{case}" for act, paper, work, case in product(_ACTS, _PAPERS, _WORKS, _CASES)]
    step = 7919  # a prime that shares no factor with how many there are
    for number in range(count):
        yield every[number * step % len(every)]
