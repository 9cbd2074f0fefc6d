#include "probity/planning/validity.hpp"

#include <gtest/gtest.h>

#include "probity/planning/cadence.hpp"
#include "probity/planning/observance.hpp"
#include "probity/records/council.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace validity_test {

Date march(int day) { return make_date(2026, 3, day); }

TEST(Validity, IsInForceFromItsFirstDayToTheDayBeforeItsEnd) {
    const Validity days{.from = march(2), .until = march(18)};
    EXPECT_FALSE(days.in_force_on(march(1)));
    EXPECT_TRUE(days.in_force_on(march(2)));
    EXPECT_TRUE(days.in_force_on(march(17)));
    EXPECT_FALSE(days.in_force_on(march(18)));
    EXPECT_FALSE(days.has_begun_by(march(1)));
    EXPECT_TRUE(days.has_begun_by(march(2)));
    EXPECT_FALSE(days.is_over_by(march(17)));
    EXPECT_TRUE(days.is_over_by(march(18)));
}

TEST(Validity, IsOpenWhereNoDayIsNamed) {
    const Validity always;
    const Validity until{.until = march(18)};
    const Validity from{.from = march(18)};
    EXPECT_TRUE(always.in_force_on(first_date()) && always.in_force_on(last_date()));
    EXPECT_TRUE(until.in_force_on(first_date()) && until.in_force_on(march(17)));
    EXPECT_FALSE(until.in_force_on(march(18)));
    EXPECT_TRUE(from.in_force_on(march(18)) && from.in_force_on(last_date()));
    EXPECT_FALSE(from.in_force_on(march(17)));
}

TEST(Validity, MeetsDaysThatItShares) {
    const Validity days{.from = march(2), .until = march(18)};
    EXPECT_FALSE(days.meets(Interval::closed(march(1), march(1))));
    EXPECT_TRUE(days.meets(Interval::closed(march(1), march(2))));
    EXPECT_TRUE(days.meets(Interval::closed(march(17), march(31))));
    EXPECT_FALSE(days.meets(Interval::closed(march(18), march(31))));
    EXPECT_EQ(days.days_of(Interval::closed(march(1), march(2))),
              Interval::closed(march(2), march(2)));
    EXPECT_EQ(days.days_of(Interval::closed(march(18), march(31))), std::nullopt);
    EXPECT_EQ(Validity{}.days_of(Interval::closed(march(1), march(2))),
              Interval::closed(march(1), march(2)));
}

TEST(Validity, EndsAfterItBegins) {
    const auto fault = [](int until) {
        return Validity{.from = march(18), .until = march(until)}.fault();
    };
    EXPECT_EQ(fault(17),
              "2026-03-17 is not after the begin, 2026-03-18; the end is the first day on which it "
              "is no longer in force");
    EXPECT_EQ(fault(18),
              "2026-03-18 is not after the begin, 2026-03-18; the end is the first day on which it "
              "is no longer in force");
    EXPECT_EQ(fault(19), "");
    EXPECT_EQ(Validity{.until = march(1)}.fault(), "");
    EXPECT_EQ(Validity{.from = march(1)}.fault(), "");
}

TEST(Validity, IsPrintedInWords) {
    EXPECT_EQ(to_string(Validity{}), "always");
    EXPECT_EQ(to_string(Validity{.from = march(2)}), "from 2026-03-02 on");
    EXPECT_EQ(to_string(Validity{.until = march(18)}), "to before 2026-03-18");
    EXPECT_EQ(to_string(Validity{.from = march(2), .until = march(18)}),
              "from 2026-03-02 to before 2026-03-18");
}

/// A version of each sort, on these days.
template <class Version>
Version version(const std::optional<Date>& begin, const std::optional<Date>& end = std::nullopt) {
    Version made;
    made.begin = begin;
    made.end = end;
    return made;
}

template <class Version>
class VersionsOf : public testing::Test {};
using AllVersions = testing::Types<RuleVersion, CadenceVersion, Charter>;
TYPED_TEST_SUITE(VersionsOf, AllVersions);

TYPED_TEST(VersionsOf, AreInForceOneAtATime) {
    Versions<TypeParam> versions{version<TypeParam>(march(2))};
    versions.add(version<TypeParam>(march(18)));
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].end, march(18));
    EXPECT_EQ(versions[1].end, std::nullopt);
    EXPECT_EQ(versions.on(march(1)), nullptr);
    EXPECT_EQ(versions.on(march(2)), &versions[0]);
    EXPECT_EQ(versions.on(march(17)), &versions[0]);
    EXPECT_EQ(versions.on(march(18)), &versions[1]);
    EXPECT_TRUE(versions.faults().empty());
}

TYPED_TEST(VersionsOf, EndTheOneBeforeUnlessItHasEnded) {
    const auto end_before = [](int stated, int next) {
        Versions<TypeParam> versions{version<TypeParam>(march(2), march(stated))};
        versions.add(version<TypeParam>(march(next)));
        return versions.front().end;
    };
    EXPECT_EQ(end_before(18, 17), march(17));
    EXPECT_EQ(end_before(18, 18), march(18));
    EXPECT_EQ(end_before(18, 19), march(18));
}

TYPED_TEST(VersionsOf, BeginAfterTheOneBefore) {
    const std::string name = version_name<TypeParam>;
    for (const int day : {1, 2}) {
        Versions<TypeParam> versions{version<TypeParam>(march(2))};
        EXPECT_MESSAGE(versions.add(version<TypeParam>(march(day))), ProbityError,
                       "a " + name + " from 2026-03-0" + std::to_string(day) +
                           " cannot follow one from 2026-03-02; the next one begins after it");
        EXPECT_EQ(versions.size(), 1u);
        EXPECT_EQ(versions[0].end, std::nullopt);
    }
    // One that always was in force is followed by any.
    Versions<TypeParam> open{version<TypeParam>(std::nullopt)};
    open.add(version<TypeParam>(march(2)));
    EXPECT_EQ(open[0].end, march(2));
    EXPECT_MESSAGE(
        (Versions<TypeParam>{version<TypeParam>(march(2))}.add(version<TypeParam>(std::nullopt))),
        ProbityError,
        "a " + name +
            " without a begin cannot follow one from 2026-03-02; the next one begins "
            "after it");
}

TYPED_TEST(VersionsOf, AreOutOfOrder) {
    const std::string name = version_name<TypeParam>;
    const auto fault = [](const std::optional<Date>& end, int begin) {
        const Versions<TypeParam> versions{version<TypeParam>(march(2), end),
                                           version<TypeParam>(march(begin))};
        const std::vector<VersionFault> faults = versions.faults();
        return faults.empty() ? std::string("none")
                              : std::to_string(faults[0].version) + "/" + faults[0].key + ": " +
                                    faults[0].text;
    };
    EXPECT_EQ(fault(march(18), 17), "1/begin: 2026-03-17 is before the end of the " + name +
                                        " before it (2026-03-18); only one " + name +
                                        " is in force on a day");
    EXPECT_EQ(fault(march(18), 18), "none");
    EXPECT_EQ(fault(march(18), 19), "none");
    EXPECT_EQ(fault(std::nullopt, 18), "1/begin: 2026-03-18 is before the end of the " + name +
                                           " before it (it has none); only one " + name +
                                           " is in force on a day");
    EXPECT_EQ(fault(march(2), 18),
              "0/end: 2026-03-02 is not after the begin, 2026-03-02; the end is the first day on "
              "which it is no longer in force");
}

}  // namespace validity_test
}  // namespace probity
