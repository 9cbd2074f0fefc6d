#include "probity/planning/cadence.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <ostream>

#include "date/civil.hpp"
#include "planning/words.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::Overloaded;

/// More slots than there are days, so that no product below overflows.
constexpr std::int64_t most_slots = std::int64_t{last_day_number} - first_day_number + 1;

/// The day of an anchor so many months later, clamped to the month's length.
std::optional<Date> months_after(const Date& anchor, std::int64_t months) {
    const auto [year, month, day] = detail::year_month_day(day_number(anchor));
    const std::int64_t index = std::int64_t{year} * 12 + (month - 1) + months;
    if (index / 12 > last_year) return std::nullopt;
    const auto to_year = static_cast<int>(index / 12);
    const auto to_month = static_cast<int>(index % 12) + 1;
    return make_date(to_year, to_month, std::min(day, detail::days_in_month(to_year, to_month)));
}

/// Slot k of so many a year that are no whole months apart.
std::optional<Date> part_of_year(const TimesAYear& cadence, std::int64_t k) {
    const std::int64_t year = k / cadence.times;
    const std::int64_t part = k % cadence.times;  // [0, times - 1]
    const auto begin = months_after(cadence.anchor, 12 * year);
    if (!begin) return std::nullopt;
    const auto end = months_after(cadence.anchor, 12 * (year + 1));
    // The year after 9999 would be as long as this one without its leap day.
    const std::int64_t days = end ? day_number(*end) - day_number(*begin) : 365;
    const std::int64_t day = day_number(*begin) + part * days / cadence.times;
    if (day > last_day_number) return std::nullopt;
    return date_of(day);
}

Date day_in(const Interval& days, const std::optional<Weekday>& weekday) {
    if (!weekday) return days.begin();
    const int ahead = (weekday->index() - weekday_of(days.begin()).index() + 7) % 7;
    return ahead < days.days() ? add_days(days.begin(), ahead) : days.begin();
}

void check_range(int number, int most, std::string_view kind) {
    if (number >= 1 && number <= most) return;
    throw ProbityError(detail::sentence(kind, {{"number", number}}));
}

void check(const TimesAYear& cadence) {
    check_range(cadence.times, 365, "cadence.times");
    static_cast<void>(day_number(cadence.anchor));
}

void check(const EveryMonths& cadence) {
    check_range(cadence.months, 1200, "cadence.months");
    static_cast<void>(day_number(cadence.anchor));
}

void check(const ByRule& cadence) { static_cast<void>(Recurrence(cadence.rule, cadence.start)); }

void check(const ByWeek& cadence) { static_cast<void>(spans(cadence.rule, cadence.start)); }

void check(const OnDates& cadence) {
    const auto& dates = cadence.dates;
    for (const Date& date : dates) static_cast<void>(day_number(date));
    const auto fault = std::adjacent_find(dates.begin(), dates.end(), std::greater_equal<>());
    if (fault == dates.end()) return;
    throw ProbityError(detail::sentence(
        "cadence.dates",
        {{"date", detail::written(*fault)}, {"next", detail::written(*(fault + 1))}}));
}

void check(const InEach& cadence) {
    const auto& days = cadence.occurrences;
    const auto fault = std::adjacent_find(days.begin(), days.end(), std::greater<>());
    if (fault == days.end()) return;
    throw ProbityError(detail::sentence(
        "cadence.occurrences", {{"days", to_string(*fault)}, {"next", to_string(*(fault + 1))}}));
}

/// A cadence ready to be asked: slot k as a function of k alone.
class CadenceSlots {
  public:
    explicit CadenceSlots(const Cadence& cadence) : at_(slots_of(cadence)) {
        if (const auto* weeks = std::get_if<ByWeek>(&cadence)) {
            const bool bounds_itself = std::holds_alternative<WeekdayOfWeek>(weeks->rule);
            to_anchor_ = bounds_itself ? 0 : -span_rule(weeks->rule).offset;
        }
    }

    [[nodiscard]] std::optional<Date> at(std::int64_t k) const { return at_(k); }

    /// The day by which a slot belongs to the version in force: the anchor of a week of the month.
    [[nodiscard]] DayNumber counts_on(const Date& nominal) const {
        return day_number(nominal) + to_anchor_;
    }

    /// The number of the first slot from a date on, or that of the first there is not.
    [[nodiscard]] std::int64_t first_from(const Date& date) const {
        const auto is_before = [&](std::int64_t k) {
            const auto day = at(k);
            return day && *day < date;
        };
        std::int64_t low = 0;   // every slot below it is before the date
        std::int64_t high = 1;  // after the search below: not before it
        while (is_before(high - 1)) {
            low = high;
            high *= 2;
        }
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (is_before(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

  private:
    using SlotAt = std::function<std::optional<Date>(std::int64_t)>;

    static SlotAt listed(std::vector<Date> dates) {
        return [dates = std::move(dates)](std::int64_t k) -> std::optional<Date> {
            if (k >= static_cast<std::int64_t>(dates.size())) return std::nullopt;
            return dates[static_cast<std::size_t>(k)];
        };
    }

    static SlotAt slots_of(const Cadence& cadence) {
        return std::visit(
            Overloaded{[](const TimesAYear& c) -> SlotAt {
                           if (12 % c.times == 0) return monthly(12 / c.times, c.anchor);
                           return [c](std::int64_t k) {
                               return k > most_slots ? std::nullopt : part_of_year(c, k);
                           };
                       },
                       [](const EveryMonths& c) -> SlotAt { return monthly(c.months, c.anchor); },
                       [](const ByRule& c) -> SlotAt {
                           return [dates = Recurrence(c.rule, c.start)](std::int64_t k) {
                               return dates.nth(k);
                           };
                       },
                       [](const ByWeek& c) -> SlotAt {
                           return [weeks = spans(c.rule, c.start)](std::int64_t k) {
                               const auto week = weeks.nth(k);
                               return week ? std::optional(week->begin()) : std::nullopt;
                           };
                       },
                       [](const OnDates& c) -> SlotAt { return listed(c.dates); },
                       [](const InEach& c) -> SlotAt {
                           std::vector<Date> dates;
                           for (const Interval& days : c.occurrences) {
                               dates.push_back(day_in(days, c.weekday));
                           }
                           // Where occurrences were moved together their weekdays may come crosswise.
                           std::sort(dates.begin(), dates.end());
                           return listed(std::move(dates));
                       }},
            cadence);
    }

    static SlotAt monthly(int months, const Date& anchor) {
        return [months, anchor](std::int64_t k) {
            return k > most_slots ? std::nullopt : months_after(anchor, k * months);
        };
    }

    SlotAt at_;
    /// Days from a slot to the day by which it counts.
    DayNumber to_anchor_ = 0;
};

/// Why a slot is on its date: the cadence, and what put it off.
Text reason_of(const Slot& slot, const Text& cadence, const WorkCalendar& workdays) {
    if (slot.nominal == slot.adjusted) return cadence;
    const Text adjusted = detail::written(slot.adjusted);
    const bool later = slot.nominal < slot.adjusted;
    return {.korean = cadence.korean + ". " + workdays.explain(slot.nominal, Language::korean) +
                      (later ? " 뒤로 미룬" : " 앞당긴") + " 날짜는 " + adjusted.korean + "입니다.",
            .english = cadence.english + ". " + workdays.explain(slot.nominal, Language::english) +
                       (later ? " It is put off to " : " It is brought forward to ") +
                       adjusted.english + "."};
}

}  // namespace

Cadence in_each(const Observance& observance, const Interval& window,
                const std::optional<Weekday>& weekday) {
    InEach cadence{.occurrences = {},
                   .weekday = weekday,
                   .title = observance.title,
                   .observance = observance.id};
    for (const Occurrence& occurrence : observance.occurrences(window)) {
        cadence.occurrences.push_back(occurrence.observed);
    }
    return cadence;
}

std::optional<Date> slot(const Cadence& cadence, std::int64_t k) {
    check(cadence);
    if (k < 0) {
        throw ProbityError(detail::sentence("cadence.slot", {{"number", k}}));
    }
    return CadenceSlots(cadence).at(k);
}

void check(const Cadence& cadence) {
    std::visit([](const auto& c) { check(c); }, cadence);
}

void check(std::span<const CadenceVersion> versions) {
    std::vector<Validity> days;
    for (const CadenceVersion& version : versions) {
        check(version.cadence);
        days.push_back(validity_of(version));
    }
    const auto faults = detail::version_faults_in_words(days, version_name<CadenceVersion>);
    if (faults.empty()) return;
    throw ProbityError(detail::sentence(
        "cadence.version", {{"number", faults.front().version}, {"fault", faults.front().text}}));
}

Versions<CadenceVersion> changed_cadence(Versions<CadenceVersion> versions, CadenceVersion next) {
    versions.add(std::move(next));
    check(versions);
    return versions;
}

std::vector<Slot> slots(std::span<const CadenceVersion> versions, const Interval& window,
                        const WorkCalendar& workdays, RollConvention roll) {
    check(versions);
    std::vector<Slot> found;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const CadenceVersion& version = versions[i];
        const CadenceSlots series(version.cadence);
        const Text words{.korean = describe(version.cadence, Language::korean),
                         .english = describe(version.cadence, Language::english)};
        for (std::int64_t k = series.first_from(window.begin());; ++k) {
            const auto nominal = series.at(k);
            if (!nominal || *nominal > window.last()) break;
            const DayNumber counts_on = series.counts_on(*nominal);
            if (version.begin && counts_on < day_number(*version.begin)) continue;
            if (version.end && counts_on >= day_number(*version.end)) break;
            Slot slot{.number = k,
                      .nominal = *nominal,
                      .adjusted = workdays.roll(*nominal, roll),
                      .version = i};
            slot.reason = reason_of(slot, words, workdays);
            found.push_back(std::move(slot));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Slot& a, const Slot& b) { return a.nominal < b.nominal; });
    return found;
}

std::ostream& operator<<(std::ostream& out, const Slot& slot) {
    out << to_string(slot.nominal);
    if (slot.adjusted != slot.nominal) out << " -> " << to_string(slot.adjusted);
    return out;
}

}  // namespace probity
