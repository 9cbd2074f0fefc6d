#include "exchange/repeated.hpp"

#include <string>

#include "date/instant.hpp"

namespace probity::detail {
namespace {

/// A value and its words.
template <class Value>
struct Kept {
    Value value = {};
    std::string words = {};

    template <class Write>
    std::string_view write(const Value& wanted, Write in_words) {
        if (words.empty() || value != wanted) {
            words = in_words(wanted);
            value = wanted;
        }
        return words;
    }
    template <class Parse>
    const Value& read(std::string_view text, Parse parse) {
        if (words.empty() || words != text) {
            words.clear();
            value = parse(text);
            words = text;
        }
        return value;
    }
};

}  // namespace

// Those that are written and those that are read are kept apart: words that were given stay as they are.

std::string_view date_words(const Date& date) {
    thread_local Kept<Date> last;
    return last.write(date, [](const Date& wanted) { return to_string(wanted); });
}

std::string_view instant_words(std::chrono::sys_seconds instant) {
    thread_local Kept<std::chrono::sys_seconds> last;
    return last.write(instant, instant_text);
}

Date read_date_words(std::string_view words) {
    thread_local Kept<Date> last;
    return last.read(words, parse_date);
}

std::chrono::sys_seconds read_instant_words(std::string_view words) {
    thread_local Kept<std::chrono::sys_seconds> last;
    return last.read(words, parse_instant);
}

}  // namespace probity::detail
