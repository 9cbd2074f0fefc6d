// What an archive (records/fields.hpp) shares that only looks at a few members of a record.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "history/event_fields.hpp"
#include "probity/planning/text.hpp"

namespace probity::detail {

/// Passes over every member, and goes into the records that a record holds. What `Archive` declares
/// under the same name takes its place.
template <class Archive>
class Onlooker {
  public:
    template <class... Rest>
    void id(const char*, const Rest&...) {}
    template <class... Rest>
    void reference(const char*, const Rest&...) {}
    template <class... Rest>
    void references(const char*, const Rest&...) {}
    template <class... Rest>
    void source(const char*, const Rest&...) {}
    template <class... Rest>
    void source_id(const char*, const Rest&...) {}
    template <class... Rest>
    void word(const char*, const Rest&...) {}
    template <class... Rest>
    void words(const char*, const Rest&...) {}
    template <class... Rest>
    void text(const char*, const Rest&...) {}
    template <class... Rest>
    void optional_text(const char*, const Rest&...) {}
    template <class... Rest>
    void value(const char*, const Rest&...) {}
    template <class... Rest>
    void nullable(const char*, const Rest&...) {}
    template <class... Rest>
    void optional(const char*, const Rest&...) {}
    template <class... Rest>
    void usual(const char*, const Rest&...) {}
    template <class... Rest>
    void flag(const char*, const Rest&...) {}
    template <class... Rest>
    void number(const char*, const Rest&...) {}
    template <class... Rest>
    void integer(const char*, const Rest&...) {}
    template <class... Rest>
    void optional_integer(const char*, const Rest&...) {}
    template <class Record>
    void object(const char*, const Record& record) {
        fields(archive(), record);
    }
    template <class Record>
    void optional_object(const char*, const std::optional<Record>& record) {
        if (record) fields(archive(), *record);
    }
    template <class Element>
    void list(const char* key, const std::vector<Element>& elements) {
        for (const Element& element : elements) {
            if constexpr (std::same_as<Element, Text>) {
                archive().text(key, element);
            } else {
                fields(archive(), element);
            }
        }
    }

  private:
    [[nodiscard]] Archive& archive() { return static_cast<Archive&>(*this); }
};

}  // namespace probity::detail
