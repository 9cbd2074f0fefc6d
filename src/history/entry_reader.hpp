// Reads the entries of a history by their rows.
#pragma once

#include <cstddef>
#include <type_traits>
#include <variant>

#include "probity/history/history.hpp"

namespace probity::detail {

/// Reads entries: one near to the last one costs no search. It is good as long as the history neither
/// changes nor goes.
class EntryReader {
  public:
    explicit EntryReader(const History& history) : entry_(history.entries().begin()) {}

    const History::Entry& operator()(std::size_t row) {
        entry_ += static_cast<std::ptrdiff_t>(row) - static_cast<std::ptrdiff_t>(row_);
        row_ = row;
        return *entry_;
    }

  private:
    List<History::Entry>::const_iterator entry_;
    std::size_t row_ = 0;
};

/// Asks for the memory of a body, which may lie anywhere, before it is read.
inline void fetch(const EventBody& body) {
    std::visit(
        []<class Alternative>(const Alternative& held) {
            if constexpr (!std::is_same_v<Alternative, std::monostate>) {
                constexpr std::size_t line = 64;
                const auto* const bytes = reinterpret_cast<const std::byte*>(&*held);
                for (std::size_t i = 0; i < sizeof(*held); i += line) __builtin_prefetch(bytes + i);
            }
        },
        body);
}

/// Calls work(row, entry) for rows of a history in their order. The bodies are fetched a few events
/// ahead, since most of the time of a long history goes into waiting for them.
template <class Rows, class Work>
void each_entry(const History& history, Rows row, Rows end, Work work) {
    constexpr std::ptrdiff_t few = 8;
    EntryReader entry(history);
    EntryReader entry_ahead(history);
    for (Rows ahead = end - row > few ? row + few : end; row != end; ++row) {
        if (ahead != end) {
            fetch(entry_ahead(*ahead).body);
            ++ahead;
        }
        work(std::size_t{*row}, entry(*row));
    }
}

}  // namespace probity::detail
