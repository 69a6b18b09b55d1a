// SPDX-License-Identifier: Apache-2.0
#include "ledger/amount_key.h"

namespace socai {
namespace {

constexpr int kBias = 500;

std::string significant_digits(const Decimal& value) {
  std::string digits;
  for (const char c : value.to_string()) {
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits.push_back(c);
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

}  // namespace

std::string amount_key(const Decimal& value) {
  if (value.is_zero()) return "O";
  auto key = std::to_string(value.leading_exponent() + kBias) + significant_digits(value);
  if (!value.is_negative()) return "P" + key;
  for (char& c : key) c = static_cast<char>('9' - (c - '0'));
  return "N" + key + "~";
}

}  // namespace socai
