// The chain of digests over a history, and how a line's seal is checked.
//
// A digest covers the JSON of its line: that which was read, without blanks and with its members in
// their order, never a record written anew. So a line stays sealed in a version of the library that
// would write the same record otherwise.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "probity/records/rules.hpp"
#include "probity/text/text.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// A chain of digests: each is the SHA-256 of the one before it and of the line that it seals.
class Chain {
  public:
    /// The last digest, 64 hexadecimal digits; empty before the first line.
    [[nodiscard]] const std::string& digest() const noexcept { return digest_; }
    /// The digest that would seal the JSON of a line next.
    [[nodiscard]] std::string next(std::string_view json) const;
    /// Whether a digest seals the JSON of a line as the next.
    [[nodiscard]] bool holds(std::string_view json, std::string_view digest) const;
    void advance(std::string_view digest) { digest_ = digest; }
    /// Seals the JSON of a line: an object, which gets its digest as last member.
    [[nodiscard]] std::string seal(std::string_view json);

    /// The version of the rules that the first line names; a later line names another only.
    int rules = current_rules;

  private:
    std::string digest_;
};

/// Whether a digest seals a line: `sealed` is the digest of the line before it, a line end, and its JSON.
[[nodiscard]] bool is_digest_of(std::string_view sealed, std::string_view digest);

/// The JSON of a line with a digest as its last member.
[[nodiscard]] std::string with_digest(std::string_view json, std::string_view digest);

/// The oddities of a file or a line that is read. The content is whole with all but the last.
enum class Oddity {
    byte_order_mark,
    carriage_returns,
    blank_line,
    no_last_line_end,
    /// The JSON has other blanks, numbers or escapes than it is written with.
    spaced,
    /// The members of an object stand in another order than when it was sealed.
    reordered,
};

/// The name of a line, put into words if something is wrong with it: few lines need theirs.
struct LineName {
    std::size_t number = 0;
    /// The kind of its sentence: "line 6", "event 5 of the list".
    std::string_view kind = "verify.line";

    [[nodiscard]] Text text() const { return sentence(kind, {{"number", number}}); }
};

/// A line that was read.
struct Seal {
    LineName name = {};
    /// As a JSON pointer.
    std::string place = {};
    /// The number that its event says it has; 0 for the founding.
    std::size_t event = 0;
    /// Its JSON without the digest.
    std::string json = {};
    std::string digest = {};
};

/// How a history is read.
struct SealReading {
    Chain chain = {};
    /// Told of each oddity, with the number of its line, or of its event in a document.
    std::function<void(Oddity, std::size_t number)> odd = {};
    /// Told of the digest of each line.
    std::function<void(const std::string& digest)> sealed = {};
    /// Told of each line and whether its seal holds after the one before. If it is set, what is wrong
    /// with the chain is not refused: lines that were changed, moved, doubled or taken out.
    std::function<void(const Seal& seal, bool holds)> judged = {};
    /// Told, beside `judged`, of an event that no history takes after those before it.
    std::function<void(const Seal& seal, const Text& why)> unfit = {};
    /// Whether the events so far follow one another. The history ends before the first that does not.
    bool in_order = true;

    void say(Oddity oddity, std::size_t number) const {
        if (odd) odd(oddity, number);
    }
    /// Goes on from the digest of a line.
    void go_on(std::string_view digest) {
        chain.advance(digest);
        if (sealed) sealed(chain.digest());
    }
};

/// The JSON of a line without its digest.
[[nodiscard]] std::string without_digest(nlohmann::ordered_json line);

/// Checks the seal of a line whose record is written as `written` today, and goes on to the next.
/// Gives the JSON to be kept: what was sealed, if it is not that; else an empty text.
[[nodiscard]] std::string check_seal(SealReading& reading, const Seal& seal,
                                     const std::string& written);

}  // namespace probity::detail
