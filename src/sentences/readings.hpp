// From what a sentence says, in either language, to the rules that it may mean.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "probity/date/time_of_day.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/sentences/reading.hpp"
#include "probity/text/text.hpp"
#include "sentences/plan.hpp"
#include "sentences/scanner.hpp"

namespace probity::detail {

struct Readings {
    std::vector<Reading> readings = {};
    /// Whether the periods of the plan are years.
    bool yearly = false;
};

/// The readings of a plan. Throws RuleError for a plan that no rule gives, by the scanner's fail().
[[nodiscard]] Readings readings_of(const SentencePlan& plan, const SentenceScanner& scanner);

/// Readings that give the same days are one, under the names of all.
[[nodiscard]] std::vector<Reading> merged(const std::vector<Reading>& readings);

/// The words for a rule in both languages.
[[nodiscard]] Text described(const Rule& rule);

/// The reading that is one rule.
[[nodiscard]] Reading of_rule(const Rule& rule);

/// A time of day as a sentence gives it back.
[[nodiscard]] std::optional<std::chrono::seconds> since_midnight(
    const std::optional<TimeOfDay>& time);

/// Whether a rule has a date, from one start or another if it steps by more than one period.
[[nodiscard]] bool gives_a_day(const Rule& rule);

}  // namespace probity::detail
