// SPDX-License-Identifier: Apache-2.0
// Audits made-up claims; prints one JSON object with the figures. tests/bench/audit.py runs it and says what they mean.
//
// usage: audit_bench full CLAIMS | audit_bench one CLAIMS | audit_bench rows CLAIMS > FILE
//
// Events of five articles within three days, each article with a claim on each of five subjects; a subject is in two
// events, months apart. One figure in twenty is told otherwise by one article.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "extractor/claim/entity_id.h"
#include "ledger/audit/incremental.h"

using namespace socai;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPerEvent = 5;  // articles, and subjects
constexpr int kUpdates = 200;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Resident memory at its height, in bytes.
std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      std::size_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes * 1024;
    }
  }
  return 0;
}

// SplitMix64, one step.
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15U;
  number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9U;
  number = (number ^ (number >> 27)) * 0x94D049BB133111EBU;
  return number ^ (number >> 31);
}

// A made-up word for a number: numbers far apart share no word.
std::string word_of(unsigned number) {
  static const std::string consonants = "bcdghklmnprstvx";
  static const std::string vowels = "aeiou";
  std::string word;
  for (auto rest = mixed(number) % 100'000'000; word.size() < 8; rest /= 75) {
    word += consonants[rest % 75 / 5];
    word += vowels[rest % 5];
  }
  return word;
}

std::string name_of(unsigned number) {
  auto name = word_of(number);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

class MadeNews {
 public:
  explicit MadeNews(int claims) : events_(claims / (kPerEvent * kPerEvent)) {}

  int articles() const { return events_ * kPerEvent; }
  static std::string id_of(int article) { return "article-" + std::to_string(article); }

  // `retold` changes one figure of the article.
  std::vector<RecordedClaim> claims_of(int article, bool retold) const {
    static const std::vector<std::string> metrics = {"revenue", "cost", "debt", "investment", "profit"};
    const int event = article / kPerEvent;
    std::vector<RecordedClaim> rows;
    for (int i = 0; i < kPerEvent; ++i) {
      // The second half of the events is on the subjects of the first.
      const int subject = (event % ((events_ + 1) / 2)) * kPerEvent + i;
      RecordedClaim row;
      row.id = id_of(article) + "-" + std::to_string(i);
      row.article.id = row.claim.article = id_of(article);
      row.article.outlet = "bao" + std::to_string(article % 50) + ".example";
      row.article.published = day_of(event, article % kPerEvent);
      const auto seed = static_cast<unsigned>(event * kPerEvent + i);
      auto value = Decimal::from_int(1001 + static_cast<std::int64_t>(mixed(seed) % 8000)).times_power_of_ten(8);
      const bool other = mixed(seed + 7) % 20 == 0 && article % kPerEvent == 3;
      if (other || (retold && i == 0)) value = value->plus(*Decimal::from_int(137).times_power_of_ten(8));
      row.claim.amount = Amount{value, value, value, "VND", Relation::exact, std::nullopt, false};
      row.claim.quote = value->to_string() + " đồng";
      const auto name =
          name_of(static_cast<unsigned>(subject) * 2) + " " + name_of(static_cast<unsigned>(subject) * 2 + 1);
      row.claim.subject = Entity{name, entity_id(name), name};
      row.claim.metric = Metric{metrics[static_cast<std::size_t>(i)], "số"};
      const auto source = name_of(seed + 500'000'000U + static_cast<unsigned>(article % kPerEvent) * 7'000'000U);
      row.claim.claimant.entity = {source, entity_id(source), source};
      row.claim.claimant.type = EntityType::organization;
      row.sentence = source + " nói";
      for (unsigned word = 0; word < 5; ++word) row.sentence += " " + word_of(1'000'000'000U + seed * 8 + word);
      row.sentence += " của " + name + " là ";
      row.claim.sentence_start = static_cast<std::size_t>(i) * 200;
      row.claim.start = row.claim.sentence_start + row.sentence.size();
      row.claim.end = row.claim.start + row.claim.quote.size();
      row.sentence += row.claim.quote + " " + word_of(1'000'000'000U + seed * 8 + 5) + ".";
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  std::string day_of(int event, int place) const {
    const int half = (events_ + 1) / 2;
    const int number = event % half % 300;  // days of the year, its second half a year later
    return std::to_string(2023 + event / half) + "-" + two_digits(1 + number / 25) + "-" +
           two_digits(1 + number % 25 + place / 2);
  }

  int events_;
};

int full(const MadeNews& news) {
  std::vector<RecordedClaim> claims;
  for (int i = 0; i < news.articles(); ++i) {
    for (auto& row : news.claims_of(i, false)) claims.push_back(std::move(row));
  }
  const auto held = peak_memory();
  const auto start = Clock::now();
  const auto findings = audit(claims);
  std::cout << "{\"seconds\":" << seconds_since(start) << ",\"findings\":" << findings.size()
            << ",\"claims\":" << claims.size() << ",\"bytes_of_claims\":" << held << ",\"bytes\":" << peak_memory()
            << "}\n";
  return 0;
}

int one(const MadeNews& news) {
  IncrementalAudit::Articles all;
  for (int i = 0; i < news.articles(); ++i) all.emplace(MadeNews::id_of(i), news.claims_of(i, false));
  IncrementalAudit audit((AuditOptions()));
  const auto start = Clock::now();
  audit.update(std::move(all));
  const double first = seconds_since(start);
  std::mt19937 random(1);
  std::vector<double> times;
  std::size_t appeared = 0;
  for (int i = 0; i < kUpdates; ++i) {
    const int article = static_cast<int>(random() % static_cast<unsigned>(news.articles()));
    IncrementalAudit::Articles few;
    few.emplace(MadeNews::id_of(article), news.claims_of(article, true));
    const auto begin = Clock::now();
    appeared += audit.update(std::move(few)).appeared.size();
    times.push_back(seconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  std::cout << "{\"first\":" << first << ",\"median\":" << times[times.size() / 2]
            << ",\"p99\":" << times[times.size() * 99 / 100] << ",\"most\":" << times.back()
            << ",\"appeared\":" << appeared << ",\"bytes\":" << peak_memory() << "}\n";
  return 0;
}

int rows(const MadeNews& news) {
  for (int i = 0; i < news.articles(); ++i) {
    for (const auto& row : news.claims_of(i, false)) {
      std::cout << row.id << '\t' << row.article.id << '\t' << *row.article.published << '\t' << row.claim.subject->id
                << '\t' << row.claim.metric->id << '\t' << row.claim.amount->value->to_string() << '\t' << row.sentence
                << '\n';
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string what = count > 1 ? words[1] : "";
  const MadeNews news(count > 2 ? std::stoi(words[2]) : 0);
  if (news.articles() > 0 && what == "full") return full(news);
  if (news.articles() > 0 && what == "one") return one(news);
  if (news.articles() > 0 && what == "rows") return rows(news);
  std::cerr << "usage: audit_bench full|one|rows CLAIMS\n";
  return 2;
}
