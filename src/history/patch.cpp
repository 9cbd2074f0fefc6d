#include "history/patch.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "history/event_fields.hpp"

namespace probity::detail {
namespace {

/// An archive (records/fields.hpp) that shows each field to `Archive::field` in the same way, and
/// goes into the records that a record holds as `Archive::enters` says.
template <class Archive>
class EachField {
  public:
    template <class Value>
    void id(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void source_id(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void source(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void word(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void words(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void text(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void optional_text(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void value(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void nullable(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void optional(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void flag(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void list(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value>
    void optional_object(const char* key, Value& value) {
        archive().field(key, value);
    }
    template <class Value, class Usual>
    void usual(const char* key, Value& value, const Usual&) {
        archive().field(key, value);
    }
    template <class Value>
    void reference(const char* key, Value& value, Target) {
        archive().field(key, value);
    }
    template <class Value>
    void references(const char* key, Value& value, Target) {
        archive().field(key, value);
    }
    template <class Value, class... Bounds>
    void number(const char* key, Value& value, Bounds...) {
        archive().field(key, value);
    }
    template <class Value, class... Bounds>
    void integer(const char* key, Value& value, Bounds...) {
        archive().field(key, value);
    }
    template <class Value, class... Bounds>
    void optional_integer(const char* key, Value& value, Bounds...) {
        archive().field(key, value);
    }

  private:
    [[nodiscard]] Archive& archive() { return static_cast<Archive&>(*this); }
};

/// Where the fields of a record lie, in their order.
class FieldPlaces : public EachField<FieldPlaces> {
  public:
    template <class Value>
    void field(const char*, const Value& value) {
        places_.push_back(&value);
    }
    template <class Record>
    void object(const char*, const Record& record) {
        places_.push_back(&record);
        fields(*this, record);
    }

    /// Field i, of the type that it has.
    template <class Value>
    [[nodiscard]] const Value& at(std::size_t i) const {
        return *static_cast<const Value*>(places_[i]);
    }

  private:
    std::vector<const void*> places_;
};

template <class Record>
FieldPlaces places_of(const Record& record) {
    FieldPlaces places;
    fields(places, record);
    return places;
}

/// Puts what the corrected record has into each field that is not named.
class Patch : public EachField<Patch> {
  public:
    Patch(const FieldPlaces& corrected, const FieldPlaces& fresh, const NamedFields& named)
        : corrected_(corrected), fresh_(fresh), named_(named) {}

    template <class Value>
    void field(const char* key, Value& value) {
        const std::size_t i = next_++;
        if (is_named(key) || (!named_ && value != fresh_.at<Value>(i))) return;
        value = corrected_.at<Value>(i);
    }
    template <class Record>
    void object(const char* key, Record& record) {
        ++next_;
        // What is named whole is passed over, field by field.
        const bool before = whole_;
        whole_ = whole_ || is_named(key);
        fields(*this, record);
        whole_ = before;
    }

  private:
    [[nodiscard]] bool is_named(std::string_view key) const {
        return whole_ ||
               (named_ && std::find(named_->begin(), named_->end(), key) != named_->end());
    }

    const FieldPlaces& corrected_;
    const FieldPlaces& fresh_;
    const NamedFields& named_;
    std::size_t next_ = 0;
    bool whole_ = false;
};

EventBody patched_body(const std::monostate&, const EventBody& corrected, const NamedFields&) {
    return corrected;
}

template <class T>
EventBody patched_body(const Held<T>& said, const EventBody& corrected, const NamedFields& named) {
    const auto* old = std::get_if<Held<T>>(&corrected);
    if (old == nullptr) return said;
    const T fresh{};
    T body = *said;
    const FieldPlaces old_places = places_of(**old);
    const FieldPlaces fresh_places = places_of(fresh);
    Patch patch(old_places, fresh_places, named);
    fields(patch, body);
    return Held<T>(std::move(body));
}

}  // namespace

EventBody patched(const EventBody& said, const EventBody& corrected, const NamedFields& named) {
    return std::visit([&](const auto& held) { return patched_body(held, corrected, named); }, said);
}

}  // namespace probity::detail
