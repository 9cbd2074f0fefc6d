// The words of a calendar file that is written, in the language that was asked for.
#pragma once

#include <string>

#include "probity/planning/agenda.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// Words of titles and descriptions. Those that are the library's own are in the catalogues, by keys that
/// begin with "written." (text/sentence.hpp).
class WrittenWords {
  public:
    explicit WrittenWords(Language language) : language_(language) {}

    [[nodiscard]] const std::string& of(const Text& text) const { return text.in(language_); }

    /// "2 working days (short)"; empty if they are not counted.
    [[nodiscard]] std::string working_days(const AgendaEntry& entry) const;
    [[nodiscard]] std::string moved_from(const Date& nominal) const;
    [[nodiscard]] std::string source(const Text& source) const;
    [[nodiscard]] std::string due(const Text& title) const;
    [[nodiscard]] std::string undated() const;

  private:
    Language language_;
};

/// Paragraphs of a description, each begun with a capital letter; empty ones are left out.
class Paragraphs {
  public:
    void add(const std::string& text);
    [[nodiscard]] const std::string& str() const { return out_; }

  private:
    std::string out_;
};

}  // namespace probity::detail
