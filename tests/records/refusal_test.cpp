// The faults of a document, gathered and told at once.
#include "records/refusal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/history/office.hpp"

namespace probity {
namespace refusal_test {

using detail::DocumentFaults;

/// Faults at places.
DocumentFaults faults_at(const std::vector<std::string>& places) {
    DocumentFaults faults;
    for (const std::string& place : places) {
        faults.attempt([&] { detail::refuse(place, Text::in_any_language("wrong")); });
    }
    return faults;
}

DocumentFaults so_many_faults(int count) {
    std::vector<std::string> places;
    for (int i = 0; i < count; ++i) places.push_back("/tasks/" + std::to_string(i) + "/title");
    return faults_at(places);
}

/// The error that faults make.
detail::DocumentRefusal raised(const DocumentFaults& faults, const Text& note = {}) {
    try {
        faults.raise(note);
    } catch (const detail::DocumentRefusal& error) {
        return error;
    }
    return {Text::in_any_language("nothing was raised"), {{}}, {{}}};
}

/// The lines "/tasks/0/title: wrong" of the first so many faults.
std::string lines_of_first(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "\n/tasks/" + std::to_string(i) + "/title: wrong";
    return out;
}

TEST(Faults, AreToldOneALineUpToTen) {
    EXPECT_STREQ(raised(so_many_faults(1)).what(), "/tasks/0/title: wrong");
    EXPECT_EQ(raised(so_many_faults(2)).what(), "2 faults:" + lines_of_first(2));
    EXPECT_EQ(raised(so_many_faults(10)).what(), "10 faults:" + lines_of_first(10));
    EXPECT_EQ(raised(so_many_faults(11)).what(),
              "11 faults:" + lines_of_first(10) + "\n... and 1 more");
}

TEST(Faults, AreSaidInEveryLanguage) {
    DocumentFaults faults;
    for (const char* const place : {"/title", ""}) {
        faults.attempt([&] { detail::refuse(place, {"틀림", "wrong"}); });
    }
    const detail::DocumentRefusal error = raised(faults, {"끝", "the end"});
    EXPECT_STREQ(error.what(), "2 faults:\n/title: wrong\nthe document: wrong\nthe end");
    EXPECT_EQ(error.message(Language::korean),
              "잘못된 곳이 2곳입니다.\n/title: 틀림\n문서: 틀림\n끝");
    // Gathered with others, each fault keeps its words.
    DocumentFaults all;
    try {
        faults.raise();
    } catch (const DocumentError& caught) {
        all.add(caught, {"1번째 줄: ", "line 1: "});
    }
    EXPECT_EQ(raised(all).message(Language::korean),
              "잘못된 곳이 2곳입니다.\n1번째 줄: /title: 틀림\n1번째 줄: 문서: 틀림");
}

TEST(Faults, AreKeptUpToAHundredAndTheRestCounted) {
    const DocumentError hundred = raised(so_many_faults(100));
    EXPECT_EQ(hundred.faults().size(), 100u);
    EXPECT_EQ(hundred.faults().back().place, "/tasks/99/title");
    const DocumentError more = raised(so_many_faults(101));
    EXPECT_EQ(more.faults().size(), 100u);
    EXPECT_EQ(more.what(), "101 faults:" + lines_of_first(10) + "\n... and 91 more");
    EXPECT_FALSE(so_many_faults(99).full());
    EXPECT_TRUE(so_many_faults(100).full());
}

TEST(Faults, MayBeFollowedByANote) {
    EXPECT_STREQ(raised(so_many_faults(1), Text::in_any_language("nothing was written")).what(),
                 "/tasks/0/title: wrong\nnothing was written");
    EXPECT_NO_THROW(DocumentFaults().raise(Text::in_any_language("nothing was written")));
    EXPECT_TRUE(DocumentFaults().empty());
}

TEST(Faults, OfAnErrorOfSeveralAreAllTaken) {
    DocumentFaults faults = so_many_faults(1);
    EXPECT_FALSE(faults.attempt([] { so_many_faults(3).raise(); }));
    EXPECT_TRUE(faults.attempt([] {}));
    EXPECT_EQ(raised(faults).faults().size(), 4u);
}

TEST(Faults, TouchTheirPlaceAndAllAboutIt) {
    const DocumentFaults faults = faults_at({"/tasks/1/due"});
    for (const char* place : {"", "/tasks", "/tasks/1", "/tasks/1/due", "/tasks/1/due/0"}) {
        EXPECT_TRUE(faults.touch(place)) << place;
    }
    for (const char* place : {"/tasks/10", "/tasks/1/du", "/tasks/1/title", "/task", "/units"}) {
        EXPECT_FALSE(faults.touch(place)) << place;
    }
    // Of those that were only counted no place is known.
    EXPECT_FALSE(so_many_faults(100).touch("/units"));
    EXPECT_TRUE(so_many_faults(101).touch("/units"));
}

TEST(Faults, HideTheIdsOfAListIfOneMayNotHaveBeenRead) {
    const auto hide = [](const std::string& place) {
        return faults_at({place}).hide_ids("/councils");
    };
    for (const char* place : {"", "/councils", "/councils/0", "/councils/12/id"}) {
        EXPECT_TRUE(hide(place)) << place;
    }
    for (const char* place : {"/councils/0/name", "/councils/0/meetings", "/councils/0/idle",
                              "/councils/0/meetings/id", "/councilsx/0", "/tasks/0/id"}) {
        EXPECT_FALSE(hide(place)) << place;
    }
    EXPECT_FALSE(so_many_faults(100).hide_ids("/councils"));
    EXPECT_TRUE(so_many_faults(101).hide_ids("/councils"));
}

TEST(Faults, ThatAreKnownByTheirPlaceAreNotToldAgain) {
    DocumentFaults faults = faults_at({"/tasks/0"});
    faults.add_others(raised(faults_at({"/tasks/0/due", "/tasks", "/tasks/1", "/tasks/1/due"})));
    std::vector<std::string> places;
    for (const DocumentFault& fault : raised(faults).faults()) places.push_back(fault.place);
    EXPECT_EQ(places, (std::vector<std::string>{"/tasks/0", "/tasks/1", "/tasks/1/due"}));
}

TEST(Faults, OfADocumentAreAllToldAtOnce) {
    ProgrammeParts parts = office_parts();
    parts.institution.seats[1].unit = "nowhere";
    parts.risk_areas[0].title = {};
    parts.quotas = {{.id = "q", .title = words("Q"), .begin = make_date(2026, 1, 1)}};
    std::vector<std::string> places;
    try {
        static_cast<void>(Programme(parts));
    } catch (const DocumentError& error) {
        for (const DocumentFault& fault : error.faults()) places.push_back(fault.place);
    }
    EXPECT_EQ(places, (std::vector<std::string>{"/risk_areas/0/title", "/institution/seats/1/unit",
                                                "/quotas/0/of"}));
}

}  // namespace refusal_test
}  // namespace probity
