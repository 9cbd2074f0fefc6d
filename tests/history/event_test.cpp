// What an event has to say, each fault in its place.
#include "probity/history/event.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "probity/history/history.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace event_test {

Event started() {
    return {.effective = make_date(2026, 3, 2),
            .actor = "team",
            .kind = EventKind::task_started,
            .subject = "T-1"};
}

/// The refusal of an event after a change of it; empty if it is taken.
template <class Change>
std::string refused(Change change) {
    Event event = started();
    change(event);
    History history;
    try {
        history.append(event);
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

TEST(EventOfAHistory, SaysWhoRecordedItInWords) {
    EXPECT_EQ(refused([](Event&) {}), "");
    EXPECT_EQ(refused([](Event& event) { event.actor = ""; }),
              "/actor: nobody is named; an event says who recorded it, by post or account");
    EXPECT_EQ(refused([](Event& event) { event.actor = "a\xff"; }),
              "/actor: byte 1 of the text is not UTF-8");
    EXPECT_EQ(refused([](Event& event) { event.actor = std::string(4001, 'a'); }),
              "/actor: a text of 4001 characters: at most 4000 are allowed");
    EXPECT_EQ(refused([](Event& event) { event.actor = std::string(4000, 'a'); }), "");
}

TEST(EventOfAHistory, HasAReasonInWordsOrNone) {
    EXPECT_EQ(refused([](Event& event) { event.reason = "merged"; }), "");
    EXPECT_EQ(refused([](Event& event) { event.reason = "\xff"; }),
              "/reason: byte 0 of the text is not UTF-8");
}

TEST(EventOfAHistory, IsOfASubjectWithAnId) {
    EXPECT_NE(refused([](Event& event) { event.subject = "no id"; }).find("/subject: "),
              std::string::npos);
    EXPECT_NE(refused([](Event& event) { event.subject = "council/no id"; }).find("/subject: "),
              std::string::npos);
    EXPECT_NE(refused([](Event& event) { event.subject = ""; }).find("/subject: "),
              std::string::npos);
}

TEST(EventOfAHistory, IsOfRulesThatAreKnown) {
    for (const int rules : {1, current_rules}) {
        EXPECT_EQ(refused([&](Event& event) { event.rules = rules; }), "");
    }
    for (const int rules : {0, current_rules + 1}) {
        EXPECT_EQ(refused([&](Event& event) { event.rules = rules; }),
                  "/rules: rules " + std::to_string(rules) + " are not known here: 1 to " +
                      std::to_string(current_rules) +
                      " are. A later version of probity writes later ones");
    }
}

TEST(EventOfAHistory, HasTheBodyOfItsKind) {
    EXPECT_EQ(refused([](Event& event) { event.body = Held(TaskWeighted{2}); }),
              "/body: it is not the body of an event task.started");
    EXPECT_EQ(refused([](Event& event) { event.kind = EventKind::task_weighted; }),
              "/body: it is not the body of an event task.weighted");
    EXPECT_EQ(refused([](Event& event) {
                  event.kind = EventKind::task_weighted;
                  event.body = Held(TaskWeighted{2});
              }),
              "");
}

TEST(EventOfAHistory, IsPrintedWithItsReason) {
    const auto printed = [](const std::string& reason) {
        Event event = started();
        event.reason = reason;
        std::ostringstream out;
        out << event;
        return out.str();
    };
    EXPECT_EQ(printed(""), "2026-03-02 task.started T-1 by team");
    EXPECT_EQ(printed("at last"), "2026-03-02 task.started T-1 by team (at last)");
}

TEST(EventKinds, AreReadByTheirNames) {
    EXPECT_EQ(parse_event_kind("task.started"), EventKind::task_started);
    const std::string refusal = probity_tests::message_of<ProbityError>(
        [] { static_cast<void>(parse_event_kind("task.begun")); });
    EXPECT_TRUE(refusal.starts_with("'task.begun' is no kind of event; there are ")) << refusal;
    EXPECT_NE(refusal.find(", task.started, "), std::string::npos) << refusal;
}

}  // namespace event_test
}  // namespace probity
