// Days with a name, of the solar or the Korean lunisolar calendar: 설날, 추석, 세계반부패의날.
#pragma once

#include <string_view>
#include <vector>

namespace probity::detail {

struct Feast {
    bool lunar = false;
    int month = 1;
    int day = 1;

    friend bool operator==(const Feast&, const Feast&) = default;
};

/// The day of a name. There is one for each of feast_names().
[[nodiscard]] const Feast& feast(std::u32string_view name);

/// The Korean names, the longer before the shorter. They last as long as the program.
[[nodiscard]] const std::vector<std::u32string_view>& feast_names();

}  // namespace probity::detail
