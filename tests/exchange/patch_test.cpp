// The body of an event that changes a record, as JSON: null states that a field is absent.
#include "exchange/json/patch.hpp"

#include <gtest/gtest.h>

#include <string>

#include "history/record_patch.hpp"
#include "tests/expect_error.hpp"

namespace probity {
namespace patch_test {

template <class Record>
RecordPatch patch_of(const std::string& json) {
    return detail::read_patch_text(json, detail::description_of<Record>());
}

TEST(PatchOfARecord, MayStateThatAFieldIsAbsent) {
    const RecordPatch seat = patch_of<Seat>(R"({"unit":null})");
    EXPECT_EQ(seat.fields(), std::vector<std::string>{"unit"});
    EXPECT_EQ(detail::patch_text(seat), R"({"unit":null})");
    const RecordPatch activity = patch_of<Activity>(R"({"begin":null})");
    EXPECT_EQ(detail::patch_text(activity), R"({"begin":null})");
}

TEST(PatchOfARecord, LeavesNoFieldEmptyThatARecordNeeds) {
    EXPECT_MESSAGE(patch_of<Unit>(R"({"title":null})"), DocumentError,
                   "/body/title: it is null; an object is allowed");
    // A document without it is read, and refused by the check of quotas.
    EXPECT_MESSAGE(patch_of<Quota>(R"({"of":null})"), DocumentError,
                   "/body/of: it is null; a text is allowed");
    // A usual value is a value too.
    EXPECT_MESSAGE(patch_of<Quota>(R"({"per":null})"), DocumentError,
                   "/body/per: it is null; a text is allowed");
}

}  // namespace patch_test
}  // namespace probity
