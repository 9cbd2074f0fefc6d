// Steps through a date as people write it: numbers, signs and weekdays in any of their names.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/weekday.hpp"

namespace probity::detail {

/// A text in the usual width, with hyphens, slashes, stops, apostrophes and tildes of word processors as
/// those of the keyboard.
[[nodiscard]] std::string usual_signs(std::string_view text);

[[nodiscard]] constexpr bool is_decimal(char c) noexcept { return c >= '0' && c <= '9'; }

/// Steps through a text with the usual signs.
class DateScanner {
  public:
    explicit DateScanner(std::string_view text) : rest_(text) { blanks(); }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

    /// Passes over blanks. Returns whether there were any.
    bool blanks();
    /// Takes the text if it stands here, capitals or not.
    bool skip(std::string_view wanted);
    bool skip_one_of(std::initializer_list<std::string_view> wanted);
    /// The digits that stand here; empty if there are none.
    std::string_view number();
    /// A weekday in any of its names: 수, 수요일, 水, 水曜日, Wed, Wednesday.
    std::optional<Weekday> weekday();

  private:
    std::string_view rest_;
};

}  // namespace probity::detail
