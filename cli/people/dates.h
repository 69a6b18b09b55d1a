// SPDX-License-Identifier: Apache-2.0
// Dates and times as people write them: vi "01/02/2025", en "Feb 1, 2025". What is not ISO 8601 is shown as given.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/people/text.h"

namespace socai::cli {

class Dates {
 public:
  explicit Dates(Lang lang);
  ~Dates();
  Dates(Dates&&) noexcept;

  // The day of an ISO 8601 date or time; its clock and offset are left out.
  std::string day(std::string_view iso) const;

  // A time in UTC ("2025-02-01T03:15:00Z") as day and clock in Viet Nam: "01/02/2025 10:15".
  std::string time(std::string_view iso) const;

 private:
  struct Formatter;
  std::string shown(std::string_view iso, int hour, int minute) const;

  std::unique_ptr<Formatter> formatter_;
};

}  // namespace socai::cli
