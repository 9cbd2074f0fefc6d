#include "journal/damaged_file.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <string>

#include "date/interruption.hpp"
#include "exchange/file.hpp"
#include "journal/descriptor_locks.hpp"
#include "journal/make_journal.hpp"
#include "journal/open_journal.hpp"
#include "journal/schema.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace {

namespace fs = std::filesystem;

/// SQLite's default, with which journals are made.
constexpr std::size_t page_size = 4096;
/// A row takes some 60 bytes at least, so that no file has more rows a page.
constexpr std::size_t most_rows_a_page = 70;

[[noreturn]] void refuse_copy(const fs::path& path, int error) {
    throw JournalError(
        sentence("journal.not_copied", {{"path", path.string()}, {"error", system_words(error)}}));
}

NewFile new_file(const fs::path& beside) {
    auto file = NewFile::beside(beside, 0600);
    if (!file) refuse_copy(beside, errno);
    return std::move(*file);
}

void copy_bytes(const fs::path& from, const fs::path& to) {
    std::ifstream in(from, std::ios::binary);
    std::ofstream out(to, std::ios::binary | std::ios::in | std::ios::out);
    if (!in || !out) refuse_copy(from, errno != 0 ? errno : EIO);
    std::array<char, 65536> chunk{};
    while (in) {
        interruption_point();
        in.read(chunk.data(), chunk.size());
        out.write(chunk.data(), in.gcount());
    }
    out.flush();
    if (in.bad() || !out) refuse_copy(from, EIO);
}

void put_big_endian(std::string& bytes, std::size_t at, std::size_t value) {
    for (std::size_t i = 4; i-- > 0; value >>= 8) bytes[at + i] = static_cast<char>(value & 0xff);
}

}  // namespace

DamagedFile::DamagedFile(const fs::path& path, const fs::path& beside,
                         const JournalOptions& options)
    : copy_(new_file(beside)) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        throw JournalError(sentence("journal.no_file", {{"path", path.string()}}));
    }
    copy_bytes(path, copy_.path());
    // A write that was begun by a writer that died is taken back, as when the file itself is opened.
    if (fs::is_regular_file(rollback_journal_of(path), error)) {
        fs::copy_file(rollback_journal_of(path), rollback_journal_of(copy_.path()), error);
    }
    pages_ = static_cast<std::size_t>(fs::file_size(copy_.path())) / page_size + 1;
    try {
        open(options);
        static_cast<void>(database_->integer("SELECT count(*) FROM import"));
        static_cast<void>(database_->prepare("SELECT json FROM event WHERE number = 0").step());
    } catch (const SqlError&) {
        replace_first_page(options);
        in_file(path, [&] { open(options); });
    }
}

DamagedFile::~DamagedFile() {
    database_.reset();
    std::error_code error;
    fs::remove(rollback_journal_of(copy_.path()), error);
}

void DamagedFile::open(const JournalOptions& options) {
    database_.reset();
    // For writing, so that a transaction that was begun is taken back.
    database_ = std::make_unique<Database>(copy_.path(), Database::Access::write, options.patience);
    database_->run("PRAGMA trusted_schema=OFF");
    static_cast<void>(database_->integer("PRAGMA schema_version"));
}

void DamagedFile::replace_first_page(const JournalOptions& options) {
    database_.reset();
    mended_ = true;
    // The tables of every journal begin on the same pages, so that the first page of a new one, which
    // says where, serves.
    const fs::path fresh = copy_.path().string() + ".fresh";
    std::error_code error;
    fs::remove(fresh, error);
    make_file(fresh, options, [](Database&) {});
    std::string page = read_file(fresh, 1024 * page_size).substr(0, page_size);
    fs::remove(fresh, error);
    // The header's size in pages, and that no page is free (file format, section 1.3).
    constexpr std::size_t size_in_pages = 28;
    constexpr std::size_t first_free = 32;
    constexpr std::size_t free_pages = 36;
    put_big_endian(page, size_in_pages, pages_ - 1);
    put_big_endian(page, first_free, 0);
    put_big_endian(page, free_pages, 0);
    std::fstream out(copy_.path(), std::ios::binary | std::ios::in | std::ios::out);
    out.write(page.data(), static_cast<std::streamsize>(page.size()));
}

std::vector<StoredLine> DamagedFile::lines() {
    std::vector<StoredLine> out;
    const std::size_t most = pages_ * most_rows_a_page;
    Statement one = database_->prepare("SELECT number, json, digest FROM event WHERE number = ?");
    for (std::size_t number = 0; number <= most;) {
        // In a run as long as pages are whole, and one by one if they are not.
        try {
            LineReader reader(*database_, number);
            while (const LineView* line = reader.next()) {
                number = line->number + 1;
                out.emplace_back(*line);
            }
            return out;
        } catch (const SqlError&) {
            lost_pages_ = true;
            ++number;
        }
        bool found = false;
        while (!found && number <= most) {
            interruption_point();
            try {
                one.bind(1, static_cast<std::int64_t>(number));
                found = one.step();
                one.reset();
                number += found ? 0 : 1;
            } catch (const SqlError&) {
                one.reset();
                ++number;
            }
        }
    }
    return out;
}

std::optional<std::vector<std::pair<std::size_t, std::size_t>>> DamagedFile::imports() {
    try {
        std::vector<std::pair<std::size_t, std::size_t>> out;
        Statement select = database_->prepare("SELECT first, last FROM import ORDER BY first");
        while (select.step()) {
            if (select.integer(0) < 1 || select.integer(1) < select.integer(0)) continue;
            out.emplace_back(select.integer(0), select.integer(1));
        }
        return out;
    } catch (const SqlError&) {
        return std::nullopt;
    }
}

}  // namespace probity::detail
