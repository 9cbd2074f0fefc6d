#include "sentences/english/names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sentences/code_points.hpp"
#include "sentences/english/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

const Pattern brackets_pattern(U"\\([^()]*\\)|\\[[^\\[\\]]*\\]|\"[^\"]*\"|\u201c[^\u201d]*\u201d");
const Pattern label_pattern(U"([^:;,()0-9]{1,80}?): ");
const Pattern subject_pattern(
    U"([a-z][a-z' -]{1,60}?) (?:(?:is|are|shall be|will be|to be|must be) "
    U"(?:held|observed|due|submitted|reported|published)|takes? place|meets?|shall meet|is)(?= )");
const Pattern before_bracket_pattern(U"([a-z][a-z' -]{1,60}?) ?[(](?=[^()]+[)]$)");
const Pattern as_pattern(U"as (?:an? |the )?[^0-9;,()]+$");

}  // namespace

void pass_subject(Scanner& s) {
    for (const Pattern* const pattern : {&label_pattern, &subject_pattern}) {
        const auto found = pattern->match(s.text, s.at);
        if (found && !speaks_of_dates((*found)[1])) {
            s.at = found->end();
            return;
        }
    }
    const auto found = before_bracket_pattern.match(s.text, s.at);
    if (found && !speaks_of_dates((*found)[1])) {
        s.at = found->end();
        s.text.pop_back();
        if (s.text.ends_with(U' ')) s.text.pop_back();
    }
}

bool read_name(Scanner& s) {
    const std::size_t mark = s.at;
    s.take(U",");
    auto found = s.match(brackets_pattern);
    if (!found) found = s.match(as_pattern);
    if (!found) return s.back(mark);
    const std::u32string_view name = (*found)[0];
    if (std::ranges::any_of(name, is_figure)) return s.back(mark);
    if (const auto reason = reason_in(name); !reason.empty()) s.fail(reason, mark);
    if (speaks_of_dates(name)) {
        s.fail(sentence("rule.name_of_dates", {{"name", utf8(stripped(name))}}), mark);
    }
    return true;
}

}  // namespace probity::detail::english
