// The grammar is that of src/recurrence/words/describe_english.cpp, from words to the parts of a rule.
// A part says the same wherever it stands: it names days that every date of the rule is among.
#include "sentences/english/description.hpp"

#include <algorithm>
#include <string>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"

namespace probity::detail::english {
namespace {

bool is_long(Frequency frequency) {
    return frequency == Frequency::monthly || frequency == Frequency::yearly;
}

class DescriptionReader : public PartReader {
  public:
    using PartReader::PartReader;

    bool read() {
        return rule() && times() && only_in_months() && conditions_behind_times() &&
               positions_behind_times() && notes() && end() && s.done();
    }

  private:
    // ------------------------------------------------------------------ the whole, by FREQ

    bool rule() {
        if (s.take(U"on")) return days_of_every_month();
        if (s.take(U"every weekday")) {
            parts.frequency = Frequency::weekly;
            parts.weekdays = run(0, 4);
            in_months();
            return true;
        }
        if (!every()) return false;
        return is_long(parts.frequency) ? days_of_period() : days_of_week_or_less();
    }

    bool every() {
        if (!s.take(U"every")) return false;
        if (const auto number = figures()) {
            parts.interval = *number;
        } else if (s.take(U"second")) {
            if (!period_ahead()) {
                parts.frequency = Frequency::secondly;
                return true;
            }
            parts.interval = 2;
        }
        parts.lunar = s.take(U"lunar");
        const Frequency* const period = s.take_word(periods);
        if (period != nullptr) parts.frequency = *period;
        return period != nullptr;
    }

    bool period_ahead() {
        const std::size_t mark = s.at;
        const bool found = s.take(U"lunar") || s.take_word(periods) != nullptr;
        s.at = mark;
        return found;
    }

    bool days_of_every_month() {
        parts.frequency = Frequency::monthly;
        const auto of_every_month = [&] {
            if (!s.take(U"of every")) return false;
            parts.lunar = s.take(U"lunar");
            return s.take(U"month");
        };
        return attempt([&] {
                   if (!put(parts.month_days, days())) return false;
                   s.take(U"day", U"days");
                   return of_every_month();
               }) ||
               attempt([&] { return positioned_day() && of_every_month(); });
    }

    bool days_of_week_or_less() {
        const auto chosen = [&] {
            return s.take(U"on") && positioned_day() && (!s.take(U"that") || conditions());
        };
        if (parts.frequency == Frequency::weekly && !attempt(chosen)) {
            attempt([&] { return on_weekdays(); });
        }
        in_months();
        return true;
    }

    bool days_of_period() {
        if (attempt([&] { return weeks_with_weekdays(); })) return true;
        const std::size_t mark = s.at;
        if (!s.take(U"from", U"on")) return in_each_month();
        if (attempt([&] { return weekday_on_days(); }) || attempt([&] { return dates(); }) ||
            attempt([&] { return each_day(); }) || attempt([&] { return nth_weekdays_of(); }) ||
            attempt([&] { return chosen_day(); })) {
            return true;
        }
        s.at = mark;
        return in_each_month();
    }

    /// In March; in each month from January to March. True without any.
    bool in_each_month() {
        if (s.take(U"in each month")) return months_of_each();
        in_months();
        return true;
    }

    /// On Monday in week 20 of the year.
    bool weeks_with_weekdays() {
        attempt([&] { return on_weekdays(); });
        return s.take(U"in") && week_numbers();
    }

    bool on_weekdays() {
        if (s.take(U"from")) {
            const auto first = weekday_name();
            const auto last = first && s.take(U"to") ? weekday_name() : std::nullopt;
            if (last) parts.weekdays = run(*first, *last);
            return last.has_value();
        }
        return s.take(U"on") &&
               put(parts.weekdays, list_of_numbers([&] { return run_of_weekdays(); }));
    }

    // ------------------------------------------------------------------ days of a month or year

    /// The Wednesday in March that falls on the 14th to the 20th.
    bool weekday_on_days() {
        const auto weekday = s.take(U"the") ? weekday_name() : std::nullopt;
        if (!weekday) return false;
        parts.weekdays = {*weekday};
        in_months();
        return s.take(U"that") && conditions();
    }

    /// 18 March; the 1st and 15th of March; the 100th day of the year.
    bool dates() {
        const bool yearly = parts.frequency == Frequency::yearly;
        if (const auto day = yearly ? plain_number() : std::nullopt) {
            parts.month_days = {*day};
            if (!named_months()) return false;
        } else if (!listed_dates(yearly)) {
            return false;
        }
        if (s.take(U"if it falls on a") && !put(parts.weekdays, named_weekdays())) return false;
        // "The last day of March that ..." is chosen, and the 11th Monday is no 11th.
        const std::size_t mark = s.at;
        const bool goes_on = s.take(U"that", U"weekday", U"weekend") || s.take_any(weekday_names);
        s.at = mark;
        return !goes_on;
    }

    bool listed_dates(bool yearly) {
        auto found = days();
        if (!found) return false;
        s.take(U"days", U"day");
        if (yearly && s.take(U"of the year")) {
            parts.year_days = std::move(*found);
            return true;
        }
        parts.month_days = std::move(*found);
        return !yearly || (s.take(U"of") && months_after_of());
    }

    /// Each Monday and Friday in March that falls on the 1st.
    bool each_day() {
        if (!s.take(U"each") || !put(parts.weekdays, weekdays_or_day())) return false;
        in_months();
        if (s.take(U"that") && !conditions()) return false;
        return !place_ahead();
    }

    /// Whether the list goes on: ", each Tuesday and the first Friday"
    bool place_ahead() {
        const std::size_t mark = s.at;
        s.take(U",", U"and");
        const bool found = s.ahead(U"each", U"the");
        s.at = mark;
        return found;
    }

    /// Each Monday and the first Friday of March, if it falls on the 1st.
    bool nth_weekdays_of() {
        if (!nth_weekdays(U"each")) return false;
        if (parts.frequency == Frequency::yearly &&
            !(s.take(U"of") && (s.take(U"the year") || months_after_of()))) {
            return false;
        }
        if (s.take(U"if it") && !conditions()) return false;
        return !s.ahead(U"that") && std::ranges::all_of(parts.ordinals, [](const auto& ordinal) {
            return ordinal.first >= -53 && ordinal.first <= 53;
        });
    }

    bool nth_weekdays(std::u32string_view each) {
        using Ordinals = std::vector<std::pair<int, int>>;
        // An ordinal of 0 stands for each of a weekday.
        const auto found = list([&]() -> std::optional<Ordinals> {
            const bool is_each = s.take(each);
            const auto numbers = is_each          ? std::optional(Numbers{0})
                                 : s.take(U"the") ? places()
                                                  : std::nullopt;
            const auto weekday = numbers ? weekday_name() : std::nullopt;
            if (!weekday) return std::nullopt;
            Ordinals ordinals;
            for (const int n : *numbers) ordinals.emplace_back(n, *weekday);
            return ordinals;
        });
        if (!found) return false;
        parts.weekdays.clear();
        parts.ordinals.clear();
        for (const auto& [n, weekday] : *found) {
            if (n == 0) {
                parts.weekdays.push_back(weekday);
            } else {
                parts.ordinals.emplace_back(n, weekday);
            }
        }
        return true;
    }

    bool months_after_of() { return s.take(U"each month") ? months_of_each() : named_months(); }

    /// Each month from June to August; of a rule of days in every month all twelve. Always true.
    bool months_of_each() {
        if (in_months()) return true;
        const bool by_month_days = !parts.month_days.empty() && parts.ordinals.empty();
        parts.months = by_month_days ? Numbers() : run(1, 12);
        parts.leap_months.clear();
        return true;
    }

    // ------------------------------------------------------------------ conditions and positions

    bool chosen_day() {
        if (!positioned_day()) return false;
        if (parts.frequency == Frequency::yearly && !months_of_chosen_day()) return false;
        return !s.take(U"that") || conditions();
    }

    bool months_of_chosen_day() {
        if (s.take(U"of each month", U"in each of")) {
            parts.frequency = Frequency::monthly;
            return in_months() || named_months();
        }
        if (s.take(U"of")) return s.take(U"the year") || named_months();
        return !in_months() || s.take(U"taken together");
    }

    bool positioned_day() {
        if (!s.take(U"the") || !put(parts.positions, places())) return false;
        if (s.take(weekday_in_full)) {
            parts.weekdays = run(0, 4);
        } else if (s.take(U"weekend day")) {
            parts.weekdays = run(5, 6);
        } else if (s.take(U"day")) {
            parts.weekdays = run(0, 6);
        } else {
            const auto weekday = weekday_name();
            if (!weekday) return false;
            parts.weekdays = {*weekday};
        }
        return true;
    }

    bool conditions() {
        if (!condition()) return false;
        while (attempt([&] { return s.take(U",", U"and") && condition(); })) {
        }
        return true;
    }

    bool condition() {
        const auto days_of_year = [&] { return year_days(); };
        const auto nth_weekday = [&] { return is_nth_weekday(); };
        if (s.take(U"is a")) {
            return attempt([&] {
                       s.at -= std::u32string_view(U" a").size();
                       return is_nth_weekday() && !parts.ordinals.empty();
                   }) ||
                   attempt([&] { return put(parts.weekdays, weekdays_or_day()); });
        }
        if (s.take(U"is")) return attempt(days_of_year) || attempt(nth_weekday);
        if (s.take(U"falls on", U"falls in")) {
            return attempt(days_of_year) || attempt([&] {
                       if (!put(parts.month_days, days())) return false;
                       s.take(U"of a month");
                       return true;
                   });
        }
        return s.take(U"lies in") &&
               (attempt([&] { return week_numbers(); }) || attempt([&] { return named_months(); }));
    }

    bool is_nth_weekday() {
        if (!nth_weekdays(U"a")) return false;
        if (!s.take(U"of its month")) {
            s.take(U"of the year");
        } else if (parts.months.empty() && parts.leap_months.empty()) {
            parts.months = run(1, 12);
        }
        return true;
    }

    bool year_days() {
        if (!put(parts.year_days, days())) return false;
        s.take(U"days", U"day");
        return s.take(U"of the year");
    }

    /// Weeks 1 to 3 and the last week of the year.
    bool week_numbers() {
        s.take(U"weeks", U"week");
        auto found = list_of_numbers([&]() -> std::optional<Numbers> {
            if (s.ahead(U"the")) return days_item(U"week", U"weeks");
            const auto first = plain_number();
            const auto last = first && s.take(U"to") ? plain_number() : first;
            return last && *last <= 53 ? std::optional(run(*first, *last)) : std::nullopt;
        });
        return put(parts.week_numbers, std::move(found)) && s.take(U"of the year");
    }

    // ------------------------------------------------------------------ behind the times of day

    bool only_in_months() { return !s.take(U", only") || in_months(); }

    bool conditions_behind_times() {
        if (!s.take(U", but only if it", U", but only if the day")) return true;
        if (!conditions()) return false;
        if (s.take(U"by the lunar calendar")) parts.lunar = true;
        return true;
    }

    bool positions_behind_times() {
        if (!s.take(U", keeping only the")) return true;
        if (!put(parts.positions, places()) || !s.take(U"occurrence") || !s.take(U"of each")) {
            return false;
        }
        const Frequency* const period = s.take_word(periods);
        if (period == nullptr) return false;
        if (*period == Frequency::monthly) parts.frequency = Frequency::monthly;
        give_positions_a_part();
        return true;
    }

    /// RFC 5545 has BYSETPOS only beside another part; one that limits nothing is not told.
    void give_positions_a_part() {
        const bool has_part =
            !(parts.months.empty() && parts.leap_months.empty() && parts.week_numbers.empty() &&
              parts.year_days.empty() && parts.month_days.empty() && parts.weekdays.empty() &&
              parts.hours.empty() && parts.minutes.empty() && parts.seconds.empty());
        if (!has_part) parts.months = run(1, 12);
    }
};

/// Whether the rule of the parts is told by the text. A monthly rule of some months is told as a
/// yearly one; SKIP moves its days, but not leap months.
bool tells(Parts& parts, const std::string& text) {
    const auto is_told = [&] {
        std::string told = parts.rule().describe(Language::english);
        for (char& c : told) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return told == text;
    };
    if (is_told()) return true;
    const bool has_months = !parts.months.empty() || !parts.leap_months.empty();
    if (parts.frequency != Frequency::yearly || !has_months) return false;
    parts.frequency = Frequency::monthly;
    return is_told();
}

}  // namespace

std::optional<Description> read_description(std::string_view text) {
    Scanner scanner(text);
    Parts parts;
    try {
        const bool is_read = DescriptionReader(scanner, parts).read();
        if (!is_read || !tells(parts, utf8(scanner.text))) return std::nullopt;
    } catch (const ProbityError&) {
        // A sentence that no rule fits is not told: it is read in the other way.
        return std::nullopt;
    }
    std::optional<ToldClock> time;
    const bool is_dated = is_long(parts.frequency) || parts.frequency == Frequency::weekly ||
                          parts.frequency == Frequency::daily;
    if (is_dated && parts.hours.size() == 1 && parts.minutes.size() == 1 &&
        parts.seconds.size() <= 1) {
        time = ToldClock{parts.hours.front(), parts.minutes.front(), {}};
        // A leap second is in the minute before.
        if (!parts.seconds.empty()) time->second = std::min(parts.seconds.front(), 59);
        if (parts.positions.empty()) parts.hours = parts.minutes = parts.seconds = {};
    }
    return Description{parts.rule(), time};
}

}  // namespace probity::detail::english
