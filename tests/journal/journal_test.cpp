#include "probity/journal/journal.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/saving.hpp"
#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/journal/journal_file.hpp"
#include "tests/expect_error.hpp"
#include "tests/folder.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace journal_test {

using namespace std::chrono;

constexpr sys_seconds noon = sys_days(year(2026) / 7 / 1) + 12h;

/// A clock that stands at an instant.
JournalOptions at(sys_seconds instant) {
    return {.clock = [=] { return instant; }};
}

Event started(const Programme& p, const std::string& task) {
    return record(p, EventKind::task_started, task, {}, on(3, 2));
}

Event rescheduled(const Programme& p, const std::string& by, const Date& due) {
    return record(p, EventKind::task_rescheduled, "T-1", Held(TaskRescheduled{due}),
                  on(3, 2, by, "asked for"));
}

std::string message(const std::function<void()>& action) {
    try {
        action();
    } catch (const ProbityError& error) {
        return error.what();
    }
    return "";
}

testing::AssertionResult says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos ? testing::AssertionSuccess()
                                                : testing::AssertionFailure() << text;
}

// Making and opening -------------------------------------------------------------------------------

TEST(Journal, HoldsTheProgrammeThatItWasMadeOf) {
    const Folder folder;
    const Programme yongsan = examples::yongsan_illustrative();
    const Journal journal = Journal::create(folder / "y.probity", yongsan, at(noon));
    EXPECT_EQ(journal.programme(), yongsan);
    EXPECT_EQ(journal.head().number, yongsan.history().size());
    EXPECT_EQ(journal.head().digest, history_digest(yongsan));
    EXPECT_EQ(Journal::open(folder / "y.probity").programme(), yongsan);
    EXPECT_EQ(folder.files(), 1u);
}

TEST(Journal, IsMadeUnderAFreeNameOnly) {
    const Folder folder;
    write(folder / "there", "text");
    EXPECT_TRUE(
        says(message([&] { static_cast<void>(Journal::create(folder / "there", office())); }),
             "is there already"));
    EXPECT_EQ(contents(folder / "there"), "text");
    EXPECT_EQ(folder.files(), 1u);
    fs::create_symlink(folder / "nowhere", folder / "dangling");
    static_cast<void>(Journal::create(folder / "dangling", office()));
    EXPECT_TRUE(fs::is_regular_file(folder / "nowhere"));
}

TEST(Journal, IsNotMadeOfAPastDay) {
    const Folder folder;
    EXPECT_ERROR(Journal::create(folder / "j", office().as_of(make_date(2026, 1, 7))),
                 ProbityError);
    EXPECT_EQ(folder.files(), 0u);
}

TEST(Journal, OpensNothingElse) {
    const Folder folder;
    write(folder / "short", "x");
    write(folder / "text", std::string(5000, 'x'));
    save(office(), folder / "office.json");
    for (const char* name : {"short", "text", "office.json"}) {
        EXPECT_TRUE(says(message([&] { static_cast<void>(Journal::open(folder / name)); }),
                         "is no journal"))
            << name;
    }
    EXPECT_TRUE(says(message([&] { static_cast<void>(Journal::open(folder / "missing")); }),
                     "cannot be opened"));
    EXPECT_TRUE(says(message([&] { static_cast<void>(Journal::open(folder / ".")); }),
                     "is no regular file"));
}

TEST(Journal, OfANewerVersionIsRefusedAndNotTouched) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office(), at(noon)));
    std::string bytes = contents(folder / "j");
    bytes[63] = 9;  // the version of the tables
    write(folder / "j", bytes);
    EXPECT_TRUE(says(message([&] { static_cast<void>(Journal::open(folder / "j")); }),
                     "a journal of version 9"));
    EXPECT_EQ(contents(folder / "j"), bytes);
}

TEST(Journal, WithAWriteAheadLogIsRefused) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office(), at(noon)));
    std::string bytes = contents(folder / "j");
    bytes[18] = bytes[19] = 2;
    write(folder / "j", bytes);
    EXPECT_TRUE(says(message([&] { static_cast<void>(Journal::open(folder / "j")); }),
                     "journal_mode=DELETE"));
}

TEST(Journal, ThatWasClosedSaysSo) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office(), at(noon));
    EXPECT_TRUE(journal.is_open());
    journal.close();
    EXPECT_FALSE(journal.is_open());
    EXPECT_TRUE(says(message([&] { static_cast<void>(journal.head()); }), "was closed"));
}

TEST(Journal, CanBeReadByWhoMayNotWrite) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office(), at(noon)));
    Journal journal = Journal::open(folder / "j", {.read_only = true});
    EXPECT_TRUE(journal.is_read_only());
    EXPECT_EQ(journal.programme().tasks().size(), 2u);
    EXPECT_TRUE(says(message([&] { journal.append(started(journal.programme(), "T-1")); }),
                     "is open for reading only"));
    EXPECT_EQ(journal.head().number, 4u);
}

// Stamps -------------------------------------------------------------------------------------------

TEST(Journal, StampsWhatIsRecorded) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office(), at(noon));
    EXPECT_EQ(journal.programme().history()[0].recorded, noon);
    Journal later = Journal::open(folder / "j", at(noon + 1h));
    later.append(started(later.programme(), "T-1"));
    EXPECT_EQ(journal.programme().history()[4].recorded, noon + 1h);
    EXPECT_EQ(journal.programme().history()[4].clock, std::nullopt);
    EXPECT_TRUE(journal.log()[4].event.recorded.has_value());
    EXPECT_FALSE(journal.log()[4].imported);
    EXPECT_EQ(journal.log()[4].days_late, 121);  // 2 March to 1 July
}

TEST(Journal, KeepsWhatAClockSaidThatStandsBehind) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office(), at(noon)));
    Journal behind = Journal::open(folder / "j", at(noon - 48h));
    behind.append({started(behind.programme(), "T-1"), started(behind.programme(), "T-2")});
    const auto found = behind.log({.clock = true});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].number, 5u);
    EXPECT_EQ(found[0].event.recorded, noon + 1s);
    EXPECT_EQ(found[0].event.clock, noon - 48h);
    // It is part of what is sealed, and goes along.
    behind.export_jsonl(folder / "j.jsonl");
    EXPECT_EQ(load(folder / "j.jsonl").history()[4].clock, noon - 48h);
    EXPECT_EQ(history_digest(load(folder / "j.jsonl")), behind.head().digest);
}

TEST(Journal, RefusesAStampOfOnesOwn) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office(), at(noon));
    Event event = started(journal.programme(), "T-1");
    event.recorded = noon;
    EXPECT_TRUE(says(message([&] { journal.append(event); }), "the journal stamps it"));
    EXPECT_EQ(journal.head().number, 4u);
}

TEST(Journal, MarksWhatIsImported) {
    const Folder folder;
    Programme stamped = office().stamped(noon);
    stamped = stamped.apply(started(stamped, "T-1"));
    const Journal journal = Journal::create(folder / "j", stamped, at(noon + 1h));
    const auto log = journal.log();
    ASSERT_EQ(log.size(), 5u);
    EXPECT_TRUE(log[3].imported);
    EXPECT_EQ(log[3].event.recorded, noon);
    EXPECT_FALSE(log[4].imported);
    EXPECT_EQ(log[4].event.recorded, noon + 1h);
}

TEST(Journal, LogsWhatIsAskedFor) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office(), at(noon));
    EXPECT_EQ(journal.log({.subject = "T-1"}).size(), 2u);
    EXPECT_EQ(journal.log({.actor = "nobody"}).size(), 0u);
    EXPECT_EQ(journal.log({.late_by = 150}).size(), 2u);  // of 5 January, not of 2 February
    EXPECT_EQ(journal.log({.clock = true}).size(), 0u);
}

// Together -----------------------------------------------------------------------------------------

TEST(Journal, AppendsAllEventsOrNone) {
    const Folder folder;
    Journal journal = Journal::create(folder / "j", office(), at(noon));
    const Event event = started(journal.programme(), "T-1");
    EXPECT_ERROR(journal.append({event, event}), TransitionError);
    EXPECT_EQ(journal.head().number, 4u);
    EXPECT_EQ(journal.append(std::vector<Event>{}).number, 4u);
    EXPECT_EQ(journal.append(event).number, 5u);
}

TEST(Journal, SaysWhatWasRecordedSinceTheExpectedHead) {
    const Folder folder;
    Journal mine = Journal::create(folder / "j", office(), at(noon));
    Journal theirs = Journal::open(folder / "j", at(noon));
    const JournalHead head = mine.head();
    const Event event = started(mine.programme(), "T-2");
    theirs.append(started(theirs.programme(), "T-1"));
    try {
        mine.append(event, head);
        FAIL() << "appended";
    } catch (const JournalConflict& conflict) {
        EXPECT_TRUE(says(conflict.what(), "stands at event 5, not at event 4"));
        EXPECT_TRUE(says(conflict.what(), "task.started T-1 by team"));
        ASSERT_EQ(conflict.since().size(), 1u);
        EXPECT_EQ(conflict.since()[0].subject, "T-1");
    }
    EXPECT_EQ(mine.append(event, mine.head()).number, 6u);
}

TEST(Journal, RunsAChangeAgainIfSomebodyWasFaster) {
    const Folder folder;
    Journal mine = Journal::create(folder / "j", office(), at(noon));
    Journal theirs = Journal::open(folder / "j", at(noon));
    int runs = 0;
    mine.record([&](const Programme& now) {
        if (++runs == 1) theirs.append(started(theirs.programme(), "T-1"));
        return std::vector{started(now, "T-2")};
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(mine.head().number, 6u);
    EXPECT_EQ(mine.programme().history()[5].subject, "T-2");
}

TEST(Journal, ARefusalNamesWhatTheColleagueDid) {
    const Folder folder;
    Journal mine = Journal::create(folder / "j", office(), at(noon));
    Journal theirs = Journal::open(folder / "j", at(noon));
    const std::string said = message([&] {
        mine.record([&, first = true](const Programme& now) mutable {
            const Event event = started(now, "T-1");
            if (std::exchange(first, false)) theirs.append(event);
            return std::vector{event};
        });
    });
    EXPECT_TRUE(says(said, "'T-1' is in_progress"));
    EXPECT_TRUE(says(said, "meanwhile was recorded event 5, 2026-03-02 task.started T-1 by team"));
    EXPECT_EQ(mine.head().number, 5u);
}

TEST(Journal, AChangeOfWhatAColleagueChangedNamesBothValues) {
    const Folder folder;
    Journal mine = Journal::create(folder / "j", office(), at(noon));
    Journal theirs = Journal::open(folder / "j", at(noon));
    const auto change = [&](const Date& due, const Date& their_due) {
        return message([&] {
            mine.record([&, first = true](const Programme& now) mutable {
                if (std::exchange(first, false)) {
                    theirs.append(rescheduled(theirs.programme(), "kim", their_due));
                }
                return std::vector{rescheduled(now, "lee", due)};
            });
        });
    };
    const std::string said = change(make_date(2026, 9, 30), make_date(2026, 8, 31));
    EXPECT_TRUE(says(said, "`due` would be \"2026-09-30\""));
    EXPECT_TRUE(says(said, "became \"2026-08-31\" by event 5"));
    EXPECT_TRUE(says(said, "by kim"));
    // The same value is no conflict.
    EXPECT_EQ(change(make_date(2026, 10, 31), make_date(2026, 10, 31)), "");
}

TEST(Journal, AForkedJournalRefuses) {
    const Folder folder;
    const Journal journal = Journal::create(folder / "j", office(), at(noon));
    const pid_t child = fork();
    if (child == 0) {
        const bool refuses =
            says(message([&] { static_cast<void>(journal.head()); }), "forked") ? true : false;
        _exit(refuses ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(journal.head().number, 4u);
}

TEST(Journal, ThatWasReplacedUnderneathSaysSo) {
    const Folder folder;
    const Journal journal = Journal::create(folder / "j", office(), at(noon));
    static_cast<void>(Journal::create(folder / "other", examples::songpa(), at(noon)));
    fs::rename(folder / "other", folder / "j");
    EXPECT_TRUE(
        says(message([&] { static_cast<void>(journal.head()); }), "moved, removed or replaced"));
}

// In and out ---------------------------------------------------------------------------------------

TEST(Journal, GoesOutAndInByteByByte) {
    const Folder folder;
    const Programme yongsan = examples::yongsan_illustrative();
    save(yongsan, folder / "y.jsonl");
    const Journal journal =
        Journal::import_jsonl(folder / "y.jsonl", folder / "y.probity", at(noon));
    journal.export_jsonl(folder / "again.jsonl");
    EXPECT_EQ(contents(folder / "again.jsonl"), contents(folder / "y.jsonl"));
    // What goes on from a file may take its place.
    journal.export_jsonl(folder / "again.jsonl");
    save(examples::songpa(), folder / "other.jsonl");
    EXPECT_THROW(journal.export_jsonl(folder / "other.jsonl"), DocumentError);
}

TEST(Journal, IsTakenWhereAnyFileIs) {
    const Folder folder;
    EXPECT_TRUE(is_journal(folder / "new.probity"));
    EXPECT_FALSE(is_journal(folder / "new.jsonl"));
    const SaveOptions options{.clock = [] { return noon; }};
    const Programme saved = save_any(office(), folder / "j.probity", options);
    EXPECT_EQ(load_any(folder / "j.probity"), saved);
    update_any(folder / "j.probity",
               [](const Programme& now) { return now.apply(started(now, "T-1")); });
    EXPECT_EQ(load_any(folder / "j.probity").history().size(), 5u);
    EXPECT_EQ(verify_any(folder / "j.probity").events, 5u);
    // A stale copy never replaces what a colleague recorded.
    const std::string said =
        message([&] { save_any(saved.apply(started(saved, "T-2")), folder / "j.probity"); });
    EXPECT_TRUE(says(said, "has event 5, 2026-03-02 task.started T-1")) << said;
    EXPECT_TRUE(says(message([&] { save_any(examples::songpa(), folder / "j.probity"); }),
                     "never replaced"));
    EXPECT_TRUE(says(message([&] { save_any(saved, folder / "j.probity", {.replace = true}); }),
                     "never replaced"));
}

TEST(Journal, IsReplacedByNothingElse) {
    const Folder folder;
    static_cast<void>(Journal::create(folder / "j", office(), at(noon)));
    EXPECT_TRUE(says(message([&] { detail::write_output(folder / "j", "a page"); }),
                     "holds a journal, which nothing else replaces"));
    EXPECT_THROW(save(office(), folder / "j"), DocumentError);
    EXPECT_EQ(Journal::open(folder / "j").head().number, 4u);
}

}  // namespace journal_test
}  // namespace probity
