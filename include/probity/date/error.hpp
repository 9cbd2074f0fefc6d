// What the library throws.
//
// Every refusal of bad input is a ProbityError whose message names the value, where it stands and
// what is allowed there:
//
//     make_date(2026, 2, 31);        // DateError: 2026-02-31: February 2026 has days 1 to 28
//     Rule::parse("FREQ=DAILY;X=1"); // RuleError, .position() == 11
//
// ProbityError is a std::invalid_argument; in Python it is a ValueError.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace probity {

/// The base of everything that the library throws on purpose.
class ProbityError : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
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

/// A document (programme, overlay) that cannot be taken.
class DocumentError : public ProbityError {
  public:
    DocumentError(const std::string& message, std::string place)
        : ProbityError(message), place_(std::move(place)) {}

    /// Where in the document the fault is, as a JSON pointer: "/observances/1/id".
    [[nodiscard]] const std::string& place() const& noexcept { return place_; }
    [[nodiscard]] std::string place() && { return std::as_const(*this).place(); }

  private:
    std::string place_;
};

}  // namespace probity
