// SPDX-License-Identifier: Apache-2.0
// Records made-up claims in a ledger and asks for them; prints one JSON object with the figures. tests/bench/ledger.py
// runs it and says what they mean.
//
// usage: ledger_bench LEDGER CLAIMS [record]
//
// With "record" it asks nothing, and does not verify.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/entity_id.h"
#include "ledger/ledger.h"

using namespace socai;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kClaimsPerArticle = 5;
constexpr int kClaimsPerVersion = 100000;
constexpr int kNames = 20000;
constexpr int kQueries = 400;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Few names are in many claims, many in few: rank r with a probability of about 1/r.
int zipf(std::mt19937_64* random) {
  const double u = std::uniform_real_distribution<double>(0, 1)(*random);
  return static_cast<int>(std::exp(u * std::log(kNames))) - 1;
}

Entity entity(const char* front, int number) {
  const auto name = std::string(front) + " " + std::to_string(number);
  return {name, entity_id(name), name};
}

const std::vector<std::string>& metrics() {
  static const std::vector<std::string> all = {"cost",       "cost.training", "cost.hardware", "revenue", "profit",
                                               "investment", "price",         "debt",          "payment", "fine"};
  return all;
}

// An article of news size and its claims.
ArticleClaims made(int number, std::mt19937_64* random) {
  ArticleClaims one;
  one.article.id = "article-" + std::to_string(number);
  one.article.url = "https://bao.example/" + std::to_string(number) + ".html";
  one.article.outlet = "bao" + std::to_string(number % 50) + ".example";
  one.article.published = "2025-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 10);
  one.article.title = "Bài số " + std::to_string(number);
  auto& text = one.article.text;
  for (int i = 0; i < kClaimsPerArticle; ++i) {
    Claim claim;
    claim.article = one.article.id;
    const auto digits = std::to_string(1 + (*random)() % 9000000);
    claim.sentence_start = text.size();
    text += "Theo nguồn tin của bài " + std::to_string(number) + ", con số của năm nay vào khoảng ";
    claim.start = text.size();
    claim.quote = digits + " triệu đồng";
    text += claim.quote;
    claim.end = text.size();
    text += ", cao hơn so với cùng kỳ năm ngoái và chưa bao gồm các khoản khác.";
    claim.sentence_end = text.size();
    text += "\n";
    Amount amount;
    amount.value = amount.min = amount.max = Decimal::parse(digits + "000000");
    amount.currency = "VND";
    claim.amount = amount;
    claim.claimant.entity = entity("Nguồn", zipf(random));
    claim.claimant.type = EntityType::organization;
    claim.claimant.attribution = Attribution::indirect;
    claim.claimant.cue = "theo";
    claim.subject = entity("Dự án", zipf(random));
    claim.metric = Metric{metrics()[(*random)() % metrics().size()], "con số"};
    claim.confidence_percent = 90;
    one.claims.push_back(std::move(claim));
  }
  return one;
}

struct Latency {
  double p50 = 0;
  double p99 = 0;
  double rows = 0;  // a page, on average
};

// Asks kQueries times for a page of 50.
Latency ask(const Ledger& ledger, const std::function<void(ClaimQuery*, std::mt19937_64*)>& fill) {
  std::mt19937_64 random(50);
  std::vector<double> times;
  Latency latency;
  for (int i = 0; i < kQueries; ++i) {
    ClaimQuery query;
    query.limit = 50;
    query.exact_ids = true;
    fill(&query, &random);
    const auto start = Clock::now();
    latency.rows += static_cast<double>(ledger.claims(query).rows.size()) / kQueries;
    times.push_back(seconds_since(start) * 1000);
  }
  std::sort(times.begin(), times.end());
  latency.p50 = times[times.size() / 2];
  latency.p99 = times[times.size() * 99 / 100];
  return latency;
}

void print(const char* name, const Latency& latency) {
  std::cout << ",\"" << name << "\":{\"p50_ms\":" << latency.p50 << ",\"p99_ms\":" << latency.p99
            << ",\"rows\":" << latency.rows << "}";
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Spent {
  double wall = 0;
  double processor = 0;
};

// What add() and seal() take; the making of the claims is not counted.
void record(Ledger* ledger, int first, int articles, std::mt19937_64* random, Spent* spent) {
  std::vector<ArticleClaims> batch;
  for (int i = 0; i < articles; ++i) batch.push_back(made(first + i, random));
  const auto start = Clock::now();
  const auto processor = processor_seconds();
  ledger->ingest(batch, {"2025-02-01T03:15:00Z", "bench", "", "rules"});
  spent->wall += seconds_since(start);
  spent->processor += processor_seconds() - processor;
}

void ask_all(const Ledger& ledger) {
  const auto old_version = std::max<VersionNumber>(1, ledger.head_number() / 2);
  const auto name = [](const char* front, std::mt19937_64* random) { return entity(front, zipf(random)).id; };
  print("by claimant",
        ask(ledger, [&](ClaimQuery* query, std::mt19937_64* random) { query->by = {name("Nguồn", random)}; }));
  print("by subject and metric", ask(ledger, [&](ClaimQuery* query, std::mt19937_64* random) {
          query->about = {name("Dự án", random)};
          query->metric = metrics()[(*random)() % metrics().size()];
        }));
  print("by subject and metric, newest first", ask(ledger, [&](ClaimQuery* query, std::mt19937_64* random) {
          query->about = {name("Dự án", random)};
          query->metric = metrics()[(*random)() % metrics().size()];
          query->newest_first = true;
        }));
  print("by claimant, as of an old version", ask(ledger, [&](ClaimQuery* query, std::mt19937_64* random) {
          query->by = {name("Nguồn", random)};
          query->as_of = old_version;
        }));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string path = arguments[1];
  const int claims = std::stoi(arguments[2]);
  const bool only_record = count > 3 && std::string_view(arguments[3]) == "record";
  std::mt19937_64 random(1);
  Spent spent;
  {
    auto ledger = Ledger::open_or_create(path);
    const int articles = claims / kClaimsPerArticle;
    const int a_version = std::min(articles, kClaimsPerVersion / kClaimsPerArticle);
    for (int first = 0; first < articles; first += a_version) {
      record(&ledger, first, std::min(a_version, articles - first), &random, &spent);
    }
  }
  const auto ledger = Ledger::open(path);
  std::cout << "{\"claims\":" << claims << ",\"versions\":" << ledger.head_number()
            << ",\"record_seconds\":" << spent.wall << ",\"record_processor_seconds\":" << spent.processor
            << ",\"bytes\":" << std::filesystem::file_size(path);
  if (only_record) {
    std::cout << "}\n";
    return 0;
  }
  ask_all(ledger);
  const auto start = Clock::now();
  const bool sound = ledger.verify().ok();
  std::cout << ",\"verify_seconds\":" << seconds_since(start) << ",\"sound\":" << (sound ? "true" : "false") << "}\n";
  return sound ? 0 : 1;
}
