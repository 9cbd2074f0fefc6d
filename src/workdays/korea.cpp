// The rows of Korea's public holidays.
//
// To add a temporary holiday, add a line to temporary_holidays() with the day of the Cabinet's
// decision; to add a holiday of every year, add a row to yearly_holidays() with its decree. Articles
// are cited by the numbering of the text now in force, and by that of the last text which had them
// where a row has ended.
#include "probity/workdays/korea.hpp"

#include <string>
#include <utility>
#include <vector>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "workdays/regulation.hpp"

namespace probity::korea {
namespace {

constexpr DayNumber on(int year, int month, int day) {
    return detail::day_number_of(year, month, day);
}

Date date(DayNumber day) { return detail::unchecked_date(day); }

std::string korean_day(DayNumber day) {
    const auto [year, month, day_of_month] = detail::year_month_day(day);
    return detail::korean_text(year, month, day_of_month);
}

/// A text of the regulation: when it was promulgated, and from when it was in force.
struct Decree {
    DayNumber promulgated;
    DayNumber in_force;
    /// 0 where the number is not known.
    int number;

    [[nodiscard]] std::string korean() const {
        const std::string day = korean_day(promulgated);
        return number == 0 ? day + " 공포" : "대통령령 제" + std::to_string(number) + "호, " + day;
    }
    [[nodiscard]] std::string english() const {
        const std::string day = to_string(date(promulgated));
        return number == 0 ? "decree of " + day
                           : "Presidential Decree " + std::to_string(number) + " of " + day;
    }
    [[nodiscard]] constexpr Decree from(DayNumber later) const {
        return {promulgated, later, number};
    }
};

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
        row_.basis =
            std::string(regulation_ko) + " 제2조" + item_ko(item) + "(" + decree.korean() + ")";
        row_.basis_en =
            "Article 2" + item_en(item) + " of " + regulation_en + " (" + decree.english() + ")";
        return *this;
    }
    Row& until(const Decree& decree) {
        row_.until = date(decree.in_force);
        row_.ended_on = date(decree.promulgated);
        return *this;
    }
    Row& substitute(SubstitutePolicy policy, const Decree& decree) {
        row_.substitutes.push_back({.policy = policy,
                                    .from = date(decree.in_force),
                                    .decided_on = date(decree.promulgated),
                                    .decree = decree.korean(),
                                    .decree_en = decree.english()});
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
    Row& next_day(const Decree& begin, const Decree& end) {
        substitute(SubstitutePolicy::next_day, begin);
        row_.substitutes.back().until = date(end.in_force);
        row_.substitutes.back().ended_on = date(end.promulgated);
        return *this;
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
            .since(decree_36290_national_days, "2")
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
            .since(decree_36290, "6")
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

/// A day that the government designated, known by the Cabinet's decision.
HolidayRow temporary(DayNumber day, DayNumber decided_on, const std::string& occasion = {},
                     const std::string& occasion_en = {}) {
    HolidayRow row;
    row.name = occasion.empty() ? "임시공휴일" : "임시공휴일(" + occasion + ")";
    row.name_en = occasion_en.empty() ? "Temporary public holiday"
                                      : "Temporary public holiday (" + occasion_en + ")";
    row.rule = OneDate{date(day)};
    row.kind = HolidayKind::temporary;
    row.from = date(day);
    row.decided_on = date(decided_on);
    row.basis =
        std::string(regulation_ko) + " 제2조제11호(국무회의 의결 " + korean_day(decided_on) + ")";
    row.basis_en = std::string("Article 2(11) of ") + regulation_en + " (Cabinet decision of " +
                   to_string(date(decided_on)) + ")";
    return row;
}

/// A day that the government is said to have designated; the Official Gazette has not been seen.
HolidayRow said_to_be(DayNumber day, const std::string& occasion, const std::string& occasion_en) {
    HolidayRow row = temporary(day, day, occasion, occasion_en);
    row.decided_on.reset();
    row.basis = "정부가 수시 지정하는 날(관보 미확인)";
    row.basis_en = "a day designated by the government (Official Gazette not seen)";
    return row;
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

// Before 2006-09-06 polling days were temporary holidays too. The ministry's list of temporary
// holidays begins with 1962-04-19; what is older here was kept as a day off by other accounts. The
// days on which parliament or an electoral college chose the president (1960, 1972, 1978 to 1981) are
// left out: nobody else went to the polls, and the exchange traded on them.
std::vector<HolidayRow> earlier_temporary_holidays() {
    const std::pair<std::string, std::string> assembly{"국회의원선거",
                                                       "National Assembly election"};
    const std::pair<std::string, std::string> president{"대통령선거", "presidential election"};
    const std::pair<std::string, std::string> local{"지방선거", "local elections"};
    const std::pair<std::string, std::string> inauguration{"대통령 취임식",
                                                           "presidential inauguration"};
    const std::pair<std::string, std::string> referendum{"국민투표", "referendum"};
    const std::pair<std::string, std::string> conference{
        "통일주체국민회의 대의원선거", "election of the National Conference for Unification"};
    const std::pair<std::string, std::string> april_19{"4ㆍ19혁명 기념일",
                                                       "anniversary of the April Revolution"};
    const std::pair<std::string, std::string> may_16{"5ㆍ16 기념일", "anniversary of 16 May 1961"};
    const std::pair<std::string, std::string> rhee{"이승만 대통령 탄신일",
                                                   "President Rhee's birthday"};
    const auto day = [](int y, int m, int d, const std::pair<std::string, std::string>& occasion) {
        return said_to_be(on(y, m, d), occasion.first, occasion.second);
    };
    return {
        day(1949, 7, 5, {"김구 국민장", "funeral of Kim Ku"}),
        day(1950, 5, 30, assembly),
        day(1950, 6, 21, {"전몰군인 합동위령제", "memorial service for fallen soldiers"}),
        day(1951, 5, 16, {"부통령선거", "vice-presidential election"}),
        day(1952, 4, 25, local),
        day(1952, 5, 10, local),
        day(1952, 8, 5, president),
        day(1954, 5, 20, assembly),
        day(1956, 5, 15, president),
        day(1956, 8, 8, local),
        day(1956, 8, 13, local),
        day(1957, 3, 26, rhee),
        day(1958, 3, 26, rhee),
        day(1958, 5, 2, assembly),
        day(1959, 3, 26, rhee),
        day(1960, 3, 15, president),
        day(1960, 3, 16, {"사방의 날", "Erosion Control Day"}),
        day(1960, 3, 26, rhee),
        day(1960, 7, 29, assembly),
        day(1960, 10, 1, {"신정부 경축의 날", "celebration of the new government"}),
        day(1960, 12, 12, local),
        day(1960, 12, 19, local),
        day(1960, 12, 26, local),
        day(1960, 12, 29, local),
        day(1961, 4, 19, april_19),
        day(1962, 4, 19, april_19),
        day(1962, 5, 16, may_16),
        day(1962, 12, 17, referendum),
        day(1963, 4, 19, april_19),
        day(1963, 5, 16, may_16),
        day(1963, 10, 15, president),
        day(1963, 11, 26, assembly),
        day(1963, 12, 17, inauguration),
        day(1966, 10, 1, {"국군의 날", "Armed Forces Day"}),
        day(1967, 1, 4, {"신정", "New Year"}),
        day(1967, 5, 3, president),
        day(1967, 6, 8, assembly),
        day(1967, 7, 1, inauguration),
        day(1969, 7, 21, {"아폴로 11호 달 착륙", "Moon landing of Apollo 11"}),
        day(1969, 10, 17, referendum),
        day(1971, 4, 27, president),
        day(1971, 5, 25, assembly),
        day(1971, 7, 1, inauguration),
        day(1972, 11, 21, referendum),
        day(1972, 12, 15, conference),
        day(1972, 12, 27, inauguration),
        day(1973, 2, 27, assembly),
        day(1974, 8, 19, {"육영수 여사 국민장", "funeral of Yuk Young-soo"}),
        day(1975, 2, 12, referendum),
        day(1978, 5, 18, conference),
        day(1978, 12, 12, assembly),
        day(1978, 12, 27, inauguration),
        day(1979, 11, 3, {"박정희 대통령 국장", "state funeral of Park Chung Hee"}),
        day(1979, 12, 21, inauguration),
        day(1980, 9, 1, inauguration),
        day(1980, 10, 22, referendum),
        day(1981, 2, 11, {"대통령선거인선거", "election of presidential electors"}),
        day(1981, 3, 3, inauguration),
        day(1981, 3, 25, assembly),
        day(1982, 10, 2, {"추석 연휴", "Chuseok"}),
        day(1985, 2, 12, assembly),
        day(1987, 10, 27, referendum),
        day(1987, 12, 16, president),
        day(1988, 2, 25, inauguration),
        day(1988, 4, 26, assembly),
        day(1988, 9, 17, {"서울올림픽 개막식", "opening of the Seoul Olympic Games"}),
        day(1991, 3, 26, local),
        day(1991, 6, 20, local),
        day(1992, 3, 24, assembly),
        day(1992, 12, 18, president),
        day(1995, 6, 27, local),
        day(1996, 4, 11, assembly),
        day(1997, 12, 18, president),
        day(1998, 6, 4, local),
        day(2000, 4, 13, assembly),
        day(2002, 6, 13, local),
        day(2002, 7, 1, {"월드컵 4강 진출", "World Cup semi-final"}),
        day(2002, 12, 19, president),
        day(2004, 4, 15, assembly),
        day(2006, 5, 31, local),
    };
}

std::vector<HolidayRow> all_rows() {
    std::vector<HolidayRow> rows = yearly_holidays();
    for (const auto& more : {earlier_temporary_holidays(), temporary_holidays()}) {
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

}  // namespace

Date verified_from() { return date(on(2010, 1, 1)); }

Interval horizon() { return Interval::closed(date(on(1949, 6, 4)), date(on(2100, 12, 31))); }

std::span<const HolidayRow> holiday_rows() {
    static const std::vector<HolidayRow> rows = all_rows();
    return rows;
}

}  // namespace probity::korea
