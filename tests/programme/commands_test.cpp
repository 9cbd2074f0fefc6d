#include "probity/programme/commands.hpp"

#include <gtest/gtest.h>

#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"
#include "tests/programme/made_event.hpp"

namespace probity {
namespace commands_test {

TEST(NewProgramme, HasANameAndAFirstEvent) {
    const Programme p = new_programme("mapo", {"마포구", "Mapo-gu"}, on(1, 5, "audit-office"));
    EXPECT_EQ(p.institution().name, (Text{"마포구", "Mapo-gu"}));
    ASSERT_EQ(p.history().size(), 1U);
    EXPECT_EQ(p.history()[0].kind, EventKind::programme_founded);
    EXPECT_EQ(p.history()[0].effective, make_date(2026, 1, 5));
    EXPECT_EQ(p.history()[0].actor, "audit-office");
}

TEST(NewProgramme, HasAnIdThatIsOne) {
    EXPECT_MESSAGE(new_programme("ma po", words("Mapo"), on(1, 5)), DocumentError,
                   "/id: 'ma po' is no id: an id is 1 to 64 letters, digits and - _ . and "
                   "begins with a letter or digit; letters are written composed, as Unicode's "
                   "form NFC has them");
}

TEST(Add, IsUnderTheIdOfTheRecord) {
    const Event event = add(office(), RiskArea{.id = "permits", .title = words("P")}, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::area_named);
    EXPECT_EQ(event.subject, "permits");
    EXPECT_EQ(body_as<RiskArea>(event).title, words("P"));
}

TEST(Add, OfAUnitNeedsNoBandIfNoUnitIsInOne) {
    const Unit park{.id = "park", .title = words("Park")};
    ProgrammeParts parts = office_parts();
    parts.banding.reset();
    const Programme without_bands(parts);
    const Event event = add(without_bands, park, on(3, 2));
    EXPECT_EQ(event.kind, EventKind::unit_added);
    EXPECT_EQ(event.subject, "park");
    EXPECT_EQ(body_as<UnitAdded>(event), (UnitAdded{park, ""}));
    EXPECT_EQ(without_bands.apply(event).institution().units.back().title, words("Park"));
    parts.banding = Banding{.title = words("Bands"), .bands = {{.id = "B-01"}, {.id = "B-02"}}};
    EXPECT_NO_THROW(static_cast<void>(add(Programme(parts), park, on(3, 2))));
}

TEST(Annul, IsOfWhatTheEventWasOf) {
    const Programme p = office();
    // The last event adopted T-2.
    const int number = static_cast<int>(p.history().size());
    const Event event = annul(p, number, on(3, 2, "team", "never happened"));
    EXPECT_EQ(event.kind, EventKind::event_annulled);
    EXPECT_EQ(event.subject, "T-2");
    EXPECT_EQ(event.corrects, number);
    EXPECT_TRUE(says_no_more(event));
    EXPECT_EQ(event.reason, "never happened");
    const Programme later = p.apply(event);
    EXPECT_EQ(later.task("T-2").state, TaskState::proposed);
    // Annulled in turn, the event stands again.
    EXPECT_EQ(later.apply(annul(later, number + 1, on(3, 3))).task("T-2").state,
              TaskState::adopted);
}

TEST(Annul, IsOfAnEventThatThereIs) {
    EXPECT_MESSAGE(annul(office(), -1, on(3, 2)), ProbityError,
                   "event 5 corrects event -1, which is not before it; 1 to 4 is allowed");
    EXPECT_MESSAGE(annul(office(), 0, on(3, 2)), DocumentError,
                   "/corrects: event.annulled names no event; it says which one never happened");
    EXPECT_MESSAGE(annul(office(), 5, on(3, 2)), ProbityError,
                   "event 5 corrects event 5, which is not before it; 1 to 4 is allowed");
}

TEST(Annul, IsOfNoOtherEventThanItsActCorrects) {
    Act act = on(3, 2);
    act.corrects = 3;
    EXPECT_MESSAGE(annul(office(), 4, act), ProbityError,
                   "event 4 is to be annulled, and the act corrects 3; an annulment corrects what "
                   "it annuls");
    act.corrects = 4;
    EXPECT_EQ(annul(office(), 4, act).corrects, 4);
}

TEST(Annul, LeavesWhatFollowedLegal) {
    const Programme p = office().apply(start(office(), "T-1", on(2, 3)));
    // Event 2 adopted T-1, which was started since.
    EXPECT_MESSAGE(annul(p, 2, on(3, 2)), TransitionError,
                   "event 5: 'T-1' is proposed on 2026-02-03 and cannot become in_progress: "
                   "needed is that it is adopted");
}

TEST(End, ClosesUnitsAndSeatsAndLetsOfficialsGo) {
    ProgrammeParts parts = office_parts();
    parts.banding.reset();
    parts.councils.clear();
    parts.officials = {{.id = "o-1"}};
    const Programme p(parts);
    const Act act = on(3, 2, "team", "reorganised");
    const auto is_of = [](const Event& event, EventKind kind, const char* subject) {
        EXPECT_EQ(event.kind, kind);
        EXPECT_EQ(event.subject, subject);
        EXPECT_TRUE(says_no_more(event));
    };
    is_of(end<Seat>(p, "mayor", act), EventKind::seat_closed, "mayor");
    is_of(end<Official>(p, "o-1", act), EventKind::official_left, "o-1");
    const Programme moved = p.apply(change(p, "tax-head", Seat{}, {"unit"}, on(3, 1)));
    is_of(end<Unit>(moved, "tax", act), EventKind::unit_closed, "tax");
}

}  // namespace commands_test
}  // namespace probity
