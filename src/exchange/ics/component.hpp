// The components and properties of a calendar file (RFC 5545 section 3.1), as they stand.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/ics/reason.hpp"

namespace probity::ics::detail {

/// One property: "DTSTART;TZID=Asia/Seoul:20260318T152000". Its texts are those of the file.
struct Property {
    /// In capitals.
    std::string_view name;
    /// Names in capitals, each once; values without their quotes.
    std::vector<std::pair<std::string_view, std::string_view>> parameters;
    std::string_view value;
    int line = 0;

    /// The value of a parameter; empty without it.
    [[nodiscard]] std::string_view parameter(std::string_view key) const noexcept;
    [[nodiscard]] bool has_parameter(std::string_view key) const noexcept;
    /// Whether it has a value: one without says nothing.
    [[nodiscard]] bool has_value() const noexcept;
};

/// The lines between BEGIN and END.
class Component {
  public:
    /// `within` is the calendar in which it stands; null if it is one, or stands in none.
    Component(std::string_view named, int at, const Component* within = nullptr)
        : name(named), line(at), calendar_(within) {}
    Component(const Component&) = delete;
    Component& operator=(const Component&) = delete;

    /// In capitals.
    std::string_view name;
    int line;
    std::vector<Property> properties;
    std::vector<std::unique_ptr<Component>> children;

    /// The VCALENDAR in which it stands; itself if it is one.
    [[nodiscard]] const Component& calendar() const noexcept {
        return calendar_ != nullptr ? *calendar_ : *this;
    }
    /// The first property of a name that has a value; null without one.
    [[nodiscard]] const Property* first(std::string_view property) const noexcept;
    /// The properties of a name that have a value, in order.
    [[nodiscard]] std::vector<const Property*> all(std::string_view property) const;
    /// Whether it has a property of a name, with a value or without.
    [[nodiscard]] bool has(std::string_view property) const noexcept;
    /// The value of the first property of a name that has one; empty without one.
    [[nodiscard]] std::string_view value(std::string_view property) const noexcept;

    /// It and all within it, in the order of the file.
    [[nodiscard]] std::vector<const Component*> walk() const;

    /// To be called when all properties are there: of many, it keeps where each name is.
    void index();

  private:
    /// The places of the properties of a name, in order: all of them, if they are not indexed.
    template <class Take>
    void each(std::string_view property, Take take) const;

    const Component* calendar_;
    /// Of many properties, their places by name; else empty.
    std::vector<std::size_t> by_name_;
};

/// A line or component that is not as RFC 5545 has it: what was wrong, and how it was taken.
struct Note {
    /// The kind of finding that it is to a check (kinds.hpp).
    std::string_view what;
    /// From 1.
    int line = 0;
    Text reason;
    /// Whether something was left out.
    bool is_lost = false;
    /// The component in which the line stands; null if none.
    const Component* component = nullptr;

    friend bool operator==(const Note&, const Note&) = default;
};

/// A property or a part with its value, as messages show it: "DTSTART '2026-3'".
[[nodiscard]] std::string shown(std::string_view name, std::string_view value);
[[nodiscard]] std::string shown(const Property& property);

/// A value of type TEXT as it reads (RFC 5545 section 3.3.11).
[[nodiscard]] std::string unescaped(std::string_view value);

}  // namespace probity::ics::detail
