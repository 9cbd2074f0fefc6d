// Random commands, legal and illegal: whatever is refused changes nothing, and whatever is taken
// leaves every invariant whole.
#include <gtest/gtest.h>

#include <set>

#include "probity/exchange/json.hpp"
#include "probity/programme/burnup.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/history/random_command.hpp"

namespace probity {
namespace random_commands_test {

using enum EventKind;

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
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

}  // namespace random_commands_test
}  // namespace probity
