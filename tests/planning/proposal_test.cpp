#include "probity/planning/proposal.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <span>
#include <sstream>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace proposal_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

std::vector<Date> dates_of(const std::vector<Proposal>& proposals) {
    std::vector<Date> out;
    for (const Proposal& proposal : proposals) out.push_back(proposal.date);
    return out;
}

ProposalRequest yongsan_third_meeting() {
    return {.wanted = 1,
            .window = year_of(2025),
            .fixed = {make_date(2025, 7, 25)},
            .undated = 1,
            .on = make_date(2025, 8, 15),
            .notice_days = 14};
}

TEST(ThirdMeetingOfYongsan, IsProposedForNovember2025) {
    const auto found = propose(yongsan_third_meeting(), korea());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].date, make_date(2025, 11, 12));
    EXPECT_EQ(found[0].reason.english,
              "Wednesday, 110 days after 2025-07-25 and 50 days before the window's end. Even gaps "
              "are 121.7 days, and 60.8 at the ends.");
    EXPECT_EQ(found[0].reason.korean,
              "수요일. 2025. 7. 25.에서 110일 뒤, 기간 종료까지 50일. 균등 간격은 121.7일, 기간 양 "
              "끝에서는 60.8일입니다.");
    std::ostringstream out;
    out << found[0];
    EXPECT_EQ(out.str(), "2025-11-12");
}

TEST(RunnersUp, AreTheNextBestDaysOfTheSameMeeting) {
    const auto found = propose(yongsan_third_meeting(), korea());
    const auto& others = found[0].runners_up;
    ASSERT_EQ(others.size(), 3u);
    EXPECT_EQ(others[0].date, make_date(2025, 11, 13));
    EXPECT_EQ(others[1].date, make_date(2025, 11, 11));
    EXPECT_EQ(others[2].date, make_date(2025, 11, 14));
    EXPECT_LE(found[0].cost, others[0].cost);
    EXPECT_LT(others[0].cost, others[1].cost);
    // One day more on one side is one less on the other: 110 and 49.5 become 111 and 48.5.
    const auto square = [](double x) { return x * x; };
    const double gap = 365.0 / 3;
    const double change =
        square(111 - gap) + square(48.5 - gap / 2) - square(110 - gap) - square(49.5 - gap / 2);
    EXPECT_NEAR(others[0].cost - found[0].cost, change, 1e-9);
}

TEST(EmptyYear, IsCutIntoEqualParts) {
    // Three meetings in 365 days: the middles of the thirds are days 60.8, 182.5 and 304.2, which
    // are 2 March, 2 July and 1 November 2025. The first and the last of them are a Sunday and a
    // Saturday.
    const auto found = dates_of(propose({.wanted = 3, .window = year_of(2025)}, korea()));
    EXPECT_EQ(found,
              (std::vector{make_date(2025, 3, 4), make_date(2025, 7, 2), make_date(2025, 10, 31)}));
}

TEST(PreferredWeekday, IsTakenWhereItCostsLittle) {
    auto request = yongsan_third_meeting();
    request.preferred_weekdays = {FR};
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2025, 11, 14));
    request.weights.weekday = 0;
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2025, 11, 12));
    EXPECT_NE(propose(request, korea())[0].reason.english.find("It is on no preferred weekday."),
              std::string::npos);
}

TEST(IntegrityWeek, IsLeftAloneWhereThatIsWished) {
    auto request = yongsan_third_meeting();
    request.avoid = {Interval{make_date(2025, 11, 10), make_date(2025, 11, 17)}};
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2025, 11, 17));
    request.avoid = {year_of(2025)};
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2025, 11, 12));
    EXPECT_NE(propose(request, korea())[0].reason.english.find("It lies in days to be avoided."),
              std::string::npos);
}

TEST(Bridge, IsAWorkingDayBetweenDaysOff) {
    EXPECT_TRUE(is_bridge(korea(), make_date(2026, 1, 2)));   // Friday after New Year's Day
    EXPECT_TRUE(is_bridge(korea(), make_date(2028, 8, 14)));  // Monday before Liberation Day
    EXPECT_FALSE(is_bridge(korea(), make_date(2026, 3, 18)));
    EXPECT_FALSE(is_bridge(korea(), make_date(2026, 1, 1)));  // itself off
    // Saturday and a longer run of working days do not make one: 30 September 2026 is a Wednesday.
    EXPECT_FALSE(is_bridge(korea(), make_date(2026, 9, 30)));
    EXPECT_ERROR(is_bridge(korea(), make_date(2101, 1, 1)), HorizonError);
}

TEST(Bridge, IsLeftAloneWhereThatIsWished) {
    // Two meetings around the New Year of 2026 would lie on its bridge.
    ProposalRequest request{.wanted = 1,
                            .window = Interval{make_date(2025, 12, 29), make_date(2026, 1, 6)}};
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2026, 1, 2));
    request.avoid_bridges = true;
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2025, 12, 31));
}

TEST(Proposals, KeepTheirDistanceFromMeetingsOutsideTheWindow) {
    ProposalRequest request{.wanted = 1,
                            .window = Interval{make_date(2026, 3, 2), make_date(2026, 3, 14)},
                            .fixed = {make_date(2026, 2, 27)},
                            .min_days_between = 14};
    EXPECT_EQ(propose(request, korea())[0].date, make_date(2026, 3, 13));
}

TEST(Proposals, AreNoneWhereNoneIsWanted) {
    EXPECT_TRUE(propose({.wanted = 0, .window = year_of(2026)}, korea()).empty());
}

TEST(Proposals, SayHowManyFitWhereNotAllDo) {
    ProposalRequest request{.wanted = 3,
                            .window = year_of(2025),
                            .on = make_date(2025, 12, 1),
                            .notice_days = 7,
                            .min_days_between = 14};
    EXPECT_MESSAGE(
        propose(request, korea()), ProbityError,
        "3 meetings are wanted in [2025-01-01, 2026-01-01): no more than 2 fit on working "
        "days from 2025-12-09 on, at least 14 days apart and from fixed ones");
    request.wanted = 2;
    EXPECT_EQ(propose(request, korea()).size(), 2u);
    request.on = make_date(2026, 6, 1);
    EXPECT_ERROR(propose(request, korea()), ProbityError);
}

TEST(Proposals, NeedNoDayFromWhichNoticeIsGiven) {
    ProposalRequest request = yongsan_third_meeting();
    request.on = std::nullopt;
    const auto any_day = propose(request, korea());
    // As from the first day of the window, less the days of notice and that of the notice itself.
    request.on = add_days(request.window.begin(), -request.notice_days - 1);
    EXPECT_EQ(any_day, propose(request, korea()));
}

TEST(Proposals, RefuseNumbersOutOfRange) {
    const Interval year = year_of(2026);
    EXPECT_MESSAGE(propose({.wanted = -1, .window = year}, korea()), ProbityError,
                   "wanted -1: it is 0 to 366");
    EXPECT_ERROR(propose({.window = year, .notice_days = -1}, korea()), ProbityError);
    EXPECT_ERROR(propose({.window = year, .min_days_between = 0}, korea()), ProbityError);
    EXPECT_ERROR(propose({.window = year, .undated = -1}, korea()), ProbityError);
    EXPECT_ERROR(propose({.window = year, .weights = {.bridge = -1}}, korea()), ProbityError);
    EXPECT_MESSAGE(propose({.window = Interval(make_date(2000, 1, 1))}, korea()), ProbityError,
                   "the window's days 2921940: it is 1 to 3660");
    EXPECT_ERROR(propose({.window = year_of(2101)}, korea()), HorizonError);
}

/// The stated sum in units of (1 / 2m) squared, straight from its definition.
std::int64_t stated_sum(const ProposalRequest& request, const std::vector<Date>& chosen,
                        const WorkCalendar& workdays) {
    std::vector<Date> all = chosen;
    for (const Date& date : request.fixed) {
        if (request.window.contains(date)) all.push_back(date);
    }
    std::sort(all.begin(), all.end());
    const std::int64_t m = static_cast<std::int64_t>(all.size()) + request.undated;
    const std::int64_t days = request.window.days();
    const auto squared = [](std::int64_t x) { return x * x; };
    // Twice the days from the window's beginning to the middle of the first meeting's day.
    const std::int64_t ahead =
        2 * (day_number(all.front()) - day_number(request.window.begin())) + 1;
    const std::int64_t behind =
        2 * (day_number(request.window.last()) - day_number(all.back())) + 1;
    std::int64_t sum = squared(m * ahead - days) + squared(m * behind - days);
    for (std::size_t i = 1; i < all.size(); ++i) {
        sum += squared(2 * m * (day_number(all[i]) - day_number(all[i - 1])) - 2 * days);
    }
    for (const Date& date : chosen) {
        const auto& preferred = request.preferred_weekdays;
        const bool fits = preferred.empty() ||
                          std::count(preferred.begin(), preferred.end(), weekday_of(date)) > 0;
        bool avoided = false;
        for (const Interval& each : request.avoid) avoided = avoided || each.contains(date);
        const bool bridge = request.avoid_bridges && is_bridge(workdays, date);
        sum += 4 * m * m *
               ((fits ? 0 : request.weights.weekday) + (avoided ? request.weights.avoided : 0) +
                (bridge ? request.weights.bridge : 0));
    }
    return sum;
}

/// Every choice that is allowed, the earliest first.
void for_each_choice(const ProposalRequest& request, const WorkCalendar& workdays,
                     const std::function<void(const std::vector<Date>&)>& look) {
    std::vector<Date> chosen;
    const auto far = [&](const Date& a, const Date& b) {
        return std::abs(day_number(a) - day_number(b)) >= request.min_days_between;
    };
    const auto allowed = [&](const Date& date) {
        return workdays.is_working_day(date) &&
               (date - *request.on).days() >= request.notice_days &&
               // Clear days: the day of notice does not count.
               (!request.clear_notice || request.notice_days == 0 ||
                (date - *request.on).days() > request.notice_days) &&
               std::all_of(request.fixed.begin(), request.fixed.end(),
                           [&](const Date& other) { return far(date, other); });
    };
    const std::function<void(Date)> go_on = [&](Date from) {
        if (static_cast<int>(chosen.size()) == request.wanted) return look(chosen);
        for (Date date = from; date <= request.window.last(); date = add_days(date, 1)) {
            if (!allowed(date) || (!chosen.empty() && !far(chosen.back(), date))) continue;
            chosen.push_back(date);
            go_on(add_days(date, 1));
            chosen.pop_back();
        }
    };
    go_on(request.window.begin());
}

ProposalRequest random_request(std::mt19937& random) {
    const auto up_to = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    const Date begin = add_days(make_date(2025, 1, 1), up_to(700));
    ProposalRequest request{.wanted = 1 + up_to(3),
                            .window = Interval::of_days(begin, 10 + up_to(20)),
                            .undated = up_to(1),
                            .on = add_days(begin, up_to(12) - 10),
                            .notice_days = up_to(5),
                            .clear_notice = up_to(1) == 1,
                            .avoid_bridges = up_to(1) == 1,
                            .min_days_between = 1 + up_to(5),
                            .weights = {up_to(60), up_to(60), up_to(60)}};
    for (int i = up_to(2); i > 0; --i) request.fixed.push_back(add_days(begin, up_to(35) - 3));
    for (int i = up_to(2); i > 0; --i) {
        request.preferred_weekdays.push_back(Weekday::from_index(up_to(6)));
    }
    if (up_to(1) == 1) request.avoid.push_back(Interval::of_days(add_days(begin, up_to(15)), 7));
    return request;
}

TEST(Proposals, AreTheEarliestOfTheBestOfAllChoices) {
    std::mt19937 random(20250725);
    int possible = 0;
    for (int round = 0; round < 300; ++round) {
        const ProposalRequest request = random_request(random);
        std::vector<Date> best;
        std::int64_t least = 0;
        for_each_choice(request, korea(), [&](const std::vector<Date>& chosen) {
            const std::int64_t sum = stated_sum(request, chosen, korea());
            if (best.empty() || sum < least) {
                best = chosen;
                least = sum;
            }
        });
        if (best.empty()) {
            EXPECT_ERROR(propose(request, korea()), ProbityError);
            continue;
        }
        ++possible;
        const auto found = propose(request, korea());
        EXPECT_EQ(dates_of(found), best) << to_string(request.window) << request.wanted;
        const auto inside =
            std::count_if(request.fixed.begin(), request.fixed.end(),
                          [&](const Date& date) { return request.window.contains(date); });
        const auto m = static_cast<double>(request.wanted + request.undated + inside);
        EXPECT_NEAR(found[0].cost, static_cast<double>(least) / (4 * m * m), 1e-6);
    }
    EXPECT_GT(possible, 100);
}

TEST(RunnersUp, AreAllowedAndNoBetter) {
    std::mt19937 random(39);
    for (int round = 0; round < 100; ++round) {
        ProposalRequest request = random_request(random);
        request.window = year_of(2026);
        request.on = make_date(2026, 1, 1);
        const auto found = propose(request, korea());
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const RunnerUp& other : found[i].runners_up) {
                auto instead = dates_of(found);
                instead[i] = other.date;
                const auto inside =
                    std::count_if(request.fixed.begin(), request.fixed.end(),
                                  [&](const Date& date) { return request.window.contains(date); });
                const auto m = static_cast<double>(request.wanted + request.undated + inside);
                const auto sum = static_cast<double>(stated_sum(request, instead, korea()));
                EXPECT_NEAR(other.cost, sum / (4 * m * m), 1e-6);
                EXPECT_GE(other.cost, found[i].cost);
                EXPECT_TRUE(korea().is_working_day(other.date));
                if (i > 0) {
                    EXPECT_GE((other.date - found[i - 1].date).days(), request.min_days_between);
                }
            }
        }
    }
}

/// Working days from Monday 5 to Friday 9 January 2026 alone, and two meetings in them.
std::vector<Proposal> two_in_a_week(int min_days_between) {
    return propose({.wanted = 2,
                    .window = Interval::of_days(make_date(2026, 1, 5), 5),
                    .min_days_between = min_days_between},
                   korea());
}

TEST(Proposals, AreAsFarApartAsIsAskedAndRunnersUpToo) {
    EXPECT_EQ(dates_of(two_in_a_week(4)),
              (std::vector<Date>{make_date(2026, 1, 5), make_date(2026, 1, 9)}));
    EXPECT_TRUE(two_in_a_week(4)[0].runners_up.empty());
    EXPECT_MESSAGE(two_in_a_week(5), ProbityError,
                   "2 meetings are wanted in [2026-01-05, 2026-01-10): no more than 1 fits on "
                   "working days from 2026-01-05 on, at least 5 days apart and from fixed ones");
    // Of those three days apart, Monday and Thursday, Monday and Friday or Tuesday and Friday.
    const auto found = two_in_a_week(3);
    const std::int64_t gap = (found[1].date - found[0].date).days();
    EXPECT_GE(gap, 3);
    for (const RunnerUp& other : found[0].runners_up) {
        EXPECT_GE((found[1].date - other.date).days(), 3);
    }
    EXPECT_EQ(found[0].runners_up.size() + found[1].runners_up.size(), gap == 3 ? 1u : 2u);
}

TEST(Bridge, HasADayOffOnBothSidesThatIsKnown) {
    // Monday is the last day of the horizon, after a weekend: the day after it is not known.
    const Interval days(make_date(2026, 1, 1), make_date(2026, 1, 6));
    const WorkCalendar calendar =
        WorkCalendar::from_holidays(std::span<const Date>(), korea().weekend(), days);
    EXPECT_FALSE(is_bridge(calendar, make_date(2026, 1, 5)));
    EXPECT_FALSE(is_bridge(calendar, make_date(2026, 1, 1)));
}

}  // namespace proposal_test
}  // namespace probity
