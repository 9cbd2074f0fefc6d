#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/sentences/parse.hpp"
#include "sentences/english/description.hpp"
#include "sentences/english/grammar.hpp"
#include "sentences/english/scanner.hpp"
#include "sentences/readings.hpp"

namespace probity {
namespace {

using namespace detail;

/// Every third Wednesday as one in three, if no month or period says that it is counted.
std::optional<SentencePlan> one_in_so_many(const SentencePlan& plan) {
    const bool counted =
        !plan.months.empty() || plan.block != 0 || !plan.heads.empty() || plan.in_year;
    if (!plan.every_nth || counted || plan.every_nth->n < 2) return std::nullopt;
    SentencePlan stepped = plan;
    stepped.ordinals.clear();
    stepped.weekdays = {plan.every_nth->weekday};
    stepped.heads = {{Frequency::weekly, plan.every_nth->n}};
    return stepped;
}

/// What people write.
Sentence read_sentence(std::string_view text) {
    english::Scanner scanner(text, english::longest_sentence);
    const SentencePlan plan = english::read_plan(scanner);
    Readings found = readings_of(plan, scanner);
    if (const auto stepped = one_in_so_many(plan)) {
        const auto more = readings_of(*stepped, scanner).readings;
        found.readings.insert(found.readings.end(), more.begin(), more.end());
        found.readings = merged(found.readings);
    }
    return {.text = std::string(text),
            .language = Language::english,
            .readings = std::move(found.readings),
            .time = since_midnight(plan.time),
            .ends = since_midnight(plan.ends),
            .yearly = found.yearly};
}

/// A sentence that describe writes keeps its rule as it was told; other meanings of the words come
/// behind it.
Sentence read_described(std::string_view text, const english::Description& told) {
    const Frequency frequency = told.rule.frequency();
    Sentence sentence{.text = std::string(text),
                      .language = Language::english,
                      .readings = {of_rule(told.rule)},
                      .yearly = frequency == Frequency::yearly};
    if (const auto& time = told.time) {
        sentence.time = std::chrono::hours(time->hour) + std::chrono::minutes(time->minute) +
                        std::chrono::seconds(time->second.value_or(0));
    }
    if (frequency < Frequency::daily) return sentence;
    try {
        const Sentence other = read_sentence(text);
        std::vector<Reading> all = sentence.readings;
        all.insert(all.end(), other.readings.begin(), other.readings.end());
        all = merged(all);
        all.front() = std::move(sentence.readings.front());
        sentence.readings = std::move(all);
        sentence.yearly = other.yearly;
    } catch (const RuleError&) {
        // Not all that describe writes is what people write: the rule is its only reading.
    }
    return sentence;
}

}  // namespace

Sentence parse_english(std::string_view text) {
    const auto told = detail::english::read_description(text);
    return told ? read_described(text, *told) : read_sentence(text);
}

}  // namespace probity
