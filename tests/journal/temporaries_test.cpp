// Getters asked of a temporary, whose answer outlives it. The sanitizers find a reference that dangles.
#include <gtest/gtest.h>

#include <utility>

#include "probity/exchange/examples.hpp"
#include "probity/journal/journal.hpp"
#include "probity/journal/journal_error.hpp"
#include "tests/folder.hpp"

namespace probity {
namespace temporaries_test {

TEST(JournalTemporaries, GiveByValue) {
    const Folder folder;
    const std::filesystem::path file = folder / "songpa.probity";
    auto&& path = Journal::create(file, examples::songpa()).path();
    EXPECT_EQ(path, file);

    auto&& since = JournalConflict("moved", {Event{}, Event{}}).since();
    EXPECT_EQ(since.size(), 2U);
}

}  // namespace temporaries_test
}  // namespace probity
