// Checks that what the body of an event refers to is there.
#pragma once

#include "history/body.hpp"
#include "history/event_fields.hpp"
#include "history/fold.hpp"

namespace probity::detail {

/// An archive (programme/fields.hpp) that asks a fold for each record referred to.
class ReferenceChecker {
  public:
    explicit ReferenceChecker(const Fold& fold) : fold_(fold) {}

    void reference(const char* key, const std::string& value, Target target) {
        if (!value.empty()) fold_.require(target, value, key);
    }
    void references(const char* key, const std::vector<std::string>& values, Target target) {
        for (const std::string& value : values) fold_.require(target, value, key);
    }
    void source(const char* key, const std::string& value) {
        if (!value.empty()) fold_.require(Target::source, value, key);
    }

    template <class... Rest>
    void id(const char*, const Rest&...) {}
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
        fields(*this, record);
    }
    template <class Record>
    void optional_object(const char*, const std::optional<Record>& record) {
        if (record) fields(*this, *record);
    }
    template <class Element>
    void list(const char*, const std::vector<Element>& elements) {
        if constexpr (!std::same_as<Element, Text>) {
            for (const Element& element : elements) fields(*this, element);
        }
    }

  private:
    const Fold& fold_;
};

template <class T>
const T& Fold::body_of(const Step& step) const {
    const T& body = body_as<T>(step.body);
    ReferenceChecker checker(*this);
    fields(checker, body);
    return body;
}

}  // namespace probity::detail
