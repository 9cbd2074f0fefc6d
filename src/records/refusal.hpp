// Refusing a document: the message names the place, the value and what is allowed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// A fault at a place: a JSON pointer, empty for the whole document.
[[nodiscard]] inline DocumentError refusal(const std::string& place, const std::string& message) {
    return {(place.empty() ? "the document" : place) + ": " + message, place};
}

/// Throws it.
[[noreturn]] inline void refuse(const std::string& place, const std::string& message) {
    throw refusal(place, message);
}

/// The same in all languages.
[[noreturn]] inline void refuse(const std::string& place, const Text& message) {
    throw DocumentError(Text::in_any_language(place + ": ") + message, place);
}

/// The faults of a document, gathered until all of it is read.
class DocumentFaults {
  public:
    /// Does something; what it refuses is kept. Returns whether nothing was refused.
    template <class Work>
    bool attempt(Work work) {
        try {
            work();
            return true;
        } catch (const DocumentError& error) {
            add(error);
            return false;
        }
    }

    /// Adds the faults of an error; `where` stands before each of their sentences.
    void add(const DocumentError& error, const std::string& where = {});
    /// Adds a fault that leaves unread what stands elsewhere: a key that is missing, or that is
    /// probably meant by one that is not known. If `unread` is empty everything else was read.
    void add_unread(const DocumentError& error, std::string_view unread);
    /// Adds the faults that are not of places that could not be read: these are not checked.
    void add_others(const DocumentError& error);

    [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
    /// Whether further faults would only be counted.
    [[nodiscard]] bool full() const noexcept;
    /// Whether a place, or something in it, could not be read.
    [[nodiscard]] bool touch(std::string_view place) const;
    /// Whether an id of a list of records may be unknown because it could not be read.
    [[nodiscard]] bool hide_ids(std::string_view list) const;

    /// Throws a DocumentError of all faults, its message followed by a note on a line of its own;
    /// nothing if there are none.
    void raise(const std::string& note = {}) const;

  private:
    /// The first of them; the rest are counted.
    std::vector<DocumentFault> faults_;
    std::size_t count_ = 0;
    /// The places that could not be read because of them.
    std::vector<std::string> unread_;
};

}  // namespace probity::detail
