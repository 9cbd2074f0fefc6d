#include "probity/workdays/holiday_law.hpp"

#include <algorithm>

#include "probity/date/lunisolar.hpp"
#include "text/sentence.hpp"
#include "workdays/interpreter.hpp"
#include "workdays/row_dates.hpp"

namespace probity {
namespace {

using detail::LawView;

void require_lunar_horizon(std::span<const HolidayRow> rows, const Interval& horizon) {
    const bool any_lunar = std::any_of(
        rows.begin(), rows.end(), [](const HolidayRow& row) { return detail::is_lunar(row.rule); });
    if (!any_lunar) return;
    const Interval known =
        Interval::closed(make_date(first_lunar_year, 1, 1), make_date(last_lunar_year, 12, 31));
    if (!known.contains(horizon.begin()) || !known.contains(horizon.last())) {
        throw HorizonError(detail::sentence("horizon.lunar", {{"horizon", to_string(horizon)}}));
    }
}

InterpretedLaw interpret_view(const LawView& law, const Interval& horizon,
                              const std::optional<Date>& as_known_on) {
    for (const HolidayRow& row : law.rows) detail::require_valid(row);
    for (const DayBetweenTerm& term : law.days_between) detail::require_valid(term);
    require_lunar_horizon(law.rows, horizon);
    return detail::Interpreter(law, horizon, as_known_on).run();
}

}  // namespace

InterpretedLaw interpret(const HolidayLaw& law, const Interval& horizon,
                         const std::optional<Date>& as_known_on) {
    return interpret_view({law.rows, law.weekends, law.days_between}, horizon, as_known_on);
}

InterpretedLaw interpret(std::span<const HolidayRow> rows, const Interval& horizon,
                         const std::optional<Date>& as_known_on) {
    const WeekendTerm saturday_and_sunday;
    return interpret_view({rows, {&saturday_and_sunday, 1}, {}}, horizon, as_known_on);
}

}  // namespace probity
