// The rows of a database file that SQLite may not open any more.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "exchange/new_file.hpp"
#include "journal/sqlite.hpp"
#include "journal/stored_line.hpp"
#include "probity/journal/journal.hpp"

namespace probity::detail {

/// A copy of a damaged journal, from which rows are read one by one. The file itself is only read.
class DamagedFile {
  public:
    /// Copies a file to the folder of another, and puts the first page of a journal in the place of
    /// its own if that is damaged. Throws JournalError if the file cannot be read.
    DamagedFile(const std::filesystem::path& path, const std::filesystem::path& beside,
                const JournalOptions& options);
    ~DamagedFile();
    DamagedFile(DamagedFile&&) = delete;

    /// Whether its first page had to be replaced.
    [[nodiscard]] bool is_mended() const noexcept { return mended_; }

    /// Whether rows may be lost in pages that could not be read.
    [[nodiscard]] bool has_lost_pages() const noexcept { return lost_pages_; }

    /// All lines that can be read, in the order of their numbers.
    [[nodiscard]] std::vector<StoredLine> lines();
    /// The marks of imports that can be read; null if that fails.
    [[nodiscard]] std::optional<std::vector<std::pair<std::size_t, std::size_t>>> imports();

  private:
    void open(const JournalOptions& options);
    void replace_first_page(const JournalOptions& options);

    NewFile copy_;
    std::unique_ptr<Database> database_;
    std::size_t pages_ = 0;
    bool mended_ = false;
    bool lost_pages_ = false;
};

}  // namespace probity::detail
