// A period as a law states it: "within 14 days", "within one month".
//
//     LegalPeriod::days(14).number;            // 14
//     to_string(LegalPeriod::months(1));       // "1 month"
//
// How it is counted is the law's: see deadline.hpp.
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "probity/text/language.hpp"

namespace probity {

enum class PeriodUnit : std::uint8_t { days, weeks, months, years };

/// So many days, weeks, months or years.
struct LegalPeriod {
    std::int64_t number = 1;
    PeriodUnit unit = PeriodUnit::days;

    [[nodiscard]] static constexpr LegalPeriod days(std::int64_t n) noexcept {
        return {n, PeriodUnit::days};
    }
    [[nodiscard]] static constexpr LegalPeriod weeks(std::int64_t n) noexcept {
        return {n, PeriodUnit::weeks};
    }
    [[nodiscard]] static constexpr LegalPeriod months(std::int64_t n) noexcept {
        return {n, PeriodUnit::months};
    }
    [[nodiscard]] static constexpr LegalPeriod years(std::int64_t n) noexcept {
        return {n, PeriodUnit::years};
    }

    friend bool operator==(const LegalPeriod&, const LegalPeriod&) = default;
};

/// "14 days", "14일"; "1 month", "1개월".
[[nodiscard]] std::string describe(const LegalPeriod& period, Language language);
/// "14 days".
[[nodiscard]] std::string to_string(const LegalPeriod& period);
std::ostream& operator<<(std::ostream& out, const LegalPeriod& period);

/// "days", the unit's name in C++ and Python.
[[nodiscard]] std::string_view to_string(PeriodUnit unit) noexcept;
/// Reads "days". Throws ProbityError naming the units there are.
[[nodiscard]] PeriodUnit parse_period_unit(std::string_view text);

static_assert(std::regular<LegalPeriod>);

}  // namespace probity
