#include "probity/workdays/legal_period.hpp"

#include <array>
#include <cstddef>
#include <ostream>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::string_view, 4> unit_names{"days", "weeks", "months", "years"};
constexpr std::array<std::string_view, 4> one_of_each{"day", "week", "month", "year"};
constexpr std::array<std::string_view, 4> korean_units{"일", "주", "개월", "년"};

}  // namespace

std::string_view to_string(PeriodUnit unit) noexcept {
    return unit_names[static_cast<std::size_t>(unit)];
}

PeriodUnit parse_period_unit(std::string_view text) {
    for (std::size_t i = 0; i < unit_names.size(); ++i) {
        if (unit_names[i] == text) return static_cast<PeriodUnit>(i);
    }
    throw ProbityError(detail::sentence("period.no_unit", {{"text", detail::printable(text)}}));
}

std::string describe(const LegalPeriod& period, Language language) {
    const auto unit = static_cast<std::size_t>(period.unit);
    const std::string number = std::to_string(period.number);
    if (language == Language::korean) return number + std::string(korean_units[unit]);
    return number + " " + std::string((period.number == 1 ? one_of_each : unit_names)[unit]);
}

std::string to_string(const LegalPeriod& period) { return describe(period, Language::english); }

std::ostream& operator<<(std::ostream& out, const LegalPeriod& period) {
    return out << to_string(period);
}

}  // namespace probity
