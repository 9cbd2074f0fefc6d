#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <utility>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace quota_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

Quota three_a_year() {
    return {.id = "council-meetings",
            .title = {"청렴회의체 정기회의", "regular meetings of the Integrity Council"},
            .of = "council",
            .times = 3,
            .counts = {.regular = true, .held = true},
            .begin = make_date(2025, 1, 1)};
}

QuotaFact held_on(const std::string& id, const Date& date) {
    return {.id = id, .date = date, .regular = true, .held = true};
}

QuotaFact held_in(const std::string& id, const Interval& days) {
    return {.id = id, .possible = days, .regular = true, .held = true};
}

/// What is published of Yongsan's meetings of 2025.
std::vector<QuotaFact> of_2025() {
    return {held_in("2025-1", Interval{make_date(2025, 6, 1), make_date(2025, 7, 25)}),
            held_on("2025-2", make_date(2025, 7, 25))};
}

Verdict in_2025(const Date& on, const std::vector<QuotaFact>& facts = of_2025(),
                const QuotaTerms& terms = {}) {
    return judge(three_a_year(), year_of(2025), facts, {}, on, korea(), terms);
}

std::vector<Slot> fifteenths(int year) {
    const std::vector<CadenceVersion> versions{{.cadence = EveryMonths{4, make_date(2025, 3, 15)}}};
    return slots(versions, year_of(year), korea());
}

std::vector<std::string> ids(const std::vector<QuotaFact>& facts) {
    std::vector<std::string> out;
    for (const QuotaFact& fact : facts) out.push_back(fact.id);
    return out;
}

using Ids = std::vector<std::string>;

TEST(YongsanInAugust2025, IsOnTrackWithTwoOfThree) {
    const Verdict verdict = in_2025(make_date(2025, 8, 15));
    EXPECT_EQ(verdict.state, QuotaState::on_track);
    EXPECT_EQ(verdict.held, 2);
    EXPECT_EQ(verdict.required, 3);
    EXPECT_EQ(verdict.shortfall, 1);
    EXPECT_EQ(ids(verdict.counted), (Ids{"2025-1", "2025-2"}));
    EXPECT_EQ(verdict.slots_gone_by, 1);
    EXPECT_EQ(verdict.latest_feasible, make_date(2025, 12, 31));
    EXPECT_EQ(verdict.latest_feasible, korea().last_working_day(2025, 12));
    EXPECT_EQ(verdict.reason.english,
              "2 of 3 counted on 2025-08-15 (2025-1, 2025-2). No cadence is published: of 3 equal "
              "parts of the period 1 has gone by. The next can be held up to 2025-12-31.");
    EXPECT_EQ(verdict.reason.korean,
              "2025. 8. 15. 현재 3회 중 2회 인정(2025-1, 2025-2). 공표된 주기가 없어 기간을 "
              "3등분하면 1개 구간이 지났습니다. 다음 회차의 개최 시한은 2025. 12. 31.입니다.");
}

TEST(YongsanInJanuary2026, MissedTheQuotaOf2025ByOne) {
    const Verdict verdict = in_2025(make_date(2026, 1, 10));
    EXPECT_EQ(verdict.state, QuotaState::missed);
    EXPECT_EQ(verdict.held, 2);
    EXPECT_EQ(verdict.shortfall, 1);
    EXPECT_FALSE(verdict.latest_feasible);
    EXPECT_FALSE(verdict.latest_notice);
    EXPECT_EQ(verdict.reason.english,
              "2 of 3 counted (2025-1, 2025-2) when the period ended on 2025-12-31: 1 short.");
    EXPECT_EQ(verdict.reason.korean,
              "2025. 12. 31. 기간 종료, 3회 중 2회 인정(2025-1, 2025-2), 1회 미달.");
    std::ostringstream out;
    out << verdict;
    EXPECT_EQ(out.str(), "missed, 2 of 3");
}

TEST(YongsanWithAThirdMeeting, MetTheQuotaFromThatDayOn) {
    auto facts = of_2025();
    facts.push_back(held_on("2025-3", make_date(2025, 11, 14)));
    EXPECT_EQ(in_2025(make_date(2025, 11, 13), facts).state, QuotaState::on_track);
    EXPECT_EQ(in_2025(make_date(2025, 11, 14), facts).state, QuotaState::met);
    EXPECT_EQ(in_2025(make_date(2027, 1, 1), facts).state, QuotaState::met);
}

TEST(UnknownDate, CountsOnceItsLastPossibleDayIsGone) {
    const Verdict before = in_2025(make_date(2025, 7, 24));
    EXPECT_EQ(before.held, 0);
    EXPECT_EQ(ids(before.possibly_counted), (Ids{"2025-1"}));
    EXPECT_NE(before.reason.english.find(
                  "Not certain to count: 2025-1, on an unknown day from 2025-06-01 to 2025-07-24."),
              std::string::npos);
    const Verdict after = in_2025(make_date(2025, 7, 25));
    EXPECT_EQ(after.held, 2);
    EXPECT_TRUE(after.possibly_counted.empty());
    // Before the first possible day there is nothing to list.
    EXPECT_TRUE(in_2025(make_date(2025, 5, 31)).possibly_counted.empty());
}

TEST(UnknownDate, ThatMayLieInAnotherYearIsNeverCertain) {
    const std::vector<QuotaFact> facts{
        held_in("2025-3", Interval{make_date(2025, 12, 1), make_date(2026, 2, 1)})};
    const Verdict verdict = in_2025(make_date(2026, 6, 1), facts);
    EXPECT_EQ(verdict.held, 0);
    EXPECT_EQ(ids(verdict.possibly_counted), (Ids{"2025-3"}));
}

TEST(Predicate, LeavesOutWhatItDoesNotCount) {
    const Date day = make_date(2025, 4, 1);
    std::vector<QuotaFact> facts{held_on("2025-1", day), held_on("2025-2", day)};
    facts[0].regular = false;  // an extraordinary meeting
    EXPECT_EQ(ids(in_2025(make_date(2025, 8, 15), facts).counted), (Ids{"2025-2"}));
    facts[1].held = false;  // planned
    EXPECT_EQ(in_2025(make_date(2025, 8, 15), facts).held, 0);

    Quota quorate = three_a_year();
    quorate.counts.quorate = true;
    facts = {held_on("2025-1", day), held_on("2025-2", day)};
    facts[1].quorate = true;
    const Verdict verdict =
        judge(quorate, year_of(2025), facts, {}, make_date(2025, 8, 15), korea());
    EXPECT_EQ(ids(verdict.counted), (Ids{"2025-2"}));
}

TEST(Facts, OfOtherPeriodsAndOfTheFutureDoNotCount) {
    const std::vector<QuotaFact> facts{held_on("2024-3", make_date(2024, 12, 31)),
                                       held_on("2025-2", make_date(2025, 9, 1)),
                                       held_on("2026-1", make_date(2026, 1, 1))};
    EXPECT_EQ(in_2025(make_date(2025, 8, 31), facts).held, 0);
    EXPECT_EQ(ids(in_2025(make_date(2026, 2, 1), facts).counted), (Ids{"2025-2"}));
}

TEST(AtRisk, IsFeasibleButBehindTheSlotsOfItsCadence) {
    const auto slots_2026 = fifteenths(2026);
    ASSERT_EQ(slots_2026.size(), 3u);
    const auto on = [&](const Date& date, const std::vector<QuotaFact>& facts) {
        return judge(three_a_year(), year_of(2026), facts, slots_2026, date, korea());
    };
    // 15 March 2026 is a Sunday: the slot is on the 16th, and gone by on the 17th.
    EXPECT_EQ(on(make_date(2026, 3, 16), {}).state, QuotaState::on_track);
    const Verdict late = on(make_date(2026, 3, 17), {});
    EXPECT_EQ(late.state, QuotaState::at_risk);
    EXPECT_EQ(late.slots_gone_by, 1);
    EXPECT_EQ(late.latest_feasible, make_date(2026, 12, 29));
    EXPECT_EQ(late.reason.english,
              "0 of 3 counted on 2026-03-17. Of the 3 slots of its cadence 1 has gone by. The next "
              "can be held up to 2026-12-29.");
    EXPECT_EQ(on(make_date(2026, 3, 17), {held_on("2026-1", make_date(2026, 3, 16))}).state,
              QuotaState::on_track);
}

TEST(Infeasible, OnceTheWorkingDaysLeftAreTooFew) {
    const Verdict last_chance = in_2025(make_date(2025, 12, 29), {});
    EXPECT_EQ(last_chance.state, QuotaState::at_risk);
    EXPECT_EQ(last_chance.latest_feasible, make_date(2025, 12, 29));
    const Verdict verdict = in_2025(make_date(2025, 12, 30), {});
    EXPECT_EQ(verdict.state, QuotaState::infeasible);
    EXPECT_EQ(verdict.shortfall, 3);
    EXPECT_FALSE(verdict.latest_feasible);
    EXPECT_NE(verdict.reason.english.find("No more than 2 can still be held by 2025-12-31."),
              std::string::npos);
    const Verdict too_late = in_2025(make_date(2025, 12, 30), {}, {.notice_days = 7});
    EXPECT_NE(too_late.reason.english.find("None can still be held by 2025-12-31."),
              std::string::npos);
    EXPECT_NE(too_late.reason.korean.find("2025. 12. 31.까지 더 열 수 있는 날이 없습니다."),
              std::string::npos);
}

TEST(LatestFeasible, LeavesRoomForNoticeAndForThoseThatFollow) {
    const std::vector<QuotaFact> none;
    const Verdict verdict =
        in_2025(make_date(2025, 2, 1), none, {.notice_days = 14, .min_days_between = 30});
    // The third on 31 December, the second by 1 December, the first by Saturday 1 November.
    EXPECT_EQ(verdict.latest_feasible, make_date(2025, 10, 31));
    // Fourteen clear days before.
    EXPECT_EQ(verdict.latest_notice, make_date(2025, 10, 16));
    EXPECT_NE(verdict.reason.english.find("up to 2025-10-31, with notice by 2025-10-16."),
              std::string::npos);
    EXPECT_NE(verdict.reason.korean.find("2025. 10. 31.입니다(통지 시한 2025. 10. 16.)."),
              std::string::npos);
    const QuotaTerms terms{.notice_days = 14, .min_days_between = 30};
    EXPECT_NE(in_2025(make_date(2025, 10, 16), none, terms).state, QuotaState::infeasible);
    EXPECT_EQ(in_2025(make_date(2025, 10, 17), none, terms).state, QuotaState::infeasible);
    // By a charter that counts the day of notice.
    const QuotaTerms counted{.notice_days = 14, .clear_notice = false, .min_days_between = 30};
    EXPECT_EQ(in_2025(make_date(2025, 2, 1), none, counted).latest_notice, make_date(2025, 10, 17));
    EXPECT_NE(in_2025(make_date(2025, 10, 17), none, counted).state, QuotaState::infeasible);
}

TEST(LatestFeasible, CountsFromTheLastThatWasHeld) {
    auto facts = of_2025();
    facts[1].date = make_date(2025, 12, 20);
    EXPECT_EQ(in_2025(make_date(2025, 12, 22), facts, {.min_days_between = 11}).state,
              QuotaState::on_track);
    EXPECT_EQ(in_2025(make_date(2025, 12, 22), facts, {.min_days_between = 12}).state,
              QuotaState::infeasible);
}

TEST(LastDayOfThePeriod, IsStillADayOnWhichToMeet) {
    EXPECT_EQ(in_2025(make_date(2025, 12, 31)).state, QuotaState::on_track);
    EXPECT_EQ(in_2025(make_date(2025, 12, 31), of_2025(), {.notice_days = 1}).state,
              QuotaState::infeasible);
    EXPECT_EQ(in_2025(make_date(2026, 1, 1)).state, QuotaState::missed);
}

TEST(BeforeThePeriod, EverythingIsStillFeasible) {
    const Verdict verdict = in_2025(make_date(2024, 12, 1), {});
    EXPECT_EQ(verdict.state, QuotaState::on_track);
    EXPECT_EQ(verdict.slots_gone_by, 0);
    EXPECT_EQ(verdict.latest_feasible, make_date(2025, 12, 29));
}

Quota songpa(int times, const char* id) {
    return {.id = id,
            .subject = QuotaSubject::occurrences,
            .of = id,
            .times = times,
            .begin = make_date(2023, 3, 1)};
}

TEST(PartYear, OfSongpaDemandsTenWeeksAndOneDay) {
    EXPECT_EQ(required_in(songpa(12, "integrity-week"), year_of(2023)), 10);  // 10.06
    EXPECT_EQ(required_in(songpa(1, "integrity-day"), year_of(2023)), 1);     // 0.84
    EXPECT_EQ(required_in(songpa(12, "integrity-week"), year_of(2024)), 12);
    EXPECT_EQ(required_in(songpa(12, "integrity-week"), year_of(2022)), 0);
}

TEST(PartYear, RoundsHalvesUp) {
    Quota quota = songpa(1, "integrity-day");
    quota.begin = make_date(2028, 7, 2);  // 183 of 366 days
    EXPECT_EQ(required_in(quota, year_of(2028)), 1);
    quota.begin = make_date(2028, 7, 3);
    EXPECT_EQ(required_in(quota, year_of(2028)), 0);
}

TEST(PartYear, EndsWithTheQuota) {
    Quota quota = three_a_year();
    quota.end = make_date(2025, 7, 1);
    const Verdict verdict = judge(quota, year_of(2025), {}, {}, make_date(2025, 7, 1), korea());
    EXPECT_EQ(verdict.required, 1);  // 3 * 181 / 365 = 1.49
    EXPECT_EQ(verdict.state, QuotaState::missed);
    EXPECT_EQ(verdict.period.last(), make_date(2025, 6, 30));
    EXPECT_NE(verdict.reason.english.find("In force on 181 of 365 days: of 3, 1 is due."),
              std::string::npos);
}

/// The Integrity Weeks of a year as facts, all held.
std::vector<QuotaFact> weeks(int year) {
    std::vector<QuotaFact> facts;
    const Spans third_weeks = third_week(make_date(2023, 3, 1));
    for (const Interval& week :
         third_weeks.between(make_date(year, 1, 1), make_date(year + 1, 1, 1))) {
        facts.push_back({.id = to_string(week.begin()).substr(0, 7),
                         .date = week.begin(),
                         .regular = true,
                         .held = true});
    }
    return facts;
}

TEST(IntegrityWeeks, OfSongpaIn2023WereTenOfTen) {
    const Verdict verdict = judge(songpa(12, "integrity-week"), year_of(2023), weeks(2023), {},
                                  make_date(2024, 1, 1), korea());
    EXPECT_EQ(verdict.state, QuotaState::met);
    EXPECT_EQ(verdict.held, 10);
    EXPECT_EQ(verdict.required, 10);
}

TEST(IntegrityWeeks, ThatWereLeftOutCannotBeMadeUpFor) {
    const std::vector<CadenceVersion> versions{
        {.cadence = ByWeek{NthWeek{3}, make_date(2023, 3, 1)}}};
    const auto slots_2026 = slots(versions, year_of(2026), korea());
    ASSERT_EQ(slots_2026.size(), 12u);
    const auto on_may_first = [&](const std::vector<QuotaFact>& facts, const QuotaTerms& terms) {
        return judge(songpa(12, "integrity-week"), year_of(2026), facts, slots_2026,
                     make_date(2026, 5, 1), korea(), terms);
    };
    auto facts = weeks(2026);
    const Verdict whole = on_may_first(facts, {});
    EXPECT_EQ(whole.state, QuotaState::on_track);
    EXPECT_EQ(whole.held, 4);
    EXPECT_EQ(whole.latest_feasible, make_date(2026, 5, 18));
    facts.erase(facts.begin() + 1);
    EXPECT_EQ(on_may_first(facts, {}).state, QuotaState::infeasible);
    EXPECT_EQ(on_may_first(facts, {.on_slots_only = false}).state, QuotaState::at_risk);
}

TEST(Periods, AreThoseOfTheCalendar) {
    Quota quota = three_a_year();
    const Date day = make_date(2028, 2, 29);
    const auto period = [&](QuotaPeriod per) {
        quota.per = per;
        return to_string(period_of(quota, day));
    };
    EXPECT_EQ(period(QuotaPeriod::year), "[2028-01-01, 2029-01-01)");
    EXPECT_EQ(period(QuotaPeriod::half_year), "[2028-01-01, 2028-07-01)");
    EXPECT_EQ(period(QuotaPeriod::quarter), "[2028-01-01, 2028-04-01)");
    EXPECT_EQ(period(QuotaPeriod::month), "[2028-02-01, 2028-03-01)");
    quota.per = QuotaPeriod::quarter;
    EXPECT_EQ(to_string(period_of(quota, make_date(2028, 12, 31))), "[2028-10-01, 2029-01-01)");
    EXPECT_EQ(to_string(period_of(quota, last_date())), "[9999-10-01, )");
}

TEST(Quota, RefusesWhatCannotBeJudged) {
    Quota quota = three_a_year();
    const auto judged = [&](const Interval& period, const std::vector<QuotaFact>& facts = {},
                            const QuotaTerms& terms = {}) {
        return judge(quota, period, facts, {}, make_date(2025, 8, 15), korea(), terms);
    };
    EXPECT_MESSAGE(judged(year_of(2024)), ProbityError,
                   "quota 'council-meetings' is not in force in [2024-01-01, 2025-01-01): it is "
                   "from 2025-01-01 on");
    EXPECT_MESSAGE(judged(Interval{make_date(2025, 1, 1), make_date(2025, 7, 1)}), ProbityError,
                   "quota 'council-meetings': [2025-01-01, 2025-07-01) is no year; the one of its "
                   "first day is [2025-01-01, 2026-01-01)");
    const std::vector<QuotaFact> nowhere{{.id = "2025-1", .held = true}};
    EXPECT_MESSAGE(judged(year_of(2025), nowhere), ProbityError,
                   "quota 'council-meetings': '2025-1' was held, but neither its date nor the "
                   "possible days are given");
    EXPECT_ERROR(judged(year_of(2025), {}, {.notice_days = -1}), ProbityError);
    EXPECT_ERROR(judged(year_of(2025), {}, {.min_days_between = 0}), ProbityError);
    EXPECT_ERROR(judged(year_of(2101)), HorizonError);
    quota.times = 0;
    EXPECT_ERROR(judged(year_of(2025)), ProbityError);
    quota.times = 3;
    quota.end = quota.begin;
    EXPECT_ERROR(judged(year_of(2025)), ProbityError);
}

TEST(Names, AreReadAsTheyAreWritten) {
    for (const auto state : {QuotaState::met, QuotaState::presumed, QuotaState::on_track,
                             QuotaState::at_risk, QuotaState::infeasible, QuotaState::missed}) {
        EXPECT_EQ(parse_quota_state(to_string(state)), state);
    }
    for (const auto per :
         {QuotaPeriod::year, QuotaPeriod::half_year, QuotaPeriod::quarter, QuotaPeriod::month}) {
        EXPECT_EQ(parse_quota_period(to_string(per)), per);
    }
    for (const auto subject : {QuotaSubject::meetings, QuotaSubject::occurrences}) {
        EXPECT_EQ(parse_quota_subject(to_string(subject)), subject);
    }
    EXPECT_MESSAGE(parse_quota_period("week"), ProbityError,
                   "'week' is no period of a quota: it is year, half_year, quarter, month");
}

/// Whether so many working days from `earliest` to the period's end can be chosen so far apart:
/// by taking each as early as it can be.
bool fits(const Date& earliest, const Date& last, int count, int apart) {
    Date next = earliest;
    for (Date day = earliest; day <= last && count > 0; day = add_days(day, 1)) {
        if (day < next || !korea().is_working_day(day)) continue;
        --count;
        next = add_days(day, apart);
    }
    return count == 0;
}

TEST(Verdict, AgreesWithChoosingDaysOneByOne) {
    std::mt19937 random(3);
    for (int round = 0; round < 400; ++round) {
        Quota quota = three_a_year();
        quota.times = static_cast<int>(random() % 12) + 1;
        const QuotaTerms terms{.notice_days = static_cast<int>(random() % 30),
                               .clear_notice = random() % 2 == 0,
                               .min_days_between = static_cast<int>(random() % 60) + 1};
        const Date on = add_days(make_date(2025, 1, 1), random() % 365);
        const Verdict verdict = judge(quota, year_of(2025), {}, {}, on, korea(), terms);
        const Date last = make_date(2025, 12, 31);
        const auto from = [&](const Date& day) {
            return fits(day, last, quota.times, terms.min_days_between);
        };
        const bool clear = terms.clear_notice && terms.notice_days > 0;
        const Date earliest = add_days(on, terms.notice_days + (clear ? 1 : 0));
        EXPECT_EQ(verdict.state != QuotaState::infeasible, from(earliest));
        if (!verdict.latest_feasible) continue;
        EXPECT_GE(*verdict.latest_notice, on);
        EXPECT_TRUE(korea().is_working_day(*verdict.latest_feasible));
        EXPECT_TRUE(from(*verdict.latest_feasible));
        EXPECT_FALSE(from(add_days(*verdict.latest_feasible, 1)));
    }
}

/// How many meetings of 2025 count for certain, and how many may, on a day; of one in these days.
std::pair<std::size_t, std::size_t> counted_on(const Date& on, const Interval& days) {
    const Verdict verdict = in_2025(on, {held_in("m", days)});
    return {verdict.counted.size(), verdict.possibly_counted.size()};
}

TEST(UnknownDate, MayCountFromItsFirstPossibleDayAndCountsAfterItsLast) {
    using Counts = std::pair<std::size_t, std::size_t>;
    const Interval june = Interval(make_date(2025, 6, 1), make_date(2025, 7, 1));
    EXPECT_EQ(counted_on(make_date(2025, 5, 31), june), (Counts{0, 0}));
    EXPECT_EQ(counted_on(make_date(2025, 6, 1), june), (Counts{0, 1}));
    EXPECT_EQ(counted_on(make_date(2025, 6, 30), june), (Counts{0, 1}));
    EXPECT_EQ(counted_on(make_date(2025, 7, 1), june), (Counts{1, 0}));
    // It may have been in the year before.
    const Interval winter = Interval(make_date(2024, 12, 31), make_date(2025, 2, 1));
    EXPECT_EQ(counted_on(make_date(2025, 3, 1), winter), (Counts{0, 1}));
    EXPECT_EQ(
        counted_on(make_date(2025, 3, 1), Interval(make_date(2025, 1, 1), make_date(2025, 2, 1))),
        (Counts{1, 0}));
}

TEST(PartYear, ThatDemandsNoneIsOnTrackAndMetByOne) {
    // One a year from December on: a twelfth of one.
    const Quota quota{.id = "q",
                      .of = "council",
                      .times = 1,
                      .counts = {.held = true},
                      .begin = make_date(2025, 12, 1)};
    const auto state = [&](const std::vector<QuotaFact>& facts) {
        return judge(quota, year_of(2025), facts, {}, make_date(2025, 12, 31), korea(), {}).state;
    };
    ASSERT_EQ(required_in(quota, year_of(2025)), 0);
    EXPECT_EQ(state({}), QuotaState::on_track);
    EXPECT_EQ(state({held_on("m", make_date(2025, 12, 3))}), QuotaState::met);
}

TEST(LatestFeasible, IsNoSlotThatWasPutOffBeyondThePeriod) {
    // The slot of Sunday 28 September 2025 goes to Monday, and that of 31 May 2026, a Sunday, to June.
    const Quota first_half{.id = "q",
                           .of = "council",
                           .times = 1,
                           .per = QuotaPeriod::half_year,
                           .counts = {.held = true},
                           .begin = make_date(2026, 1, 1),
                           .end = make_date(2026, 6, 1)};
    const std::vector<CadenceVersion> versions{
        {.cadence = OnDates{{make_date(2026, 3, 31), make_date(2026, 5, 31)}}}};
    const auto due = slots(versions, year_of(2026), korea());
    ASSERT_EQ(due[1].adjusted, make_date(2026, 6, 1));
    const Interval half(make_date(2026, 1, 1), make_date(2026, 7, 1));
    const Verdict verdict =
        judge(first_half, half, {}, due, make_date(2026, 3, 2), korea(), {.on_slots_only = true});
    EXPECT_EQ(verdict.latest_feasible, make_date(2026, 3, 31));
}

}  // namespace quota_test
}  // namespace probity
