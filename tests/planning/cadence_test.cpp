#include "probity/planning/cadence.hpp"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "probity/recurrence/every.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace cadence_test {

using Dates = std::vector<std::string>;

Dates first_slots(const Cadence& cadence, int count) {
    Dates out;
    for (int k = 0; k < count; ++k) out.push_back(to_string(slot(cadence, k).value()));
    return out;
}

std::vector<Slot> slots_of(const Cadence& cadence, const Interval& window,
                           RollConvention roll = RollConvention::following) {
    const std::vector<CadenceVersion> versions{{.cadence = cadence}};
    return slots(versions, window, WorkCalendar::korea(), roll);
}

Observance integrity_week() {
    return {.id = "integrity-week",
            .title = {"청렴주간", "Integrity Week"},
            .rules = {{.begin = make_date(2023, 3, 1), .rule = NthWeek{3}}}};
}

/// Every kind of cadence, the endless ones first.
std::vector<Cadence> cadences() {
    return {TimesAYear{3, make_date(2025, 3, 15)},
            TimesAYear{5, make_date(2024, 2, 29)},
            EveryMonths{1, make_date(2026, 1, 31)},
            ByRule{every::every_month / every::Wednesday[3], make_date(2026, 1, 1)},
            ByWeek{NthWeek{1}, make_date(2026, 1, 1)},
            ByWeek{WeekdayOfWeek{WE, 3, {3}}, make_date(2024, 1, 1)},
            OnDates{{make_date(2025, 7, 25), make_date(2025, 11, 14)}},
            in_each(integrity_week(), year_of(2026), WE)};
}

TEST(EveryFourMonths, StaysOnTheFifteenthForACentury) {
    const Cadence cadence = EveryMonths{4, make_date(2025, 3, 15)};
    for (int k = 0; k <= 300; ++k) {
        const int months = 2 + 4 * k;  // from January 2025
        EXPECT_EQ(slot(cadence, k), make_date(2025 + months / 12, months % 12 + 1, 15)) << k;
    }
}

TEST(EveryFourMonths, IsNotMovedByTheRollingOfEarlierSlots) {
    // 15 March 2025 is a Saturday, and goes to the 17th: the next ones count from the 15th.
    const auto found = slots_of(EveryMonths{4, make_date(2025, 3, 15)},
                                Interval{make_date(2025, 1, 1), make_date(2045, 1, 1)});
    ASSERT_EQ(found.size(), 60u);
    EXPECT_EQ(found[0].adjusted, make_date(2025, 3, 17));
    for (const Slot& each : found) EXPECT_EQ(to_string(each.nominal).substr(8), "15");
}

TEST(EveryMonth, IsClampedToTheMonthAndComesBack) {
    EXPECT_EQ(first_slots(EveryMonths{1, make_date(2026, 1, 31)}, 5),
              (Dates{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}));
    EXPECT_EQ(slot(EveryMonths{12, make_date(2024, 2, 29)}, 1), make_date(2025, 2, 28));
    EXPECT_EQ(slot(EveryMonths{12, make_date(2024, 2, 29)}, 4), make_date(2028, 2, 29));
}

TEST(TimesAYear, IsWholeMonthsApartWhereTwelveDivides) {
    for (const int times : {1, 2, 3, 4, 6, 12}) {
        for (int k = 0; k < 40; ++k) {
            EXPECT_EQ(slot(TimesAYear{times, make_date(2025, 1, 31)}, k),
                      slot(EveryMonths{12 / times, make_date(2025, 1, 31)}, k));
        }
    }
}

TEST(TimesAYear, CutsTheDaysOfTheYearElsewhere) {
    // 365 days in five parts of 73.
    EXPECT_EQ(first_slots(TimesAYear{5, make_date(2026, 1, 1)}, 6),
              (Dates{"2026-01-01", "2026-03-15", "2026-05-27", "2026-08-08", "2026-10-20",
                     "2027-01-01"}));
    // 366 days: floor(73.2), floor(146.4), ...
    EXPECT_EQ(first_slots(TimesAYear{5, make_date(2028, 1, 1)}, 3),
              (Dates{"2028-01-01", "2028-03-14", "2028-05-26"}));
}

TEST(TimesAYear, BeginsEachYearOnItsAnchor) {
    for (const int times : {5, 7, 11, 52, 365}) {
        for (int year = 0; year < 40; ++year) {
            EXPECT_EQ(slot(TimesAYear{times, make_date(2025, 3, 15)}, times * year),
                      make_date(2025 + year, 3, 15));
        }
    }
}

TEST(ByRule, IsTheRecurrence) {
    const Rule rule = every::every_month(4) / every::Wednesday[3];
    const Recurrence dates(rule, make_date(2025, 3, 1));
    for (int k = 0; k < 50; ++k) {
        EXPECT_EQ(slot(ByRule{rule, make_date(2025, 3, 1)}, k), dates.nth(k));
    }
}

TEST(ByRule, EndsWithItsCount) {
    const Cadence cadence = ByRule{Rule::parse("FREQ=MONTHLY;COUNT=2"), make_date(2026, 1, 5)};
    EXPECT_EQ(slot(cadence, 1), make_date(2026, 2, 5));
    EXPECT_FALSE(slot(cadence, 2));
    EXPECT_EQ(slots_of(cadence, year_of(2026)).size(), 2u);
}

TEST(ByWeek, GivesFirstDaysOfWeeksAndWeekdaysInThem) {
    EXPECT_EQ(first_slots(ByWeek{NthWeek{3}, make_date(2026, 1, 1)}, 3),
              (Dates{"2026-01-12", "2026-02-16", "2026-03-16"}));
    EXPECT_EQ(first_slots(ByWeek{WeekdayOfWeek{WE, 3, {3}}, make_date(2024, 1, 1)}, 3),
              (Dates{"2024-03-20", "2025-03-19", "2026-03-18"}));
    const NthWeek sunday_rows{3, {}, WeekConvention::cldr_kr()};
    EXPECT_EQ(slot(ByWeek{sunday_rows, make_date(2026, 3, 1)}, 0), make_date(2026, 3, 15));
}

TEST(InEachIntegrityWeek, IsItsWednesday) {
    const Cadence cadence = in_each(integrity_week(), year_of(2026), WE);
    EXPECT_EQ(first_slots(cadence, 3), (Dates{"2026-01-14", "2026-02-18", "2026-03-18"}));
    EXPECT_EQ(slots_of(cadence, year_of(2026)).size(), 12u);
    EXPECT_FALSE(slot(cadence, 12));
}

TEST(InEachIntegrityWeek, FollowsAWeekThatWasMoved) {
    Observance moved = integrity_week();
    moved.records = {{.nominal = make_date(2026, 2, 16), .observed = make_date(2026, 2, 23)}};
    EXPECT_EQ(slot(in_each(moved, year_of(2026)), 1), make_date(2026, 2, 23));
}

TEST(InEachIntegrityWeek, TakesTheFirstDayOfAWeekWithoutTheWeekday) {
    const InEach cadence{.occurrences = {Interval::of_days(make_date(2026, 3, 19), 2)},
                         .weekday = WE};
    EXPECT_EQ(slot(cadence, 0), make_date(2026, 3, 19));
}

TEST(Slots, AreRolledAndKeepBothDates) {
    // 15 February 2026 is a Sunday, Seollal takes the 16th to the 18th.
    const Interval february{make_date(2026, 2, 1), make_date(2026, 3, 1)};
    const Cadence cadence = EveryMonths{1, make_date(2026, 1, 15)};
    const auto after = slots_of(cadence, february);
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(after[0].nominal, make_date(2026, 2, 15));
    EXPECT_EQ(after[0].adjusted, make_date(2026, 2, 19));
    EXPECT_EQ(after[0].number, 1);
    EXPECT_EQ(slots_of(cadence, february, RollConvention::preceding)[0].adjusted,
              make_date(2026, 2, 13));
    EXPECT_EQ(slots_of(cadence, february, RollConvention::none)[0].adjusted,
              make_date(2026, 2, 15));
}

TEST(Slots, SayWhyTheyWereMoved) {
    const auto found = slots_of(EveryMonths{4, make_date(2025, 3, 15)},
                                Interval{make_date(2025, 3, 1), make_date(2025, 8, 1)});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].reason.english, "every 4 months from 2025-03-15. " +
                                           WorkCalendar::korea().explain(make_date(2025, 3, 15)) +
                                           " It is put off to 2025-03-17.");
    EXPECT_EQ(found[0].reason.korean,
              "2025. 3. 15.부터 4개월마다. " +
                  WorkCalendar::korea().explain(make_date(2025, 3, 15), Language::korean) +
                  " 뒤로 미룬 날짜는 2025. 3. 17.입니다.");
    EXPECT_EQ(found[1].reason.english, "every 4 months from 2025-03-15");
    std::ostringstream out;
    out << found[0] << "; " << found[1];
    EXPECT_EQ(out.str(), "2025-03-15 -> 2025-03-17; 2025-07-15");
}

TEST(Slots, BelongToAWindowByTheirNominalDate) {
    // Sunday 31 May goes to 1 June, and stays a slot of May.
    const Cadence cadence = EveryMonths{1, make_date(2026, 1, 31)};
    const auto may = slots_of(cadence, Interval{make_date(2026, 5, 1), make_date(2026, 6, 1)});
    ASSERT_EQ(may.size(), 1u);
    EXPECT_EQ(may[0].adjusted, make_date(2026, 6, 1));
    EXPECT_EQ(slots_of(cadence, Interval{make_date(2026, 6, 1), make_date(2026, 6, 30)}).size(),
              0u);
}

TEST(Slots, AreThoseOfTheCadenceInAnyWindow) {
    std::mt19937 random(20260318);
    for (const Cadence& cadence : cadences()) {
        for (int round = 0; round < 20; ++round) {
            const Date begin = add_days(make_date(2024, 1, 1), random() % 1500);
            const Interval window = Interval::of_days(begin, 1 + random() % 700);
            std::vector<Date> expected;
            for (int k = 0; const auto nominal = slot(cadence, k); ++k) {
                if (*nominal > window.last()) break;
                if (window.contains(*nominal)) expected.push_back(*nominal);
            }
            std::vector<Date> found;
            for (const Slot& each : slots_of(cadence, window)) {
                found.push_back(each.nominal);
                EXPECT_EQ(slot(cadence, each.number), each.nominal);
                EXPECT_TRUE(WorkCalendar::korea().is_working_day(each.adjusted));
            }
            EXPECT_EQ(found, expected) << describe(cadence, Language::english) << to_string(window);
        }
    }
}

TEST(ChangedCadence, LeavesPastSlotsAsTheyWere) {
    const Interval years{make_date(2025, 1, 1), make_date(2028, 1, 1)};
    const std::vector<CadenceVersion> before{
        {.begin = make_date(2025, 1, 1), .cadence = EveryMonths{4, make_date(2025, 3, 15)}}};
    const auto after = changed_cadence(
        before, {.begin = make_date(2026, 6, 1), .cadence = TimesAYear{4, make_date(2026, 2, 1)}});
    const WorkCalendar korea = WorkCalendar::korea();
    const auto old_slots = slots(before, years, korea);
    const auto new_slots = slots(after, years, korea);
    ASSERT_EQ(old_slots.size(), 9u);
    ASSERT_EQ(new_slots.size(), 10u);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(new_slots[i], old_slots[i]);
    // Four a year from February: the first one in force from June on is its third.
    EXPECT_EQ(new_slots[4].nominal, make_date(2026, 8, 1));
    EXPECT_EQ(new_slots[4].number, 2);
    EXPECT_EQ(new_slots[4].version, 1u);
}

TEST(ChangedCadence, OfWeeksCountsAWeekWithItsMonth) {
    // The first week of January 2026 begins on 29 December; it is January's, and so the new rule's.
    const std::vector<CadenceVersion> versions{
        {.begin = make_date(2025, 1, 1),
         .end = make_date(2026, 1, 1),
         .cadence = ByWeek{NthWeek{1}, make_date(2025, 1, 1)}},
        {.begin = make_date(2026, 1, 1), .cadence = ByWeek{NthWeek{2}, make_date(2026, 1, 1)}}};
    std::vector<Date> found;
    for (const Slot& each : slots(versions, Interval{make_date(2025, 12, 1), make_date(2026, 2, 1)},
                                  WorkCalendar::korea())) {
        found.push_back(each.nominal);
    }
    EXPECT_EQ(found, (std::vector{make_date(2025, 12, 1), make_date(2026, 1, 5)}));
}

TEST(Cadence, IsDescribedInBothLanguages) {
    const auto english = [](const Cadence& c) { return describe(c, Language::english); };
    const auto korean = [](const Cadence& c) { return describe(c, Language::korean); };
    const auto all = cadences();
    EXPECT_EQ(english(all[0]), "3 times a year from 2025-03-15");
    EXPECT_EQ(korean(all[0]), "2025. 3. 15.부터 연 3회");
    EXPECT_EQ(english(all[2]), "every month from 2026-01-31");
    EXPECT_EQ(korean(all[2]), "2026. 1. 31.부터 매월");
    EXPECT_EQ(korean(EveryMonths{4, make_date(2025, 3, 15)}), "2025. 3. 15.부터 4개월마다");
    EXPECT_EQ(english(all[3]), "every month on the third Wednesday from 2026-01-01");
    EXPECT_EQ(korean(all[3]), "2026. 1. 1.부터 매월 셋째 수요일");
    EXPECT_EQ(english(all[4]), "the first day of the first week of every month");
    EXPECT_EQ(korean(all[4]), "매월 첫째 주 첫날");
    EXPECT_EQ(english(all[5]), "Wednesday of the third week of March");
    EXPECT_EQ(korean(all[5]), "매년 3월 셋째 주 수요일 (주 기준 ISO)");
    EXPECT_EQ(english(all[6]), "on 2025-07-25, 2025-11-14");
    EXPECT_EQ(korean(all[6]), "지정일: 2025. 7. 25., 2025. 11. 14.");
    EXPECT_EQ(english(all[7]), "in each Integrity Week, on Wednesday");
    EXPECT_EQ(korean(all[7]), "청렴주간마다 수요일");
}

TEST(Cadence, EndsWithTheLastDateThereIs) {
    EXPECT_EQ(slot(EveryMonths{12, make_date(9998, 12, 31)}, 1), last_date());
    EXPECT_FALSE(slot(EveryMonths{12, make_date(9998, 12, 31)}, 2));
    EXPECT_FALSE(slot(TimesAYear{7, make_date(2026, 1, 1)}, std::int64_t{1} << 62));
    EXPECT_FALSE(slot(TimesAYear{365, make_date(9999, 12, 31)}, 1));
}

TEST(Cadence, RefusesWhatRecursNever) {
    EXPECT_MESSAGE(slot(TimesAYear{0, make_date(2026, 1, 1)}, 0), ProbityError,
                   "0 times a year: a cadence has 1 to 365 slots a year");
    EXPECT_MESSAGE(slot(EveryMonths{-4, make_date(2026, 1, 1)}, 0), ProbityError,
                   "-4 months: a cadence has 1 to 1200 months from one slot to the next");
    EXPECT_MESSAGE(slot(EveryMonths{4, make_date(2026, 1, 1)}, -1), ProbityError,
                   "slot -1: slots are counted from 0, the anchor");
    EXPECT_ERROR(slot(ByWeek{NthWeek{6}, make_date(2026, 1, 1)}, 0), ProbityError);
    EXPECT_ERROR(slot(ByRule{Rule::parse("FREQ=HOURLY"), make_date(2026, 1, 1)}, 0), RuleError);
    EXPECT_ERROR(slot(EveryMonths{1, Date(boost::gregorian::not_a_date_time)}, 0), DateError);
    const OnDates twice{{make_date(2026, 1, 5), make_date(2026, 1, 5)}};
    EXPECT_MESSAGE(describe(twice, Language::english), ProbityError,
                   "the dates 2026-01-05 and 2026-01-05 of a cadence: dates are listed in order, "
                   "each once");
}

TEST(CadenceVersions, AreInOrderAndDoNotOverlap) {
    const Cadence yearly = TimesAYear{1, make_date(2025, 3, 15)};
    const CadenceVersion open{.begin = make_date(2025, 1, 1), .cadence = yearly};
    const CadenceVersion later{.begin = make_date(2026, 1, 1), .cadence = yearly};
    EXPECT_MESSAGE(
        check(std::vector{open, later}), ProbityError,
        "version 1 of the cadence: 2026-01-01 is before the end of the cadence before it "
        "(it has none); only one cadence is in force on a day");
    EXPECT_ERROR(check(std::vector{later, open}), ProbityError);
    const CadenceVersion backwards{
        .begin = make_date(2026, 1, 1), .end = make_date(2025, 1, 1), .cadence = yearly};
    EXPECT_MESSAGE(check(std::vector{backwards}), ProbityError,
                   "version 0 of the cadence: 2025-01-01 is not after the begin, 2026-01-01; the "
                   "end is the first day on which it is no longer in force");
    EXPECT_MESSAGE(changed_cadence({later}, open), ProbityError,
                   "a cadence from 2025-01-01 cannot follow one from 2026-01-01; the next one "
                   "begins after it");
    EXPECT_NO_THROW(check(changed_cadence({open}, later)));
}

TEST(Slots, AreRefusedBeyondTheWorkCalendar) {
    EXPECT_ERROR(slots_of(EveryMonths{1, make_date(2026, 1, 15)},
                          Interval{make_date(2100, 1, 1), make_date(2102, 1, 1)}),
                 HorizonError);
}

TEST(InEach, TakesTheFirstDayIfTheWeekdayComesAfterTheLast) {
    // Five days from Monday 16 March 2026 on.
    const Interval days = Interval::of_days(make_date(2026, 3, 16), 5);
    const auto first = [&](Weekday weekday) {
        return slot(InEach{.occurrences = {days}, .weekday = weekday}, 0);
    };
    EXPECT_EQ(first(MO), make_date(2026, 3, 16));
    EXPECT_EQ(first(FR), make_date(2026, 3, 20));
    EXPECT_EQ(first(SA), make_date(2026, 3, 16));
    EXPECT_EQ(first(SU), make_date(2026, 3, 16));
}

TEST(InEach, IsInOrderOfTheDaysChosen) {
    // Of two that overlap the second one's Wednesday comes first.
    const Cadence cadence = InEach{.occurrences = {Interval::of_days(make_date(2026, 3, 12), 7),
                                                   Interval::of_days(make_date(2026, 3, 16), 1)},
                                   .weekday = WE};
    EXPECT_EQ(slot(cadence, 0), make_date(2026, 3, 16));
    EXPECT_EQ(slot(cadence, 1), make_date(2026, 3, 18));
    EXPECT_EQ(slot(cadence, 2), std::nullopt);
}

TEST(CadenceVersions, HaveTheSlotOfTheirFirstDayAndNoneOnTheirEnd) {
    const Date april = make_date(2026, 4, 1);
    const std::vector<CadenceVersion> versions{
        {.end = april, .cadence = EveryMonths{1, make_date(2026, 1, 1)}},
        {.begin = april, .cadence = EveryMonths{3, april}}};
    Dates found;
    for (const Slot& each : slots(versions, Interval(make_date(2026, 2, 1), make_date(2026, 8, 1)),
                                  WorkCalendar::korea(), RollConvention::none)) {
        found.push_back(to_string(each.nominal) + " " + std::to_string(each.version));
    }
    EXPECT_EQ(found, (Dates{"2026-02-01 0", "2026-03-01 0", "2026-04-01 1", "2026-07-01 1"}));
}

TEST(Slots, LieInAWindowToItsLastDay) {
    const Cadence cadence = EveryMonths{1, make_date(2026, 1, 31)};
    EXPECT_EQ(slots_of(cadence, Interval(make_date(2026, 1, 1), make_date(2026, 3, 31))).size(),
              2u);
    EXPECT_EQ(slots_of(cadence, Interval(make_date(2026, 1, 1), make_date(2026, 4, 1))).size(), 3u);
}

TEST(Slots, SayWhetherTheyWerePutOffOrBroughtForward) {
    // 15 March 2025 is a Saturday.
    const auto reason = [](RollConvention roll) {
        return slots_of(EveryMonths{4, make_date(2025, 3, 15)}, year_of(2025), roll)[0]
            .reason.english;
    };
    EXPECT_TRUE(reason(RollConvention::following).ends_with("It is put off to 2025-03-17."));
    EXPECT_TRUE(
        reason(RollConvention::preceding).ends_with("It is brought forward to 2025-03-14."));
}

}  // namespace cadence_test
}  // namespace probity
