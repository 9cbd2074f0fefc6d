// Refusing a document: the message names the place, the value and what is allowed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// A document that cannot be taken, with each fault in every language.
class DocumentRefusal : public DocumentError {
  public:
    /// At least one fault, which the message sums up; the texts are those of the faults.
    DocumentRefusal(Text message, std::vector<DocumentFault> faults, std::vector<Text> texts)
        : DocumentError(message.in(Language::english), std::move(faults)),
          message_(std::make_shared<const Text>(std::move(message))),
          texts_(std::make_shared<const std::vector<Text>>(std::move(texts))) {}

    [[nodiscard]] std::string message(Language language) const override {
        return message_->in(language);
    }
    [[nodiscard]] const std::vector<Text>& texts() const& noexcept { return *texts_; }

  private:
    // Shared, so that copying the error does not throw.
    std::shared_ptr<const Text> message_;
    std::shared_ptr<const std::vector<Text>> texts_;
};

/// The sentences of an error's faults, in all languages if it has them.
[[nodiscard]] std::vector<Text> fault_texts(const DocumentError& error);

/// A fault at a place: a JSON pointer, empty for the whole document.
[[nodiscard]] DocumentError refusal(const std::string& place, const Text& message);

/// Throws it.
[[noreturn]] void refuse(const std::string& place, const Text& message);

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
    void add(const DocumentError& error, const Text& where = {});
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
    void raise(const Text& note = {}) const;

  private:
    void keep(const std::string& place, const Text& text);

    /// The first of them, and what they say in all languages; the rest are counted.
    std::vector<DocumentFault> faults_;
    std::vector<Text> texts_;
    std::size_t count_ = 0;
    /// The places that could not be read because of them.
    std::vector<std::string> unread_;
};

}  // namespace probity::detail
