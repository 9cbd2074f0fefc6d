// The single values of a programme's document: dates, kinds, rules.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "probity/programme/programme.hpp"
#include "records/description.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

using nlohmann::json;
using nlohmann::ordered_json;

// Each reads one value; `place` is its JSON pointer, for the DocumentError that they throw.
void read_value(const json& value, const std::string& place, Date& out);
void read_value(const json& value, const std::string& place, PartialDate& out);
void read_value(const json& value, const std::string& place, TimeOfDay& out);
void read_value(const json& value, const std::string& place, std::chrono::sys_seconds& out);
void read_value(const json& value, const std::string& place, Share& out);
void read_value(const json& value, const std::string& place, QuotaSubject& out);
void read_value(const json& value, const std::string& place, QuotaPeriod& out);
void read_value(const json& value, const std::string& place, Cadence& out);
void read_value(const json& value, const std::string& place, bool& out);
void read_value(const json& value, const std::string& place, ObservanceRule& out);
void read_value(const json& value, const std::string& place, Text& out);

/// Reads one of a list of names; its place in the list.
[[nodiscard]] std::size_t read_name(const json& value, const std::string& place,
                                    std::span<const std::string_view> names);

/// Reads a value of the type that a field has, Field::leaf, into `out`.
void read_leaf(const json& value, const std::string& place, const Field& field, void* out);
[[nodiscard]] ordered_json written_leaf(const Field& field, const void* value);

/// A number with a fraction, from least to most.
[[nodiscard]] double read_number(const json& value, const std::string& place, int least, int most);
[[nodiscard]] std::string read_string(const json& value, const std::string& place);
[[nodiscard]] int read_integer(const json& value, const std::string& place, int least, int most);

[[nodiscard]] ordered_json json_of(const Date& date);
[[nodiscard]] ordered_json json_of(const PartialDate& date);
[[nodiscard]] ordered_json json_of(TimeOfDay time);
[[nodiscard]] ordered_json json_of(std::chrono::sys_seconds instant);
[[nodiscard]] ordered_json json_of(const Share& share);
[[nodiscard]] ordered_json json_of(const Cadence& cadence);
[[nodiscard]] ordered_json json_of(bool value);
[[nodiscard]] ordered_json json_of(const ObservanceRule& rule);
[[nodiscard]] ordered_json json_of(const Text& text);

/// An object whose keys are asked for one after the other; what was not asked for is refused.
class StrictObject {
  public:
    /// Throws DocumentError if the value is no object.
    StrictObject(const json& value, std::string place);

    /// The value of a key; null if the object does not have it.
    [[nodiscard]] const json* find(const char* key);
    /// Throws DocumentError if the object does not have the key.
    [[nodiscard]] const json& require(const char* key);
    /// That the object does not have a key.
    [[nodiscard]] DocumentError missing(const char* key) const;
    [[nodiscard]] std::string at(const char* key) const { return place_ + "/" + key; }
    /// Adds a fault for each key that was not asked for, with the nearest that was and is missing.
    void finish(DocumentFaults& faults) const;
    /// The same by itself. Throws DocumentError if there is such a key.
    void finish() const;

  private:
    const json& value_;
    std::string place_;
    std::vector<std::string> asked_;
};

}  // namespace probity::detail
