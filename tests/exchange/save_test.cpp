#include "probity/exchange/save.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <future>
#include <thread>

#include "probity/exchange/digest.hpp"
#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "probity/exchange/verify.hpp"
#include "tests/folder.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace save_test {

using namespace std::chrono;

constexpr sys_seconds noon = sys_days(year(2026) / 7 / 1) + 12h;

SaveOptions at(sys_seconds instant) {
    return {.clock = [=] { return instant; }};
}

Programme started(const Programme& p, const std::string& task) {
    return after(p, EventKind::task_started, task, {}, on(3, 2));
}

TEST(Save, WritesWhatLoadReads) {
    const Folder folder;
    save(examples::songpa(), folder / "p.json");
    EXPECT_EQ(load(folder / "p.json"), examples::songpa());
    EXPECT_EQ(contents(folder / "p.json"), examples::songpa_document());
    EXPECT_EQ(folder.files(), 1u);
}

TEST(Save, LeavesTheOldFileWhereItCannotWrite) {
    const Folder folder;
    fs::create_directory(folder / "p.json");
    EXPECT_THROW(save(examples::songpa(), folder / "p.json"), DocumentError);
    EXPECT_TRUE(fs::is_directory(folder / "p.json"));
    EXPECT_EQ(folder.files(), 1u);
    EXPECT_THROW(save(examples::songpa(), folder / "no/such/folder.json"), DocumentError);
}

TEST(Save, KeepsPermissionsAndLinks) {
    const Folder folder;
    save(examples::yongsan(), folder / "real.json");
    fs::permissions(folder / "real.json", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(folder / "real.json", folder / "link.json");
    save(examples::songpa(), folder / "link.json", {.replace = true});
    EXPECT_TRUE(fs::is_symlink(folder / "link.json"));
    EXPECT_EQ(load(folder / "real.json"), examples::songpa());
    EXPECT_EQ(fs::status(folder / "real.json").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(load(folder / "real.replaced-1.json"), examples::yongsan());
    EXPECT_EQ(fs::status(folder / "real.replaced-1.json").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Save, WritesThroughAPipeAndLeavesItOne) {
    const Folder folder;
    const fs::path pipe = folder / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    auto read = std::async(std::launch::async, [&] { return contents(pipe); });
    save(examples::songpa(), pipe);
    EXPECT_EQ(read.get(), examples::songpa_document());
    EXPECT_TRUE(fs::is_fifo(pipe));
    EXPECT_EQ(folder.files(), 1u);
}

TEST(Save, StampsWhatHasNoStamp) {
    const Folder folder;
    const Programme p = started(office(), "T-1");
    EXPECT_FALSE(p.history()[0].recorded);
    EXPECT_EQ(p.as_of(std::nullopt, noon).history().size(), 0u);
    const Programme saved = save(p, folder / "p.jsonl", at(noon));
    EXPECT_EQ(saved.last_recorded(), noon);
    EXPECT_EQ(saved.history().first_recorded(), noon);
    EXPECT_EQ(load(folder / "p.jsonl"), saved);
    EXPECT_EQ(saved.as_of(std::nullopt, noon).task("T-1").state, TaskState::in_progress);
    // Those that the file has keep their stamps.
    const std::string text = contents(folder / "p.jsonl");
    EXPECT_EQ(save(p, folder / "p.jsonl", at(noon + 24h)), saved);
    EXPECT_EQ(contents(folder / "p.jsonl"), text);
    const Programme later = save(started(p, "T-2"), folder / "p.jsonl", at(noon + 24h));
    EXPECT_EQ(later.history()[0].recorded, noon);
    EXPECT_EQ(later.last_recorded(), noon + 24h);
    EXPECT_TRUE(contents(folder / "p.jsonl").starts_with(text));
}

TEST(Save, NeverStampsBackwards) {
    const Folder folder;
    const Programme set_up = save(office(), folder / "p.json", at(sys_days(year(2020) / 1 / 1)));
    EXPECT_EQ(set_up.last_recorded(), office_parts().recorded);
    const Programme later = save(started(set_up, "T-1"), folder / "p.json", at(noon));
    const Programme behind = save(started(later, "T-2"), folder / "p.json", at(noon - 1h));
    EXPECT_EQ(behind.last_recorded(), noon);
}

TEST(Save, RefusesAFileWithEventsOfItsOwn) {
    const Folder folder;
    const fs::path path = folder / "p.jsonl";
    const Programme mine = save(office(), path);
    save(started(mine, "T-1"), path);
    const std::string text = contents(path);
    EXPECT_THROW(save(mine, path), DocumentError);
    EXPECT_THROW(save(started(mine, "T-2"), path), DocumentError);
    EXPECT_THROW(save(examples::songpa(), path), DocumentError);
    EXPECT_EQ(contents(path), text);
    save(examples::songpa(), path, {.replace = true});
    EXPECT_EQ(contents(folder / "p.replaced-1.jsonl"), text);
    write(folder / "notes.txt", "notes");
    EXPECT_THROW(save(mine, folder / "notes.txt"), DocumentError);
    EXPECT_EQ(contents(folder / "notes.txt"), "notes");
}

TEST(Save, RefusesWhatLoadWouldRefuse) {
    const Folder folder;
    ProgrammeParts parts = office_parts();
    parts.recorded = sys_days(year(1300) / 1 / 1);
    EXPECT_THROW(save(Programme(parts), folder / "p.json"), ProbityError);
    parts = office_parts();
    std::string text;
    for (int i = 0; i < 1300; ++i) text += "가";
    for (int i = 0; i < 4000; ++i) parts.notes.push_back(words(text));
    EXPECT_THROW(save(Programme(parts), folder / "p.json"), DocumentError);
    EXPECT_THROW(save(Programme(parts), folder / "p.jsonl"), DocumentError);
    EXPECT_EQ(folder.files(), 0u);
}

TEST(Update, LosesNothingAmongThreads) {
    const Folder folder;
    const fs::path path = folder / "p.jsonl";
    save(office(), path);
    std::vector<std::thread> threads;
    for (int worker = 0; worker < 4; ++worker) {
        threads.emplace_back([&path, worker] {
            for (int n = 0; n < 10; ++n) {
                const std::string id = "N-" + std::to_string(worker) + "-" + std::to_string(n);
                const Task task{.id = id, .title = words(id)};
                update(path, [&](const Programme& p) {
                    return after(p, EventKind::task_proposed, id, Held(task), on(3, 2));
                });
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(load(path).tasks().size(), 2u + 40u);
    EXPECT_EQ(folder.files(), 1u);
    EXPECT_TRUE(verify(path).is_whole());
}

TEST(Update, LeavesTheFileWhereTheChangeFails) {
    const Folder folder;
    const Programme saved = save(office(), folder / "p.json");
    EXPECT_THROW(update(folder / "p.json",
                        [](const Programme& p) {
                            return after(p, EventKind::task_verified, "T-1", {}, on(3, 2));
                        }),
                 TransitionError);
    EXPECT_EQ(load(folder / "p.json"), saved);
    EXPECT_THROW(update(folder / "none.json", [](const Programme& p) { return p; }), DocumentError);
}

TEST(SealedLine, StaysAsItWasSealed) {
    // A usual value that is spelt out: today's text of the record would leave it out.
    const std::string written = write_history(office());
    std::string founding = written.substr(0, written.find('\n'));
    founding.insert(founding.find("\"recorded\""), "\"illustrative\":false,");
    founding.replace(founding.size() - 66, 64,
                     sha256("\n" + founding.substr(0, founding.size() - 77) + "}"));
    const Programme p = read_programme(founding + "\n");
    EXPECT_EQ(p, Programme(office_parts()));
    EXPECT_EQ(write_history(p), founding + "\n");
    EXPECT_EQ(read_programme(write_history(p.apply(office().history()[0]))).history().size(), 1u);
    std::string changed = written;
    changed.insert(changed.find("\"recorded\""), "\"illustrative\":false,");
    EXPECT_THROW(static_cast<void>(read_programme(changed)), DocumentError);
}

TEST(Verify, NamesEachLineThatWasChanged) {
    const Folder folder;
    save(started(office(), "T-1"), folder / "p.jsonl", at(noon));
    std::string text = contents(folder / "p.jsonl");
    text.replace(text.find("2026-01-05"), 10, "2026-01-06");
    text.replace(text.rfind("team"), 4, "kims");
    write(folder / "p.jsonl", text);
    const Verification found = verify(folder / "p.jsonl");
    EXPECT_FALSE(found.is_whole());
    ASSERT_GE(found.findings.size(), 2u);
    EXPECT_EQ(found.findings[0].kind, FindingKind::chain);
    EXPECT_NE(found.findings[0].text.english.find("line 2:"), std::string::npos);
    EXPECT_NE(found.findings[1].text.english.find("line 6:"), std::string::npos);
    EXPECT_THROW(static_cast<void>(load(folder / "p.jsonl")), DocumentError);
}

}  // namespace save_test
}  // namespace probity
