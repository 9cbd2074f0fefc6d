#include "workdays/interpreter.hpp"

#include <string>
#include <utility>
#include <variant>

#include "date/text.hpp"
#include "workdays/row_dates.hpp"
#include "workdays/row_texts.hpp"

namespace probity::detail {
namespace {

constexpr int wednesday_index = 2;

}  // namespace

InterpretedLaw Interpreter::run() {
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

void Interpreter::place(std::size_t r) {
    const HolidayRow& row = rows_[r];
    const bool by_date =
        std::holds_alternative<OneDate>(row.rule) || std::holds_alternative<ListedDates>(row.rule);
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
    const std::vector<DayNumber> days = days_of_row(row, from, to);
    if (days.empty()) return;
    const std::uint32_t text = text_of_row(r);
    for (const DayNumber day : days) add(day, r, text);
}

void Interpreter::place_elections(const ElectionDay& election, std::size_t r, DayNumber from,
                                  DayNumber to) {
    const auto [first_year, month, day] = year_month_day(day_number(election.term_end));
    int number = rows_[r].first_number;
    for (int year = first_year; year <= last_year; year += election.term_years, ++number) {
        const DayNumber polling =
            polling_day(day_number_of(year, month, day), election.days_before);
        if (polling > to) return;
        if (polling >= from) add(polling, r, text_of_election(r, number));
    }
}

DayNumber Interpreter::polling_day(DayNumber term_end, int days_before) const {
    const DayNumber earliest = term_end - days_before;
    const DayNumber polling = earliest + (wednesday_index - weekday_index(earliest) + 7) % 7;
    const bool beside_holiday =
        listed_.test(polling - 1) || listed_.test(polling) || listed_.test(polling + 1);
    return beside_holiday ? polling + 7 : polling;
}

void Interpreter::add(DayNumber day, std::size_t r, std::uint32_t text) {
    placed_.push_back({day, r, text});
    if (rows_[r].kind != HolidayKind::half_day) closed_.set(day);
    if (is_listed_every_year(rows_[r].kind)) listed_.set(day);
}

void Interpreter::fill_between(const DayBetweenTerm& term) {
    if (!known(term.decided_on.value_or(term.from))) return;
    const DayNumber from = std::max(day_number(term.from), scan_first_);
    const DayNumber to = last_in_force(term.until, term.ended_on);
    const WeekdaySet not_on = weekday_set(term.not_on);
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

std::uint32_t Interpreter::add_text(Holiday text) {
    texts_.push_back(std::move(text));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::uint32_t Interpreter::text_of_row(std::size_t r) {
    const HolidayRow& row = rows_[r];
    Holiday text{.name = {row.name, row.name_en},
                 .kind = row.kind,
                 .basis = {row.basis, row.basis_en},
                 .decided_on = row.decided_on};
    for (const FurtherBasis& further : row.further) {
        if (!known(further.decided_on)) continue;
        text.basis.korean = joined(std::move(text.basis.korean), further.basis);
        text.basis.english = joined(std::move(text.basis.english), further.basis_en);
    }
    return add_text(std::move(text));
}

std::uint32_t Interpreter::text_of_election(std::size_t r, int number) {
    const std::uint32_t text = text_of_row(r);
    Text& name = texts_[text].name;
    name.korean = filled(std::move(name.korean), "{n}", std::to_string(number));
    name.english = filled(std::move(name.english), "{n}", english_ordinal(number));
    return text;
}

std::uint32_t Interpreter::text_of_between(const DayBetweenTerm& term) {
    return add_text({.name = {term.name, term.name_en},
                     .kind = HolidayKind::public_holiday,
                     .basis = {term.basis, term.basis_en},
                     .decided_on = term.decided_on.value_or(term.from)});
}

InterpretedLaw Interpreter::collect() {
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

}  // namespace probity::detail
