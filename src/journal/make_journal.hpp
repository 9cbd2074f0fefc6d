// Making a journal's file as a whole.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "journal/sqlite.hpp"
#include "probity/journal/journal.hpp"

namespace probity::detail {

/// Makes a journal of a programme: see Journal::create.
void make_journal(const std::filesystem::path& path, const Programme& programme,
                  const JournalOptions& options);

/// Makes a file of a journal's tables with what `fill` writes into them in one transaction, under
/// a name of its own first. It takes its name when it is whole and durable. Throws JournalError if
/// there is a file of that name; nothing is left then.
void make_file(const std::filesystem::path& path, const JournalOptions& options,
               const std::function<void(Database&)>& fill);

/// Which events of a journal were imported.
class ImportedEvents {
  public:
    explicit ImportedEvents(Database& database);

    [[nodiscard]] bool contains(std::size_t number) const;

  private:
    /// [first, last] of each run.
    std::vector<std::pair<std::int64_t, std::int64_t>> runs_;
};

/// Marks a run of events, [first, last], as imported at an instant.
void mark_import(Database& database, std::size_t first, std::size_t last,
                 std::chrono::sys_seconds at);

}  // namespace probity::detail
