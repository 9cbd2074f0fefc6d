// Journals where histories and documents are taken: functions that read and write any of them.
//
//     load_any("mapo.probity");          // Journal::open("mapo.probity").programme()
//     load_any("mapo.jsonl");            // load("mapo.jsonl")
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "probity/exchange/save.hpp"
#include "probity/exchange/verify.hpp"
#include "probity/programme/programme.hpp"

namespace probity {

/// Whether a path names a journal: it ends in .probity, or the file that is there begins as one.
[[nodiscard]] bool is_journal(const std::filesystem::path& path);

/// The programme of a journal, history or document. Throws as Journal::open and load do.
[[nodiscard]] Programme load_any(const std::filesystem::path& path);

/// Verifies a journal, history or document: see Journal::verify and verify. The anchor of a journal may
/// be a whole digest too.
[[nodiscard]] Verification verify_any(const std::filesystem::path& path,
                                      const std::optional<std::string>& anchor = std::nullopt);

/// Saves a programme, and returns it as it was written: see save. A journal is made if there is none;
/// one that is there gets the events that it has not, as Journal::append does. Throws JournalError if
/// it holds another programme or events that the programme has not, and for SaveOptions::replace.
Programme save_any(const Programme& programme, const std::filesystem::path& path,
                   const SaveOptions& options = {});

/// Reads a programme, changes it and saves it: see update. In a journal the events by which it was
/// changed are added as Journal::record does, so that `change` may run several times. Throws
/// JournalError for a change that is none by events.
Programme update_any(const std::filesystem::path& path,
                     const std::function<Programme(const Programme&)>& change,
                     const SaveOptions& options = {});

}  // namespace probity
