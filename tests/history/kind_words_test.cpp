#include "history/kind_words.hpp"

#include <gtest/gtest.h>

#include "history/body.hpp"
#include "text/name_words.hpp"

namespace probity::detail {
namespace kind_words_test {

TEST(KindWords, StandInTheCatalogue) {
    EXPECT_EQ(kind_words(EventKind::task_started), (Text{"과제 착수", "Task started"}));
    EXPECT_EQ(kind_words(EventKind::meeting_approved), (Text{"회의록 승인", "Minutes approved"}));
}

TEST(KindWords, AreMadeOfTheLabelOfTheRecordThatIsAddedChangedOrEnded) {
    EXPECT_EQ(kind_words(EventKind::occasion_added), (Text{"행사 등록", "Occasion added"}));
    EXPECT_EQ(kind_words(EventKind::area_changed),
              (Text{"부패취약분야 변경", "Risk area changed"}));
    EXPECT_EQ(kind_words(EventKind::quota_ended), (Text{"이행 횟수 종료", "Quota ended"}));
    EXPECT_EQ(kind_words(EventKind::occasion_ended), (Text{"행사 삭제", "Occasion ended"}))
        << "an occasion has no end: it is taken out";
}

TEST(KindWords, OfTheCatalogueComeFirst) {
    EXPECT_EQ(kind_words(EventKind::area_ended), (Text{"부패취약분야 해제", "Risk area ended"}));
    EXPECT_EQ(record_step_words(EventKind::area_ended).korean, "부패취약분야 삭제");
}

TEST(KindWords, AreMadeOfTheRecordToWhichTheKindApplies) {
    EXPECT_EQ(record_step_words(EventKind::unit_added), Text{}) << "its body is more than a unit";
    EXPECT_EQ(record_step_words(EventKind::item_added), Text{}) << "it applies to a meeting";
    EXPECT_EQ(record_step_words(EventKind::task_started), Text{});
    EXPECT_EQ(record_step_words(EventKind::event_annulled), Text{});
}

TEST(KindWords, AreThereForEachKindAndSaidOnce) {
    for (const EventKindRow& row : event_kinds) {
        EXPECT_NE(kind_words(row.kind).korean, "") << row.name << " has no Korean name";
        EXPECT_NE(words_for("event_kind", row.name).korean, record_step_words(row.kind).korean)
            << row.name << " needs no place in src/text/words_ko.inc";
    }
}

}  // namespace kind_words_test
}  // namespace probity::detail
