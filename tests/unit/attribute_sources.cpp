// SPDX-License-Identifier: Apache-2.0
// Who says it, where the name stands with offices, descriptions and relatives of it.
#include <string>

#include "catch.h"
#include "tests/unit/extractor_fixtures.h"

using socai::testing::article_of;
using socai::testing::built_in_rules;

namespace {

// The claimant of the last claim of the text.
std::string claimant_in(const std::string& text) {
  socai::Extractor extractor(built_in_rules());
  const auto claims = extractor.extract(article_of(text));
  return claims.empty() ? "no claim" : claims.back().claimant.entity.name;
}

}  // namespace

TEST_CASE("the source is the name, with what stands around it read as its office or kind", "[sources]") {
  struct Row {
    const char* text;
    const char* claimant;
  };
  const Row rows[] = {
      // a company by its kind
      {"Theo công ty phân tích dữ liệu Kestrel, quỹ đã rút 40 triệu USD.", "Kestrel"},
      {"Hãng nghiên cứu thị trường Ordwell cho biết doanh số đạt 3 tỷ USD.", "Hãng nghiên cứu thị trường Ordwell"},
      // a person set beside an office that names nobody else
      {"Marta Quill, chủ tịch của Ordwell nói rằng khoản lỗ là 12 triệu USD.", "Marta Quill"},
      // the office belongs to what stands before the comma
      {"Thuế tăng thêm 2 tỷ đồng trong năm nay, Bộ trưởng Phạm Văn Thuần cho biết.", "Phạm Văn Thuần"},
      // an office stands for who held it above
      {"Thứ trưởng Lương Quốc Hoàn dự họp hôm nay. Thứ trưởng khẳng định chi phí là 90 tỷ đồng.", "Lương Quốc Hoàn"},
      // family name first, as in Chinese
      {"Chủ tịch Lưu Kính Nghiêm tới thăm nhà máy. Ông Lưu cam kết chi 200 triệu USD.", "Lưu Kính Nghiêm"},
      // a first word that is large by its place is a name where it is one elsewhere
      {"Công an bắt Trần Quang Hùng hôm qua. Hùng khai đã nhận 500 triệu đồng.", "Trần Quang Hùng"},
      // a court is no firm
      {"Công ty Sao Mai nộp đơn. Hội đồng xét xử nhận định khoản nợ là 30 tỷ đồng.", "Hội đồng xét xử"},
      {"Tỉnh Quảng Ninh họp với Công ty Sao Mai. Tỉnh cho biết cần 30 tỷ đồng.", "Tỉnh Quảng Ninh"},
      {"Bộ Tài chính họp với Công ty Sao Mai. Bộ này cho biết cần 30 tỷ đồng.", "Bộ Tài chính"},
      // a verb that no rule knows, before a colon
      {"Ông Lô Văn Bính thông tin: Tháng 8 mỗi nhà được nhận 3 tỷ đồng.", "Lô Văn Bính"},
      // a caption that no full stop ends
      {"Ảnh: Quang An Chị Lê Thị Mến cho biết nhà chị nợ 2 tỷ đồng.", "Lê Thị Mến"},
      // behind "được"
      {"Giá đất được giới chuyên môn dự báo tăng 3 triệu đồng/m2.", "giới chuyên môn"},
      // several whom nothing names
      {"Một số nhà xuất khẩu cho rằng thiệt hại lên tới 30 tỷ đồng.", "Một số nhà xuất khẩu"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(claimant_in(row.text) == row.claimant);
  }
}

TEST_CASE("a quotation is of whom its marks give it to, whatever the verb", "[sources]") {
  struct Row {
    const char* text;
    const char* claimant;
  };
  const Row rows[] = {
      {"“Năm nay lãi khoảng 50 tỷ đồng”, ông Vũ Văn Lừng, Phó giám đốc Công ty Cổ phần Dầu Sao Mai, cho biết.",
       "Vũ Văn Lừng"},
      {"“Tôi đã trả lại 100 triệu đồng”, ông Vũ Văn Lừng ấm ức.", "Vũ Văn Lừng"},
      {"\"Tôi chỉ nợ họ 5 tỷ đồng.\" - bà Lê Thị Mến buồn bã.", "Lê Thị Mến"},
      {"“Họ đã nhận tới 2 triệu USD”, Marta Quill, người đứng đầu cơ quan ở Ordwell, cho biết.", "Marta Quill"},
      {"Bà Lê Thị Mến (Huế) đã kể câu chuyện buồn: “Một hộp thuốc giá 4 triệu đồng”.", "Lê Thị Mến"},
      {"Bà Lê Thị Mến ấm ức: “Tôi đã trả lại 100 triệu đồng”.", "Lê Thị Mến"},
      {"Ông Vũ Văn Lừng - chủ tàu SM-96 mếu máo: “Tôi đã ứng cho họ 5 triệu đồng”.", "Vũ Văn Lừng"},
      // the address and the firm of who speaks do not speak
      {"Ông Vũ Văn Lừng - Trưởng xóm 3, xã Tân Dân cho biết: “Mỗi nhà được 5 triệu đồng”.", "Vũ Văn Lừng"},
      {"Hôm qua, ông Vũ Văn Lừng, Công ty Sao Mai, cho biết: “Tôi đã trả 100 triệu đồng”.", "Vũ Văn Lừng"},
      {"Hôm qua, xã Tân Dân cho biết: “Mỗi nhà được nhận 5 triệu đồng”.", "xã Tân Dân"},
      // who spoke goes on, though another was named since
      {"Ông Vũ Văn Lừng cho biết giá tăng. Ông Lê An tới thăm. Ông nói thêm: “Chúng tôi lãi 2 tỷ đồng”.",
       "Vũ Văn Lừng"},
      // the paragraph below a colon
      {"Ông Vũ Văn Lừng, giám đốc Sao Mai, nói:\n- Năm nay công ty lãi gần 800 tỷ đồng.", "Vũ Văn Lừng"},
      // a title in quotation marks is no speech
      {"Bộ phim “Tôi thấy hoa”, Lê An đóng chính, thu 5 tỷ đồng.", "NARRATOR"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(claimant_in(row.text) == row.claimant);
  }
}

TEST_CASE("a word of several syllables is not cut at one that could end a noun phrase", "[sources]") {
  struct Row {
    const char* text;
    const char* candidate;
  };
  const Row rows[] = {
      {"Doanh thu của nhà ở xã hội đạt 15 tỷ đồng.", "nhà ở xã hội"},
      {"Tổng vốn của tuyến cao tốc Lộc An - Hàm Tân là 9.000 tỷ đồng.", "tuyến cao tốc Lộc An - Hàm Tân"},
      {"Khoảng cách giữa hai giá là 3 triệu đồng.", "Khoảng cách"},
  };
  socai::Extractor extractor(built_in_rules());
  for (const Row& row : rows) {
    INFO(row.text);
    bool found = false;
    for (const auto& decision : extractor.decisions(article_of(row.text))) {
      if (decision.model != "subject") continue;
      for (const auto& candidate : decision.candidates) found = found || candidate.value == row.candidate;
    }
    CHECK(found);
  }
}
