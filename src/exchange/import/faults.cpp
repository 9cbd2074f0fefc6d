#include "exchange/import/faults.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "date/text.hpp"
#include "exchange/nearest.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"

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

std::string summary(const std::vector<RowError>& rows, Language language) {
    std::set<std::pair<SheetKind, int>> distinct;
    for (const RowError& each : rows) distinct.emplace(each.sheet, each.row);
    if (language == Language::korean) {
        return "가져온 것이 없습니다. 고칠 행은 " + std::to_string(distinct.size()) + "개입니다";
    }
    return "nothing imported, " + in_words(distinct.size()) +
           (distinct.size() == 1 ? " row" : " rows") + " to mend";
}

std::string message_of(const std::vector<RowError>& rows, Language language) {
    std::string out = summary(rows, language);
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
    const std::string most = std::to_string(most_rows);
    add({.sheet = kind, .row = row}, "", {"행이 너무 많습니다", "the table has more rows"},
        {most + "행까지", "at most " + most + " rows"});
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
    if (names.empty()) return {"없음(프로그램에 등록되지 않음)", "none: the programme has none"};
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

std::string reason(const RowError& error, Language language) {
    const std::string value = error.value.empty() ? "" : detail::in_quotes(error.value);
    if (language == Language::korean) {
        std::string out = (value.empty() ? "" : value + " - ") + error.problem.korean;
        if (!error.allowed.empty()) out += ". 허용되는 값: " + error.allowed.korean;
        if (!error.suggestion.empty()) out += " (혹시 '" + error.suggestion + "'입니까?)";
        return out;
    }
    std::string out = (value.empty() ? "" : value + " ") + error.problem.english;
    if (!error.allowed.empty()) out += "; allowed: " + error.allowed.english;
    if (!error.suggestion.empty()) out += " (did you mean '" + error.suggestion + "'?)";
    return out;
}

namespace {

/// "tasks, row 2, 기한: "
std::string place_text(SheetKind sheet, int row, const std::string& heading, Language language) {
    const std::string column = detail::printable(heading);
    const std::string number = std::to_string(row);
    if (language == Language::korean) {
        return (sheet == SheetKind::bands ? "밴드 " : "과제 ") + number + "행" +
               (column.empty() ? "" : " " + column) + ": ";
    }
    return std::string(to_string(sheet)) + ", row " + number +
           (column.empty() ? "" : ", " + column) + ": ";
}

}  // namespace

std::string describe(const RowError& error, Language language) {
    return place_text(error.sheet, error.row, error.column, language) + reason(error, language);
}

std::string describe(const ImportNotice& notice, Language language) {
    const Text& message = notice.message;
    return place_text(notice.sheet, notice.row, notice.column, language) +
           (language == Language::korean ? message.korean : message.english);
}

}  // namespace probity
