// The substitutes that lost holidays earn.
#include <algorithm>
#include <string>

#include "date/names.hpp"
#include "probity/date/weekday.hpp"
#include "text/sentence.hpp"
#include "workdays/interpreter.hpp"
#include "workdays/row_dates.hpp"
#include "workdays/row_texts.hpp"

namespace probity::detail {
namespace {

constexpr int sunday_index = 6;

}  // namespace

void Interpreter::substitute() {
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

void Interpreter::substitute_date(std::span<const Placed> same_date, std::vector<Placed>& found) {
    const DayNumber day = same_date.front().day;
    const auto listed = std::count_if(same_date.begin(), same_date.end(), [&](const Placed& p) {
        return is_listed_every_year(rows_[p.row].kind);
    });
    for (auto holiday = same_date.rbegin(); holiday != same_date.rend(); ++holiday) {
        const SubstituteTerm* term = term_on(rows_[holiday->row], day);
        if (term == nullptr) continue;
        const std::optional<LostTo> lost = lost_to(*term, day, listed > 1);
        if (!lost) continue;
        const std::optional<DayNumber> substitute = substitute_day(day, *term, rows_[holiday->row]);
        if (substitute) {
            closed_.set(*substitute);
            found.push_back(
                {*substitute, holiday->row, text_of_substitute(holiday->row, *term, *lost)});
        }
        return;
    }
}

const SubstituteTerm* Interpreter::term_on(const HolidayRow& row, DayNumber day) const {
    for (const SubstituteTerm& term : row.substitutes) {
        if (known(decided_on(term)) && day >= day_number(term.from) &&
            day <= last_in_force(term.until, term.ended_on)) {
            return &term;
        }
    }
    return nullptr;
}

const Date& Interpreter::decided_on(const SubstituteTerm& term) {
    return term.decided_on.is_special() ? term.from : term.decided_on;
}

WeekdaySet Interpreter::lost_on(const SubstituteTerm& term, DayNumber day) const {
    if (term.lost_on) return weekday_set(*term.lost_on);
    const bool all_weekend = term.policy == SubstitutePolicy::weekend ||
                             term.policy == SubstitutePolicy::nearest_weekday;
    return all_weekend ? weekend_on(day) : WeekdaySet{1u << sunday_index};
}

std::optional<LostTo> Interpreter::lost_to(const SubstituteTerm& term, DayNumber day,
                                           bool coincides) const {
    if (term.policy == SubstitutePolicy::none) return std::nullopt;
    if (has(lost_on(term, day), day)) return LostTo::weekday;
    if (!coincides || !term.coinciding || term.policy == SubstitutePolicy::nearest_weekday) {
        return std::nullopt;
    }
    const bool counts = term.policy == SubstitutePolicy::next_day || !has(weekend_on(day), day);
    return counts ? std::optional(LostTo::holiday) : std::nullopt;
}

std::optional<DayNumber> Interpreter::substitute_day(DayNumber lost, const SubstituteTerm& term,
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
    refuse(row, sentence("holiday.no_free_day",
                         {{"days", farthest_substitute}, {"date", written(unchecked_date(lost))}}));
}

std::uint32_t Interpreter::text_of_substitute(std::size_t r, const SubstituteTerm& term,
                                              LostTo lost) {
    const auto [known_text, is_new] = substitute_texts_.try_emplace({r, &term, lost});
    if (!is_new) return known_text->second;
    const HolidayRow& row = rows_[r];
    const std::string& name = row.substitute_name.empty() ? row.name : row.substitute_name;
    const std::string& english =
        row.substitute_name_en.empty() ? row.name_en : row.substitute_name_en;
    const auto basis = [&](const std::string& of_weekday, const std::string& of_holiday) {
        return lost == LostTo::weekday || of_holiday.empty() ? of_weekday : of_holiday;
    };
    known_text->second = add_text(
        {.name = {substitute_name(term.title, name), substitute_name(term.title_en, english)},
         .kind = HolidayKind::substitute,
         .basis = {basis(term.basis, term.coinciding_basis),
                   basis(term.basis_en, term.coinciding_basis_en)},
         .decided_on = decided_on(term)});
    return known_text->second;
}

}  // namespace probity::detail
