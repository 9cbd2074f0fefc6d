// New values of some fields of a record: the body of an event such as "unit.changed".
//
//     const RecordPatch renamed(Unit{.title = {"감사담당관", "Audit and Inspection"}}, {"title"});
//     renamed.fields();                               // {"title"}
//
// A field that is named changes as a whole. If it is empty in the record that is given, it is stated to
// be absent; what is not named stays as it is.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace probity {

namespace detail {
struct RecordDescription;
template <class Record>
[[nodiscard]] const RecordDescription& description_of();
}  // namespace detail

/// Fields of one record, with their new values.
class RecordPatch {
  public:
    /// The fields have the names of a document. Throws ProbityError for a name that the record does
    /// not have.
    template <class Record>
    RecordPatch(const Record& values, const std::vector<std::string>& fields)
        : RecordPatch(detail::description_of<Record>(), &values, fields) {}
    RecordPatch(const detail::RecordDescription& record, const void* values,
                const std::vector<std::string>& fields);

    /// The names of the fields that change, in the order of documents.
    [[nodiscard]] const std::vector<std::string>& fields() const& noexcept { return fields_; }
    [[nodiscard]] std::vector<std::string> fields() && { return std::move(fields_); }

    // The library's view of a patch: the record to which it belongs, and such a record with the
    // values named and all others fresh.
    [[nodiscard]] const detail::RecordDescription& record() const& noexcept { return *record_; }
    [[nodiscard]] const void* values() const& noexcept { return values_.get(); }
    void values() && = delete;

    friend bool operator==(const RecordPatch& a, const RecordPatch& b);

  private:
    const detail::RecordDescription* record_;
    std::vector<std::string> fields_;
    std::shared_ptr<const void> values_;
};

}  // namespace probity
