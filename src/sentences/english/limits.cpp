#include "sentences/english/limits.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "sentences/english/bounds.hpp"
#include "sentences/english/dates.hpp"
#include "sentences/english/hours.hpp"
#include "sentences/english/items.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

/// Whether Saturdays, Sundays and public holidays are meant.
struct DaysOff {
    bool saturdays = false;
    bool sundays = false;
    bool holidays = false;
};
constexpr DaysOff public_holidays{false, true, true};
constexpr DaysOff all_days_off{true, true, true};
constexpr DaysOff weekends{true, true, false};

constexpr auto days_off = std::to_array<Word<DaysOff>>({
    {U"public holidays", public_holidays},
    {U"public holiday", public_holidays},
    {U"holidays", public_holidays},
    {U"national holidays", public_holidays},
    {U"national holiday", public_holidays},
    {U"holiday", public_holidays},
    {U"days off", all_days_off},
    {U"day off", all_days_off},
    {U"non-working days", all_days_off},
    {U"non-working day", all_days_off},
    {U"nonworking day", all_days_off},
    {U"weekends", weekends},
    {U"weekend", weekends},
    {U"saturdays", {true, false, false}},
    {U"saturday", {true, false, false}},
    {U"sundays", {false, true, false}},
    {U"sunday", {false, true, false}},
});

/// A Saturday, Sunday or public holiday: the kinds of days off that are listed.
std::vector<DayOff> read_days_off(Scanner& s) {
    const auto found = s.listed(
        [&]() -> std::optional<DaysOff> {
            s.take(U"a", U"on a", U"on", U"any", U"the", U"it falls on a", U"it is a");
            const DaysOff* const meant = s.take_word(days_off);
            return meant != nullptr ? std::optional(*meant) : std::nullopt;
        },
        true);
    std::vector<DayOff> kinds;
    const auto add = [&](bool DaysOff::*is_meant, DayOff kind) {
        if (std::ranges::any_of(found, is_meant)) kinds.push_back(kind);
    };
    add(&DaysOff::saturdays, DayOff::saturday);
    add(&DaysOff::sundays, DayOff::sunday);
    add(&DaysOff::holidays, DayOff::holiday);
    return kinds;
}

/// If it is a Friday: the days are these weekdays.
bool read_case(Scanner& s, SentencePlan& plan) {
    const bool bracket = s.take(U"(");
    s.take(U",");
    if (!s.take(U"if it is a", U"if it falls on a", U"when it falls on a", U"only if it is a")) {
        return false;
    }
    const auto weekdays = s.listed(
        [&] {
            s.take(U"a");
            return s.weekday();
        },
        true);
    if (weekdays.empty() || !(s.done() || (bracket && s.take(U")")))) return false;
    plan.weekdays.insert(plan.weekdays.end(), weekdays.begin(), weekdays.end());
    return true;
}

/// (Next) working day, day, week: what a day off is moved to.
std::optional<MovedTo> read_moved_to(Scanner& s) {
    if (s.take_any(working_days) || s.take(U"weekday")) return MovedTo::working_day;
    if (s.take(U"day")) return MovedTo::day;
    if (s.take(U"week")) return MovedTo::week;
    return std::nullopt;
}

/// Where a day off goes.
struct Target {
    RollConvention roll;
    MovedTo to;
};

/// The working day before, the day after.
std::optional<Target> read_target_beside(Scanner& s) {
    const std::size_t mark = s.at;
    const bool to_working_day = s.take_any(working_days);
    if (to_working_day || s.take(U"day")) {
        std::optional<RollConvention> roll;
        if (s.take(U"after", U"after it", U"thereafter")) {
            roll = RollConvention::following;
        } else if (s.take(U"before", U"before it")) {
            roll = RollConvention::preceding;
        }
        if (roll) {
            s.take(U"it", U"that");
            s.take(U"instead");
            return Target{*roll, to_working_day ? MovedTo::working_day : MovedTo::day};
        }
    }
    s.at = mark;
    return std::nullopt;
}

/// The next working day, the working day before, the previous day.
std::optional<Target> read_target(Scanner& s) {
    s.take(U"on", U"to");
    s.take(U"the");
    std::optional<RollConvention> roll;
    if (s.take(U"next", U"following", U"first following")) {
        roll = RollConvention::following;
    } else if (s.take(U"previous", U"preceding", U"last preceding", U"last")) {
        roll = RollConvention::preceding;
    }
    if (!roll) return read_target_beside(s);
    const auto to = read_moved_to(s);
    if (!to) return std::nullopt;
    s.take(U"instead", U"thereafter");
    return Target{*roll, *to};
}

bool take_not_held(Scanner& s) {
    return s.take(U"it is not held", U"it is skipped", U"it is cancelled", U"it is omitted",
                  U"not held", U"skipped", U"none is held", U"no meeting", U"it is dropped",
                  U"cancelled", U"omitted");
}

void close_bracket(Scanner& s) {
    if (!s.take(U")")) s.fail(sentence("rule.closing_bracket"));
}

/// ; if it is a holiday, the next working day; or the working day before if that is a Sunday.
bool read_roll(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const bool bracket = s.take(U"(");
    s.take(U";", U",", U".");
    auto target = s.take(U"or", U"moved to", U"else") ? read_target(s) : std::nullopt;
    const bool in_case = s.take(U"if", U"when", U"where", U"in case", U"should");
    if (!in_case && !s.take(U"on")) return false;
    if (in_case) {
        s.take(U"it", U"this", U"that", U"the day", U"that day", U"this day", U"the date",
               U"that date");
        s.take(U"'s", U"is", U"falls on", U"falls", U"fall on", U"happens to be", U"coincides with",
               U"be");
    }
    s.take(U"on");
    const auto kinds = read_days_off(s);
    if (kinds.empty()) return false;
    if (!target) {
        s.take(U",", U"then");
        s.take(U"then");
        if (take_not_held(s)) {
            add_kinds(plan.omits, kinds);
            return !bracket || s.take(U")");
        }
        s.take(U"it is moved to", U"it moves to", U"moved to", U"it is held on", U"on", U"it is",
               U"use");
        target = read_target(s);
        if (!target) {
            if (!in_case) return false;
            s.fail(sentence("rule.move_such_en"), start);
        }
    }
    if (bracket) {
        s.take(U".");
        close_bracket(s);
    }
    if (!plan.moves.empty()) {
        s.fail(sentence("rule.moved_twice_en"), start);
    }
    plan.moves = kinds;
    plan.roll = target->roll;
    plan.to_what = target->to;
    return true;
}

/// Except August, excluding public holidays, but not in July and August.
bool read_exclusion(Scanner& s, SentencePlan& plan) {
    const bool bracket = s.take(U"(");
    s.take(U",", U";");
    if (!s.take(U"except for", U"except", U"excepting", U"excluding", U"other than", U"but not",
                U"apart from", U"but") &&
        !(s.take(U"not") && s.ahead(U"in", U"on", U"during"))) {
        return false;
    }
    const std::size_t start = s.at;
    s.take(U"in", U"on", U"during", U"for");
    SentencePlan inner{.heads = plan.heads};
    if (const auto kinds = read_days_off(s); !kinds.empty()) {
        add_kinds(plan.omits, kinds);
    } else if (read_months(s, inner)) {
        for (const NamedMonth& month : inner.months) plan.months_out.push_back(month.month);
    } else if (read_item(s, inner)) {
        plan.out.push_back(std::move(inner));
    } else {
        s.fail(sentence("rule.left_out_en"), start);
    }
    if (bracket) close_bracket(s);
    return true;
}

}  // namespace

bool read_limit(Scanner& s, SentencePlan& plan) {
    constexpr auto ways = std::to_array<Reader>({
        read_case,
        read_roll,
        read_exclusion,
        read_lasting,
        read_time_of_day,
        read_until,
        read_from,
        read_count,
        read_note,
    });
    return s.any_of(plan, ways);
}

}  // namespace probity::detail::english
