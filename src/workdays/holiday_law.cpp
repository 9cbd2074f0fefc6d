#include "probity/workdays/holiday_law.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "date/civil.hpp"
#include "probity/date/lunisolar.hpp"
#include "probity/date/weekday.hpp"
#include "workdays/day_flags.hpp"
#include "workdays/row_dates.hpp"
#include "workdays/row_texts.hpp"
#include "workdays/weeks.hpp"

namespace probity {

using detail::DayFlags;
using detail::english_ordinal;
using detail::filled;
using detail::joined;
using detail::substitute_name;
using detail::WeekdaySet;

namespace {

/// To what a holiday is lost.
enum class LostTo : std::uint8_t { weekday, holiday };

constexpr int wednesday_index = 2;
constexpr int sunday_index = 6;

/// Whether a holiday is of every year by its kind: those alone cause substitutes by coinciding.
bool is_listed_every_year(HolidayKind kind) {
    return kind == HolidayKind::national_day || kind == HolidayKind::traditional ||
           kind == HolidayKind::public_holiday;
}

constexpr bool has(WeekdaySet set, DayNumber day) {
    return (set >> detail::weekday_index(day) & 1) != 0;
}

/// The input of the interpreter, by reference.
struct LawView {
    std::span<const HolidayRow> rows;
    std::span<const WeekendTerm> weekends;
    std::span<const DayBetweenTerm> days_between;
};

/// Reads a law into dated holidays.
class Interpreter {
  public:
    Interpreter(const LawView& law, const Interval& horizon, const std::optional<Date>& as_known_on)
        : rows_(law.rows),
          days_between_(law.days_between),
          first_(day_number(horizon.begin())),
          last_(day_number(horizon.last())),
          known_until_(as_known_on ? day_number(*as_known_on) : last_day_number),
          // A substitute may stand on the other side of the horizon's edge from its holiday.
          scan_first_(std::max(first_ - farthest_substitute, first_day_number)),
          scan_last_(std::min(last_ + farthest_substitute, last_day_number)),
          weeks_(detail::weeks_of(law.weekends, scan_first_, scan_last_, known_until_, first_)),
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
        for (const DayBetweenTerm& term : days_between_) fill_between(term);
        std::stable_sort(placed_.begin(), placed_.end(),
                         [](const Placed& a, const Placed& b) { return a.day < b.day; });
        return collect();
    }

  private:
    /// As far from a holiday as its substitute may be.
    static constexpr int farthest_substitute = 366;

    struct Placed {
        DayNumber day;
        std::size_t row;
        /// Index into texts_.
        std::uint32_t text;
    };

    /// Whether what was decided on a day is known yet.
    [[nodiscard]] bool known(const Date& decided_on) const {
        return day_number(decided_on) <= known_until_;
    }

    /// The last day for which a row or term holds, its end being known or not.
    [[nodiscard]] DayNumber last_in_force(const std::optional<Date>& until,
                                          const std::optional<Date>& ended_on) const {
        if (!until || (ended_on && !known(*ended_on))) return scan_last_;
        return std::min(day_number(*until) - 1, scan_last_);
    }

    [[nodiscard]] WeekdaySet weekend_on(DayNumber day) const {
        return detail::week_of(weeks_, day).weekend;
    }
    /// Whether offices are closed on the day as on any such day of the week, or for a holiday.
    [[nodiscard]] bool is_off(DayNumber day) const {
        return closed_.test(day) || has(detail::week_of(weeks_, day).off(), day);
    }

    // Placing the rows ------------------------------------------------------------------------

    void place(std::size_t r) {
        const HolidayRow& row = rows_[r];
        const bool by_date = std::holds_alternative<OneDate>(row.rule) ||
                             std::holds_alternative<ListedDates>(row.rule);
        if (row.decided_on && !known(*row.decided_on)) return;
        const DayNumber from =
            row.from.is_special() ? scan_first_ : std::max(day_number(row.from), scan_first_);
        DayNumber to = last_in_force(row.until, row.ended_on);
        // A one-off day of which nobody says when it was decided is known once it has come.
        if (by_date && !row.decided_on) to = std::min(to, known_until_);
        if (from > to) return;
        if (const ElectionDay* election = std::get_if<ElectionDay>(&row.rule)) {
            place_elections(*election, r, from, to);
            return;
        }
        const std::vector<DayNumber> days = detail::days_of_row(row, from, to);
        if (days.empty()) return;
        const std::uint32_t text = text_of_row(r);
        for (const DayNumber day : days) add(day, r, text);
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
        if (rows_[r].kind != HolidayKind::half_day) closed_.set(day);
        if (is_listed_every_year(rows_[r].kind)) listed_.set(day);
    }

    // Substitutes -----------------------------------------------------------------------------

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
            const std::optional<LostTo> lost = lost_to(*term, day, listed > 1);
            if (!lost) continue;
            const std::optional<DayNumber> substitute =
                substitute_day(day, *term, rows_[holiday->row]);
            if (substitute) {
                closed_.set(*substitute);
                found.push_back(
                    {*substitute, holiday->row, text_of_substitute(holiday->row, *term, *lost)});
            }
            return;
        }
    }

    [[nodiscard]] const SubstituteTerm* term_on(const HolidayRow& row, DayNumber day) const {
        for (const SubstituteTerm& term : row.substitutes) {
            if (known(decided_on(term)) && day >= day_number(term.from) &&
                day <= last_in_force(term.until, term.ended_on)) {
                return &term;
            }
        }
        return nullptr;
    }

    static const Date& decided_on(const SubstituteTerm& term) {
        return term.decided_on.is_special() ? term.from : term.decided_on;
    }

    /// The days of the week to which a term's holidays are lost.
    [[nodiscard]] WeekdaySet lost_on(const SubstituteTerm& term, DayNumber day) const {
        if (term.lost_on) return detail::weekday_set(*term.lost_on);
        const bool all_weekend = term.policy == SubstitutePolicy::weekend ||
                                 term.policy == SubstitutePolicy::nearest_weekday;
        return all_weekend ? weekend_on(day) : WeekdaySet{1u << sunday_index};
    }

    [[nodiscard]] std::optional<LostTo> lost_to(const SubstituteTerm& term, DayNumber day,
                                                bool coincides) const {
        if (term.policy == SubstitutePolicy::none) return std::nullopt;
        if (has(lost_on(term, day), day)) return LostTo::weekday;
        if (!coincides || !term.coinciding || term.policy == SubstitutePolicy::nearest_weekday) {
            return std::nullopt;
        }
        const bool counts = term.policy == SubstitutePolicy::next_day || !has(weekend_on(day), day);
        return counts ? std::optional(LostTo::holiday) : std::nullopt;
    }

    /// The day that a term gives for a lost holiday: one on which nothing else stands.
    [[nodiscard]] std::optional<DayNumber> substitute_day(DayNumber lost,
                                                          const SubstituteTerm& term,
                                                          const HolidayRow& row) const {
        if (term.policy == SubstitutePolicy::next_day) {
            if (closed_.test(lost + 1)) return std::nullopt;
            return lost + 1;
        }
        int step = 1;
        if (term.policy == SubstitutePolicy::nearest_weekday) {
            int later = 1;
            while (has(weekend_on(lost + later), lost + later)) ++later;
            int earlier = 1;
            while (has(weekend_on(lost - earlier), lost - earlier)) ++earlier;
            if (earlier < later) step = -1;
        }
        for (int days = 1; days <= farthest_substitute; ++days) {
            const DayNumber day = lost + days * step;
            if (!is_off(day)) return day;
        }
        detail::refuse(row, "no day within " + std::to_string(farthest_substitute) + " days of " +
                                to_string(detail::unchecked_date(lost)) +
                                " is free for its substitute");
    }

    // Days between two holidays ---------------------------------------------------------------

    void fill_between(const DayBetweenTerm& term) {
        if (!known(term.decided_on.value_or(term.from))) return;
        const DayNumber from = std::max(day_number(term.from), scan_first_);
        const DayNumber to = last_in_force(term.until, term.ended_on);
        const WeekdaySet not_on = detail::weekday_set(term.not_on);
        std::optional<std::uint32_t> text;
        const std::size_t count = placed_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const DayNumber day = placed_[i].day + 1;
            if (day < from || day > to || closed_.test(day) || has(not_on, day)) continue;
            if (!listed_.test(day - 1) || !listed_.test(day + 1)) continue;
            if (!text) text = text_of_between(term);
            placed_.push_back({day, rows_.size(), *text});
            closed_.set(day);
        }
    }

    // Texts -----------------------------------------------------------------------------------

    std::uint32_t add_text(Holiday text) {
        texts_.push_back(std::move(text));
        return static_cast<std::uint32_t>(texts_.size() - 1);
    }

    std::uint32_t text_of_row(std::size_t r) {
        const HolidayRow& row = rows_[r];
        Holiday text{.name = row.name,
                     .name_en = row.name_en,
                     .kind = row.kind,
                     .basis = row.basis,
                     .basis_en = row.basis_en,
                     .decided_on = row.decided_on};
        for (const FurtherBasis& further : row.further) {
            if (!known(further.decided_on)) continue;
            text.basis = joined(std::move(text.basis), further.basis);
            text.basis_en = joined(std::move(text.basis_en), further.basis_en);
        }
        return add_text(std::move(text));
    }

    std::uint32_t text_of_election(std::size_t r, int number) {
        const std::uint32_t text = text_of_row(r);
        texts_[text].name = filled(texts_[text].name, "{n}", std::to_string(number));
        texts_[text].name_en = filled(texts_[text].name_en, "{n}", english_ordinal(number));
        return text;
    }

    std::uint32_t text_of_substitute(std::size_t r, const SubstituteTerm& term, LostTo lost) {
        const auto [known_text, is_new] = substitute_texts_.try_emplace({r, &term, lost});
        if (!is_new) return known_text->second;
        const HolidayRow& row = rows_[r];
        const std::string& name = row.substitute_name.empty() ? row.name : row.substitute_name;
        const std::string& english =
            row.substitute_name_en.empty() ? row.name_en : row.substitute_name_en;
        const auto basis = [&](const std::string& of_weekday, const std::string& of_holiday) {
            return lost == LostTo::weekday || of_holiday.empty() ? of_weekday : of_holiday;
        };
        known_text->second = add_text({.name = substitute_name(term.title, name),
                                       .name_en = substitute_name(term.title_en, english),
                                       .kind = HolidayKind::substitute,
                                       .basis = basis(term.basis, term.coinciding_basis),
                                       .basis_en = basis(term.basis_en, term.coinciding_basis_en),
                                       .decided_on = decided_on(term)});
        return known_text->second;
    }

    std::uint32_t text_of_between(const DayBetweenTerm& term) {
        return add_text({.name = term.name,
                         .name_en = term.name_en,
                         .kind = HolidayKind::public_holiday,
                         .basis = term.basis,
                         .basis_en = term.basis_en,
                         .decided_on = term.decided_on.value_or(term.from)});
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
    std::span<const DayBetweenTerm> days_between_;
    DayNumber first_;
    DayNumber last_;
    DayNumber known_until_;
    DayNumber scan_first_;
    DayNumber scan_last_;
    detail::Weeks weeks_;
    /// Days on which a holiday or a substitute stands.
    DayFlags closed_;
    /// Days on which a holiday of every year stands.
    DayFlags listed_;
    std::vector<Placed> placed_;
    std::vector<Holiday> texts_;
    std::map<std::tuple<std::size_t, const SubstituteTerm*, LostTo>, std::uint32_t>
        substitute_texts_;
};

void require_lunar_horizon(std::span<const HolidayRow> rows, const Interval& horizon) {
    const bool any_lunar = std::any_of(
        rows.begin(), rows.end(), [](const HolidayRow& row) { return detail::is_lunar(row.rule); });
    if (!any_lunar) return;
    const Interval known =
        Interval::closed(make_date(first_lunar_year, 1, 1), make_date(last_lunar_year, 12, 31));
    if (!known.contains(horizon.begin()) || !known.contains(horizon.last())) {
        throw HorizonError("holidays of " + to_string(horizon) +
                           " cannot be told: lunar dates are known for 1900-01-01 to 2100-12-31");
    }
}

InterpretedLaw interpret_view(const LawView& law, const Interval& horizon,
                              const std::optional<Date>& as_known_on) {
    for (const HolidayRow& row : law.rows) detail::require_valid(row);
    for (const DayBetweenTerm& term : law.days_between) detail::require_valid(term);
    require_lunar_horizon(law.rows, horizon);
    return Interpreter(law, horizon, as_known_on).run();
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
