#include "exchange/import/faults.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "date/text.hpp"
#include "exchange/nearest.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

/// Text as an error keeps it: what is not UTF-8 becomes \xNN.
std::string whole(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(std::string_view(text).substr(i));
        if (length == 0) return printable(text, text.size());
        i += length;
    }
    return text;
}

std::string in_words(std::size_t number) {
    constexpr std::array<std::string_view, 11> words{
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return number < words.size() ? std::string(words[number]) : std::to_string(number);
}

Text summary(const std::vector<RowError>& rows) {
    std::set<std::pair<SheetKind, int>> distinct;
    for (const RowError& each : rows) distinct.emplace(each.sheet, each.row);
    Text number = Text::in_any_language(std::to_string(distinct.size()));
    number.english = in_words(distinct.size());
    return sentence(distinct.size() == 1 ? "import.to_mend_one" : "import.to_mend",
                    {{"rows", number}});
}

std::string message_of(const std::vector<RowError>& rows, Language language) {
    std::string out = summary(rows).in(language);
    for (const RowError& row : rows) out += "\n" + describe(row, language);
    return out;
}

}  // namespace

void Faults::add(const CellPlace& place, const std::string& value, Text problem, Text allowed,
                 const std::vector<std::string>& names) {
    // A file of nothing but faults is answered in good time as well.
    constexpr std::size_t most_compared = 200'000;
    compared_ += names.size();
    const bool suggests = compared_ <= most_compared;
    faults_.emplace_back(RowError{.sheet = place.sheet,
                                  .row = place.row,
                                  .column = whole(place.heading),
                                  .value = whole(value),
                                  .problem = std::move(problem),
                                  .allowed = std::move(allowed),
                                  .suggestion = suggests ? nearest(value, names) : ""},
                         place.column);
}

void Faults::add_too_many_rows(SheetKind kind, int row) {
    add({.sheet = kind, .row = row}, "", sentence("import.too_many_rows"),
        sentence("import.at_most_rows", {{"most", most_rows}}));
}

std::vector<RowError> Faults::take() {
    std::stable_sort(faults_.begin(), faults_.end(), [](const auto& a, const auto& b) {
        const auto key = [](const auto& fault) {
            return std::tuple(fault.first.sheet, fault.first.row, fault.second);
        };
        return key(a) < key(b);
    });
    std::vector<RowError> rows;
    for (auto& [fault, column] : faults_) rows.push_back(std::move(fault));
    return rows;
}

Text allowed_names(const std::vector<std::string>& names) {
    if (names.empty()) return sentence("import.none");
    return listed(names);
}

}  // namespace detail

ImportErrors::ImportErrors(std::vector<RowError> rows, Language language)
    : ProbityError(detail::message_of(rows, language)), rows_(std::move(rows)) {}

std::string ImportErrors::message(Language language) const {
    return detail::message_of(rows_, language);
}

std::string_view to_string(SheetKind kind) noexcept {
    return kind == SheetKind::bands ? "bands" : "tasks";
}

namespace {

Text reason_of(const RowError& error) {
    Text out = error.problem;
    if (!error.value.empty()) {
        out = detail::sentence("import.of_value",
                               {{"value", detail::in_quotes(error.value)}, {"problem", out}});
    }
    if (!error.allowed.empty()) {
        out = detail::sentence("import.allowed", {{"reason", out}, {"allowed", error.allowed}});
    }
    if (!error.suggestion.empty()) {
        out = detail::sentence("import.suggested", {{"reason", out}, {"name", error.suggestion}});
    }
    return out;
}

/// "tasks, row 2, 기한: ..."
Text placed(SheetKind sheet, int row, const std::string& heading, const Text& what) {
    return detail::sentence(
        heading.empty() ? "import.at" : "import.at_column",
        {{"table", detail::sentence(sheet == SheetKind::bands ? "import.bands" : "import.tasks")},
         {"row", row},
         {"column", detail::printable(heading)},
         {"what", what}});
}

}  // namespace

std::string reason(const RowError& error, Language language) {
    return reason_of(error).in(language);
}

std::string describe(const RowError& error, Language language) {
    return placed(error.sheet, error.row, error.column, reason_of(error)).in(language);
}

std::string describe(const ImportNotice& notice, Language language) {
    return placed(notice.sheet, notice.row, notice.column, notice.message).in(language);
}

}  // namespace probity
