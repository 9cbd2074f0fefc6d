// Counts that an institution announced: 11 bands, 39 tasks, 55 projects.
//
//     const DeclaredCount bands{.what = CountedKind::bands, .count = 11, .year = 2023};
//     Counted("bands") == CountedKind::bands;               // true: by the word of documents
//     to_string(Counted("pledges").kind());                 // "other"
//     to_string(Counted("pledges"));                        // "pledges"
//
// Bands, tasks and measures are held against what is recorded (programme/coverage.hpp). Announcements
// count other things too, which no record shows; they are kept under the word that a document has.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "probity/text/text.hpp"

namespace probity {

/// The kinds of things that announcements count.
enum class CountedKind : std::uint8_t {
    bands,
    /// Practice tasks.
    tasks,
    /// Improvement measures.
    measures,
    /// 사업: no record is one, so that their count is only announced.
    projects,
    /// Something else, which has a word of its own.
    other,
};

/// A thing that an announcement counts: one of the kinds, or another under its word.
class Counted {
  public:
    /// Nothing yet: a declared count without a word is refused.
    Counted() = default;
    /// Throws ProbityError for CountedKind::other, which needs its word.
    Counted(CountedKind kind);
    /// By the word that documents have. Each kind has one word.
    explicit Counted(std::string_view word);

    [[nodiscard]] CountedKind kind() const noexcept { return kind_; }

    friend bool operator==(const Counted&, const Counted&) = default;
    friend std::string to_string(const Counted& counted);

  private:
    CountedKind kind_ = CountedKind::other;
    /// Of another thing alone.
    std::string word_;
};

/// A count that an institution announced, to be held against what is recorded.
struct DeclaredCount {
    Counted what = {};
    int count = 0;
    /// The year of which it was said; a count without one is refused.
    std::optional<int> year = std::nullopt;
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};

    friend bool operator==(const DeclaredCount&, const DeclaredCount&) = default;
};

/// "bands", "tasks", "measures", "projects", "other".
[[nodiscard]] std::string_view to_string(CountedKind kind) noexcept;
/// The word in documents: "bands"; of another thing its own.
[[nodiscard]] std::string to_string(const Counted& counted);

static_assert(std::regular<DeclaredCount>);

}  // namespace probity
