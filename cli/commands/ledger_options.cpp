// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/ledger_options.h"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "cli/program/suggest.h"
#include "extractor/read_amount.h"

namespace socai::cli {
namespace {

Error usage(const Context& context, const Text& what, std::string_view typed, const std::optional<std::string>& meant,
            const Text& otherwise) {
  const std::string advice = meant ? context.t({"did you mean '{0}'?", "có phải ý bạn là '{0}'?"}, {*meant})
                                   : std::string(context.t(otherwise));
  return Error(ExitCode::usage, "", context.t(what, {typed}), advice);
}

std::vector<std::string> currency_codes() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(
      ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status), &uenum_close);
  // The usual ones first: the first of equally near words is suggested.
  std::vector<std::string> list = {"VND", "USD", "EUR", "CNY", "JPY", "KRW", "GBP"};
  while (const char* code = uenum_next(codes.get(), nullptr, &status)) list.emplace_back(code);
  return list;
}

bool is_node_of(std::string_view node, std::string_view id) {
  return id == node || (id.starts_with(node) && id.size() > node.size() && id[node.size()] == '.');
}

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  const int day = (text[8] - '0') * 10 + (text[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

void AsOf::add_to(Commands* commands, CLI::App* command) {
  const Context& context = commands->context();
  command
      ->add_option("--as-of", text,
                   context.t({"The ledger as it stood: a version, a date (the end of that day in Ha Noi), or a time",
                              "Sổ cái tại thời điểm: số phiên bản, ngày (hết ngày đó, giờ Hà Nội), hoặc giờ"}))
      ->type_name("N|DATE");
}

std::optional<VersionNumber> AsOf::resolve(const Ledger& ledger) const {
  if (text.empty()) return std::nullopt;
  return ledger.resolve_as_of(text);
}

Ledger open_ledger(const Context& context) {
  const std::string path = context.ledger_path();
  try {
    return Ledger::open(path);
  } catch (const Error& error) {
    if (error.code != ExitCode::not_found) throw;
    throw Error(ExitCode::not_found, path, context.t({"no such ledger", "không có sổ cái này"}),
                context.t({"make one with: socai ingest FILE…; or name one with --ledger PATH",
                           "tạo sổ bằng: socai ingest FILE…; hoặc chỉ ra sổ bằng --ledger PATH"}));
  }
}

std::vector<std::string> names_for(const std::string& typed, const Rules& rules) {
  return {typed, rules.resolve_id(typed)};
}

std::string metric_for(const std::string& typed, const Ledger& ledger, Context* context) {
  std::vector<std::string> known = context->rules().metrics();
  const std::vector<std::string> used = ledger.metric_ids();
  known.insert(known.end(), used.begin(), used.end());
  const auto matches = [&](const std::string& id) { return is_node_of(typed, id); };
  const bool is_change = typed.ends_with(".change");
  if (is_change || std::any_of(known.begin(), known.end(), matches)) return typed;
  throw usage(*context, {"no metric '{0}'", "không có chỉ số '{0}'"}, typed, nearest(typed, known),
              {"metrics are ids such as cost.training, revenue, profit",
               "chỉ số là các mã như cost.training, revenue, profit"});
}

std::string currency_for(const std::string& typed, Context* context) {
  std::string code = typed;
  for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const std::vector<std::string> codes = currency_codes();
  if (std::find(codes.begin(), codes.end(), code) != codes.end()) return code;
  const auto amount = read_amount("1 " + typed, context->rules());
  if (amount && !amount->currency.empty() && !amount->implied_currency) return amount->currency;
  throw usage(*context, {"no currency '{0}'", "không có loại tiền '{0}'"}, typed, nearest(code, codes),
              {"currencies are ISO 4217 codes such as VND, USD, EUR", "loại tiền là mã ISO 4217 như VND, USD, EUR"});
}

Amount amount_for(const std::string& typed, const char* option, Context* context) {
  if (const auto amount = read_amount(typed, context->rules())) return *amount;
  throw Error(ExitCode::usage, option, context->t({"'{0}' is no amount", "'{0}' không phải là một số tiền"}, {typed}),
              context->t({"write it as people do: \"500 triệu USD\", \"1,6 tỷ\", \"1500000\"",
                          "viết như vẫn viết: \"500 triệu USD\", \"1,6 tỷ\", \"1500000\""}));
}

std::string day_for(const std::string& typed, const char* option, const Context& context) {
  if (is_day(typed)) return typed;
  if (typed.size() == 10 && typed[2] == '/' && typed[5] == '/') {
    std::string iso = typed.substr(6) + "-" + typed.substr(3, 2) + "-" + typed.substr(0, 2);
    if (is_day(iso)) return iso;
  }
  throw Error(ExitCode::usage, option, context.t({"'{0}' is no day", "'{0}' không phải là một ngày"}, {typed}),
              context.t({"write 2025-02-01 or 01/02/2025", "viết 2025-02-01 hoặc 01/02/2025"}));
}

}  // namespace socai::cli
