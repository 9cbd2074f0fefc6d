// The names of kinds, states and outcomes, as documents write them: one list for each, in the order of
// its enumeration.
#pragma once

#include <array>
#include <string_view>

#include "probity/planning/activity.hpp"
#include "probity/planning/obligation.hpp"
#include "probity/planning/observance.hpp"
#include "probity/planning/quota.hpp"
#include "workdays/period_acts.hpp"

namespace probity::detail {

template <class Enum>
inline constexpr std::array<std::string_view, 0> names{};

template <>
inline constexpr auto names<ObservanceKind> = std::to_array<std::string_view>({"week", "day"});
template <>
inline constexpr auto names<OccurrenceStatus> =
    std::to_array<std::string_view>({"held", "not_held", "cancelled", "moved"});
template <>
inline constexpr auto names<ActivityCategory> = std::to_array<std::string_view>(
    {"other", "campaign", "education", "publicity", "culture", "support"});
template <>
inline constexpr auto names<QuotaSubject> =
    std::to_array<std::string_view>({"meetings", "occurrences"});
template <>
inline constexpr auto names<QuotaPeriod> =
    std::to_array<std::string_view>({"year", "half_year", "quarter", "month"});

template <>
inline constexpr auto names<ObligationPer> =
    std::to_array<std::string_view>({"institution", "unit", "official"});
template <>
inline constexpr auto names<ObligationAudience> =
    std::to_array<std::string_view>({"everyone", "newly_appointed", "senior", "prone_post"});
template <>
inline constexpr auto names<ObligationFollows> = std::to_array<std::string_view>(
    {"rule", "publication", "appointment", "entry", "leaving", "meeting", "task", "obligation",
     "matter", "seollal", "chuseok"});
template <>
inline constexpr auto names<ObligationUnit> =
    std::to_array<std::string_view>({"days", "weeks", "months", "years", "month_end"});
template <>
inline constexpr auto names<PeriodRule> = period_rule_names;

/// The name of a value of an enumeration that has a list.
template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
    return names<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace probity::detail
