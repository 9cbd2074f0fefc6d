#include "probity/planning/obligation.hpp"

#include <algorithm>

#include "date/civil.hpp"
#include "planning/names.hpp"
#include "planning/words.hpp"
#include "probity/date/lunisolar.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::sentence;
using enum ObligationFollows;

bool is_before_holiday(ObligationFollows follows) {
    return follows == seollal || follows == chuseok;
}

Date holiday_of(ObligationFollows follows, int year) {
    return (follows == seollal ? LunarDate(year, 1, 1) : LunarDate(year, 8, 15)).to_date();
}

LegalPeriod period_of(const Obligation& obligation) {
    switch (obligation.unit) {
        case ObligationUnit::days:
            return LegalPeriod::days(obligation.within);
        case ObligationUnit::weeks:
            return LegalPeriod::weeks(obligation.within);
        case ObligationUnit::years:
            return LegalPeriod::years(obligation.within);
        case ObligationUnit::months:
        case ObligationUnit::month_end:
            break;
    }
    return LegalPeriod::months(obligation.within);
}

Date end_of_month(const Date& date) {
    const int year = date.year();
    const int month = date.month();
    return make_date(year, month, detail::days_in_month(year, month));
}

/// The working day so many days before a holiday, or the last one before that.
Deadline before_holiday(const Obligation& obligation, const WorkCalendar& calendar,
                        const Date& holiday) {
    const Date nominal = add_days(holiday, -obligation.within);
    const Date day = calendar.roll(nominal, RollConvention::preceding);
    const Text words = sentence(
        obligation.follows == seollal ? "obligation.before_seollal" : "obligation.before_chuseok",
        {{"days", obligation.within},
         {"holiday", detail::written(holiday)},
         {"date", detail::written(day)}});
    return {.date = day,
            .nominal = nominal,
            .advised = day,
            .text = words.korean,
            .text_en = words.english};
}

/// A day by which something has to be done whatever day it is.
Deadline on_the_day(const WorkCalendar& calendar, const Date& day) {
    const Date advised = calendar.roll(day, RollConvention::preceding);
    const Text words =
        sentence(advised == day ? "obligation.on_day" : "obligation.on_day_off",
                 {{"date", detail::written(day)}, {"advised", detail::written(advised)}});
    return {.date = day,
            .nominal = day,
            .advised = advised,
            .text = words.korean,
            .text_en = words.english};
}

/// The fault of the record that an obligation follows, or of its audience.
ObligationFault fault_of_links(const Obligation& obligation) {
    const ObligationFollows follows = obligation.follows;
    const Text name = Text::in_any_language(std::string(to_string(follows)));
    const bool of_record =
        follows == meeting || follows == task || follows == ObligationFollows::obligation;
    if (of_record && obligation.of.empty()) {
        return {"of", sentence("obligation.follows_nothing", {{"follows", name}})};
    }
    if (!of_record && !obligation.of.empty()) {
        return {"of", sentence("obligation.of_needless", {{"follows", name}})};
    }
    if ((follows == matter) == obligation.matter_kind.empty()) {
        return {"matter_kind", sentence("obligation.matter_kind")};
    }
    const bool of_official = follows == appointment || follows == entry || follows == leaving;
    if (of_official && obligation.per != ObligationPer::official) {
        return {"per", sentence("obligation.per_official", {{"follows", name}})};
    }
    if ((follows == matter || follows == task) && obligation.per != ObligationPer::institution) {
        return {"per", sentence("obligation.per_institution", {{"follows", name}})};
    }
    if (obligation.audience != ObligationAudience::everyone &&
        obligation.per != ObligationPer::official) {
        return {"audience", sentence("obligation.audience")};
    }
    return {};
}

/// The fault of its period.
ObligationFault fault_of_period(const Obligation& obligation) {
    const ObligationFollows follows = obligation.follows;
    if ((follows == rule) != obligation.rule.has_value()) {
        return {"rule", sentence("obligation.rule")};
    }
    if (obligation.rule) static_cast<void>(span_rule(*obligation.rule));
    if (follows != rule && obligation.within == 0) {
        return {"within", sentence("obligation.within")};
    }
    if (!obligation.put_off && (follows != rule || obligation.within != 0)) {
        return {"put_off", sentence("obligation.put_off")};
    }
    if (is_before_holiday(follows) && obligation.unit != ObligationUnit::days) {
        return {"unit", sentence("obligation.unit_of_holiday")};
    }
    const bool is_civil = obligation.counting == PeriodRule::civil;
    if (!is_civil && (obligation.within == 0 || obligation.unit == ObligationUnit::month_end ||
                      is_before_holiday(follows))) {
        return {"counting", sentence("obligation.counting")};
    }
    if (obligation.counting == PeriodRule::petition && obligation.unit == ObligationUnit::days &&
        obligation.within <= 5) {
        return {"within", sentence("obligation.hours")};
    }
    return {};
}

}  // namespace

Deadline deadline_of(const Obligation& obligation, const WorkCalendar& calendar,
                     const Date& start) {
    if (is_before_holiday(obligation.follows)) return before_holiday(obligation, calendar, start);
    if (obligation.within == 0 && !obligation.put_off) return on_the_day(calendar, start);
    if (obligation.within == 0) return statutory_day(calendar, start);
    const LegalPeriod period = period_of(obligation);
    if (obligation.unit != ObligationUnit::month_end) {
        return deadline(calendar, start, period, {.rule = obligation.counting});
    }
    const Date up = deadline(calendar, start, period).nominal;
    return statutory_day(calendar, end_of_month(up));
}

ObligationDue due_on(const Obligation& obligation, const WorkCalendar& calendar,
                     const Date& start) {
    const Deadline found = deadline_of(obligation, calendar, start);
    return {.date = found.date, .nominal = found.nominal, .advised = found.advised};
}

std::vector<ObligationStart> recurring_starts(const Obligation& obligation,
                                              const Interval& window) {
    std::vector<ObligationStart> found;
    const auto in_force = Interval(obligation.begin.value_or(first_date()), obligation.end);
    const auto days = in_force.meet(window);
    if (!days) return found;
    if (is_before_holiday(obligation.follows)) {
        for (int year = days->begin().year(); year <= days->last().year(); ++year) {
            const Date holiday = holiday_of(obligation.follows, year);
            if (days->contains(holiday)) found.push_back({std::to_string(year), holiday});
        }
    }
    if (!obligation.rule) return found;
    const Observance recurring{.kind = ObservanceKind::day, .rules = {{.rule = *obligation.rule}}};
    for (const Occurrence& occurrence : recurring.occurrences(*days)) {
        const Date start = occurrence.observed.last();
        if (days->contains(start)) found.push_back({occurrence.period, start});
    }
    return found;
}

namespace detail {

Interval starts_for(const Obligation& obligation, const Interval& window) {
    // A last day is put off by less than a month, and a month's end is one more away.
    constexpr std::int64_t slack = 62;
    const std::int64_t days_in_unit = obligation.unit == ObligationUnit::days    ? 1
                                      : obligation.unit == ObligationUnit::weeks ? 7
                                      : obligation.unit == ObligationUnit::years ? 366
                                                                                 : 31;
    // Of a petition days off do not count.
    const std::int64_t reach = obligation.within * days_in_unit * 2 + slack;
    const std::int64_t first =
        std::max<std::int64_t>(std::int64_t{day_number(window.begin())} - reach, first_day_number);
    const std::int64_t last =
        std::min<std::int64_t>(std::int64_t{day_number(window.last())} + reach, last_day_number);
    return Interval::closed(date_of(static_cast<DayNumber>(first)),
                            date_of(static_cast<DayNumber>(last)));
}

bool can_be_due(const Obligation& obligation, const Date& start, const Interval& window) {
    const std::int64_t days_in_unit = obligation.unit == ObligationUnit::days    ? 1
                                      : obligation.unit == ObligationUnit::weeks ? 7
                                      : obligation.unit == ObligationUnit::years ? 365
                                                                                 : 28;
    const std::int64_t first = day_number(start);
    if (is_before_holiday(obligation.follows)) {
        return first - obligation.within >= day_number(window.begin());
    }
    return first + obligation.within * days_in_unit - 1 <= day_number(window.last());
}

bool is_recurring(const Obligation& obligation) {
    return obligation.follows == rule || is_before_holiday(obligation.follows);
}

}  // namespace detail

ObligationFault fault_of(const Obligation& obligation) {
    ObligationFault fault = fault_of_links(obligation);
    return fault.text.empty() ? fault_of_period(obligation) : fault;
}

std::string_view to_string(ObligationPer per) noexcept { return detail::name_of(per); }
std::string_view to_string(ObligationAudience audience) noexcept {
    return detail::name_of(audience);
}
std::string_view to_string(ObligationFollows follows) noexcept { return detail::name_of(follows); }
std::string_view to_string(ObligationUnit unit) noexcept { return detail::name_of(unit); }

}  // namespace probity
