#include "probity/records/declared_count.hpp"

#include <gtest/gtest.h>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace declared_count_test {

TEST(Counted, IsNamedByOneWordEach) {
    for (const auto& [kind, word] : {std::pair{CountedKind::bands, "bands"},
                                     {CountedKind::tasks, "tasks"},
                                     {CountedKind::measures, "measures"},
                                     {CountedKind::projects, "projects"}}) {
        EXPECT_EQ(Counted(word), kind);
        EXPECT_EQ(Counted(word).kind(), kind);
        EXPECT_EQ(to_string(Counted(kind)), word);
        EXPECT_EQ(to_string(kind), word);
    }
}

TEST(Counted, KeepsTheWordOfAnotherThing) {
    for (const char* word : {"pledges", "other", "band", "청렴서약"}) {
        EXPECT_EQ(Counted(word).kind(), CountedKind::other) << word;
        EXPECT_EQ(to_string(Counted(word)), word);
    }
    EXPECT_NE(Counted("pledges"), Counted("courses"));
    EXPECT_MESSAGE(Counted(CountedKind::other), ProbityError,
                   "another thing that is counted is named by its word");
}

TEST(DeclaredCounts, NeedAWordAndAYear) {
    ProgrammeParts parts = office_parts();
    parts.declared = {{.count = 3, .year = 2026}};
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/declared/0/what: '' is no id: an id is 1 to 64 letters, digits and - _ . and "
                   "begins with a letter or digit; letters are written composed, as Unicode's form "
                   "NFC has them");
    parts.declared = {{.what = CountedKind::bands, .count = 3}};
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/declared/0/year: it is needed, and not given");
    parts.declared = {{.what = Counted("pledges"), .count = 3, .year = 2026}};
    EXPECT_EQ(to_string(Programme(parts).declared()[0].what), "pledges");
}

}  // namespace declared_count_test
}  // namespace probity
