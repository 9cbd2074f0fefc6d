// The rows of Korea's public holidays.
//
// To add a temporary holiday, add a line to temporary_holidays() with the day of the Cabinet's
// decision; to add a holiday of every year, add a row to yearly_holidays() with its decree. Articles
// are cited by the numbering of the text now in force, and by that of the last text which had them if
// a row has ended.
//
// A row is known from the day on which its text was promulgated, which may be long before it comes into
// force. Since 2022-01-01 an Act on Public Holidays stands above the regulation. Where an Act added a
// day, the day is known from the Act, and the decree that followed is cited beside it from its own day
// on. Which holidays earn a substitute the Act leaves to the decree (its Article 3), so that a substitute
// is known from the decree: Act 18291 of 2021-07-07 allowed those of 2021, Christmas included, and
// the decree of 2021-08-04 gave them for the national days alone.
#include "probity/workdays/korea.hpp"

#include <string>
#include <utility>
#include <vector>

#include "workdays/korea_rows.hpp"

namespace probity::korea {
namespace {

constexpr Decree in_force_at_once(DayNumber day, int number = 0) { return {day, day, number}; }

// The texts of the regulation that changed the holidays, from the first on.
constexpr Decree first_text = in_force_at_once(on(1949, 6, 4));
constexpr Decree united_nations_day_added = in_force_at_once(on(1950, 9, 18));
constexpr Decree memorial_day_added = in_force_at_once(on(1956, 4, 19));
constexpr Decree sundays_given_back = in_force_at_once(on(1959, 3, 27));
constexpr Decree arbor_day_dropped = in_force_at_once(on(1960, 3, 16));
// December 1960; the day is not known.
constexpr Decree sundays_taken_again = in_force_at_once(on(1960, 12, 31));
constexpr Decree arbor_day_restored = in_force_at_once(on(1961, 2, 28));
constexpr Decree decree_7538 = in_force_at_once(on(1975, 1, 27), 7538);
constexpr Decree decree_8235 = in_force_at_once(on(1976, 9, 3), 8235);
constexpr Decree decree_11615 = in_force_at_once(on(1985, 1, 21), 11615);
constexpr Decree decree_11962 = in_force_at_once(on(1986, 9, 11), 11962);
constexpr Decree decree_12616 = in_force_at_once(on(1989, 2, 1), 12616);
constexpr Decree decree_13155{on(1990, 11, 5), on(1991, 1, 1), 13155};
constexpr Decree decree_15939{on(1998, 12, 18), on(1999, 1, 1), 15939};
constexpr Decree decree_18893 = in_force_at_once(on(2005, 6, 30), 18893);
constexpr Decree decree_19674 = in_force_at_once(on(2006, 9, 6), 19674);
constexpr Decree decree_24273 = in_force_at_once(on(2012, 12, 28), 24273);
constexpr Decree decree_24828 = in_force_at_once(on(2013, 11, 5), 24828);
constexpr Decree decree_28394 = in_force_at_once(on(2017, 10, 17), 28394);
constexpr Decree decree_31930 = in_force_at_once(on(2021, 8, 4), 31930);
constexpr Decree decree_33448 = in_force_at_once(on(2023, 5, 4), 33448);
constexpr Decree decree_36290{on(2026, 4, 30), on(2026, 5, 1), 36290};
// Its item 2, all national days, came ten days later than the rest.
constexpr Decree decree_36290_national_days = decree_36290.from(on(2026, 5, 11));

// The Acts that added a day to Article 2 of the Act on Public Holidays.
constexpr Act act_21338{on(2026, 2, 10), on(2026, 5, 11), 21338};
constexpr Act act_21543{on(2026, 4, 9), on(2026, 5, 1), 21543};

using detail::regulation_en;
using detail::regulation_ko;

/// Makes the row of a holiday of every year, clause by clause.
class Row {
  public:
    Row(std::string name, std::string name_en, HolidayRule rule, HolidayKind kind) {
        row_.name = std::move(name);
        row_.name_en = std::move(name_en);
        row_.rule = rule;
        row_.kind = kind;
    }

    /// Article 2, item so-and-so, from a decree on.
    Row& since(const Decree& decree, const std::string& item = {}) {
        row_.from = date(decree.in_force);
        row_.decided_on = date(decree.promulgated);
        row_.basis = article_ko(decree, item);
        row_.basis_en = article_en(decree, item);
        return *this;
    }
    /// From an Act on, and by Article 2 of the decree that followed it.
    Row& since(const Act& act, const Decree& followed_by, const std::string& item) {
        row_.from = date(act.in_force);
        row_.decided_on = date(act.promulgated);
        row_.basis = "「공휴일에 관한 법률」 제2조(" + act.korean() + ")";
        row_.basis_en = "Article 2 of the Act on Public Holidays (" + act.english() + ")";
        row_.further.push_back({.decided_on = date(followed_by.promulgated),
                                .basis = article_ko(followed_by, item),
                                .basis_en = article_en(followed_by, item)});
        return *this;
    }
    Row& until(const Decree& decree) {
        row_.until = date(decree.in_force);
        row_.ended_on = date(decree.promulgated);
        return *this;
    }
    /// By item 1 or 2 of Article 3(1), and by item 3 if lost to another holiday.
    Row& substitute(SubstitutePolicy policy, const Decree& decree) {
        const std::string item = policy == SubstitutePolicy::weekend ? "1" : "2";
        const auto korean = [&](const std::string& of) {
            return std::string(regulation_ko) + " 제3조제1항제" + of + "호(" + decree.korean() +
                   ")";
        };
        const auto english = [&](const std::string& of) {
            return "Article 3(1)" + of + " of " + regulation_en + " (" + decree.english() + ")";
        };
        add_term(policy, decree, korean(item), english(item));
        row_.substitutes.back().coinciding_basis = korean("3");
        row_.substitutes.back().coinciding_basis_en = english("3");
        return *this;
    }
    /// The next day after a Sunday: March 1959 to December 1960.
    Row& next_day_1959() { return next_day(sundays_given_back, sundays_taken_again); }
    /// The next day after a Sunday or another holiday, but for the holidays of several days: 1989-90.
    Row& next_day_1989() { return next_day(decree_12616, decree_13155); }
    Row& substituted_as(std::string name, std::string name_en) {
        row_.substitute_name = std::move(name);
        row_.substitute_name_en = std::move(name_en);
        return *this;
    }
    /// An election's row holds while terms end as it says: from the day on which they came to, to the
    /// day on which that was overtaken.
    Row& known_from(DayNumber day) {
        row_.from = date(day);
        row_.decided_on = date(day);
        return *this;
    }
    Row& overtaken_on(DayNumber day) {
        row_.until = date(day);
        row_.ended_on = date(day);
        return *this;
    }
    Row& numbered_from(int number) {
        row_.first_number = number;
        return *this;
    }
    Row& also_by(const std::string& korean, const std::string& english) {
        row_.basis += ", " + korean;
        row_.basis_en += ", " + english;
        return *this;
    }

    // A table of rows is a list of these.
    operator HolidayRow() const { return row_; }  // NOLINT(google-explicit-constructor)

  private:
    void add_term(SubstitutePolicy policy, const Decree& decree, std::string basis,
                  std::string basis_en) {
        row_.substitutes.push_back({.policy = policy,
                                    .from = date(decree.in_force),
                                    .decided_on = date(decree.promulgated),
                                    .title = "대체공휴일({name})",
                                    .title_en = "Substitute holiday ({name})",
                                    .basis = std::move(basis),
                                    .basis_en = std::move(basis_en)});
    }
    Row& next_day(const Decree& begin, const Decree& end) {
        add_term(SubstitutePolicy::next_day, begin,
                 std::string(regulation_ko) + "의 공휴일 중복 조항(" + begin.korean() + ")",
                 std::string("the clause on coinciding holidays of ") + regulation_en + " (" +
                     begin.english() + ")");
        row_.substitutes.back().until = date(end.in_force);
        row_.substitutes.back().ended_on = date(end.promulgated);
        return *this;
    }
    static std::string article_ko(const Decree& decree, const std::string& item) {
        return std::string(regulation_ko) + " 제2조" + item_ko(item) + "(" + decree.korean() + ")";
    }
    static std::string article_en(const Decree& decree, const std::string& item) {
        return "Article 2" + item_en(item) + " of " + regulation_en + " (" + decree.english() + ")";
    }
    // Items are numbers, or a number with a branch: "10-2" is 제10호의2.
    static std::string item_ko(const std::string& item) {
        if (item.empty()) return {};
        const std::size_t dash = item.find('-');
        if (dash == std::string::npos) return "제" + item + "호";
        return "제" + item.substr(0, dash) + "호의" + item.substr(dash + 1);
    }
    static std::string item_en(const std::string& item) {
        return item.empty() ? item : "(" + item + ")";
    }

    HolidayRow row_;
};

Row national_day(std::string name, std::string name_en, HolidayRule rule) {
    return Row(std::move(name), std::move(name_en), rule, HolidayKind::national_day);
}
Row listed_day(std::string name, std::string name_en, HolidayRule rule) {
    return Row(std::move(name), std::move(name_en), rule, HolidayKind::public_holiday);
}
Row seollal(std::string name, std::string name_en, int offset) {
    return Row(std::move(name), std::move(name_en), LunarDay{1, 1, offset},
               HolidayKind::traditional)
        .since(decree_12616, "4")
        .substitute(SubstitutePolicy::sunday, decree_24828)
        .substituted_as("설날", "Seollal");
}
Row chuseok(std::string name, std::string name_en, int offset, const Decree& since) {
    return Row(std::move(name), std::move(name_en), LunarDay{8, 15, offset},
               HolidayKind::traditional)
        .since(since, "9")
        .substitute(SubstitutePolicy::sunday, decree_24828)
        .substituted_as("추석", "Chuseok");
}
Row buddhas_birthday(std::string name) {
    return listed_day(std::move(name), "Buddha's Birthday", LunarDay{4, 8});
}
Row election(std::string name, std::string name_en, const ElectionDay& rule) {
    return Row(std::move(name), std::move(name_en), rule, HolidayKind::election)
        .since(decree_19674, "10-2")
        .also_by("「공직선거법」 제34조", "Article 34 of the Public Official Election Act");
}

// Holidays of every year. Of several on one date the almanac lists those of the solar calendar first.
std::vector<HolidayRow> yearly_holidays() {
    constexpr SubstitutePolicy weekend = SubstitutePolicy::weekend;
    return {
        // New Year.
        listed_day("1월 1일", "New Year's Day", FixedDay{1, 1})
            .since(first_text, "3")
            .next_day_1959(),
        listed_day("1월 2일", "2 January", FixedDay{1, 2})
            .since(first_text, "3")
            .until(decree_15939)
            .next_day_1959(),
        listed_day("1월 3일", "3 January", FixedDay{1, 3})
            .since(first_text, "3")
            .until(decree_12616)
            .next_day_1959(),

        // National days.
        national_day("3ㆍ1절", "Independence Movement Day", FixedDay{3, 1})
            .since(first_text, "2")
            .next_day_1959()
            .next_day_1989()
            .substitute(weekend, decree_31930),
        national_day("제헌절", "Constitution Day", FixedDay{7, 17})
            .since(first_text, "2")
            .until(decree_18893.from(on(2008, 1, 1)))
            .next_day_1959()
            .next_day_1989(),
        national_day("제헌절", "Constitution Day", FixedDay{7, 17})
            .since(act_21338, decree_36290, "2")
            .substitute(weekend, decree_36290_national_days),
        national_day("광복절", "Liberation Day", FixedDay{8, 15})
            .since(first_text, "2")
            .next_day_1959()
            .next_day_1989()
            .substitute(weekend, decree_31930),
        national_day("개천절", "National Foundation Day", FixedDay{10, 3})
            .since(first_text, "2")
            .next_day_1959()
            .next_day_1989()
            .substitute(weekend, decree_31930),
        // A national day since 2005, a holiday of its own item before that.
        listed_day("한글날", "Hangul Day", FixedDay{10, 9})
            .since(first_text, "11")
            .until(decree_13155)
            .next_day_1959()
            .next_day_1989(),
        national_day("한글날", "Hangul Day", FixedDay{10, 9})
            .since(decree_24273, "2")
            .substitute(weekend, decree_31930),

        // Other days of the solar calendar.
        listed_day("식목일", "Arbor Day", FixedDay{4, 5})
            .since(first_text)
            .until(arbor_day_dropped)
            .next_day_1959(),
        listed_day("식목일", "Arbor Day", FixedDay{4, 5})
            .since(arbor_day_restored, "5")
            .until(decree_18893)
            .next_day_1989(),
        listed_day("노동절", "Labour Day", FixedDay{5, 1})
            .since(act_21543, decree_36290, "6")
            .substitute(weekend, decree_36290),
        listed_day("어린이날", "Children's Day", FixedDay{5, 5})
            .since(decree_7538, "7")
            .next_day_1989()
            .substitute(weekend, decree_24828),
        listed_day("현충일", "Memorial Day", FixedDay{6, 6})
            .since(memorial_day_added, "8")
            .next_day_1959()
            .next_day_1989(),
        listed_day("국군의 날", "Armed Forces Day", FixedDay{10, 1})
            .since(decree_8235, "10")
            .until(decree_13155)
            .next_day_1989(),
        listed_day("국제연합일", "United Nations Day", FixedDay{10, 24})
            .since(united_nations_day_added)
            .until(decree_8235)
            .next_day_1959(),
        listed_day("기독탄신일", "Christmas Day", FixedDay{12, 25})
            .since(first_text, "10")
            .next_day_1959()
            .next_day_1989()
            .substitute(weekend, decree_33448),

        // Days of the lunisolar calendar.
        listed_day("민속의 날", "Folk Day", LunarDay{1, 1}).since(decree_11615).until(decree_12616),
        seollal("설날 전날", "The day before Seollal", -1),
        seollal("설날", "Seollal", 0),
        seollal("설날 다음 날", "The day after Seollal", 1),
        buddhas_birthday("석가탄신일").since(decree_7538, "6").until(decree_28394).next_day_1989(),
        buddhas_birthday("부처님 오신 날")
            .since(decree_28394, "6")
            .until(decree_36290)
            .substitute(weekend, decree_33448),
        buddhas_birthday("부처님 오신 날")
            .since(decree_36290, "5")
            .substitute(weekend, decree_33448),
        chuseok("추석 전날", "The day before Chuseok", -1, decree_12616),
        chuseok("추석", "Chuseok", 0, first_text).next_day_1959(),
        chuseok("추석 다음 날", "The day after Chuseok", 1, decree_11962),

        // Elections at the end of a term. A president's term runs from the election that filled a
        // vacancy, so the row changes with each.
        election("대통령선거", "Presidential election", {date(on(2008, 2, 24)), 5, 70})
            .overtaken_on(on(2017, 3, 15)),
        election("대통령선거", "Presidential election", {date(on(2022, 5, 9)), 5, 70})
            .known_from(on(2017, 5, 10))
            .overtaken_on(on(2025, 4, 8)),
        election("대통령선거", "Presidential election", {date(on(2030, 6, 3)), 5, 70})
            .known_from(on(2025, 6, 4)),
        election("제{n}대국회의원선거", "{n} National Assembly election",
                 {date(on(2008, 5, 29)), 4, 50})
            .numbered_from(18),
        election("전국동시지방선거", "Local elections", {date(on(2010, 6, 30)), 4, 30}),
    };
}

// The Cabinet's decisions from 2015 on, each as the press of its day reported it.
std::vector<HolidayRow> temporary_holidays() {
    return {
        temporary(on(2015, 8, 14), on(2015, 8, 11)),
        temporary(on(2016, 5, 6), on(2016, 4, 28)),
        temporary(on(2017, 5, 9), on(2017, 3, 15), "대통령선거", "presidential election"),
        temporary(on(2017, 10, 2), on(2017, 9, 5)),
        temporary(on(2020, 8, 17), on(2020, 7, 21)),
        temporary(on(2023, 10, 2), on(2023, 9, 5)),
        temporary(on(2024, 10, 1), on(2024, 9, 3)),
        temporary(on(2025, 1, 27), on(2025, 1, 14)),
        temporary(on(2025, 6, 3), on(2025, 4, 8), "대통령선거", "presidential election"),
    };
}

std::vector<HolidayRow> all_rows() {
    std::vector<HolidayRow> rows = yearly_holidays();
    for (const auto& more : {earlier_temporary_holidays(), temporary_holidays()}) {
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

HolidayLaw whole_law() {
    const std::string regulation = regulation_ko;
    const std::string regulation_english = regulation_en;
    return {.rows = all_rows(),
            .weekends = {{.days = {SA, SU},
                          .holidays = {SU},
                          .basis = regulation + " 제2조제1호",
                          .basis_en = "Article 2(1) of " + regulation_english}},
            .cited_as = regulation + " 제2조ㆍ제3조",
            .cited_as_en = "Article 2 or 3 of " + regulation_english,
            .weekend_cited_as = regulation + " 제2조",
            .weekend_cited_as_en = "Article 2 of " + regulation_english,
            .verified_from = verified_from()};
}

}  // namespace

Date verified_from() { return date(on(2010, 1, 1)); }

Interval horizon() { return Interval::closed(date(on(1949, 6, 4)), date(on(2100, 12, 31))); }

const HolidayLaw& law() {
    static const HolidayLaw law = whole_law();
    return law;
}

std::span<const HolidayRow> holiday_rows() { return law().rows; }

}  // namespace probity::korea
