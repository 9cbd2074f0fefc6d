#include "workdays/row_dates.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "date/text.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// Easter Sunday of a Gregorian year, by the rule of 1582: the Sunday after the ecclesiastical full
/// moon on or after 21 March.
DayNumber easter_sunday(int year) {
    const int golden = year % 19;  // [0, 18]
    const int century = year / 100;
    const int skipped_leap_days = century - century / 4;
    const int moon_correction = (8 * century + 13) / 25;
    int after_equinox = (19 * golden + skipped_leap_days - moon_correction + 15) % 30;  // [0, 29]
    // Two full moons that would fall on 19 April, or on a day that the cycle has already, are a day
    // earlier.
    if (after_equinox == 29 || (after_equinox == 28 && golden > 10)) --after_equinox;
    const DayNumber full_moon = day_number_of(year, 3, 21) + after_equinox;
    return full_moon + 7 - (weekday_index(full_moon) + 1) % 7;
}

/// The day of a year's rule in one year.
struct DayInYear {
    int year;

    std::optional<DayNumber> operator()(const FixedDay& fixed) const {
        if (fixed.day > days_in_month(year, fixed.month)) return std::nullopt;
        return day_number_of(year, fixed.month, fixed.day);
    }
    std::optional<DayNumber> operator()(const LunarDay& lunar) const {
        // The years at the edge of the horizon may have no lunar table while all of the horizon's own
        // days do.
        if (year < first_lunar_year || year > last_lunar_year) return std::nullopt;
        return day_number(LunarDate(year, lunar.month, lunar.day).to_date()) + lunar.offset;
    }
    std::optional<DayNumber> operator()(const EasterDay& easter) const {
        return easter_sunday(year) + easter.offset;
    }
};

template <class OfYear>
std::vector<DayNumber> yearly_days(const OfYear& rule, DayNumber first, DayNumber last) {
    std::vector<DayNumber> days;
    // A lunar day may fall in the next year, and any with an offset a year farther off.
    for (int year = year_day(first).year - 2; year <= year_day(last).year + 1; ++year) {
        const std::optional<DayNumber> day = DayInYear{year}(rule);
        if (day && *day >= first && *day <= last) days.push_back(*day);
    }
    return days;
}

struct DaysOfRule {
    const HolidayRow& row;
    DayNumber first;
    DayNumber last;

    std::vector<DayNumber> operator()(const FixedDay& rule) const {
        return yearly_days(rule, first, last);
    }
    std::vector<DayNumber> operator()(const LunarDay& rule) const {
        return yearly_days(rule, first, last);
    }
    std::vector<DayNumber> operator()(const EasterDay& rule) const {
        return yearly_days(rule, first, last);
    }
    std::vector<DayNumber> operator()(const ElectionDay&) const { return {}; }
    std::vector<DayNumber> operator()(const OneDate& once) const {
        const DayNumber day = day_number(once.date);
        if (day < first || day > last) return {};
        return {day};
    }
    std::vector<DayNumber> operator()(const ListedDates& listed) const {
        std::vector<DayNumber> days;
        for (const Date& date : listed.dates) {
            const DayNumber day = day_number(date);
            if (day >= first && day <= last) days.push_back(day);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }
    std::vector<DayNumber> operator()(const Rule& rule) const {
        const Recurrence recurrence(rule, row.from);
        const DayNumber known = is_lunar(rule) ? std::min(last, last_lunar_day) : last;
        if (known < first) return {};
        std::optional<Date> end;
        if (known < last_day_number) end = unchecked_date(known + 1);
        std::vector<DayNumber> days;
        for (const Date& date : recurrence.between(unchecked_date(first), end)) {
            days.push_back(day_number(date));
        }
        return days;
    }
};

// Parts of a row ----------------------------------------------------------------------------------

/// Keeps a date close to the year that it is computed from.
constexpr int longest_year = 366;

/// The fault of a rule; empty if it has none.
struct FaultOfRule {
    Text operator()(const FixedDay& fixed) const {
        // 2000 has every date that any year has.
        if (fixed.month >= 1 && fixed.month <= 12 && fixed.day >= 1 &&
            fixed.day <= days_in_month(2000, fixed.month)) {
            return {};
        }
        return sentence("holiday.no_such_day", {{"day", fixed.day}, {"month", fixed.month}});
    }
    Text operator()(const LunarDay& lunar) const {
        // A month of 30 days in one year may have 29 in another.
        if (lunar.month < 1 || lunar.month > 12 || lunar.day < 1 || lunar.day > 29) {
            return sentence("holiday.lunar_day");
        }
        return offset(lunar.offset);
    }
    Text operator()(const EasterDay& easter) const { return offset(easter.offset); }
    Text operator()(const ElectionDay& election) const {
        if (election.term_end.is_special()) return sentence("holiday.no_term_end");
        if (election.term_years < 1) return sentence("holiday.term_years");
        if (election.days_before >= 0 && election.days_before <= longest_year) return {};
        return sentence("holiday.polling", {{"days", election.days_before}});
    }
    Text operator()(const OneDate& once) const {
        return once.date.is_special() ? sentence("holiday.no_date") : Text{};
    }
    Text operator()(const ListedDates& listed) const {
        if (listed.dates.empty()) return sentence("holiday.no_dates");
        for (const Date& date : listed.dates) {
            if (date.is_special()) return sentence("holiday.no_date_listed");
        }
        return {};
    }
    Text operator()(const Rule& rule) const {
        if (rule.frequency() >= Frequency::daily) return {};
        return sentence("holiday.frequency", {{"rule", to_string(rule)}});
    }

    static Text offset(int days) {
        if (days >= -longest_year && days <= longest_year) return {};
        return sentence("holiday.offset", {{"days", days}});
    }
};

bool is_listed_by_date(const HolidayRule& rule) {
    return std::holds_alternative<OneDate>(rule) || std::holds_alternative<ListedDates>(rule);
}

/// The fault of an end; empty if it has none, or if the first day is not said.
Text fault_of_end(std::string_view kind, const Date& from, const std::optional<Date>& until) {
    if (!until || from.is_special() || *until > from) return {};
    return sentence(kind, {{"until", written(*until)}, {"from", written(from)}});
}

Text fault_of(const HolidayRow& row) {
    if (Text fault = std::visit(FaultOfRule{}, row.rule); !fault.empty()) return fault;
    for (const SubstituteTerm& term : row.substitutes) {
        if (term.from.is_special()) return sentence("holiday.substitutes_without_begin");
        if (Text fault = fault_of_end("holiday.substitutes_end", term.from, term.until);
            !fault.empty()) {
            return fault;
        }
    }
    if (Text fault = fault_of_end("holiday.end", row.from, row.until); !fault.empty()) {
        return fault;
    }
    if (row.kind == HolidayKind::half_day && !row.substitutes.empty()) {
        return sentence("holiday.half_day");
    }
    for (const FurtherBasis& further : row.further) {
        if (further.decided_on.is_special()) {
            return sentence("holiday.further_basis");
        }
    }
    if (is_listed_by_date(row.rule)) return {};
    if (!row.decided_on) return sentence("holiday.not_decided");
    if (row.from.is_special()) return sentence("holiday.no_first_day");
    return {};
}

}  // namespace

bool is_lunar(const HolidayRule& rule) noexcept {
    const Rule* recurring = std::get_if<Rule>(&rule);
    return std::holds_alternative<LunarDay>(rule) ||
           (recurring != nullptr && recurring->scale() == Scale::dangi);
}

std::vector<DayNumber> days_of_row(const HolidayRow& row, DayNumber first, DayNumber last) {
    return std::visit(DaysOfRule{row, first, last}, row.rule);
}

void refuse(const HolidayRow& row, const Text& fault) {
    const std::string& name = row.name.empty() ? row.name_en : row.name;
    throw ProbityError(sentence("holiday.row", {{"name", printable(name)}, {"fault", fault}}));
}

void require_valid(const HolidayRow& row) {
    if (const Text fault = fault_of(row); !fault.empty()) refuse(row, fault);
}

void require_valid(const DayBetweenTerm& term) {
    const Text fault = term.from.is_special()
                           ? sentence("holiday.between_without_begin")
                           : fault_of_end("holiday.between_end", term.from, term.until);
    if (fault.empty()) return;
    const std::string& name = term.name.empty() ? term.name_en : term.name;
    throw ProbityError(
        sentence("holiday.days_between", {{"name", printable(name)}, {"fault", fault}}));
}

}  // namespace probity::detail
