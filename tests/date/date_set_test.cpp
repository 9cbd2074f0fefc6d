#include "probity/date/date_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace date_set_test {

using namespace probity;

// --- what a set is ----------------------------------------------------------------------------

TEST(DateSet, IsOrderedAndHoldsEachDateOnce) {
    const DateSet set{make_date(2026, 3, 18), make_date(2026, 1, 5), make_date(2026, 3, 18)};
    EXPECT_EQ(set.size(), 2u);
    EXPECT_EQ(set[0], make_date(2026, 1, 5));
    EXPECT_EQ(set[1], make_date(2026, 3, 18));
    EXPECT_EQ(to_string(set), "{2026-01-05, 2026-03-18}");
}

TEST(DateSet, Empty) {
    const DateSet none;
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(none.next_after(first_date()), std::nullopt);
    EXPECT_EQ(none.last_before(last_date()), std::nullopt);
    EXPECT_EQ(none.count(first_date()), 0u);
    EXPECT_TRUE(none.shift(std::numeric_limits<std::int64_t>::max()).empty());
    EXPECT_TRUE(none.day_numbers().empty());
    EXPECT_EQ(none, DateSet({}));
    EXPECT_EQ(none.hash(), DateSet({}).hash());
    EXPECT_EQ(to_string(none), "{}");
    EXPECT_ERROR(none[0], ProbityError);
}

TEST(DateSet, OfAnIntervalHoldsAllItsDays) {
    const Interval week = Interval::of_days(make_date(2026, 3, 16), 7);
    const DateSet days = DateSet::of(week);
    EXPECT_EQ(days.size(), 7u);
    EXPECT_EQ(days[0], week.begin());
    EXPECT_EQ(days[6], week.last());
    EXPECT_FALSE(days.contains(make_date(2026, 3, 23)));
}

TEST(DateSet, IndexPastTheEndIsAnError) {
    const DateSet set{make_date(2026, 1, 5), make_date(2026, 3, 18)};
    EXPECT_MESSAGE(set[2], ProbityError,
                   "index 2 of a set of 2 dates: indices go from 0 to before its size");
    EXPECT_ERROR(set[std::numeric_limits<std::size_t>::max()], ProbityError);
}

TEST(DateSet, SpecialAndOutOfRangeDatesAreRefused) {
    const Date none;
    const DateSet set{make_date(2026, 1, 5)};
    EXPECT_ERROR((DateSet{make_date(2026, 1, 5), none}), DateError);
    EXPECT_ERROR(DateSet::of_day_numbers({first_day_number - 1}), DateError);
    EXPECT_ERROR(DateSet::of_day_numbers({0, last_day_number + 1}), DateError);
    EXPECT_ERROR(set.contains(none), DateError);
    EXPECT_ERROR(set.count(none), DateError);
    EXPECT_ERROR(set.next_after(none), DateError);
    EXPECT_ERROR(set.last_before(Date(boost::date_time::pos_infin)), DateError);
    EXPECT_ERROR(set.between(first_date(), none), DateError);
}

TEST(DateSet, ShiftedOutOfTheRangeIsAnError) {
    const DateSet ends{first_date(), last_date()};
    EXPECT_EQ(ends.shift(0), ends);
    EXPECT_ERROR(ends.shift(1), DateError);
    EXPECT_ERROR(ends.shift(-1), DateError);
    const DateSet dense = DateSet::of(Interval(make_date(9999, 12, 1)));
    EXPECT_ERROR(dense.shift(1), DateError);
    EXPECT_ERROR(dense.shift(std::numeric_limits<std::int64_t>::max()), DateError);
    EXPECT_ERROR(dense.shift(std::numeric_limits<std::int64_t>::min()), DateError);
    EXPECT_EQ(dense.shift(-30)[0], make_date(9999, 11, 1));
}

TEST(DateSet, WriteNeedsRoom) {
    const DateSet set{make_date(1970, 1, 2), make_date(1970, 1, 4)};
    std::vector<std::int64_t> out(3, -7);
    set.write(out);
    EXPECT_EQ(out, (std::vector<std::int64_t>{1, 3, -7}));
    out.resize(1);
    EXPECT_MESSAGE(set.write(out), ProbityError, "room for 1 dates, but the set has 2");
}

TEST(DateSet, OfTenIsShownWholeAndOfElevenNot) {
    const auto shown = [](int days) {
        return to_string(DateSet::of(Interval::of_days(make_date(2026, 3, 1), days)));
    };
    EXPECT_EQ(shown(10),
              "{2026-03-01, 2026-03-02, 2026-03-03, 2026-03-04, 2026-03-05, 2026-03-06, "
              "2026-03-07, 2026-03-08, 2026-03-09, 2026-03-10}");
    EXPECT_EQ(shown(11),
              "{2026-03-01, 2026-03-02, 2026-03-03, ..., 2026-03-09, 2026-03-10, 2026-03-11} "
              "(11 dates)");
}

TEST(DateSet, LongOneShowsItsEndsAndSize) {
    std::ostringstream out;
    out << DateSet::of(Interval::of_days(make_date(2026, 3, 1), 31));
    EXPECT_EQ(out.str(),
              "{2026-03-01, 2026-03-02, 2026-03-03, ..., 2026-03-29, 2026-03-30, 2026-03-31} "
              "(31 dates)");
}

TEST(DateSet, IsAValue) {
    DateSet copy;
    {
        const DateSet original = DateSet::of(Interval::of_days(make_date(2026, 1, 1), 365));
        copy = original;
    }
    EXPECT_EQ(copy.size(), 365u);
    EXPECT_EQ(copy[364], make_date(2026, 12, 31));
}

TEST(DateSet, EveryDayThereIs) {
    const DateSet all = DateSet::of(Interval(first_date()));
    EXPECT_EQ(all.size(), static_cast<std::size_t>(last_day_number - first_day_number + 1));
    EXPECT_EQ(all[0], first_date());
    EXPECT_EQ(all[all.size() - 1], last_date());
    EXPECT_EQ(all.count(first_date()), all.size());
    EXPECT_EQ(all.next_after(last_date()), std::nullopt);
    EXPECT_EQ(all.last_before(first_date()), std::nullopt);
    EXPECT_EQ((all ^ DateSet{first_date()}).size(), all.size() - 1);
    EXPECT_TRUE((all - all).empty());
}

// --- memory -----------------------------------------------------------------------------------

TEST(DateSetMemory, IsAtMostFourBytesADateAndFewBitsADayWhereDense) {
    EXPECT_EQ(DateSet().memory(), 0u);
    // All days from 1400 to 9999: 12 bytes for 64 days.
    EXPECT_LE(DateSet::of(Interval(first_date())).memory(), 600'000u);
    // One date in a year, in the order given.
    std::vector<DayNumber> yearly;
    for (int year = first_year; year <= last_year; ++year) {
        yearly.push_back(day_number(make_date(year, 3, 18)));
    }
    EXPECT_LE(DateSet::of_day_numbers(yearly).memory(), 4 * yearly.capacity());
    // The two ends alone must not cost the days between them.
    EXPECT_LE(DateSet({first_date(), last_date()}).memory(), 64u);
    EXPECT_LE((DateSet::of(Interval(first_date())) & DateSet({first_date(), last_date()})).memory(),
              64u);
}

// Their readers outside of C++ are given the numbers where they lie.
TEST(DateSetMemory, NumbersOfASparseSetLieFlatAndAreSharedByItsCopies) {
    const DateSet ends{first_date(), last_date()};
    const std::span<const DayNumber> flat = ends.flat_day_numbers();
    EXPECT_EQ(std::vector(flat.begin(), flat.end()),
              (std::vector{first_day_number, last_day_number}));
    const DateSet copy = ends;
    EXPECT_EQ(copy.flat_day_numbers().data(), flat.data());
    const DateSet week = DateSet::of(Interval::of_days(make_date(2026, 3, 16), 7));
    EXPECT_TRUE(week.flat_day_numbers().empty());
    const DateSet none;
    EXPECT_TRUE(none.flat_day_numbers().empty());
}

TEST(DateSetMemory, OfADenseSetThatBecameSparseIsThatOfASparseOne) {
    const DateSet all = DateSet::of(Interval(first_date()));
    EXPECT_LE(all.slice(0, 3).memory(), 64u);
    EXPECT_LE((all - all.slice(3, all.size() - 3)).memory(), 64u);
}

// --- against a model --------------------------------------------------------------------------

using Model = std::set<DayNumber>;

DateSet set_of(const Model& model) { return DateSet::of_day_numbers({model.begin(), model.end()}); }

Model model_of(const DateSet& set) {
    const std::vector<DayNumber> days = set.day_numbers();
    EXPECT_TRUE(std::is_sorted(days.begin(), days.end()));
    Model model(days.begin(), days.end());
    EXPECT_EQ(model.size(), set.size());
    return model;
}

/// A set of about so many dates in a window of so many days.
struct Shape {
    const char* name;
    int dates;
    DayNumber first;
    int window;
};

constexpr int whole_range = last_day_number - first_day_number + 1;

const std::vector<Shape> shapes{
    {"one", 1, 20000, 1},
    {"few", 5, 20000, 3000},
    {"ordinary year", 24, 20454, 365},
    {"dense", 600, 20000, 1000},
    {"crossing words", 130, 19990, 140},
    {"before 1970", 300, -70000, 9000},
    {"from the first day", 400, first_day_number, 500},
    {"to the last day", 400, last_day_number - 499, 500},
    {"sparse over all", 60, first_day_number, whole_range},
    {"dense for 2000 years", 60'000, first_day_number, 730'000},
};

Model random_model(const Shape& shape, std::mt19937& random) {
    std::uniform_int_distribution<DayNumber> day(shape.first, shape.first + shape.window - 1);
    Model model;
    for (int i = 0; i < shape.dates; ++i) model.insert(day(random));
    return model;
}

/// Days worth asking about: around the model's ends, and some of it and of its gaps.
std::vector<DayNumber> probes(const Model& model, std::mt19937& random) {
    std::vector<DayNumber> days{first_day_number, first_day_number + 1, last_day_number - 1,
                                last_day_number};
    std::uniform_int_distribution<DayNumber> anywhere(first_day_number, last_day_number);
    std::uniform_int_distribution<DayNumber> within(*model.begin(), *model.rbegin());
    for (int i = 0; i < 20; ++i) days.push_back(anywhere(random));
    for (int i = 0; i < 60; ++i) days.push_back(within(random));
    std::vector<DayNumber> members;
    std::sample(model.begin(), model.end(), std::back_inserter(members), 20, random);
    members.push_back(*model.begin());
    members.push_back(*model.rbegin());
    for (const DayNumber member : members) {
        for (const DayNumber day : {member - 1, member, member + 1}) {
            if (day >= first_day_number && day <= last_day_number) days.push_back(day);
        }
    }
    return days;
}

std::optional<Date> date_at(const Model& model, Model::const_iterator place) {
    return place == model.end() ? std::nullopt : std::optional(date_of(*place));
}

std::size_t count_in(const Model& model, DayNumber begin, DayNumber end) {
    if (begin >= end) return 0;
    return static_cast<std::size_t>(
        std::distance(model.lower_bound(begin), model.lower_bound(end)));
}

class DateSetModel : public testing::TestWithParam<Shape> {
  protected:
    std::mt19937 random{20260318};
    Model model = random_model(GetParam(), random);
    DateSet set = set_of(model);
};

TEST_P(DateSetModel, SizeOrderIndexAndIteration) {
    ASSERT_EQ(set.size(), model.size());
    EXPECT_EQ(model_of(set), model);
    std::size_t i = 0;
    auto expected = model.begin();
    for (const Date date : set) {
        ASSERT_EQ(day_number(date), *expected++);
        ASSERT_EQ(set[i++], date);
    }
    EXPECT_EQ(i, model.size());
    std::vector<std::int64_t> written(set.size());
    set.write(written);
    EXPECT_TRUE(std::equal(written.begin(), written.end(), model.begin(), model.end()));
}

TEST_P(DateSetModel, OrderOfConstructionDoesNotMatter) {
    std::vector<DayNumber> days(model.begin(), model.end());
    days.insert(days.end(), model.begin(), model.end());
    std::shuffle(days.begin(), days.end(), random);
    std::vector<Date> dates;
    for (const DayNumber day : days) dates.push_back(date_of(day));
    EXPECT_EQ(DateSet(dates), set);
    EXPECT_EQ(DateSet(dates).hash(), set.hash());
    EXPECT_EQ(DateSet::of_day_numbers(days), set);
}

TEST_P(DateSetModel, ContainsNextAndLast) {
    for (const DayNumber day : probes(model, random)) {
        const Date date = date_of(day);
        ASSERT_EQ(set.contains(date), model.contains(day)) << to_string(date);
        ASSERT_EQ(set.next_after(date), date_at(model, model.upper_bound(day))) << to_string(date);
        const auto from = model.lower_bound(day);
        ASSERT_EQ(set.last_before(date),
                  from == model.begin() ? std::nullopt : date_at(model, std::prev(from)))
            << to_string(date);
    }
}

TEST_P(DateSetModel, CountAndBetween) {
    const std::vector<DayNumber> days = probes(model, random);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const DayNumber a = days[i];
        const DayNumber b = days[i + 1];
        const Date begin = date_of(a);
        const Date end = date_of(b);
        ASSERT_EQ(set.count(begin, end), count_in(model, a, b));
        ASSERT_EQ(set.count(begin), count_in(model, a, last_day_number + 1));
    }
    for (std::size_t i = 0; i + 1 < days.size(); i += 10) {
        const auto [a, b] = std::minmax(days[i], days[i + 1]);
        const DateSet part = set.between(date_of(a), date_of(b));
        EXPECT_EQ(model_of(part), Model(model.lower_bound(a), model.lower_bound(b)));
        EXPECT_TRUE(set.between(date_of(b), date_of(a)).empty());
        EXPECT_EQ(model_of(set.between(date_of(a))), Model(model.lower_bound(a), model.end()));
    }
}

TEST_P(DateSetModel, SliceCutsAtTheSize) {
    const std::vector<DayNumber> days(model.begin(), model.end());
    const std::size_t n = days.size();
    const auto expected = [&](std::size_t i, std::size_t j) {
        const std::size_t to = std::min(j, n);
        const std::size_t from = std::min(i, to);
        return Model(days.begin() + static_cast<std::ptrdiff_t>(from),
                     days.begin() + static_cast<std::ptrdiff_t>(to));
    };
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, n / 3, n - 1, n, n + 1}) {
        for (const std::size_t j : {std::size_t{0}, i + 1, n / 2, n - 1, n, n + 5}) {
            EXPECT_EQ(model_of(set.slice(i, j)), expected(i, j)) << i << ' ' << j;
        }
    }
}

TEST_P(DateSetModel, RankAndSelectAreInverse) {
    const std::size_t step = std::max<std::size_t>(set.size() / 1000, 1);
    for (std::size_t k = 0; k < set.size(); k += step) {
        ASSERT_EQ(set.count(first_date(), set[k]), k);
    }
}

TEST_P(DateSetModel, Shift) {
    for (const DayNumber days : {1, -1, 63, 64, 65, -700, 100'000}) {
        const bool stays =
            *model.begin() + days >= first_day_number && *model.rbegin() + days <= last_day_number;
        if (!stays) {
            EXPECT_ERROR(set.shift(days), DateError) << days;
            continue;
        }
        Model moved;
        for (const DayNumber day : model) moved.insert(moved.end(), day + days);
        EXPECT_EQ(model_of(set.shift(days)), moved);
        EXPECT_EQ(set.shift(days), set_of(moved));
        EXPECT_EQ(set.shift(days).shift(-days), set);
    }
}

TEST_P(DateSetModel, AlgebraWithEveryOtherShape) {
    for (const Shape& other_shape : shapes) {
        const Model b = random_model(other_shape, random);
        const DateSet other = set_of(b);
        const auto expect = [&](const DateSet& result, auto operation, const char* sign) {
            std::vector<DayNumber> days;
            operation(model.begin(), model.end(), b.begin(), b.end(), std::back_inserter(days));
            EXPECT_EQ(result.day_numbers(), days) << sign << ' ' << other_shape.name;
            // However it came about, a set of these dates is equal and of one hash.
            const DateSet direct = DateSet::of_day_numbers(days);
            EXPECT_EQ(result, direct) << sign << ' ' << other_shape.name;
            EXPECT_EQ(result.hash(), direct.hash()) << sign << ' ' << other_shape.name;
        };
        expect(set | other, [](auto... r) { std::set_union(r...); }, "|");
        expect(set & other, [](auto... r) { std::set_intersection(r...); }, "&");
        expect(set - other, [](auto... r) { std::set_difference(r...); }, "-");
        expect(set ^ other, [](auto... r) { std::set_symmetric_difference(r...); }, "^");
    }
}

// Questions to sets that came out of an operation, whose bits may begin and end with gaps.
TEST_P(DateSetModel, ResultsOfOperationsAnswerAsFreshSetsDo) {
    const DayNumber middle =
        *std::next(model.begin(), static_cast<std::ptrdiff_t>(model.size() / 2));
    const DateSet rest = set - DateSet{date_of(*model.begin()), date_of(*model.rbegin())};
    const DateSet tail = set & DateSet::of(Interval(date_of(middle)));
    for (const DateSet& result : {rest, tail}) {
        if (result.empty()) continue;
        const Model expected = model_of(result);
        const DateSet fresh = set_of(expected);
        for (const DayNumber day : probes(expected, random)) {
            const Date date = date_of(day);
            ASSERT_EQ(result.contains(date), fresh.contains(date));
            ASSERT_EQ(result.next_after(date), fresh.next_after(date));
            ASSERT_EQ(result.last_before(date), fresh.last_before(date));
            ASSERT_EQ(result.count(date), fresh.count(date));
        }
        EXPECT_EQ(result[result.size() - 1], date_of(*expected.rbegin()));
        const DayNumber to_the_end = last_day_number - *expected.rbegin();
        EXPECT_EQ(result.shift(to_the_end).last_before(last_date()),
                  fresh.shift(to_the_end).last_before(last_date()));
        EXPECT_EQ(result.shift(first_day_number - *expected.begin())[0], first_date());
        EXPECT_ERROR(result.shift(to_the_end + 1), DateError);
    }
}

INSTANTIATE_TEST_SUITE_P(, DateSetModel, testing::ValuesIn(shapes), [](const auto& parameter) {
    std::string name = parameter.param.name;
    std::erase(name, ' ');
    return name;
});

// --- equality and hash ------------------------------------------------------------------------

TEST(DateSet, EqualSetsHaveOneHashAndOthersDiffer) {
    const DateSet week = DateSet::of(Interval::of_days(make_date(2026, 3, 16), 7));
    const DateSet other = DateSet::of(Interval::of_days(make_date(2026, 3, 17), 7));
    EXPECT_NE(week, other);
    EXPECT_NE(week.hash(), other.hash());
    EXPECT_NE(week, week.slice(0, 6));
    EXPECT_EQ(other.shift(-1), week);
    EXPECT_EQ(other.shift(-1).hash(), week.hash());
}

}  // namespace date_set_test
