#include <gtest/gtest.h>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace meeting_life_test {

using enum EventKind;

EventBody meeting(int ordinal, std::optional<Date> date, MeetingKind kind = MeetingKind::regular) {
    return Held(Meeting{.year = 2026, .kind = kind, .ordinal = ordinal, .date = date});
}

Programme planned() {
    return after(Programme(office_parts()), meeting_planned, "council/2026-1",
                 meeting(1, make_date(2026, 3, 18)), on(2, 2));
}

Programme held_with(std::vector<std::string> present) {
    Programme p = after(planned(), meeting_noticed, "council/2026-1", {}, on(3, 4));
    p = after(p, item_added, "council/2026-1",
              Held(AgendaItem{.id = "1", .kind = ItemKind::decision, .title = words("Plan")}),
              on(3, 5));
    return after(p, meeting_held, "council/2026-1", Held(MeetingHeld{.present = present}),
                 on(3, 18));
}

const Meeting& first(const Programme& programme) {
    return programme.council("council").meetings.front();
}

std::string unmet(const Programme& programme, EventKind kind, EventBody body, const Act& act,
                  const char* subject = "council/2026-1") {
    try {
        static_cast<void>(record(programme, kind, subject, std::move(body), act));
    } catch (const TransitionError& error) {
        return error.unmet();
    }
    return "nothing";
}

TEST(MeetingLife, GoesFromPlannedToApproved) {
    Programme p = held_with({"mayor", "audit-head"});
    EXPECT_EQ(first(p).quorum, (Quorum{.eligible = 3, .present = 2, .required = 2}));
    EXPECT_EQ(first(p).quorum->met(), true);
    p = after(p, item_decided, "council/2026-1",
              Held(ItemDecided{.item = "1", .outcome = ItemOutcome::adopted, .in_favour = 2}),
              on(3, 18));
    p = after(p, meeting_minuted, "council/2026-1", proof(), on(3, 20));
    p = after(p, meeting_approved, "council/2026-1", {}, on(3, 25));
    EXPECT_EQ(first(p).state, MeetingState::approved);
    EXPECT_EQ(first(p).items[0].outcome, ItemOutcome::adopted);
    EXPECT_EQ(first(p).minutes, a_file());
}

TEST(MeetingLife, AsksForNoticeAsTheCharterSays) {
    EXPECT_EQ(unmet(planned(), meeting_noticed, {}, on(3, 11)),
              "notice is given 7 clear days before 2026-03-18, as the charter says: by 2026-03-10");
    EXPECT_EQ(unmet(planned(), meeting_held, Held(MeetingHeld{}), on(3, 18)),
              "notice of it was given, as the charter says");
}

TEST(MeetingLife, DecidesNothingWithoutAQuorum) {
    const Programme p = held_with({"mayor"});
    EXPECT_EQ(first(p).quorum->met(), false);
    const EventBody adopted =
        Held(ItemDecided{.item = "1", .outcome = ItemOutcome::adopted, .in_favour = 1});
    EXPECT_EQ(unmet(p, item_decided, adopted, on(3, 18)),
              "the quorum was met: 1 were present of 2 required");
    EXPECT_EQ(unmet(p, item_decided,
                    Held(ItemDecided{.item = "1", .outcome = ItemOutcome::deferred}), on(3, 18)),
              "nothing");
}

TEST(MeetingLife, CountsNoMoreVotesThanThosePresent) {
    const Programme p = held_with({"mayor", "audit-head"});
    EXPECT_EQ(
        unmet(p, item_decided,
              Held(ItemDecided{
                  .item = "1", .outcome = ItemOutcome::adopted, .in_favour = 2, .against = 1}),
              on(3, 18)),
        "the votes, 3, are no more than those present, 2");
    EXPECT_EQ(
        unmet(p, item_decided,
              Held(ItemDecided{
                  .item = "1", .outcome = ItemOutcome::adopted, .in_favour = 1, .against = 1}),
              on(3, 18)),
        "2 of the 2 present are in favour, as the charter says");
}

TEST(MeetingLife, KeepsTheDatesThatAMeetingHad) {
    const Programme p =
        after(planned(), meeting_postponed, "council/2026-1",
              Held(MeetingMoved{.date = make_date(2026, 3, 25)}), on(3, 10, "team", "election"));
    EXPECT_EQ(first(p).date, make_date(2026, 3, 25));
    ASSERT_EQ(first(p).earlier_dates.size(), 1u);
    EXPECT_EQ(first(p).earlier_dates[0].date, make_date(2026, 3, 18));
    EXPECT_EQ(unmet(planned(), meeting_postponed, Held(MeetingMoved{}), on(3, 10)),
              "a reason is given");
}

TEST(MeetingLife, TakesNoticeOnTheLastDayThatTheCharterLeaves) {
    const Programme p = after(planned(), meeting_noticed, "council/2026-1", {}, on(3, 10));
    EXPECT_EQ(first(p).state, MeetingState::noticed);
    EXPECT_EQ(first(p).noticed, make_date(2026, 3, 10));
}

TEST(MeetingLife, IsPlannedByItsDay) {
    const Programme p(office_parts());
    const auto on_the_day = meeting(1, make_date(2026, 3, 18));
    EXPECT_EQ(first(after(p, meeting_planned, "council/2026-1", on_the_day, on(3, 18))).date,
              make_date(2026, 3, 18));
    EXPECT_MESSAGE(record(p, meeting_planned, "council/2026-1", on_the_day, on(3, 19)),
                   ProbityError,
                   "event 1: meeting.planned of 'council/2026-1' on 2026-03-19: its date, "
                   "2026-03-18, had gone by; a meeting is planned by its day");
}

TEST(MeetingLife, IsPlannedWithoutWhatComesLater) {
    const auto refused = [](void (*say)(Meeting&)) {
        Meeting planned{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)};
        say(planned);
        EXPECT_MESSAGE(record(Programme(office_parts()), meeting_planned, "council/2026-1",
                              Held(planned), on(2, 2)),
                       ProbityError,
                       "event 1: meeting.planned of 'council/2026-1' on 2026-02-02: what comes "
                       "later (notice, presence, minutes) has events of its own");
    };
    refused([](Meeting& m) { m.state = MeetingState::held; });
    refused([](Meeting& m) { m.noticed = make_date(2026, 2, 2); });
    refused([](Meeting& m) { m.present = {"mayor"}; });
    refused([](Meeting& m) { m.quorum = Quorum{.eligible = 3}; });
    refused([](Meeting& m) { m.minutes = a_file(); });
    refused([](Meeting& m) { m.earlier_dates = {{make_date(2026, 3, 11), {}}}; });
    refused([](Meeting& m) { m.earliest = make_date(2026, 3, 1); });
    refused([](Meeting& m) { m.before = make_date(2026, 4, 1); });
}

TEST(MeetingLife, TakesAnItemWithoutItsOutcome) {
    const auto refused = [](void (*say)(AgendaItem&)) {
        AgendaItem item{.id = "1", .kind = ItemKind::decision, .title = words("Plan")};
        say(item);
        EXPECT_MESSAGE(record(planned(), item_added, "council/2026-1", Held(item), on(3, 5)),
                       ProbityError,
                       "event 2: item.added of 'council/2026-1' on 2026-03-05: an item is added "
                       "open; its outcome has an event of its own");
    };
    refused([](AgendaItem& item) { item.outcome = ItemOutcome::noted; });
    refused([](AgendaItem& item) { item.in_favour = 1; });
    refused([](AgendaItem& item) { item.against = 0; });
    refused([](AgendaItem& item) { item.abstained = 0; });
}

Programme planned_with_hours() {
    return after(Programme(office_parts()), meeting_planned, "council/2026-1",
                 Held(Meeting{.year = 2026,
                              .ordinal = 1,
                              .date = make_date(2026, 3, 18),
                              .begins = TimeOfDay(14, 0),
                              .ends = TimeOfDay(16, 0),
                              .place = words("Room 3")}),
                 on(2, 2));
}

Programme moved(const Programme& p, const MeetingMoved& to, int day = 10) {
    return after(p, meeting_postponed, "council/2026-1", Held(to), on(3, day, "team", "election"));
}

TEST(Postponement, KeepsHoursPlaceAndItems) {
    const Programme p = after(planned_with_hours(), item_added, "council/2026-1",
                              Held(AgendaItem{.id = "1", .title = words("Plan")}), on(2, 3));
    const Programme later = moved(p, {.date = make_date(2026, 3, 25)});
    EXPECT_EQ(first(later).begins, TimeOfDay(14, 0));
    EXPECT_EQ(first(later).ends, TimeOfDay(16, 0));
    EXPECT_EQ(first(later).place, words("Room 3"));
    EXPECT_EQ(first(later).items.size(), 1u);
}

TEST(Postponement, ToNoDateYetKeepsTheHoursForTheNext) {
    const Programme open = moved(planned_with_hours(), {});
    EXPECT_EQ(first(open).date, std::nullopt);
    EXPECT_EQ(first(open).begins, TimeOfDay(14, 0));
    const Programme later = moved(open, {.date = make_date(2026, 4, 1)}, 11);
    EXPECT_EQ(first(later).begins, TimeOfDay(14, 0));
    EXPECT_EQ(first(later).ends, TimeOfDay(16, 0));
    ProgrammeParts parts = open.parts();
    EXPECT_NO_THROW(static_cast<void>(Programme(parts)));
}

TEST(Postponement, TakesOtherHoursWhereTheyAreGiven) {
    const Programme p = planned_with_hours();
    const Programme begun = moved(p, {.date = make_date(2026, 3, 25), .begins = TimeOfDay(10, 0)});
    EXPECT_EQ(first(begun).begins, TimeOfDay(10, 0));
    EXPECT_EQ(first(begun).ends, std::nullopt);  // nobody said until when
    const Programme longer = moved(p, {.date = make_date(2026, 3, 25), .ends = TimeOfDay(18, 0)});
    EXPECT_EQ(first(longer).begins, TimeOfDay(14, 0));
    EXPECT_EQ(first(longer).ends, TimeOfDay(18, 0));
    EXPECT_MESSAGE(
        moved(p, {.date = make_date(2026, 3, 25), .ends = TimeOfDay(14, 0)}), ProbityError,
        "event 2: meeting.postponed of 'council/2026-1' on 2026-03-10: its end, 14:00, is "
        "not after its begin, 14:00");
    EXPECT_MESSAGE(moved(p, {.ends = TimeOfDay(18, 0)}), ProbityError,
                   "event 2: meeting.postponed of 'council/2026-1' on 2026-03-10: a time needs a "
                   "date");
}

TEST(Postponement, GoesToTheDayOnWhichItIsSaidAndNotBefore) {
    EXPECT_EQ(first(moved(planned(), {.date = make_date(2026, 3, 10)})).date,
              make_date(2026, 3, 10));
    EXPECT_MESSAGE(moved(planned(), {.date = make_date(2026, 3, 9)}), ProbityError,
                   "event 2: meeting.postponed of 'council/2026-1' on 2026-03-10: the new date, "
                   "2026-03-09, has gone by");
}

TEST(Postponement, AsksForNoticeAnew) {
    Programme p = after(planned(), meeting_noticed, "council/2026-1", {}, on(3, 4));
    p = moved(p, {.date = make_date(2026, 3, 25)});
    EXPECT_EQ(first(p).state, MeetingState::planned);
    EXPECT_EQ(first(p).noticed, std::nullopt);
    EXPECT_EQ(unmet(p, meeting_held, Held(MeetingHeld{.present = {"mayor"}}), on(3, 25)),
              "notice of it was given, as the charter says");
    p = after(p, meeting_noticed, "council/2026-1", {}, on(3, 17));
    EXPECT_EQ(first(p).noticed, make_date(2026, 3, 17));
}

TEST(MeetingLife, HasHoursInOrder) {
    const auto with_hours = [](std::optional<TimeOfDay> begins, TimeOfDay ends) {
        return record(Programme(office_parts()), meeting_planned, "council/2026-1",
                      Held(Meeting{.year = 2026,
                                   .ordinal = 1,
                                   .date = make_date(2026, 3, 18),
                                   .begins = begins,
                                   .ends = ends}),
                      on(2, 2));
    };
    EXPECT_MESSAGE(with_hours(TimeOfDay(14, 0), TimeOfDay(14, 0)), ProbityError,
                   "event 1: meeting.planned of 'council/2026-1' on 2026-02-02: its end, 14:00, is "
                   "not after its begin, 14:00");
    EXPECT_MESSAGE(with_hours(std::nullopt, TimeOfDay(14, 0)), ProbityError,
                   "event 1: meeting.planned of 'council/2026-1' on 2026-02-02: an end needs the "
                   "time at which it begins");
}

TEST(MeetingLife, TakesItemsUntilItIsMinuted) {
    const EventBody item = Held(AgendaItem{.id = "2", .title = words("Late")});
    Programme p = held_with({"mayor", "audit-head"});
    EXPECT_EQ(first(after(p, item_added, "council/2026-1", item, on(3, 18))).items.size(), 2u);
    p = after(p, meeting_minuted, "council/2026-1", proof(), on(3, 20));
    for (const bool approved : {false, true}) {
        if (approved) p = after(p, meeting_approved, "council/2026-1", {}, on(3, 20));
        EXPECT_MESSAGE(record(p, item_added, "council/2026-1", item, on(3, 20)), ProbityError,
                       "event " + std::to_string(p.history().size() + 1) +
                           ": item.added of 'council/2026-1' on 2026-03-20: the minutes of the "
                           "meeting are written; it takes no more items");
    }
    const Programme cancelled =
        after(planned(), meeting_cancelled, "council/2026-1", {}, on(2, 4, "team", "election"));
    EXPECT_MESSAGE(
        record(cancelled, item_added, "council/2026-1", item, on(3, 1)), ProbityError,
        "event 3: item.added of 'council/2026-1' on 2026-03-01: the meeting is cancelled");
}

TEST(MeetingLife, AdoptsNoReportAndDecidesNothingAfterTheMinutes) {
    Programme p = after(held_with({"mayor", "audit-head"}), item_added, "council/2026-1",
                        Held(AgendaItem{.id = "2", .title = words("News")}), on(3, 18));
    for (const ItemOutcome outcome :
         {ItemOutcome::adopted, ItemOutcome::amended, ItemOutcome::rejected}) {
        EXPECT_EQ(
            unmet(p, item_decided, Held(ItemDecided{.item = "2", .outcome = outcome}), on(3, 18)),
            "it is a matter of deliberation or decision");
    }
    const EventBody noted = Held(ItemDecided{.item = "2", .outcome = ItemOutcome::noted});
    EXPECT_EQ(unmet(p, item_decided, noted, on(3, 18)), "nothing");
    EXPECT_EQ(unmet(after(p, item_decided, "council/2026-1", noted, on(3, 18)), item_decided, noted,
                    on(3, 18)),
              "it is open; a wrong outcome is corrected");
    p = after(p, meeting_minuted, "council/2026-1", proof(), on(3, 20));
    EXPECT_EQ(unmet(p, item_decided, noted, on(3, 20)),
              "the meeting was held and is not minuted yet");
}

TEST(MeetingLife, KeepsOrdinalsWithoutAGap) {
    EXPECT_THROW(static_cast<void>(record(planned(), meeting_planned, "council/2026-3",
                                          meeting(3, make_date(2026, 9, 9)), on(2, 3))),
                 ProbityError);
    const Programme two = after(planned(), meeting_planned, "council/2026-2",
                                meeting(2, make_date(2026, 7, 15)), on(2, 3));
    EXPECT_NE(unmet(two, meeting_cancelled, {}, on(2, 4, "team", "election")), "nothing");
    const Programme one =
        after(two, meeting_cancelled, "council/2026-2", {}, on(2, 4, "team", "election"));
    const Programme again =
        after(one, meeting_planned, "council/2026-2", meeting(2, make_date(2026, 8, 12)), on(2, 5));
    EXPECT_EQ(again.council("council").meeting(2026, MeetingKind::regular, 2)->date,
              make_date(2026, 8, 12));
    EXPECT_EQ(again.council("council").meetings.size(), 2u);
}

TEST(MeetingLife, CanHaveBeenHeldOnAnUnknownDate) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].charters.clear();
    Programme p = after(Programme(parts), meeting_planned, "council/2026-1",
                        meeting(1, std::nullopt), on(6, 1));
    p = after(p, meeting_held, "council/2026-1",
              Held(MeetingHeld{.earliest = make_date(2026, 6, 1)}), on(7, 24));
    EXPECT_EQ(first(p).state, MeetingState::held);
    EXPECT_FALSE(first(p).date);
    EXPECT_EQ(first(p).earliest, make_date(2026, 6, 1));
    EXPECT_EQ(first(p).before, make_date(2026, 7, 25));
}

TEST(MeetingLife, RefusesAWrittenResolutionThatTheCharterDoesNotAllow) {
    EXPECT_THROW(static_cast<void>(record(planned(), meeting_planned, "council/2026-w1",
                                          meeting(1, make_date(2026, 4, 1), MeetingKind::written),
                                          on(3, 1))),
                 ProbityError);
}

}  // namespace meeting_life_test
}  // namespace probity
