// How often a sentence says that something happens, without a day: a number in a period.
//
//     const HowOften often = parse_korean_quota("분기별 1회 이상");
//     often.times;                                                  // 1
//     quota(often, "council", make_date(2025, 6, 1)).per;           // QuotaPeriod::quarter
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/planning/quota.hpp"

namespace probity {

/// Whether a number is to be met or passed (이상), not to be passed (이내), or is just said.
enum class Bound : std::uint8_t { exactly, at_least, at_most };

/// "at_least", the name in C++ and Python.
[[nodiscard]] std::string_view to_string(Bound bound) noexcept;

/// A number of times in each period, as a sentence says it: 연 3회, 분기별 1회 이상.
struct HowOften {
    std::string text = {};
    int times = 1;
    QuotaPeriod per = QuotaPeriod::year;
    Bound bound = Bound::exactly;

    friend bool operator==(const HowOften&, const HowOften&) = default;
};

/// The quota of so many times a period, from the day `begin`. Throws ProbityError for a number that is
/// not to be passed: a quota is the least that must happen.
[[nodiscard]] Quota quota(const HowOften& often, std::string id, const Date& begin,
                          const std::optional<Date>& end = std::nullopt);

/// Its text.
[[nodiscard]] std::string to_string(const HowOften& often);
std::ostream& operator<<(std::ostream& out, const HowOften& often);

static_assert(std::regular<HowOften>);

}  // namespace probity
