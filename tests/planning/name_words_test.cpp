#include "text/name_words.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "planning/names.hpp"

namespace probity::detail {
namespace name_words_test {

TEST(Words, AreSpeltOutInEnglish) {
    EXPECT_EQ(spaced("risk_area"), "risk area");
    EXPECT_EQ(spelt_out("depends_on"), "Depends on");
    EXPECT_EQ(spelt_out("task.put_on_hold"), "Task put on hold");
    EXPECT_EQ(spelt_out("1_day"), "1 day");
    EXPECT_EQ(spelt_out(""), "");
    EXPECT_EQ(with_article("official"), "an official");
    EXPECT_EQ(with_article("unit"), "a unit");
    EXPECT_EQ(with_article("risk_area"), "a risk area");
}

TEST(Words, OfANameStandInTheCatalogue) {
    EXPECT_EQ(word("task_state", "in_progress", Language::korean), "진행 중");
    EXPECT_EQ(word("task_state", "in_progress", Language::english), "In progress");
    EXPECT_EQ(word("meeting_kind", "written", Language::english), "Written resolution");
    EXPECT_EQ(word("event_kind", "task.put_on_hold", Language::english), "Task put on hold");
    EXPECT_EQ(word("task_state", "asleep", Language::korean), "");
    EXPECT_EQ(in_words(OccurrenceStatus::not_held), (Text{"미실시", "not held"}));
}

TEST(Words, OfAnEnumerationStandTogetherInItsOrder) {
    const std::vector<std::string_view> statuses(names<OccurrenceStatus>.begin(),
                                                 names<OccurrenceStatus>.end());
    EXPECT_EQ(names_with_words("occurrence_status"), statuses);
    EXPECT_TRUE(names_with_words("occurrence").empty());
    std::set<std::string> seen;
    for (const std::string_view enumeration : enumerations_with_words()) {
        EXPECT_TRUE(seen.insert(std::string(enumeration)).second)
            << enumeration << " stands in two places";
        std::set<std::string_view> of_it;
        for (const std::string_view name : names_with_words(enumeration)) {
            EXPECT_TRUE(of_it.insert(name).second) << enumeration << '.' << name;
            EXPECT_NE(word(enumeration, name, Language::korean), "");
        }
    }
}

}  // namespace name_words_test
}  // namespace probity::detail
