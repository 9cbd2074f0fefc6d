#include "journal/read_ahead.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace probity::detail {
namespace {

constexpr int most_bytes = 1 << 18;
/// So many reads in a row show that the file is gone through; a look-up reads fewer pages.
constexpr int enough_in_a_row = 8;

}  // namespace

int ReadAhead::read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) noexcept {
    const bool goes_up = at == last_end_;
    const bool goes_down = at + size == last_begin_;
    last_begin_ = at;
    last_end_ = at + size;
    if (!has(size, at)) {
        in_a_row_ = goes_up || goes_down ? in_a_row_ + 1 : 0;
        const sqlite3_int64 from =
            goes_up ? at : std::max<sqlite3_int64>(0, at + size - most_bytes);
        if (in_a_row_ < enough_in_a_row || !fill(file, from) || !has(size, at)) {
            return file->pMethods->xRead(file, to, size, at);
        }
    }
    std::memcpy(to, bytes_.get() + (at - begin_), static_cast<std::size_t>(size));
    return SQLITE_OK;
}

bool ReadAhead::fill(sqlite3_file* file, sqlite3_int64 from) noexcept {
    sqlite3_int64 file_size = 0;
    if (file->pMethods->xFileSize(file, &file_size) != SQLITE_OK || file_size <= from) return false;
    if (bytes_ == nullptr) bytes_.reset(new (std::nothrow) char[most_bytes]);
    if (bytes_ == nullptr) return false;
    const auto wanted = static_cast<int>(std::min<sqlite3_int64>(most_bytes, file_size - from));
    // If these bytes cannot be read at once, SQLite reads them page by page and refuses there.
    if (file->pMethods->xRead(file, bytes_.get(), wanted, from) != SQLITE_OK) {
        forget();
        return false;
    }
    begin_ = from;
    end_ = from + wanted;
    return true;
}

void ReadAhead::forget() noexcept {
    bytes_.reset();
    in_a_row_ = 0;
    last_begin_ = last_end_ = -1;
}

}  // namespace probity::detail
