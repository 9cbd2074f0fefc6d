// Writing a programme to a file, so that nothing that was recorded is lost.
//
//     Programme songpa = load("songpa.jsonl");
//     songpa = save(songpa.apply(event), "songpa.jsonl");      // what is written, with its stamps
//
// A file keeps what it has: it is replaced only if its events are the first of those to be written.
// One that has others, because a colleague recorded something since or because it is another
// institution's, is refused. Reading, applying and writing in one go, while others wait, is update():
//
//     update("songpa.jsonl", [&](const Programme& now) {
//         return now.apply(record(now, EventKind::task_adopted, "T-07", {}, act));
//     });
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "probity/programme/programme.hpp"

namespace probity {

/// How a programme is saved.
struct SaveOptions {
    /// Writes over a file whose events are not the first of those to be written, or which is no
    /// programme. The old file stays beside it: "songpa.replaced-1.jsonl".
    bool replace = false;
    /// The time by which events without a stamp are stamped; the system's clock if there is none.
    std::function<std::chrono::sys_seconds()> clock = {};
};

/// Writes a programme to a file, as JSON Lines if its name ends in .jsonl, else as a document, and
/// returns it as it was written.
///
/// Events without a stamp get one, those that the file has already keep theirs. Stamps never run
/// backwards: if the clock is behind the last stamp, that is taken. The file is replaced as a whole,
/// or stays as it was, while a lock is held that keeps out others who save.
///
/// Throws DocumentError if the file cannot be written, if it has events that the programme has not
/// or is no programme (see SaveOptions::replace), and for a programme that load() would refuse.
Programme save(const Programme& programme, const std::filesystem::path& path,
               const SaveOptions& options = {});

/// Reads a programme from a file, changes it and saves it, under one lock: of several that record at
/// once, each sees what the others recorded. Throws as load() and save() do, and what `change`
/// throws; the file then stays as it was. `change` must not save to the same file.
Programme update(const std::filesystem::path& path,
                 const std::function<Programme(const Programme&)>& change,
                 const SaveOptions& options = {});

}  // namespace probity
