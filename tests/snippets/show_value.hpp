// Holds an expression of a documentation snippet to the value that its comment states.
#pragma once

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/error.hpp"

namespace snippets {

inline int& faults() {
    static int count = 0;
    return count;
}

// What a reader would write for a value.
template <typename Value>
std::string show(const Value& value) {
    if constexpr (requires { std::string(value); }) {
        return '"' + std::string(value) + '"';
    } else if constexpr (requires { to_string(value); }) {
        return to_string(value);
    } else if constexpr (requires { probity::to_string(value); }) {
        return probity::to_string(value);
    } else {
        std::ostringstream out;
        out << std::boolalpha << value;
        return out.str();
    }
}

// An occurrence is told by its first day.
template <typename Value>
    requires requires(const Value& value) { value.observed.begin(); }
std::string show(const Value& value) {
    return show(value.observed.begin());
}

template <typename Value>
std::string show(const std::optional<Value>& value) {
    return value ? show(*value) : "none";
}

template <typename Value>
std::string show(const std::vector<Value>& values) {
    std::string text;
    for (const Value& value : values) text += (text.empty() ? "" : ", ") + show(value);
    return "{" + text + "}";
}

// A comment may go on after the value: "7, Monday to Sunday".
inline void compare(std::string_view place, std::string_view stated, const std::string& shown) {
    if (stated.starts_with(shown)) return;
    std::cerr << place << ": states " << stated << ", gives " << shown << '\n';
    ++faults();
}

// Of a call that must fail the comment names the error, "DateError" or "raises DateError".
template <typename Expression>
void check(std::string_view place, std::string_view stated, Expression expression) {
    const bool raises = stated.starts_with("raises ");
    const std::string_view error_stated = stated.substr(raises ? 7 : 0);
    try {
        compare(place, stated, show(expression()));
    } catch (const probity::DateError&) {
        compare(place, error_stated, "DateError");
    } catch (const probity::RuleError&) {
        compare(place, error_stated, "RuleError");
    } catch (const probity::HorizonError&) {
        compare(place, error_stated, "HorizonError");
    } catch (const probity::DocumentError&) {
        compare(place, error_stated, "DocumentError");
    } catch (const probity::ProbityError&) {
        compare(place, error_stated, "ProbityError");
    }
}

}  // namespace snippets

#define PROBITY_STATED(place, stated, ...) \
    snippets::check(place, stated, [&] { return __VA_ARGS__; })
