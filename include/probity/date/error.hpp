// The errors that the library throws.
//
// Every refusal of bad input is a ProbityError whose message names the value, its place and what is
// allowed there:
//
//     make_date(2026, 2, 31);        // DateError: 2026-02-31: February 2026 has days 1 to 28
//     Rule::parse("FREQ=DAILY;X=1"); // RuleError, .position() == 11
//
// what() is in English. An error that people meet at the prompt has its sentence in the other languages,
// too: message(Language::korean) of the first is "2026-02-31: 2026년 2월은 1일부터 28일까지 있습니다".
//
// ProbityError is a std::invalid_argument; in Python it is a ValueError.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "probity/text/text.hpp"

namespace probity {

/// The base of everything that the library throws on purpose.
class ProbityError : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
    explicit ProbityError(Text message)
        : std::invalid_argument(message.in(Language::english)),
          message_(std::make_shared<const Text>(std::move(message))) {}

    /// The message in a language; in English if it was not said in that.
    [[nodiscard]] virtual std::string message(Language language) const {
        return message_ == nullptr ? what() : message_->in(language);
    }
    /// The message in all languages.
    [[nodiscard]] Text text() const {
        Text text;
        for (const Language language : languages) text.given(language) = message(language);
        return text;
    }

  private:
    // Shared, so that copying the error does not throw; null if it was said in English alone.
    std::shared_ptr<const Text> message_ = {};
};

/// A date that does not exist, or lies outside 1400-01-01 to 9999-12-31.
class DateError : public ProbityError {
  public:
    using ProbityError::ProbityError;
};

/// A recurrence rule that RFC 5545 or RFC 7529 does not allow.
class RuleError : public ProbityError {
  public:
    RuleError(const std::string& message, std::size_t position)
        : ProbityError(message), position_(position) {}
    RuleError(Text message, std::size_t position)
        : ProbityError(std::move(message)), position_(position) {}

    /// Where in the rule's text the fault is: a count of bytes from its start.
    [[nodiscard]] std::size_t position() const noexcept { return position_; }

  private:
    std::size_t position_;
};

/// A question about dates for which the library holds no facts, such as a lunar date of 2101.
class HorizonError : public ProbityError {
  public:
    using ProbityError::ProbityError;
};

/// One thing that is wrong with a document.
struct DocumentFault {
    /// A JSON pointer: "/observances/1/id"; empty for the document as a whole.
    std::string place = {};
    /// The whole sentence, with the place.
    std::string message = {};

    friend bool operator==(const DocumentFault&, const DocumentFault&) = default;
};

/// A document (programme, overlay) that cannot be taken, with all that is wrong with it.
class DocumentError : public ProbityError {
  public:
    /// Of one fault.
    DocumentError(const std::string& message, std::string place)
        : ProbityError(message), faults_{{std::move(place), message}} {}
    DocumentError(const Text& message, std::string place)
        : ProbityError(message), faults_{{std::move(place), message.in(Language::english)}} {}
    /// Of at least one, which the message sums up.
    DocumentError(const std::string& message, std::vector<DocumentFault> faults)
        : ProbityError(message), faults_(std::move(faults)) {}

    /// Where the first fault is, as a JSON pointer: "/observances/1/id".
    [[nodiscard]] const std::string& place() const& noexcept { return faults_.front().place; }
    [[nodiscard]] std::string place() && { return std::as_const(*this).place(); }
    /// The faults, in the order in which they were found; of very many the first hundred.
    [[nodiscard]] const std::vector<DocumentFault>& faults() const& noexcept { return faults_; }
    [[nodiscard]] std::vector<DocumentFault> faults() && { return std::as_const(*this).faults(); }

  private:
    std::vector<DocumentFault> faults_;
};

}  // namespace probity
