// A rule of an observance as a calendar file has it: as one RRULE, or as single events, and why.
#pragma once

#include <cstddef>
#include <optional>

#include "probity/exchange/icalendar.hpp"

namespace probity::detail {

/// A rule version of an observance, with the one RRULE that it is written as, if it is.
struct WrittenVersion {
    const Observance* observance;
    std::size_t version;
    std::optional<Interval> first;
    std::optional<Rule> rule;
    bool as_rule;
    WrittenRule report;

    [[nodiscard]] const RuleVersion& rule_version() const { return observance->rules[version]; }
};

/// A version of the rules of an observance, as it is written if rules are asked for so.
[[nodiscard]] WrittenVersion series_of(const Observance& observance, std::size_t version,
                                       IcsRecurring recurring);

}  // namespace probity::detail
