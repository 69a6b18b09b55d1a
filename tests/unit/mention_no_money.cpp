// SPDX-License-Identifier: Apache-2.0
// Sentences of every day's news that look like money and hold none: counts, years, scores, addresses, telephone
// numbers, models, names and idioms. Each stands for a kind that real news holds.
#include <string>

#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

TEST_CASE("what only looks like money gives no amount", "[amounts]") {
  const char* kCounts[] = {
      "Cả nước có 100 triệu dân, thế giới có 8 tỷ người.",
      "Người dùng mạng ở cả nước đạt con số 46 triệu.",
      "Số dân hai nước cộng lại chỉ trên 100 triệu.",
      "Nhà máy làm 10,5 triệu tấn thép, tăng 1,7% so với 10,4 triệu cùng kỳ.",
      "Mã này khớp 1,5 triệu và 1,3 triệu cổ phiếu.",
      "Cảng đón 2,5 triệu lượt khách, 300 nghìn xe và 40 nghìn container.",
      "Tờ báo mất 4 triệu độc giả, giảm từ 6,4 triệu xuống 2,4 triệu.",
      "Màn hình hiện 1,07 tỷ màu, ghi hình 4K ở 60 khung.",
      "Đường dây phát 50 tỷ Post/năm.",
      "Hàng triệu người và hàng nghìn xe đổ về thủ đô.",
      "Vườn có ba trăm gốc cam, vài nghìn quả.",
      "Lượng thuê bao lên tới hơn 18 triệu.",
      "Trái đất hình thành 4,5 tỷ năm trước; vũ trụ đã 13,8 tỷ năm.",
      "Mô hình có 70 tỷ tham số, con chip chứa 5 tỷ bóng bán dẫn.",
      "Kênh này đạt 100k lượt, giải chạy 10k hết chỗ.",
  };
  const char* kNumbers[] = {
      "Gọi 024.3825 4321 hoặc 0912 345 678 để đặt chỗ.",
      "Điện thoại: 84-8 3829 5555, fax (08) 3823 1555.",
      "Đội nhà thắng 3-1, 2-0 và 5-4 ở ba trận; tỷ số chung cuộc là 10-5.",
      "Bảng B: Việt Nam 6 điểm, Lào 3 điểm, hiệu số 5-2.",
      "Từ năm 1990 đến 2018, xã xây 12 cầu; năm 2020 đồng loạt sửa 5 cầu.",
      "Xem trang 10-15, điều 12 khoản 3 điểm đ nghị định 115/2020.",
      "Chỉ số tăng 4,33 điểm (0,56%) lên 782,65 điểm.",
      "Chuyến bay dài 1.200 km, ở độ cao 10.000 m, nhiệt độ âm 50 độ.",
      "Ca trực từ 22h30 đến 5h, ngày 30/4 và 1/5.",
      "Anh có 2 bitcoin, sàn giữ 29 triệu đồng BNB.",
      "Sàn giữ 5 triệu USDT, 10 nghìn BTC và 3 tỷ token.",
      "Câu 1 (2,5đ), câu 2 (1đ): giải phương trình.",
  };
  const char* kWords[] = {
      "Nhà hàng ở số 33 Đồng Khởi, đi tuyến số 1 Yên Viên.",
      "Mẫu RM 38-02 và RM 055 dày 9 mm; bản 115 Euro3 đã bán hết.",
      "Hãng có hai đồng giám đốc và ba đồng sáng lập.",
      "Vụ án có 12 đồng phạm; đội có 7 đồng chí.",
      "Công an thu 3 kíp nổ, 2 đồng hồ và 5 bảng tên.",
      "Thủ đô là một đô thị lớn, mỗi năm đồng bằng lún 3 cm.",
      "Việc loại một và hai đồng nghĩa với thêm giờ.",
      "Hai xu hướng lớn, ba hào kiệt, một bảng xếp hạng.",
      "Quỹ tiền tệ bàn chính sách tiền tệ, không yên tâm về tỷ lệ nợ.",
      "Đoàn phim mời cả Triệu Vy; hai tỷ phú và một triệu phú có mặt.",
      "Trong ví còn mấy đồng 50 ngàn.",
      "Xã hỏi cần bao nhiêu tỷ đồng; cầu Bình Triệu 2 đã thông xe.",
      "Một trong hai bảng đấu ở vòng loại có bốn đội.",
      "Real Madrid thắng 118 trận, ghi 406 bàn cho Real.",
  };
  const auto check = [](const char* text) {
    CAPTURE(text);
    std::string found;
    for (const Claim& claim : sums_in(text)) found += "[" + claim.quote + "]";
    CHECK(found == "");
  };
  for (const char* text : kCounts) check(text);
  for (const char* text : kNumbers) check(text);
  for (const char* text : kWords) check(text);
}
