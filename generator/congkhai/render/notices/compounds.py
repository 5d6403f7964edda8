"""Words of two syllables that a title should not part: written Vietnamese puts a space within a word as well."""

from __future__ import annotations

import re

_WORDS = """
an ninh, an sinh, an toàn, ban hành, biên bản, biến động, bàn giao, báo cáo, bãi bỏ, bình đẳng, bản sao, bản đồ, bảng
giá, bảo hiểm, bảo trợ, bảo vệ, bảo đảm, bất động sản, bồi thường, bổ nhiệm, bổ sung, ca nhạc, cam kết, chi tiết, chi
trả, cho thuê, chuyển mục đích, chuyển nhượng, chuyển đổi, chính phủ, chính quyền, chính sách, chính trị, chăn nuôi,
chương trình, chấm dứt, chấp hành, chấp thuận, chất lượng, chế độ, chỉ tiêu, chỉ đạo, chủ tịch, chứng chỉ, chứng nhận,
chứng thực, con nuôi, cung cấp, cung ứng, cá nhân, cán bộ, cân đối, công an, công bố, công chức, công chứng, công dân,
công khai, công nhận, công trình, công tác, công vụ, cơ quan, cơ sở, cư trú, cưỡng chế, cải chính, cải cách, cấp bách,
cận nghèo, cộng đồng, cứu trợ, danh mục, danh sách, di dời, di sản, doanh nghiệp, doanh thu, du lịch, dân chủ, dân cư,
dân sự, dịch bệnh, dịch vụ, dự thảo, dự toán, dự án, gia hạn, gia đình, giao dịch, giao nhận, giao thông, giám hộ,
giám sát, giám định, giáo dục, giải phóng, giải quyết, giải thể, giải trình, giảm nghèo, giấy phép, giấy tờ, hoàn
cảnh, hoàn thành, hoàn trả, hoạt động, hài lòng, hàng hóa, hàng năm, hành chính, hành vi, hòa giải, hôn nhân, hướng
dẫn, hạ tầng, hằng năm, hồ sơ, hỗ trợ, hộ khẩu, hộ kinh doanh, hộ nghèo, hộ tịch, hội nghị, hội đồng, hợp tác, hợp tác
xã, hợp đồng, khai hoang, khai sinh, khai thác, khai tử, khen thưởng, khiếu nại, khoáng sản, khu dân cư, khu vực,
khung giá, khuyến nông, khuyết tật, khám bệnh, khó khăn, khắc phục, khởi công, kinh doanh, kinh phí, kinh tế, kiến
nghị, kiểm kê, kiểm soát, kiểm tra, kiện toàn, kê khai, kế hoạch, kế toán, kết hôn, kết luận, kết quả, kết thúc, kỷ
luật, lao động, liên thông, liệt sĩ, lâm nghiệp, lĩnh vực, lưu trú, lưu động, lấn chiếm, lễ hội, lệ phí, lựa chọn, mai
táng, miễn giảm, mua sắm, môi trường, mặt bằng, mục tiêu, mức độ, nghiệm thu, nghĩa vụ, nghề nghiệp, nghị quyết, nguồn
lực, ngân sách, người dân, nhiệm kỳ, nhiệm vụ, nhà nước, nhà ở, nhân dân, nhân sự, nhận diện, niêm yết, nuôi dưỡng,
nông nghiệp, nông thôn, năng lực, nước ngoài, nội dung, nội quy, nộp thuế, phong trào, pháp luật, phát triển, phân bổ,
phân công, phân cấp, phân loại, phê duyệt, phòng cháy, phòng chống, phúc lợi, phương tiện, phương án, phản ánh, phổ
biến, phục vụ, quy chuẩn, quy chế, quy hoạch, quy trình, quy định, quyết toán, quyết định, quyền lợi, quân sự, quản
lý, quốc gia, quốc phòng, quốc tịch, quỹ đất, rà soát, soạn thảo, sáp nhập, sát hạch, sơ kết, sơ tán, sản xuất, số
lượng, sổ tay, sức khỏe, sử dụng, sửa chữa, sửa đổi, sự kiện, tham gia, tham vấn, thanh toán, thanh tra, thay đổi, thi
công, thi hành, thi đua, thiên tai, thiết kế, thiệt hại, thoát nghèo, thu hồi, thu nhập, thuế suất, thành lập, thành
phần, thí điểm, thôn xóm, thông báo, thông tin, thương binh, thương mại, thường trú, thường trực, thất nghiệp, thẩm
quyền, thẩm định, thế chấp, thể dục, thể thao, thờ cúng, thời gian, thời hạn, thủ tục, thủy lợi, thừa kế, thực hiện,
thực phẩm, tiêu chuẩn, tiêu chí, tiến độ, tiếp nhận, tiết kiệm, tiền lương, tiểu học, tranh chấp, triển khai, trung
tâm, truyền thông, trách nhiệm, trích lục, trường học, trường hợp, trợ cấp, trợ giúp, tuyên truyền, tuyển dụng, tuyển
sinh, tài chính, tài khoản, tài liệu, tài nguyên, tài sản, tên gọi, tình hình, tín ngưỡng, tôn giáo, tăng cường, tư
pháp, tạm trú, tạm vắng, tập huấn, tập thể, tập trung, tố cáo, tố giác, tổ chức, tổng hợp, tổng kết, từ chối, tự
nguyện, tự vệ, vi phạm, viên chức, việc làm, vùng trồng, văn bản, văn hóa, văn phòng, vận hành, vận động, vệ sinh, vốn
vay, xuất bản, xác nhận, xác định, xây dựng, xã hội, xét duyệt, xét tuyển, xếp hạng, xử lý, xử phạt, y tế, yêu cầu, ý
kiến, điều chỉnh, điều kiện, điều động, đào tạo, đánh giá, đình chỉ, đóng góp, đô thị, đăng ký, đơn giá, đơn vị, đường
bộ, đất đai, đấu giá, đấu thầu, đầu tư, đề nghị, đề án, địa bàn, địa chính, địa giới, địa phương, định cư, định kỳ,
định mức, đối thoại, đối tượng, động sản, ưu đãi, ủy ban, ủy quyền, ứng cử
"""
_COMPOUND = "|".join(r"\s".join(word.split()) for word in sorted(_WORDS.split(","), key=len, reverse=True))
_UNIT = r"(?:năm|quý|tháng|ngày|số|điều|khoản|điểm|chương|phụ\slục|khóa|lần|ấp|tổ|khu)"
_FIGURE = rf"{_UNIT}\s(?:\d+|[IVX]+)\b|\d+\s(?:tháng|năm|ngày)\b"
_KEPT = re.compile(rf"\b(?:{_FIGURE}|(?:{_COMPOUND})\b)", re.IGNORECASE)


def kept_together(text: str) -> list[str]:
    """The words of two syllables of a text, and figures with their unit, each as it is written there."""
    return _KEPT.findall(text)
