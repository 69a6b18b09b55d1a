// SPDX-License-Identifier: Apache-2.0
#include "cli/people/words.h"

namespace socai::cli {

Text word_of(Attribution value) {
  switch (value) {
    case Attribution::direct: return {"in quotation marks", "trích nguyên văn"};
    case Attribution::indirect: return {"reported", "thuật lại"};
    case Attribution::narrator: break;
  }
  return {"the article's own voice", "lời của bài báo"};
}

Text word_of(Modality value) {
  switch (value) {
    case Modality::stated: return {"stated", "khẳng định"};
    case Modality::estimate: return {"estimate", "ước tính"};
    case Modality::possible: return {"possible", "có thể"};
    case Modality::forecast: return {"forecast", "dự báo"};
    case Modality::plan: return {"plan", "kế hoạch"};
    case Modality::hypothetical: break;
  }
  return {"hypothetical", "giả định"};
}

Text word_of(Zone value) {
  switch (value) {
    case Zone::headline: return {"headline", "tiêu đề"};
    case Zone::lede: return {"lede", "sapo"};
    case Zone::body: return {"body", "thân bài"};
    case Zone::related: return {"related link", "tin liên quan"};
    case Zone::caption: return {"caption", "chú thích ảnh"};
    case Zone::boilerplate: break;
  }
  return {"boilerplate", "ngoài bài"};
}

Text word_of(Relation value) {
  switch (value) {
    case Relation::exact: return {"exact", "đúng"};
    case Relation::approx: return {"about", "khoảng"};
    case Relation::nearly: return {"nearly", "gần"};
    case Relation::at_least: return {"at least", "ít nhất"};
    case Relation::more_than: return {"more than", "hơn"};
    case Relation::at_most: return {"at most", "tối đa"};
    case Relation::less_than: return {"less than", "dưới"};
    case Relation::up_to: return {"up to", "tới"};
    case Relation::range: return {"range", "khoảng từ – đến"};
    case Relation::vague: break;
  }
  return {"vague", "áng chừng"};
}

}  // namespace socai::cli
