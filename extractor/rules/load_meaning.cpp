// SPDX-License-Identifier: Apache-2.0
// The rules of what an amount is about and how surely: metrics.toml, modality.toml, periods.toml, weights.toml.
#include <map>

#include "extractor/claim/names.h"
#include "extractor/rules/builder.h"

namespace socai::rules {
namespace {

void add_metric_phrases(const std::vector<std::string>& phrases, Strength strength, std::uint32_t metric,
                        Builder* builder) {
  auto& list = builder->tables().metric_phrases;
  for (const auto& phrase : phrases) {
    builder->add_phrases({phrase}, PhraseClass::metric, list.size());
    list.push_back({metric, strength, phrase});
  }
}

}  // namespace

void load_metrics(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("metric")) {
    const auto index = static_cast<std::uint32_t>(tables.metrics.size());
    const auto id = file.text(*rule, "id");
    tables.metrics.push_back({id, file.texts(*rule, "part_of")});
    tables.metric_ids.push_back(id);
    for (const auto& whole : tables.metrics.back().part_of) tables.metric_parts.push_back({id, whole});
    add_metric_phrases(file.texts(*rule, "nouns"), Strength::noun, index, builder);
    add_metric_phrases(file.texts(*rule, "verbs"), Strength::verb, index, builder);
    add_metric_phrases(file.texts(*rule, "weak"), Strength::weak, index, builder);
    for (const auto& unit : file.texts(*rule, "per")) tables.unit_metrics.emplace(unit, index);
  }
  // Blocks take part in the contest of phrases and stand for no metric.
  for (const auto* rule : file.tables("block")) {
    add_metric_phrases(file.texts(*rule, "phrases"), Strength::noun, Tables::kNoMetric, builder);
  }
  builder->add_phrases(file.texts(file.root(), "change"), PhraseClass::change, 0);
  builder->add_phrases(file.texts(file.root(), "change_level"), PhraseClass::level, 0);
  builder->add_sets(file);
}

void load_modality(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("modality")) {
    const auto value = parse<Modality>(file.text(*rule, "value"));
    if (!value) file.fail(*rule, "no such modality");
    builder->add_phrases(file.texts(*rule, "before"), PhraseClass::modality_before, tables.modalities.size());
    builder->add_phrases(file.texts(*rule, "after"), PhraseClass::modality_after, tables.modalities.size());
    tables.modalities.push_back({file.text(*rule, "id"), *value});
  }
  // Blocks take part in every contest of phrases here, and then stand for nothing.
  for (const auto* rule : file.tables("block")) {
    for (const auto phrase_class : {PhraseClass::modality_before, PhraseClass::modality_after,
                                    PhraseClass::denial_before, PhraseClass::denial_after}) {
      builder->add_phrases(file.texts(*rule, "phrases"), phrase_class, Tables::kNoRule);
    }
  }
  for (const auto* rule : file.tables("denial")) {
    builder->add_phrases(file.texts(*rule, "before"), PhraseClass::denial_before, tables.denials.size());
    builder->add_phrases(file.texts(*rule, "after"), PhraseClass::denial_after, tables.denials.size());
    tables.denials.push_back({file.text(*rule, "id"), file.integer_or(*rule, "reach", 6)});
  }
  for (const auto* rule : file.tables("caveat")) {
    builder->add_phrases(file.texts(*rule, "phrases"), PhraseClass::caveat, tables.caveats.size());
    tables.caveats.push_back({file.text(*rule, "id")});
  }
  builder->add_sets(file);
}

void load_periods(const RuleFile& file, Builder* builder) {
  static const std::map<std::string, PeriodKind> kKinds = {{"unit", PeriodKind::unit},
                                                           {"half", PeriodKind::half},
                                                           {"months_of", PeriodKind::months_of},
                                                           {"relative", PeriodKind::relative},
                                                           {"vague", PeriodKind::vague}};
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("period")) {
    const auto kind = kKinds.find(file.text(*rule, "kind"));
    if (kind == kKinds.end()) file.fail(*rule, "no such kind of period");
    builder->add_phrases(file.texts(*rule, "phrases"), PhraseClass::period, tables.periods.size());
    tables.periods.push_back(
        {file.text(*rule, "id"), kind->second, file.integer_or(*rule, "offset", 0), file.text(*rule, "unit")});
  }
  builder->add_sets(file);
}

void load_weights(const RuleFile& file, Builder* builder) {
  for (const auto& [model, node] : file.root()) {
    const auto* table = node.as_table();
    if (table == nullptr) file.fail(node, "a [model] table of weights is wanted here");
    auto& weights = builder->tables().weights[std::string(model.str())];
    for (const auto& [feature, weight] : *table) {
      const auto value = weight.value<double>();
      if (!value) file.fail(weight, "a weight is a number");
      weights.emplace(feature.str(), *value);
    }
  }
}

}  // namespace socai::rules
