#include "probity/history/history.hpp"

#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace {

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

}  // namespace
}  // namespace probity
