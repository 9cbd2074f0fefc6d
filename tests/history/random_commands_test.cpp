// Random commands, legal and illegal: whatever is refused changes nothing, and whatever is taken
// leaves every invariant whole.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "probity/exchange/json.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace {

using enum EventKind;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// A source of commands that make sense, nearly make sense, or make none.
class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(engine_); }
    bool one_in(int n) { return below(n) == 0; }

    template <class T>
    const T& of(const std::vector<T>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

    Date date() { return add_days(make_date(2026, 1, 5), below(400)); }
    std::string task() { return "T-" + std::to_string(1 + below(5)); }
    std::string unit() { return of(std::vector<std::string>{"audit", "tax", "park", "none"}); }
    std::string band() { return of(std::vector<std::string>{"B-01", "B-02", "B-03", ""}); }
    std::string seat() {
        return of(std::vector<std::string>{"mayor", "audit-head", "tax-head", "nobody"});
    }
    std::vector<std::string> seats() {
        std::set<std::string> chosen;
        for (int n = below(4); n > 0; --n) chosen.insert(seat());
        return {chosen.begin(), chosen.end()};
    }
    std::string meeting() { return "council/2026-" + std::to_string(1 + below(3)); }

    Act act(int events) {
        Act act{.on = date(), .by = of(std::vector<std::string>{"team", "tax-head", "audit-head"})};
        if (!one_in(3)) act.reason = "a reason";
        if (events > 0 && one_in(10)) act.corrects = 1 + below(events);
        return act;
    }

  private:
    std::mt19937 engine_;
};

struct Command {
    EventKind kind;
    std::string subject;
    EventBody body;
};

Command task_command(Chance& chance) {
    const std::string id = chance.task();
    switch (chance.below(8)) {
        case 0:
            return {task_proposed, id,
                    Held(Task{.id = id,
                              .owner = chance.unit(),
                              .due = chance.date(),
                              .weight = 1 + chance.below(3)})};
        case 1:
            return {task_linked, id, Held(TaskLinked{{chance.task()}, {}})};
        case 2:
            return {task_assigned, id, Held(TaskAssigned{chance.unit(), chance.band()})};
        case 3:
            return {task_rescheduled, id, Held(TaskRescheduled{chance.date()})};
        case 4:
            return {task_superseded, id, Held(TaskSuperseded{chance.task()})};
        case 5:
            return {task_submitted, id,
                    Held(EvidenceGiven{chance.one_in(4) ? std::vector<Evidence>{}
                                                        : std::vector{a_file()}})};
        default:
            return {chance.of(std::vector{
                        task_adopted, task_rejected, task_started, task_put_on_hold, task_resumed,
                        task_verified, task_sent_back, task_closed, task_reopened, task_withdrawn}),
                    id,
                    {}};
    }
}

Command meeting_command(Chance& chance) {
    const std::string id = chance.meeting();
    const int ordinal = id.back() - '0';
    switch (chance.below(8)) {
        case 0:
        case 1:
            return {meeting_planned, id,
                    Held(Meeting{.year = 2026, .ordinal = ordinal, .date = chance.date()})};
        case 2:
            return {meeting_postponed, id, Held(MeetingMoved{.date = chance.date()})};
        case 3:
            return {
                meeting_held, id,
                Held(MeetingHeld{.earliest = chance.one_in(2) ? std::optional<Date>(chance.date())
                                                              : std::nullopt,
                                 .present = chance.seats()})};
        case 4:
            return {item_added, id,
                    Held(AgendaItem{.id = std::to_string(chance.below(3)),
                                    .kind = ItemKind::decision,
                                    .title = words("item")})};
        case 5:
            return {item_decided, id,
                    Held(ItemDecided{
                        .item = std::to_string(chance.below(3)),
                        .outcome = chance.of(std::vector{
                            ItemOutcome::adopted, ItemOutcome::rejected, ItemOutcome::noted}),
                        .in_favour = chance.below(4)})};
        case 6:
            return {meeting_minuted, id, proof()};
        default:
            return {chance.of(std::vector{meeting_noticed, meeting_cancelled, meeting_approved}),
                    id,
                    {}};
    }
}

Command institution_command(Chance& chance) {
    const std::string unit = chance.unit();
    switch (chance.below(6)) {
        case 0:
            return {unit_added, unit,
                    Held(UnitAdded{{.id = unit, .title = words(unit)}, chance.band()})};
        case 1:
            return {unit_moved, unit, Held(UnitMoved{chance.band()})};
        case 2:
            return {unit_closed, unit,
                    chance.one_in(2) ? EventBody(Held(UnitClosed{chance.unit()})) : EventBody()};
        case 3:
            return {member_left, "council", Held(MemberLeft{chance.seat()})};
        case 4:
            return {member_joined, "council", Held(Membership{.seat = chance.seat()})};
        default:
            return {event_annulled, "", {}};
    }
}

Command command(Chance& chance) {
    const int which = chance.below(10);
    if (which < 6) return task_command(chance);
    if (which < 9) return meeting_command(chance);
    return institution_command(chance);
}

void expect_partition(const Programme& p) {
    for (int month = 1; month <= 12; ++month) {
        const Date date = make_date(2026, month, 28);
        const Programme then = p.as_of(date);
        EXPECT_EQ(partition_fault(*then.parts().banding, then.institution().units, date), "");
    }
}

void expect_nothing_owned_by_what_is_closed(const Programme& p) {
    for (const Unit& unit : p.institution().units) {
        if (!unit.end) continue;
        for (const Task& task : p.tasks()) {
            if (is_open(task.state)) {
                EXPECT_NE(task.owner, unit.id) << task.id;
            }
        }
        for (const Seat& seat : p.institution().seats) EXPECT_NE(seat.unit, unit.id) << seat.id;
    }
}

void expect_sound_meetings(const Programme& p) {
    std::set<int> ordinals;
    for (const Meeting& meeting : p.council("council").meetings) {
        if (meeting.state != MeetingState::cancelled) ordinals.insert(meeting.ordinal);
        // The charter of the office asks for more than a half of three, and of those present.
        for (const AgendaItem& item : meeting.items) {
            const int in_favour = item.in_favour.value_or(0);
            const int votes = in_favour + item.against.value_or(0) + item.abstained.value_or(0);
            const int present = meeting.quorum && meeting.quorum->recorded ? meeting.quorum->present
                                : meeting.present.empty()                  ? 3
                                                                           : 0;
            EXPECT_LE(votes, present);
            if (item.outcome == ItemOutcome::adopted || item.outcome == ItemOutcome::rejected) {
                ASSERT_TRUE(meeting.quorum);
                EXPECT_TRUE(meeting.quorum->recorded);
                EXPECT_GE(2 * meeting.quorum->present, meeting.quorum->eligible + 1);
                const bool majority = 2 * in_favour > meeting.quorum->present;
                if (votes > 0) {
                    EXPECT_EQ(majority, item.outcome == ItemOutcome::adopted);
                }
            }
        }
    }
    int expected = 0;
    for (const int ordinal : ordinals) EXPECT_EQ(ordinal, ++expected);
}

void expect_sound_tasks(const Programme& p) {
    for (const Task& task : p.tasks()) {
        ASSERT_FALSE(task.changes.empty());
        EXPECT_EQ(task.changes.back().state, task.state);
        for (std::size_t i = 1; i < task.changes.size(); ++i) {
            EXPECT_LE(task.changes[i - 1].on, task.changes[i].on);
        }
        if (is_done(task.state)) {
            EXPECT_FALSE(task.evidence.empty());
        }
    }
    // A founding document with these tasks would be refused if their dependencies had a cycle.
    ProgrammeParts parts = office_parts();
    for (const Task& task : p.tasks()) {
        parts.tasks.push_back({.id = task.id, .depends_on = task.depends_on});
    }
    EXPECT_NO_THROW(static_cast<void>(Programme(parts)));
}

void expect_same_answers(const Programme& p, const Date& date) {
    const View view(p, date, korea());
    const Progress all = view.progress().front();
    int total = 0;
    int done = 0;
    for (const Progress& group : view.progress(TaskGroup::owner)) {
        total += group.total;
        done += group.done;
    }
    EXPECT_EQ(total, all.total);
    EXPECT_EQ(done, all.done);
    EXPECT_EQ(View(p.as_of(date), date, korea()).progress().front(), all);
    const auto points = burnup(p, Interval::of_days(date, 1), BurnupStep::day);
    EXPECT_EQ(points.front().done, all.done);
}

class RandomCommands : public testing::TestWithParam<unsigned> {};

TEST_P(RandomCommands, NeverBreakAnInvariant) {
    Chance chance(GetParam());
    Programme p = office();
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        const Command next = command(chance);
        const Act act = chance.act(static_cast<int>(p.history().size()));
        const std::size_t before = p.history().size();
        try {
            const Programme old = p;
            const std::string old_lines = write_history(old);
            const Event event = record(p, next.kind, next.subject, next.body, act);
            p = p.apply(event);
            ++taken;
            ASSERT_EQ(p.history().size(), before + 1);
            ASSERT_EQ(p.history()[before], event);
            // What an event costs is its own matter; what it gives is what all of them give.
            ASSERT_EQ(p.parts(), Programme(p.founding(), p.history()).parts());
            ASSERT_EQ(write_history(old), old_lines);
            ASSERT_EQ(old.parts(), read_programme(old_lines).parts());
        } catch (const ProbityError&) {
            ++refused;
            ASSERT_EQ(p.history().size(), before);
        }
    }
    EXPECT_GT(taken, 20) << "seed " << GetParam();
    EXPECT_GT(refused, 20) << "seed " << GetParam();
    expect_partition(p);
    expect_sound_meetings(p);
    expect_nothing_owned_by_what_is_closed(p);
    expect_sound_tasks(p);
    for (int i = 0; i < 5; ++i) expect_same_answers(p, chance.date());
    EXPECT_EQ(Programme(p.founding(), p.history()), p);
    EXPECT_EQ(read_programme(write_history(p)), p);
    EXPECT_EQ(write_history(read_programme(write_history(p))), write_history(p));
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomCommands, testing::Range(1U, 21U));

}  // namespace
}  // namespace probity
