#include "probity/workdays/holiday_law.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "date/civil.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/date/weekday.hpp"
#include "workdays/day_flags.hpp"
#include "workdays/regulation.hpp"

namespace probity {

using detail::DayFlags;

namespace {

/// Why a holiday earns a substitute: the items of Article 3(1), and the older law.
enum class Ground : std::uint8_t { weekend, sunday, coincidence, next_day };

constexpr int wednesday_index = 2;
constexpr int saturday_index = 5;
constexpr int sunday_index = 6;

constexpr bool is_sunday(DayNumber day) { return detail::weekday_index(day) == sunday_index; }
constexpr bool is_saturday(DayNumber day) { return detail::weekday_index(day) == saturday_index; }
constexpr bool is_weekend(DayNumber day) { return detail::weekday_index(day) >= saturday_index; }

/// Whether a holiday is one of Article 2(2) to (10), which alone cause and earn substitutes.
bool is_listed_every_year(HolidayKind kind) {
    return kind == HolidayKind::national_day || kind == HolidayKind::traditional ||
           kind == HolidayKind::public_holiday;
}

std::string english_ordinal(int n) {
    const bool teen = n % 100 / 10 == 1;
    const char* suffix = teen          ? "th"
                         : n % 10 == 1 ? "st"
                         : n % 10 == 2 ? "nd"
                         : n % 10 == 3 ? "rd"
                                       : "th";
    return std::to_string(n) + suffix;
}

std::string with_number(std::string text, const std::string& number) {
    const std::size_t place = text.find("{n}");
    if (place != std::string::npos) text.replace(place, 3, number);
    return text;
}

/// Reads rows into dated holidays.
class Interpreter {
  public:
    Interpreter(std::span<const HolidayRow> rows, const Interval& horizon,
                const std::optional<Date>& as_known_on)
        : rows_(rows),
          first_(day_number(horizon.begin())),
          last_(day_number(horizon.last())),
          known_until_(as_known_on ? day_number(*as_known_on) : last_day_number),
          // A substitute may stand on the other side of the horizon's edge from its holiday.
          scan_first_(std::max(first_ - margin, first_day_number)),
          scan_last_(std::min(last_ + margin, last_day_number)),
          closed_(scan_first_, scan_last_),
          listed_(scan_first_, scan_last_) {}

    InterpretedLaw run() {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (!std::holds_alternative<ElectionDay>(rows_[r].rule)) place(r);
        }
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            // Polling days keep clear of the holidays placed above.
            if (std::holds_alternative<ElectionDay>(rows_[r].rule)) place(r);
        }
        std::sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
            return std::pair(a.day, a.row) < std::pair(b.day, b.row);
        });
        substitute();
        return collect();
    }

  private:
    /// Farther than any holiday's substitute has ever been from it.
    static constexpr DayNumber margin = 21;

    struct Placed {
        DayNumber day;
        std::size_t row;
        /// Index into texts_.
        std::uint32_t text;
    };

    /// Whether what was decided on a day is known yet.
    [[nodiscard]] bool known(const std::optional<Date>& decided_on) const {
        return decided_on && day_number(*decided_on) <= known_until_;
    }

    /// The last day for which a row or term holds, its end being known or not.
    [[nodiscard]] DayNumber last_in_force(const std::optional<Date>& until,
                                          const std::optional<Date>& ended_on) const {
        if (!until || (ended_on && !known(ended_on))) return scan_last_;
        return std::min(day_number(*until) - 1, scan_last_);
    }

    // Placing the rows ------------------------------------------------------------------------

    void place(std::size_t r) {
        const HolidayRow& row = rows_[r];
        if (const OneDate* once = std::get_if<OneDate>(&row.rule)) {
            const DayNumber day = day_number(once->date);
            const bool visible = row.decided_on ? known(row.decided_on) : day <= known_until_;
            if (visible && day >= scan_first_ && day <= scan_last_) add(day, r, text_of_row(r));
            return;
        }
        if (!known(row.decided_on)) return;
        const DayNumber from = std::max(day_number(row.from), scan_first_);
        const DayNumber to = last_in_force(row.until, row.ended_on);
        if (from > to) return;
        if (const ElectionDay* election = std::get_if<ElectionDay>(&row.rule)) {
            place_elections(*election, r, from, to);
            return;
        }
        const std::uint32_t text = text_of_row(r);
        // A lunar holiday of one year may fall in the next.
        for (int year = detail::year_day(from).year - 1; year <= detail::year_day(to).year;
             ++year) {
            const std::optional<DayNumber> day = day_in(row.rule, year);
            if (day && *day >= from && *day <= to) add(*day, r, text);
        }
    }

    [[nodiscard]] static std::optional<DayNumber> day_in(const HolidayRule& rule, int year) {
        if (const FixedDay* fixed = std::get_if<FixedDay>(&rule)) {
            if (fixed->day > detail::days_in_month(year, fixed->month)) return std::nullopt;
            return detail::day_number_of(year, fixed->month, fixed->day);
        }
        const LunarDay& lunar = std::get<LunarDay>(rule);
        // The years at the edge of the horizon may have no lunar table while all of the horizon's
        // own days do.
        if (year < first_lunar_year || year > last_lunar_year) return std::nullopt;
        return day_number(LunarDate(year, lunar.month, lunar.day).to_date()) + lunar.offset;
    }

    void place_elections(const ElectionDay& election, std::size_t r, DayNumber from, DayNumber to) {
        const auto [first_year, month, day] = detail::year_month_day(day_number(election.term_end));
        int number = rows_[r].first_number;
        for (int year = first_year; year <= last_year; year += election.term_years, ++number) {
            const DayNumber polling =
                polling_day(detail::day_number_of(year, month, day), election.days_before);
            if (polling > to) return;
            if (polling >= from) add(polling, r, text_of_election(r, number));
        }
    }

    [[nodiscard]] DayNumber polling_day(DayNumber term_end, int days_before) const {
        const DayNumber earliest = term_end - days_before;
        const DayNumber polling =
            earliest + (wednesday_index - detail::weekday_index(earliest) + 7) % 7;
        const bool beside_holiday =
            listed_.test(polling - 1) || listed_.test(polling) || listed_.test(polling + 1);
        return beside_holiday ? polling + 7 : polling;
    }

    void add(DayNumber day, std::size_t r, std::uint32_t text) {
        placed_.push_back({day, r, text});
        closed_.set(day);
        if (is_listed_every_year(rows_[r].kind)) listed_.set(day);
    }

    // Article 3 -------------------------------------------------------------------------------

    void substitute() {
        // Substitutes are appended to placed_ once all have been found.
        std::vector<Placed> found;
        for (std::size_t i = 0; i < placed_.size();) {
            std::size_t j = i;
            while (j < placed_.size() && placed_[j].day == placed_[i].day) ++j;
            substitute_date(std::span(placed_).subspan(i, j - i), found);
            i = j;
        }
        placed_.insert(placed_.end(), found.begin(), found.end());
        std::stable_sort(placed_.begin(), placed_.end(),
                         [](const Placed& a, const Placed& b) { return a.day < b.day; });
    }

    /// The one substitute that the holidays of a date earn between them, if any. It is called after
    /// the last of them that earns it, as that of 2025-05-05 is after Buddha's Birthday.
    void substitute_date(std::span<const Placed> same_date, std::vector<Placed>& found) {
        const DayNumber day = same_date.front().day;
        const auto listed = std::count_if(same_date.begin(), same_date.end(), [&](const Placed& p) {
            return is_listed_every_year(rows_[p.row].kind);
        });
        for (auto holiday = same_date.rbegin(); holiday != same_date.rend(); ++holiday) {
            const SubstituteTerm* term = term_on(rows_[holiday->row], day);
            if (term == nullptr) continue;
            const std::optional<Ground> ground = ground_for(term->policy, day, listed > 1);
            if (!ground) continue;
            const std::optional<DayNumber> substitute = substitute_day(day, *ground);
            if (substitute) {
                closed_.set(*substitute);
                found.push_back(
                    {*substitute, holiday->row, text_of_substitute(holiday->row, *term, *ground)});
            }
            return;
        }
    }

    [[nodiscard]] const SubstituteTerm* term_on(const HolidayRow& row, DayNumber day) const {
        for (const SubstituteTerm& term : row.substitutes) {
            if (known(term.decided_on) && day >= day_number(term.from) &&
                day <= last_in_force(term.until, term.ended_on)) {
                return &term;
            }
        }
        return nullptr;
    }

    [[nodiscard]] static std::optional<Ground> ground_for(SubstitutePolicy policy, DayNumber day,
                                                          bool coincides) {
        switch (policy) {
            case SubstitutePolicy::none:
                return std::nullopt;
            case SubstitutePolicy::next_day:
                if (is_sunday(day) || coincides) return Ground::next_day;
                return std::nullopt;
            case SubstitutePolicy::weekend:
                if (is_weekend(day)) return Ground::weekend;
                break;
            case SubstitutePolicy::sunday:
                if (is_sunday(day)) return Ground::sunday;
                break;
        }
        if (coincides && !is_weekend(day)) return Ground::coincidence;
        return std::nullopt;
    }

    /// The first day after a holiday that is neither a public holiday, nor a Saturday, nor
    /// another's substitute; under the older law the next day, where that is not a holiday anyway.
    [[nodiscard]] std::optional<DayNumber> substitute_day(DayNumber day, Ground ground) const {
        if (ground == Ground::next_day) {
            if (closed_.test(day + 1)) return std::nullopt;
            return day + 1;
        }
        do {
            ++day;
        } while (closed_.test(day) || is_sunday(day) || is_saturday(day));
        return day;
    }

    // Texts -----------------------------------------------------------------------------------

    std::uint32_t add_text(Holiday text) {
        texts_.push_back(std::move(text));
        return static_cast<std::uint32_t>(texts_.size() - 1);
    }

    std::uint32_t text_of_row(std::size_t r) {
        const HolidayRow& row = rows_[r];
        return add_text({.name = row.name,
                         .name_en = row.name_en,
                         .kind = row.kind,
                         .basis = row.basis,
                         .basis_en = row.basis_en,
                         .decided_on = row.decided_on});
    }

    std::uint32_t text_of_election(std::size_t r, int number) {
        const std::uint32_t text = text_of_row(r);
        texts_[text].name = with_number(texts_[text].name, std::to_string(number));
        texts_[text].name_en = with_number(texts_[text].name_en, english_ordinal(number));
        return text;
    }

    std::uint32_t text_of_substitute(std::size_t r, const SubstituteTerm& term, Ground ground) {
        const auto [known_text, is_new] = substitute_texts_.try_emplace({r, &term, ground});
        if (!is_new) return known_text->second;
        const HolidayRow& row = rows_[r];
        const std::string& name = row.substitute_name.empty() ? row.name : row.substitute_name;
        const std::string& english =
            row.substitute_name_en.empty() ? row.name_en : row.substitute_name_en;
        known_text->second =
            add_text({.name = "대체공휴일(" + name + ")",
                      .name_en = "Substitute holiday (" + english + ")",
                      .kind = HolidayKind::substitute,
                      .basis = korean_ground(ground) + "(" + term.decree + ")",
                      .basis_en = english_ground(ground) + " (" + term.decree_en + ")",
                      .decided_on = term.decided_on});
        return known_text->second;
    }

    static std::string korean_ground(Ground ground) {
        const std::string regulation = detail::regulation_ko;
        if (ground == Ground::next_day) return regulation + "의 공휴일 중복 조항";
        return regulation + " 제3조제1항제" + item_of(ground) + "호";
    }

    static std::string english_ground(Ground ground) {
        const std::string regulation = detail::regulation_en;
        if (ground == Ground::next_day) return "the clause on coinciding holidays of " + regulation;
        return "Article 3(1)" + item_of(ground) + " of " + regulation;
    }

    static std::string item_of(Ground ground) {
        return ground == Ground::weekend ? "1" : ground == Ground::sunday ? "2" : "3";
    }

    InterpretedLaw collect() {
        InterpretedLaw law;
        law.texts = std::move(texts_);
        law.holidays.reserve(placed_.size());
        for (const Placed& holiday : placed_) {
            if (holiday.day >= first_ && holiday.day <= last_) {
                law.holidays.push_back({holiday.day, holiday.text});
            }
        }
        return law;
    }

    std::span<const HolidayRow> rows_;
    DayNumber first_;
    DayNumber last_;
    DayNumber known_until_;
    DayNumber scan_first_;
    DayNumber scan_last_;
    /// Days on which a holiday or a substitute stands.
    DayFlags closed_;
    /// Days on which a holiday of Article 2(2) to (10) stands.
    DayFlags listed_;
    std::vector<Placed> placed_;
    std::vector<Holiday> texts_;
    std::map<std::tuple<std::size_t, const SubstituteTerm*, Ground>, std::uint32_t>
        substitute_texts_;
};

void require_lunar_horizon(std::span<const HolidayRow> rows, const Interval& horizon) {
    const bool any_lunar = std::any_of(rows.begin(), rows.end(), [](const HolidayRow& row) {
        return std::holds_alternative<LunarDay>(row.rule);
    });
    if (!any_lunar) return;
    const Interval known =
        Interval::closed(make_date(first_lunar_year, 1, 1), make_date(last_lunar_year, 12, 31));
    if (!known.contains(horizon.begin()) || !known.contains(horizon.last())) {
        throw HorizonError("holidays of " + to_string(horizon) +
                           " cannot be told: lunar dates are known for 1900-01-01 to 2100-12-31");
    }
}

/// What keeps a date close to the year that it is computed from.
constexpr int longest_year = 366;

void require_valid(const HolidayRow& row) {
    const auto refuse = [&](const std::string& fault) {
        throw ProbityError("the holiday row \"" + row.name + "\": " + fault);
    };
    if (const FixedDay* fixed = std::get_if<FixedDay>(&row.rule)) {
        // 2000 has every date that any year has.
        if (fixed->month < 1 || fixed->month > 12 || fixed->day < 1 ||
            fixed->day > detail::days_in_month(2000, fixed->month)) {
            refuse("no year has a day " + std::to_string(fixed->day) + " of month " +
                   std::to_string(fixed->month));
        }
    } else if (const LunarDay* lunar = std::get_if<LunarDay>(&row.rule)) {
        // A month of 30 days in one year may have 29 in another.
        if (lunar->month < 1 || lunar->month > 12 || lunar->day < 1 || lunar->day > 29) {
            refuse("lunar months are 1 to 12 and all have the days 1 to 29");
        }
        if (lunar->offset < -longest_year || lunar->offset > longest_year) {
            refuse("an offset of " + std::to_string(lunar->offset) +
                   " days: it is at most 366 either way");
        }
    } else if (const ElectionDay* election = std::get_if<ElectionDay>(&row.rule)) {
        if (election->term_years < 1) refuse("a term has at least 1 year");
        if (election->days_before < 0 || election->days_before > longest_year) {
            refuse("polling " + std::to_string(election->days_before) +
                   " days before the end of a term: 0 to 366 are allowed");
        }
    }
    if (!row.decided_on && !std::holds_alternative<OneDate>(row.rule)) {
        refuse("a holiday of every year needs the day on which it was decided");
    }
}

}  // namespace

InterpretedLaw interpret(std::span<const HolidayRow> rows, const Interval& horizon,
                         const std::optional<Date>& as_known_on) {
    for (const HolidayRow& row : rows) require_valid(row);
    require_lunar_horizon(rows, horizon);
    return Interpreter(rows, horizon, as_known_on).run();
}

}  // namespace probity
