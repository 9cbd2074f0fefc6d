// Quotas of what is on record and of what is only presumed.
#include <gtest/gtest.h>

#include <sstream>

#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace presumed_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Quota twelve_weeks() {
    return {.id = "weeks",
            .title = {"청렴주간", "Integrity Weeks"},
            .subject = QuotaSubject::occurrences,
            .of = "week",
            .times = 12,
            .begin = make_date(2025, 1, 1)};
}

std::vector<Slot> slots_of_2025() {
    const std::vector<CadenceVersion> versions{
        {.cadence = ByWeek{NthWeek{3}, make_date(2025, 1, 1)}}};
    return slots(versions, year_of(2025), korea());
}

/// The third weeks of 2025 that were gone on a day: the first so many on record, the rest presumed.
std::vector<QuotaFact> weeks(int on_record, const Date& on) {
    std::vector<QuotaFact> facts;
    for (const Slot& slot : slots_of_2025()) {
        const bool held = static_cast<int>(facts.size()) < on_record;
        if (held ? slot.adjusted > on : slot.adjusted >= on) break;
        facts.push_back({.id = to_string(slot.adjusted).substr(0, 7),
                         .date = slot.adjusted,
                         .regular = true,
                         .held = held,
                         .presumed = !held});
    }
    return facts;
}

Verdict verdict_on(const Date& on, const std::vector<QuotaFact>& facts,
                   const std::vector<Slot>& slots = slots_of_2025()) {
    return judge(twelve_weeks(), year_of(2025), facts, slots, on, korea());
}

TEST(PresumedQuota, IsNeverMetWithNothingOnRecord) {
    const Date after_the_year = make_date(2026, 1, 10);
    const Verdict verdict = verdict_on(after_the_year, weeks(0, after_the_year));
    EXPECT_EQ(verdict.state, QuotaState::presumed);
    EXPECT_EQ(verdict.held, 0);
    EXPECT_EQ(verdict.presumed, 12);
    EXPECT_EQ(verdict.shortfall, 12);
    EXPECT_EQ(verdict.still_to_hold(), 0);
    EXPECT_EQ(verdict.latest_feasible, std::nullopt);
    EXPECT_TRUE(verdict.counted.empty());
    EXPECT_EQ(verdict.presumably_counted.size(), 12u);
    EXPECT_EQ(on_record(verdict), (Text{"실시 추정 12회, 기록 0회", "12 presumed, 0 on record"}));
    EXPECT_EQ(verdict.reason.english,
              "Of 12: 12 presumed, 0 on record on 2026-01-10. "
              "The record alone does not meet it: record whether they were held.");
    EXPECT_EQ(verdict.reason.korean,
              "2026. 1. 10. 현재 필요 12회 중 실시 추정 12회, 기록 0회. "
              "기록만으로는 충족되지 않으므로 실시 여부를 기록해야 합니다.");
    std::ostringstream out;
    out << verdict;
    EXPECT_EQ(out.str(), "presumed, 0 of 12, 12 presumed");
}

TEST(PresumedQuota, IsMetOnceAllAreOnRecord) {
    const Date on = make_date(2026, 1, 10);
    EXPECT_EQ(verdict_on(on, weeks(11, on)).state, QuotaState::presumed);
    const Verdict met = verdict_on(on, weeks(12, on));
    EXPECT_EQ(met.state, QuotaState::met);
    EXPECT_EQ(met.shortfall, 0);
    EXPECT_EQ(met.reason.english.find("presumed"), std::string::npos);
}

TEST(PresumedQuota, IsPresumedBeforeThePeriodEndsOnceNoMoreAreNeeded) {
    Quota six = twelve_weeks();
    six.times = 6;
    const Date on = make_date(2025, 8, 1);
    const Verdict verdict = judge(six, year_of(2025), weeks(1, on), slots_of_2025(), on, korea());
    EXPECT_EQ(verdict.state, QuotaState::presumed);
    EXPECT_EQ(verdict.held, 1);
    EXPECT_EQ(verdict.presumed, 6);
}

TEST(PresumedQuota, IsOnTrackWhileTheRestCanStillBeHeld) {
    const Date on = make_date(2025, 8, 1);
    const Verdict verdict = verdict_on(on, weeks(2, on));
    EXPECT_EQ(verdict.state, QuotaState::on_track);
    EXPECT_EQ(verdict.held, 2);
    EXPECT_EQ(verdict.presumed, 5);
    EXPECT_EQ(verdict.shortfall, 10);
    EXPECT_EQ(verdict.still_to_hold(), 5);
    // All that are left have to be held: the next is that of August.
    EXPECT_EQ(verdict.latest_feasible, make_date(2025, 8, 18));
    EXPECT_NE(verdict.reason.english.find("5 presumed, 2 on record"), std::string::npos);
    EXPECT_NE(verdict.reason.korean.find("실시 추정 5회, 기록 2회"), std::string::npos);
}

TEST(PresumedQuota, IsMissedWhereEvenPresumptionFallsShort) {
    const Date on = make_date(2026, 1, 10);
    auto facts = weeks(3, on);
    facts.pop_back();
    facts.pop_back();
    const Verdict verdict = verdict_on(on, facts);
    EXPECT_EQ(verdict.state, QuotaState::missed);
    EXPECT_EQ(verdict.shortfall, 9);
    EXPECT_NE(verdict.reason.english.find("7 presumed, 3 on record"), std::string::npos);
    EXPECT_NE(verdict.reason.english.find(": at least 2 short."), std::string::npos);
    EXPECT_NE(verdict.reason.korean.find("최소 2회 미달."), std::string::npos);
}

TEST(PresumedFact, CountsFromTheDayAfterItsLast) {
    const Date last = slots_of_2025()[0].adjusted;
    const std::vector<QuotaFact> facts{
        {.id = "2025-01", .date = last, .regular = true, .presumed = true}};
    EXPECT_EQ(verdict_on(last, facts).presumed, 0);
    EXPECT_EQ(verdict_on(add_days(last, 1), facts).presumed, 1);
}

TEST(PresumedFact, HasADateAndIsNotHeldAsWell) {
    const auto judged = [](const QuotaFact& fact) {
        return verdict_on(make_date(2025, 8, 1), {fact});
    };
    EXPECT_MESSAGE(judged({.id = "2025-01", .presumed = true}), ProbityError,
                   "quota 'weeks': '2025-01' is presumed, but its date is not given");
    EXPECT_MESSAGE(
        judged({.id = "2025-01", .date = make_date(2025, 1, 13), .held = true, .presumed = true}),
        ProbityError,
        "quota 'weeks': '2025-01' is both held and presumed; what is held is on record");
}

TEST(CalledOffSlot, GoesByAndCannotBeHeldOn) {
    auto of_2025 = slots_of_2025();
    const Date on = make_date(2025, 8, 1);
    EXPECT_EQ(verdict_on(on, weeks(7, on), of_2025).state, QuotaState::on_track);
    of_2025[11].called_off = true;
    const Verdict one_too_few = verdict_on(on, weeks(7, on), of_2025);
    EXPECT_EQ(one_too_few.state, QuotaState::infeasible);
    EXPECT_EQ(one_too_few.slots_gone_by, 7);

    Quota ten = twelve_weeks();
    ten.times = 10;
    const auto judged = [&](const std::vector<QuotaFact>& facts) {
        return judge(ten, year_of(2025), facts, of_2025, on, korea());
    };
    EXPECT_EQ(judged(weeks(7, on)).state, QuotaState::on_track);
    EXPECT_EQ(judged(weeks(7, on)).latest_feasible, of_2025[8].adjusted);
    // One of those gone by was called off: fewer count than slots have gone by.
    of_2025[3].called_off = true;
    auto six = weeks(7, on);
    six.erase(six.begin() + 3);
    EXPECT_EQ(judged(six).state, QuotaState::at_risk);
    EXPECT_EQ(judged(six).slots_gone_by, 7);
}

TEST(SlotOfToday, CanStillBeHeldOn) {
    const auto of_2025 = slots_of_2025();
    const Date today = of_2025[11].adjusted;
    auto facts = weeks(11, add_days(today, -1));
    ASSERT_EQ(facts.size(), 11u);
    EXPECT_EQ(verdict_on(today, facts).state, QuotaState::on_track);
    EXPECT_EQ(verdict_on(today, facts).latest_feasible, today);
    EXPECT_EQ(verdict_on(add_days(today, 1), facts).state, QuotaState::infeasible);
}

TEST(PartsOfThePeriod, HaveGoneByOnTheDayAfterTheirLast) {
    Quota three = twelve_weeks();
    three.times = 3;
    // 365 days in three parts: the first ends on 1 May, its 121st day, the second on 31 August.
    const auto gone_by = [&](const Date& on) {
        return judge(three, year_of(2025), {}, {}, on, korea()).slots_gone_by;
    };
    EXPECT_EQ(gone_by(make_date(2025, 5, 1)), 0);
    EXPECT_EQ(gone_by(make_date(2025, 5, 2)), 1);
    EXPECT_EQ(gone_by(make_date(2025, 8, 31)), 1);
    EXPECT_EQ(gone_by(make_date(2025, 9, 1)), 2);
}

}  // namespace presumed_test
}  // namespace probity
