#include "probity/history/history.hpp"

#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/view.hpp"
#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace history_test {

using enum EventKind;

Programme worked_office() {
    Programme p = office();
    p = after(p, task_started, "T-1", {}, on(3, 2));
    p = after(p, task_submitted, "T-1", proof(), on(6, 1, "tax-head"));
    return after(p, task_verified, "T-1", {}, on(6, 10, "audit-head"));
}

TEST(AsOf, GivesTheProgrammeAsItWasTrueOnADay) {
    const Programme p = worked_office();
    const auto state = [&](int month, int day) {
        return p.as_of(make_date(2026, month, day)).task("T-1").state;
    };
    EXPECT_EQ(state(1, 5), TaskState::proposed);
    EXPECT_EQ(state(3, 1), TaskState::adopted);
    EXPECT_EQ(state(3, 2), TaskState::in_progress);
    EXPECT_EQ(state(6, 9), TaskState::submitted);
    EXPECT_EQ(state(12, 31), TaskState::verified);
    EXPECT_THROW(static_cast<void>(p.as_of(make_date(2026, 1, 4)).task("T-1")), ProbityError);
}

TEST(AsOf, GivesTheProgrammeAsItWasKnownAtAnInstant) {
    using namespace std::chrono;
    Programme p(office().founding(), office().history().stamped(sys_days(year(2026) / 2 / 2)));
    Act backdated = on(2, 9);
    backdated.recorded = sys_days(year(2026) / 4 / 1);
    p = after(p, task_started, "T-1", {}, backdated);
    const auto asked = make_date(2026, 3, 1);
    EXPECT_EQ(p.as_of(asked).task("T-1").state, TaskState::in_progress);
    EXPECT_EQ(p.as_of(asked, sys_days(year(2026) / 3 / 1)).task("T-1").state, TaskState::adopted);
    EXPECT_THROW(static_cast<void>(p.as_of(asked, sys_days(year(2025) / 3 / 1))), ProbityError);
}

// The sanitizers would see records that went with their programme.
TEST(AsOf, GivesRecordsThatOutliveIt) {
    const Programme p = worked_office();
    std::vector<std::string> ids;
    for (const Task& task : p.as_of(make_date(2026, 3, 2)).tasks()) ids.push_back(task.id);
    EXPECT_EQ(ids.front(), "T-1");
    EXPECT_EQ(ids.size(), p.tasks().size());
    const Task& task = p.as_of(make_date(2026, 3, 2)).task("T-1");
    EXPECT_EQ(task.state, TaskState::in_progress);
}

/// The ids of what a founding document had of a day.
template <class Records>
std::size_t number_on(const ProgrammeParts& parts, int year, int month, int day, Records records) {
    const Programme then = Programme(parts).as_of(make_date(year, month, day));
    return records(then.parts());
}

TEST(FoundingDocument, HasACouncilFromTheFirstDayOnWhichItCanHaveBeenSetUp) {
    ProgrammeParts parts = office_parts();
    const auto councils = [](const ProgrammeParts& then) { return then.councils.size(); };
    for (const char* established : {"2025", "2025-01", "2025-01-01"}) {
        parts.councils[0].established = PartialDate::parse(established);
        EXPECT_EQ(number_on(parts, 2024, 12, 31, councils), 0u) << established;
        EXPECT_EQ(number_on(parts, 2025, 1, 1, councils), 1u) << established;
        EXPECT_EQ(number_on(parts, 2025, 6, 1, councils), 1u) << established;
    }
}

TEST(FoundingDocument, HasAMeetingFromItsDayOrTheFirstThatItCanBe) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].meetings = {
        {.year = 2026,
         .ordinal = 1,
         .state = MeetingState::held,
         .earliest = make_date(2026, 2, 1),
         .before = make_date(2026, 3, 1)},
        {.year = 2026, .ordinal = 2, .state = MeetingState::held, .date = make_date(2026, 5, 1)}};
    const auto meetings = [](const ProgrammeParts& then) {
        return then.councils[0].meetings.size();
    };
    EXPECT_EQ(number_on(parts, 2026, 1, 31, meetings), 0u);
    EXPECT_EQ(number_on(parts, 2026, 2, 1, meetings), 1u);
    EXPECT_EQ(number_on(parts, 2026, 4, 30, meetings), 1u);
    EXPECT_EQ(number_on(parts, 2026, 5, 1, meetings), 2u);
}

TEST(FoundingDocument, HasWhatIsDatedFromItsDay) {
    ProgrammeParts parts = office_parts();
    const Date day = make_date(2026, 5, 1);
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {{.id = "0412"}};
    parts.attendances = {{.official = "0412", .duty = "education", .date = day}};
    parts.banding->inaugurated = day;
    parts.tasks = {{.id = "T-1", .proposed = day}};
    parts.assessments = {{.year = 2025, .grade = 2, .published = day}};
    const auto found = [](const ProgrammeParts& then) {
        return then.attendances.size() + then.tasks.size() + then.assessments.size() +
               (then.banding ? 1 : 0);
    };
    EXPECT_EQ(number_on(parts, 2026, 4, 30, found), 0u);
    EXPECT_EQ(number_on(parts, 2026, 5, 1, found), 4u);
    const auto minutes_missing = [&](int month, int date) {
        return View(Programme(parts), make_date(2026, month, date), WorkCalendar::korea())
            .duty("education")
            .lacking[0]
            .missing_minutes;
    };
    EXPECT_EQ(minutes_missing(4, 30), 120);
    EXPECT_EQ(minutes_missing(5, 1), 60);
}

TEST(FoundingDocument, CountsInAPortfolioFromTheDayOfItsProposal) {
    ProgrammeParts parts = office_parts();
    parts.tasks = {{.id = "T-1", .proposed = make_date(2026, 5, 1)}};
    const auto tasks = [&](int month, int day) {
        const Programme then = Programme(parts).as_of(make_date(2026, month, day));
        const Portfolio portfolio({then});
        const Date later = make_date(2026, 12, 1);
        return portfolio.progress(later, std::nullopt, PortfolioGroup::all).front().total;
    };
    EXPECT_EQ(tasks(4, 30), 0);
    EXPECT_EQ(tasks(5, 1), 1);
}

TEST(AsOf, DoesNotChange) {
    const Programme past = worked_office().as_of(make_date(2026, 3, 2));
    EXPECT_THROW(
        static_cast<void>(record(past, task_put_on_hold, "T-1", {}, on(3, 3, "team", "why"))),
        ProbityError);
    EXPECT_THROW(static_cast<void>(write_programme(past)), ProbityError);
}

TEST(Backdated, IsTakenOnlyWhereAllThatFollowedStaysLegal) {
    const Programme p = worked_office();
    EXPECT_THROW(static_cast<void>(record(p, task_withdrawn, "T-1", {}, on(3, 5, "team", "x"))),
                 TransitionError);
    EXPECT_THROW(static_cast<void>(record(p, task_started, "T-2", {}, on(1, 20))), TransitionError);
    EXPECT_EQ(after(p, task_started, "T-2", {}, on(2, 9)).task("T-2").state,
              TaskState::in_progress);
}

TEST(Correction, StandsWhereTheEventStoodThatItReplaces) {
    const Programme p = worked_office();
    Act act = on(3, 9);
    act.corrects = 5;  // T-1 started on 2 March
    const Programme corrected = after(p, task_started, "T-1", {}, act);
    EXPECT_EQ(corrected.history().size(), p.history().size() + 1);
    EXPECT_EQ(corrected.as_of(make_date(2026, 3, 8)).task("T-1").state, TaskState::adopted);
    EXPECT_EQ(corrected.as_of(make_date(2026, 3, 9)).task("T-1").state, TaskState::in_progress);
    EXPECT_EQ(corrected.task("T-1").state, TaskState::verified);
    act.reason = "again";
    EXPECT_THROW(static_cast<void>(record(corrected, task_started, "T-1", {}, act)), ProbityError);
}

TEST(Annulment, TakesAnEventOut) {
    const Programme p = worked_office();
    Act act = on(6, 12, "team", "entered for the wrong task");
    act.corrects = 7;  // the verification
    const Programme annulled = after(p, event_annulled, "T-1", {}, act);
    EXPECT_EQ(annulled.task("T-1").state, TaskState::submitted);
    act.corrects = 5;  // what followed the start would not be legal without it
    EXPECT_THROW(static_cast<void>(record(p, event_annulled, "T-1", {}, act)), TransitionError);
}

TEST(History, RefusesWhatIsNoEvent) {
    History history;
    const Event event{.effective = make_date(2026, 1, 1), .actor = "team", .subject = "T-1"};
    Event bad = event;
    bad.actor = "";
    EXPECT_THROW(history.append(bad), ProbityError);
    EXPECT_THROW(history.append(event), ProbityError);  // a proposal without its task
    bad = event;
    bad.kind = task_adopted;
    bad.subject = "no id";
    EXPECT_THROW(history.append(bad), ProbityError);
    bad.subject = "T-1";
    bad.corrects = 1;
    EXPECT_THROW(history.append(bad), ProbityError);
    EXPECT_TRUE(history.empty());
}

TEST(AsOf, GivesTheFoundingDocumentAtTheVerySecondOfItsRecording) {
    const Programme p = worked_office();
    const auto founded = *p.founding().recorded;
    EXPECT_EQ(p.as_of(std::nullopt, founded).parts().recorded, founded);
    EXPECT_ERROR(p.as_of(std::nullopt, founded - std::chrono::seconds(1)), ProbityError);
}

// What lies between two stamps was recorded by the second of them.
TEST(History, StampsEventsNotAfterTheStampThatFollows) {
    using namespace std::chrono;
    const sys_seconds first = sys_days(year(2026) / 2 / 2);
    const sys_seconds third = sys_days(year(2026) / 3 / 2);
    const sys_seconds now = sys_days(year(2026) / 9 / 1);
    History history;
    Event event{.effective = make_date(2026, 1, 1),
                .actor = "team",
                .kind = task_adopted,
                .subject = "T-1"};
    for (const std::optional<sys_seconds>& stamp :
         {std::optional(first), std::optional<sys_seconds>(), std::optional(third),
          std::optional<sys_seconds>()}) {
        event.recorded = stamp;
        history.append(event);
    }
    const History stamped = history.stamped(now);
    EXPECT_EQ(stamped[0].recorded, first);
    EXPECT_EQ(stamped[1].recorded, third);
    EXPECT_EQ(stamped[2].recorded, third);
    EXPECT_EQ(stamped[3].recorded, now);
    EXPECT_EQ(stamped.known_at(third - seconds(1)), 1u);
}

TEST(History, IsAnotherWhereAnEventSaysAnotherReason) {
    const auto because = [](const char* reason) {
        return after(office(), task_withdrawn, "T-1", {}, on(3, 2, "team", reason)).history();
    };
    EXPECT_EQ(because("merged"), because("merged"));
    EXPECT_NE(because("merged"), because("not needed"));
}

TEST(History, NeverGoesBackToOlderRules) {
    History history;
    Event event{.effective = make_date(2026, 1, 1),
                .actor = "team",
                .kind = task_adopted,
                .subject = "T-1",
                .rules = 1};
    history.append(event);
    event.rules = 2;
    history.append(event);
    event.rules = 1;
    EXPECT_MESSAGE(history.append(event), ProbityError,
                   "event 3 is recorded under rules 1, and the one before it under rules 2; the "
                   "rules of a history never go back");
}

TEST(Bands, StayAPartition) {
    const Programme p = office();
    const Unit park{.id = "park", .title = words("Park")};
    EXPECT_THROW(
        static_cast<void>(record(p, unit_added, "park", Held(UnitAdded{park, ""}), on(3, 2))),
        ProbityError);
    const Programme joined = after(p, unit_added, "park", Held(UnitAdded{park, "B-01"}), on(3, 2));
    EXPECT_EQ(joined.bands()[0].units, (std::vector<std::string>{"audit", "park"}));
    EXPECT_THROW(
        static_cast<void>(record(joined, unit_closed, "tax", {}, on(4, 1, "team", "merged"))),
        ProbityError);
    EXPECT_THROW(static_cast<void>(record(joined, bands_parted, "bands",
                                          Held(BandsParted{{{.id = "B-01", .units = {"audit"}},
                                                            {.id = "B-02", .units = {"tax"}}}}),
                                          on(4, 1))),
                 ProbityError);
}

EventBody bands(std::vector<Band> parted) { return Held(BandsParted{std::move(parted)}); }

TEST(Bands, ArePartedWithoutLosingTheBandOfATask) {
    const EventBody other =
        bands({{.id = "B-01", .units = {"audit"}}, {.id = "B-09", .units = {"tax"}}});
    EXPECT_MESSAGE(record(office(), bands_parted, "bands", other, on(4, 1)), ProbityError,
                   "event 5: bands.parted of 'bands' on 2026-04-01: the task 'T-1' is in the band "
                   "'B-02', which would be no more; it is assigned to another first");
    Programme p = office();
    for (const char* id : {"T-1", "T-2"}) {
        p = after(p, task_assigned, id, Held(TaskAssigned{"audit", "B-01"}), on(3, 31));
    }
    EXPECT_EQ(after(p, bands_parted, "bands", other, on(4, 1)).bands()[1].id, "B-09");
    // Nor that of a task that is over.
    const Programme over =
        after(office(), task_withdrawn, "T-1", {}, on(3, 1, "team", "not needed"));
    Programme one =
        after(over, task_assigned, "T-2", Held(TaskAssigned{"audit", "B-01"}), on(3, 31));
    EXPECT_ERROR(record(one, bands_parted, "bands", other, on(4, 1)), ProbityError);
}

TEST(Bands, AreAsManyAsWereDeclaredLast) {
    Programme p = office();
    for (const int count : {3, 1}) {
        p = after(p, count_declared, "bands", Held(DeclaredCount{CountedKind::bands, count, 2026}),
                  on(3, 2));
    }
    const EventBody one = bands({{.id = "B-02", .units = {"audit", "tax"}}});
    EXPECT_MESSAGE(
        record(p, bands_parted, "bands",
               bands({{.id = "B-01", .units = {"audit"}}, {.id = "B-02", .units = {"tax"}}}),
               on(4, 1)),
        ProbityError,
        "event 7: bands.parted of 'bands' on 2026-04-01: 2 bands, and 1 were declared; "
        "another number is declared first (count.declared)");
    EXPECT_EQ(after(p, bands_parted, "bands", one, on(4, 1)).bands().size(), 1u);
    // A count of a year to come says nothing of this one.
    p = after(p, count_declared, "bands", Held(DeclaredCount{CountedKind::bands, 2, 2027}),
              on(3, 3));
    EXPECT_EQ(after(p, bands_parted, "bands", one, on(4, 1)).bands().size(), 1u);
}

TEST(Attended, IsWhoServedThatDay) {
    ProgrammeParts parts = office_parts();
    parts.duties = {{.id = "education", .title = words("Education")}};
    parts.officials = {
        {.id = "0412", .begin = make_date(2026, 2, 1), .end = make_date(2026, 5, 1)}};
    const Programme p(parts);
    const auto attended = [&](int month, int day) {
        return record(
            p, education_attended, "0412",
            Held(Attendance{
                .official = "0412", .duty = "education", .date = make_date(2026, month, day)}),
            on(6, 1));
    };
    EXPECT_NO_THROW(static_cast<void>(attended(2, 1)));
    EXPECT_NO_THROW(static_cast<void>(attended(4, 30)));
    const auto refused = [&](int month, int day, const std::string& date) {
        EXPECT_MESSAGE(attended(month, day), ProbityError,
                       "event 1: education.attended of '0412' on 2026-06-01: the official did not "
                       "serve on " +
                           date);
    };
    refused(1, 31, "2026-01-31");
    refused(5, 1, "2026-05-01");
}

TEST(AsOf, ALaterDayOfWhatStoodEarlierKnowsNoMore) {
    const Programme then = worked_office().as_of(make_date(2026, 3, 2));
    const Programme asked = then.as_of(make_date(2026, 6, 10));
    EXPECT_EQ(asked.stands_on(), make_date(2026, 3, 2));
    EXPECT_EQ(asked.task("T-1").state, TaskState::in_progress);
    EXPECT_EQ(then.as_of(make_date(2026, 2, 2)).task("T-1").state, TaskState::adopted);
}

TEST(AsOf, IsStampedWithItsProgramme) {
    const auto saved = std::chrono::sys_days(std::chrono::year(2026) / 9 / 1);
    const Programme then = worked_office().as_of(make_date(2026, 3, 2)).stamped(saved);
    EXPECT_EQ(then.parts().recorded, saved);
    EXPECT_EQ(then.stands_on(), make_date(2026, 3, 2));
}

TEST(Members, JoinAgainFromTheDayOnWhichTheyLeave) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].memberships[2].end = make_date(2026, 12, 1);
    const Programme p(parts);
    const auto joined = [&](int month, int day) {
        return p.apply(record(p, member_joined, "council", Held(Membership{.seat = "tax-head"}),
                              on(month, day)));
    };
    EXPECT_MESSAGE(joined(11, 30), ProbityError,
                   "event 1: council.member_joined of 'council' on 2026-11-30: the seat 'tax-head' "
                   "is a member already");
    EXPECT_EQ(joined(12, 1).council("council").memberships[3].begin, make_date(2026, 12, 1));
}

TEST(Charters, FollowEachOther) {
    const Programme p(office_parts());
    const auto adopted = [&](int month, int day) {
        return record(p, charter_adopted, "council",
                      Held(Charter{.begin = make_date(2026, month, day)}), on(month, day));
    };
    EXPECT_MESSAGE(adopted(1, 1), ProbityError,
                   "event 1: council.charter_adopted of 'council' on 2026-01-01: a charter from "
                   "2026-01-01 cannot follow one from 2026-01-01; the next one begins after it");
    EXPECT_EQ(p.apply(adopted(1, 2)).council("council").charters[0].end, make_date(2026, 1, 2));
}

TEST(JsonLines, AreCanonicalAndReadBack) {
    const Programme p = worked_office();
    const std::string lines = write_history(p);
    EXPECT_EQ(read_programme(lines), p);
    EXPECT_EQ(write_history(read_programme(lines)), lines);
    EXPECT_EQ(read_programme(write_programme(p)), p);
    EXPECT_EQ(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')),
              1 + p.history().size());
    EXPECT_EQ(read_programme(write_history(examples::songpa())), examples::songpa());
}

TEST(JsonLines, NameTheLineWhoseChainIsBroken) {
    const std::string lines = write_history(worked_office());
    const auto refusal = [](const std::string& text) {
        try {
            static_cast<void>(read_programme(text));
        } catch (const DocumentError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    std::string changed = lines;
    changed.replace(changed.find("\"task.started\""), 14, "\"task.adopted\"");
    EXPECT_NE(refusal(changed).find("the chain is broken at line 6"), std::string::npos)
        << refusal(changed);
    std::string without = lines;
    const std::size_t third = without.find('\n', without.find('\n') + 1) + 1;
    without.erase(third, without.find('\n', third) + 1 - third);
    EXPECT_NE(refusal(without).find("/3"), std::string::npos) << refusal(without);
    EXPECT_NE(refusal(lines.substr(0, lines.size() - 5)).find("line 8"), std::string::npos);
}

TEST(HistoryDigest, ChangesWithEveryEvent) {
    const Programme p = office();
    const Programme later = after(p, task_started, "T-1", {}, on(3, 2));
    EXPECT_EQ(history_digest(p).size(), 64u);
    EXPECT_NE(history_digest(p), history_digest(later));
}

}  // namespace history_test
}  // namespace probity
