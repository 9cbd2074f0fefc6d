// The life of a meeting and of its items, cell by cell: a step leads to a state, or is refused with the
// state that there is and the one that was wanted.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace meeting_states_test {

using enum EventKind;

constexpr const char* subject = "council/2026-1";

/// What a step needs to be taken where the state allows it.
Event step(const Programme& programme, EventKind kind, int day, const std::string& reason = "why") {
    const EventBody body = kind == meeting_held
                               ? Held(MeetingHeld{.present = {"mayor", "tax-head"}})
                           : kind == meeting_minuted   ? proof()
                           : kind == meeting_postponed ? Held(MeetingMoved{make_date(2026, 3, 25)})
                                                       : EventBody();
    return record(programme, kind, subject, body, on(3, day, "team", reason));
}

/// The meeting of 18 March, with an open item, in a state.
Programme in_state(const std::string& state) {
    const Meeting planned{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)};
    Programme p =
        after(Programme(office_parts()), meeting_planned, subject, Held(planned), on(2, 2));
    p = after(p, item_added, subject,
              Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
              on(2, 2));
    if (state == "planned") return p;
    if (state == "cancelled") return p.apply(step(p, meeting_cancelled, 2));
    p = p.apply(step(p, meeting_noticed, 2));
    if (state == "noticed") return p;
    p = p.apply(step(p, meeting_held, 18));
    if (state == "held") return p;
    p = p.apply(step(p, meeting_minuted, 18));
    if (state == "minuted") return p;
    return p.apply(step(p, meeting_approved, 18));
}

const Meeting& meeting_of(const Programme& p) { return p.council("council").meetings.front(); }

/// The state to which a step leads; "planned -> held" if it is refused.
template <class Step>
std::string outcome(const Programme& p, Step take) {
    try {
        return std::string(to_string(meeting_of(p.apply(take())).state));
    } catch (const TransitionError& error) {
        return error.state() + " -> " + error.wanted();
    }
}

struct Row {
    EventKind kind;
    std::string to;
    std::vector<std::string> allowed;
};

const std::array<std::string, 6> states{"planned", "noticed",  "held",
                                        "minuted", "approved", "cancelled"};

const std::vector<Row>& rows() {
    static const std::vector<Row> table{
        {meeting_noticed, "noticed", {"planned"}},
        {meeting_postponed, "planned", {"planned", "noticed"}},
        {meeting_cancelled, "cancelled", {"planned", "noticed"}},
        // The charter asks for notice.
        {meeting_held, "held", {"noticed"}},
        {meeting_minuted, "minuted", {"held"}},
        {meeting_approved, "approved", {"minuted"}},
    };
    return table;
}

TEST(MeetingStates, TakeTheStepsOfTheTableAndNoOther) {
    for (const std::string& state : states) {
        const Programme p = in_state(state);
        ASSERT_EQ(to_string(meeting_of(p).state), state);
        for (const Row& row : rows()) {
            const bool before_its_day = state == "planned" || state == "cancelled";
            const int day = row.kind == meeting_held || !before_its_day ? 18 : 4;
            const bool taken =
                std::find(row.allowed.begin(), row.allowed.end(), state) != row.allowed.end();
            EXPECT_EQ(outcome(p, [&] { return step(p, row.kind, day); }),
                      taken ? row.to : state + " -> " + row.to)
                << state << " " << to_string(row.kind);
        }
    }
}

TEST(MeetingStates, AreLeftWithAReasonWhereAMeetingIsMovedOrCancelled) {
    for (const char* state : {"planned", "noticed"}) {
        const Programme p = in_state(state);
        for (const auto& [kind, to] : std::map<EventKind, std::string>{
                 {meeting_postponed, "planned"}, {meeting_cancelled, "cancelled"}}) {
            EXPECT_EQ(outcome(p, [&] { return step(p, kind, 4, ""); }),
                      std::string(state) + " -> " + to);
            EXPECT_EQ(outcome(p, [&] { return step(p, kind, 4, "why"); }), to);
        }
    }
}

TEST(MeetingStates, AskForNoticeInTimeADateAndOneFileOfMinutes) {
    const Programme p = in_state("planned");
    EXPECT_EQ(outcome(p, [&] { return step(p, meeting_noticed, 10); }), "noticed");
    EXPECT_EQ(outcome(p, [&] { return step(p, meeting_noticed, 11); }), "planned -> noticed");
    const Programme undated =
        after(p, meeting_postponed, subject, Held(MeetingMoved{}), on(3, 2, "team", "election"));
    EXPECT_EQ(outcome(undated, [&] { return step(undated, meeting_noticed, 4); }),
              "planned -> noticed");
    const Programme held = in_state("held");
    for (const std::size_t files : {0U, 2U}) {
        const EventBody minutes = Held(EvidenceGiven{std::vector<Evidence>(files, a_file())});
        EXPECT_EQ(
            outcome(held,
                    [&] { return record(held, meeting_minuted, subject, minutes, on(3, 20)); }),
            "held -> minuted");
    }
}

TEST(MeetingStates, OfALaterMeetingIsCancelledFirst) {
    const Programme one = in_state("planned");
    const Programme two =
        after(one, meeting_planned, "council/2026-2",
              Held(Meeting{.year = 2026, .ordinal = 2, .date = make_date(2026, 7, 15)}), on(2, 3));
    EXPECT_EQ(outcome(two, [&] { return step(two, meeting_cancelled, 4); }),
              "planned -> cancelled");
    const Programme again =
        after(two, meeting_cancelled, "council/2026-2", {}, on(3, 3, "team", "nothing to say"));
    EXPECT_EQ(outcome(again, [&] { return step(again, meeting_cancelled, 4); }), "cancelled");
}

TEST(MeetingStates, AreHeldOnTheirDate) {
    const Programme p = in_state("noticed");
    const auto held = [&](std::optional<Date> date, int day) {
        return outcome(p, [&] {
            return record(p, meeting_held, subject,
                          Held(MeetingHeld{.date = date, .present = {"mayor"}}), on(3, day));
        });
    };
    EXPECT_EQ(held(std::nullopt, 18), "held");
    EXPECT_EQ(held(make_date(2026, 3, 18), 18), "held");
    EXPECT_EQ(held(make_date(2026, 3, 19), 19), "noticed -> held");
    for (const int day : {17, 19}) {
        EXPECT_ERROR(held(std::nullopt, day), ProbityError);
        EXPECT_ERROR(held(make_date(2026, 3, 18), day), ProbityError);
    }
}

// An item is decided once, at the meeting and before its minutes.
TEST(MeetingStates, LetAnItemBeDecidedWhileTheMeetingIsHeld) {
    const ItemDecided adopted{
        .item = "1", .outcome = ItemOutcome::adopted, .in_favour = 1, .against = 0, .abstained = 1};
    const auto decided = [&](const Programme& p) {
        return outcome(p,
                       [&] { return record(p, item_decided, subject, Held(adopted), on(3, 18)); });
    };
    for (const std::string& state : states) {
        if (state == "held") continue;
        EXPECT_EQ(decided(in_state(state)), "open -> adopted") << state;
    }
    Programme p = in_state("held");
    p = after(p, item_decided, subject,
              Held(ItemDecided{.item = "1", .outcome = ItemOutcome::noted}), on(3, 18));
    EXPECT_EQ(decided(p), "noted -> adopted");
}

TEST(MeetingStates, KeepTheVotesThatWereCast) {
    const Programme p = after(in_state("held"), item_decided, subject,
                              Held(ItemDecided{.item = "1",
                                               .outcome = ItemOutcome::rejected,
                                               .in_favour = 0,
                                               .against = 1,
                                               .abstained = 1}),
                              on(3, 18));
    const AgendaItem& item = meeting_of(p).items.front();
    EXPECT_EQ(item.outcome, ItemOutcome::rejected);
    EXPECT_EQ(item.in_favour, 0);
    EXPECT_EQ(item.against, 1);
    EXPECT_EQ(item.abstained, 1);
}

TEST(MeetingStates, HaveAnOutcomeOfAnItemThatThereIs) {
    const Programme p = in_state("held");
    EXPECT_ERROR(record(p, item_decided, subject,
                        Held(ItemDecided{.item = "2", .outcome = ItemOutcome::noted}), on(3, 18)),
                 ProbityError);
    EXPECT_ERROR(record(p, item_decided, subject,
                        Held(ItemDecided{.item = "1", .outcome = ItemOutcome::open}), on(3, 18)),
                 ProbityError);
}

}  // namespace meeting_states_test
}  // namespace probity
