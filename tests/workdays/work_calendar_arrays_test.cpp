// Arithmetic on arrays of day numbers: the same answers as one by one, and the same refusals.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/workdays/dates.hpp"

namespace work_calendar_arrays_test {

using namespace probity;
using probity_tests::day;

using Days = std::vector<std::int64_t>;

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// Random days of the horizon, but for its last and first weeks.
Days random_days(std::size_t n, unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int64_t> any(day_number(kr().horizon().begin()) + 30,
                                                    day_number(kr().horizon().last()) - 30);
    Days days(n);
    for (std::int64_t& d : days) d = any(random);
    return days;
}

class Flags {
  public:
    explicit Flags(std::size_t n) : flags_(new bool[n]), n_(n) {}
    operator std::span<bool>() { return {flags_.get(), n_}; }
    bool operator[](std::size_t i) const { return flags_[i]; }

  private:
    std::unique_ptr<bool[]> flags_;
    std::size_t n_;
};

TEST(Arrays, EqualOneByOneOnAMillionRandomDays) {
    constexpr std::size_t n = 1000000;
    const Days days = random_days(n, 1);
    const Days others = random_days(n, 2);
    Flags working(n);
    Flags holiday(n);
    kr().is_working_day(days, working);
    kr().is_holiday(days, holiday);
    Days counts(n);
    kr().count(days, others, counts);
    Days plus_five(n);
    kr().add(days, 5, plus_five);
    Days steps(n);
    std::mt19937_64 random(3);
    for (std::int64_t& step : steps) step = static_cast<std::int64_t>(random() % 21) - 10;
    Days stepped(n);
    kr().add(days, steps, stepped);
    for (std::size_t i = 0; i < n; ++i) {
        const Date d = date_of(days[i]);
        ASSERT_EQ(working[i], kr().is_working_day(d)) << to_string(d);
        ASSERT_EQ(holiday[i], kr().is_holiday(d)) << to_string(d);
        ASSERT_EQ(counts[i], kr().count(d, date_of(others[i]))) << to_string(d);
        ASSERT_EQ(date_of(plus_five[i]), kr().add(d, 5));
        ASSERT_EQ(date_of(stepped[i]), kr().add(d, steps[i])) << to_string(d) << " " << steps[i];
    }
}

TEST(Arrays, RollAsOneByOne) {
    // The greater number is of many times more days than the horizon has, which are looked up.
    for (const std::size_t n : {std::size_t{100000}, std::size_t{300000}}) {
        const Days days = random_days(n, 4);
        Days rolled(n);
        for (int c = 0; c < 6; ++c) {
            const auto how = static_cast<RollConvention>(c);
            kr().roll(days, how, rolled);
            for (std::size_t i = 0; i < n; ++i) {
                ASSERT_EQ(date_of(rolled[i]), kr().roll(date_of(days[i]), how))
                    << to_string(date_of(days[i])) << " " << how;
            }
        }
    }
}

/// The element at which an array of days is refused, by its message; empty where it is not.
template <class Question>
std::string refusal(Question question) {
    try {
        question();
        return "";
    } catch (const ProbityError& error) {
        return error.what();
    }
}

TEST(Arrays, OfManyMoreDaysThanTheHorizonHasAsOfFew) {
    const Interval horizon(day("2026-06-01"), day("2026-07-27"));
    const WorkCalendar june =
        WorkCalendar::from_holidays(std::vector<Date>{day("2026-06-03"), day("2026-07-17")},
                                    WorkCalendar::saturday_and_sunday, horizon);
    const std::int64_t first = day_number(horizon.begin());
    const std::int64_t last = day_number(horizon.last());
    const auto same = [](Days many, std::ptrdiff_t few, const auto& answered) {
        Days all(many.size());
        Days alone(static_cast<std::size_t>(few));
        const std::string refused = refusal([&] { answered(many, all); });
        EXPECT_EQ(refused,
                  refusal([&] { answered(Days(many.begin(), many.begin() + few), alone); }));
        if (refused.empty()) {
            EXPECT_EQ(Days(all.begin(), all.begin() + few), alone);
        }
    };
    for (std::int64_t from = first - 1; from <= last + 2; ++from) {
        // One day, and then many that have an answer, on which nothing depends.
        Days many(1000, day_number(day("2026-06-30")));
        many.front() = from;
        for (int c = 0; c < 6; ++c) {
            same(many, 1, [&](const Days& days, Days& answers) {
                june.roll(days, static_cast<RollConvention>(c), answers);
            });
        }
        for (const std::int64_t n : {-15, -3, -1, 0, 1, 3, 15}) {
            same(many, 1, [&](const Days& days, Days& answers) { june.add(days, n, answers); });
        }
        same(many, 1, [&](const Days& days, Days& answers) {
            june.count(days, Days(days.size(), first), answers);
        });
    }
}

TEST(Arrays, MovedByMoreThanSixteenBits) {
    Days days(300000, day_number(day("1950-01-02")));
    Days answers(days.size());
    for (const std::int64_t n : {20000, 37000}) {
        kr().add(days, n, answers);
        EXPECT_EQ(date_of(answers.back()), kr().add(day("1950-01-02"), n));
    }
}

TEST(Arrays, AtTheHorizonsEdgeAsOneByOne) {
    // From a Saturday to a Sunday, so that rolling can leave it at both ends.
    const Interval horizon(day("2026-06-06"), day("2026-06-29"));
    const WorkCalendar june = WorkCalendar::from_holidays(
        std::span<const Date>(), WorkCalendar::saturday_and_sunday, horizon);
    for (std::int64_t d = day_number(horizon.begin()) - 2; d <= day_number(horizon.last()) + 2;
         ++d) {
        const Days one{d};
        Days answer(1);
        const auto same = [&](const auto& alone, const auto& array) {
            std::string message;
            std::int64_t expected = 0;
            try {
                expected = alone();
            } catch (const HorizonError&) {
                message = "refused";
            }
            if (message.empty()) {
                array();
                EXPECT_EQ(answer[0], expected) << to_string(date_of(d));
            } else {
                EXPECT_THROW(array(), HorizonError) << to_string(date_of(d));
            }
        };
        for (int c = 0; c < 6; ++c) {
            const auto how = static_cast<RollConvention>(c);
            same([&] { return day_number(june.roll(date_of(d), how)); },
                 [&] { june.roll(one, how, answer); });
        }
        for (const std::int64_t n : {-3, -1, 0, 1, 3}) {
            same([&] { return day_number(june.add(date_of(d), n)); },
                 [&] { june.add(one, n, answer); });
        }
        same([&] { return june.count(horizon.begin(), date_of(d)); },
             [&] { june.count(Days{day_number(horizon.begin())}, one, answer); });
    }
}

TEST(Arrays, MayBeWrittenOverTheirInput) {
    Days days = random_days(1000, 5);
    Days expected(days.size());
    kr().add(days, 7, expected);
    kr().add(days, 7, days);
    EXPECT_EQ(days, expected);
}

TEST(Arrays, MayBeEmpty) {
    Days none;
    kr().add(none, 1, none);
    kr().count(none, none, none);
    kr().is_working_day(none, std::span<bool>());
}

TEST(Arrays, NameTheElementThatIsNaT) {
    Days days{day_number(day("2026-03-18")), not_a_time};
    Days answers(2);
    const char* message = "element 1 is not a time (NaT): only dates can be answered for";
    EXPECT_MESSAGE(kr().add(days, 1, answers), DateError, message);
    EXPECT_MESSAGE(kr().roll(days, RollConvention::following, answers), DateError, message);
    EXPECT_MESSAGE(kr().count(days, days, answers), DateError, message);
    Flags flags(2);
    EXPECT_MESSAGE(kr().is_working_day(days, flags), DateError, message);
    EXPECT_MESSAGE(kr().is_holiday(days, flags), DateError, message);
}

TEST(Arrays, NameTheElementOutsideTheHorizon) {
    Days answers(2);
    EXPECT_MESSAGE(kr().add(Days{0, day_number(day("2101-01-01"))}, 1, answers), HorizonError,
                   "element 1, 2101-01-01, is outside the calendar's horizon, 1949-06-04 to "
                   "2100-12-31");
    EXPECT_MESSAGE(kr().add(Days{0, day_number(day("2100-12-31"))}, 1, answers), HorizonError,
                   "element 1: adding 1 working day to 2100-12-31 leaves the calendar's horizon, "
                   "1949-06-04 to 2100-12-31");
    EXPECT_MESSAGE(kr().roll(Days{5000000, 0}, RollConvention::none, answers), HorizonError,
                   "element 0, 15659-07-15, is outside the calendar's horizon, 1949-06-04 to "
                   "2100-12-31");
    for (const std::int64_t far : {std::numeric_limits<std::int64_t>::max(), not_a_time + 1}) {
        EXPECT_ERROR(kr().add(Days{0, far}, 1, answers), HorizonError);
        EXPECT_ERROR(kr().add(Days{0, 0}, far, answers), HorizonError);
        EXPECT_ERROR(kr().add(Days{0, 0}, Days{0, far}, answers), HorizonError);
        EXPECT_ERROR(kr().count(Days{0, far}, Days{0, 0}, answers), HorizonError);
    }
}

TEST(Arrays, MustBeOfOneLength) {
    Days answers(2);
    EXPECT_MESSAGE(
        kr().add(Days{0}, 1, answers), ProbityError,
        "arrays of 1 days and 2 answers do not fit together: they must be of one length");
    EXPECT_ERROR(kr().count(Days{0, 0}, Days{0}, answers), ProbityError);
    EXPECT_ERROR(kr().add(Days{0, 0}, Days{0}, answers), ProbityError);
}

}  // namespace work_calendar_arrays_test
