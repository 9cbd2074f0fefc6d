// Rules from a form that anybody fills in: each is read or refused, in the reader's language, with a
// caret under the place at fault.
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

#include "probity/recurrence/recurrence.hpp"

using namespace probity;

// How many columns of a terminal a piece of UTF-8 takes: a letter whose first byte is E3 or higher
// (Hangul, ideographs, full forms) takes two, others one.
std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        const bool begins_letter = byte < 0x80 || byte >= 0xC0;
        if (begins_letter) width += byte >= 0xE3 ? 2 : 1;
    }
    return width;
}

void show(std::string_view text) {
    try {
        const Recurrence dates(Rule::parse(text), make_date(2026, 1, 1));
        const auto first = dates.nth(0);
        std::cout << text << "\n  first on " << (first ? to_string(*first) : "no day") << '\n';
    } catch (const RuleError& error) {
        const std::size_t place = std::min(error.position(), text.size());
        std::cout << text << '\n'
                  << std::string(columns(text.substr(0, place)), ' ') << "^\n  "
                  << error.message(Language::korean) << '\n';
    }
}

int main() {
    show("FREQ=MONTHLY;BYDAY=3WE");
    show("FREQ=MONTHLY;BYDAY=3XX");
    show("FREQ=MONTHLY;BYMONTHDAY=32");
    show("FREQ=매월;BYDAY=3WE");
    show("FREQ=MONTHLY;요일=수");
    show("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
}
