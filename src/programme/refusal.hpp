// Refusing a document: the message names the place, the value and what is allowed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/date/error.hpp"

namespace probity::detail {

/// Throws DocumentError; the place is a JSON pointer, empty for the whole document.
[[noreturn]] inline void refuse(const std::string& place, const std::string& message) {
    throw DocumentError((place.empty() ? "the document" : place) + ": " + message, place);
}

/// What is wrong with a document, gathered until all of it is read.
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
    /// Adds the faults that are not of places where something is wrong already: what could not be
    /// read is not checked.
    void add_others(const DocumentError& error);

    [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
    /// Whether further faults would only be counted.
    [[nodiscard]] bool full() const noexcept;
    /// Whether something at a place, or in it, is wrong.
    [[nodiscard]] bool touch(std::string_view place) const;
    /// Whether an id may be unknown because it, or what holds it, could not be read.
    [[nodiscard]] bool hide_ids() const;

    /// Throws a DocumentError of all faults, its message followed by a note on a line of its own;
    /// nothing if there are none.
    void raise(const std::string& note = {}) const;

  private:
    /// The first of them; the rest are counted.
    std::vector<DocumentFault> faults_;
    std::size_t count_ = 0;
};

}  // namespace probity::detail
