// Quarters and half-years of a Korean sentence: 매분기, 상반기, 3/4분기 마지막 달.

#include <array>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

constexpr std::array<Word, 8> quarters{U"매분기별", U"매분기", U"분기별",   U"분기마다",
                                       U"각분기별", U"각분기", U"해당분기", U"분기"};
constexpr std::array<Word, 16> halves{
    U"매반기별",  U"매반기",        U"반기별",         U"반기마다",
    U"각반기별",  U"각반기",        U"해당반기",       U"반기",
    U"상·하반기", U"상하반기",      U"상반기및하반기", U"상반기와하반기",
    U"상,하반기", U"상반기·하반기", U"상반기,하반기",  U"상/하반기"};
const Pattern quarter(U"제?([1-4])(?:/4)?분기");
const Pattern some_quarters(U"[1-4](?:[·,][1-4]){1,3}분기");

void set_block(SentencePlan& plan, int months, std::vector<int> starts) {
    plan.block = months;
    plan.block_starts = std::move(starts);
}

int first_month_of(std::u32string_view quarter_number) {
    return static_cast<int>(3 * number_of(quarter_number)) - 2;
}

/// 1·3분기: several by their numbers; 1·4분기 may also be one of four.
bool read_some_quarters(Scanner& s, SentencePlan& plan) {
    const auto match = some_quarters.match(s.text, s.at);
    if (!match) return false;
    const std::u32string_view text = (*match)[0];
    const std::vector<Said> numbers = figures_in(text);
    const bool has_point = text.find(U'·') != std::u32string_view::npos;
    if (numbers.size() == 2 && numbers[1] == 4 && has_point) {
        const std::string first = std::to_string(numbers[0]);
        s.fail(sentence("rule.quarters", {{"words", utf8(text)}, {"first", first}}));
    }
    std::vector<int> starts;
    for (const Said n : numbers) starts.push_back(static_cast<int>(3 * n) - 2);
    s.at = match->end();
    set_block(plan, 3, std::move(starts));
    return true;
}

bool read_quarters(Scanner& s, SentencePlan& plan) {
    const auto first = s.take_match(quarter);
    if (!first) return false;
    set_block(plan, 3, {first_month_of((*first)[1])});
    while (s.take(U"·", U",", U"및", U"와", U"과")) {
        const auto next = s.take_match(quarter);
        if (!next) s.fail(sentence("rule.another_quarter"));
        plan.block_starts.push_back(first_month_of((*next)[1]));
    }
    return true;
}

bool read_periods(Scanner& s, SentencePlan& plan) {
    if (s.take_of(quarters)) {
        set_block(plan, 3, {1, 4, 7, 10});
    } else if (s.take_of(halves)) {
        set_block(plan, 6, {1, 7});
    } else if (s.take(U"상반기")) {
        set_block(plan, 6, {1});
    } else if (s.take(U"하반기")) {
        set_block(plan, 6, {7});
    } else if (!read_some_quarters(s, plan) && !read_quarters(s, plan)) {
        return false;
    }
    read_block_month(s, plan);
    return true;
}

void set_block_month(SentencePlan& plan, Said n) {
    const Said offset = n > 0 ? n - 1 : plan.block + n;
    plan.months.clear();
    for (const int start : plan.block_starts) {
        plan.months.push_back({start + static_cast<int>(offset), false});
    }
    plan.month_of_block = true;
}

}  // namespace

bool read_block(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    const int block = plan.block;
    const std::vector<int> starts = plan.block_starts;
    if (!read_periods(s, plan)) return false;
    const bool differs = block != plan.block || starts != plan.block_starts;
    if (block != 0 && differs && !plan.times) {
        s.fail(sentence("rule.two_periods"), start);
    }
    return true;
}

bool read_block_month(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    s.take(U"의", U",");
    const std::size_t mark = s.at;
    const std::optional<Said> n = s.ordinal();
    if (n && !s.ahead(U"월요일") && s.take(U"달", U"월")) {
        if (*n == 0 || *n > plan.block || *n < -plan.block) {
            s.fail(sentence("rule.month_of_block", {{"most", plan.block}}), mark);
        }
        set_block_month(plan, *n);
    } else if (s.at == mark && s.take(U"말월")) {
        set_block_month(plan, -1);
    } else if (s.at == mark && s.take(U"초월")) {
        set_block_month(plan, 1);
    } else {
        s.at = mark;
        if (s.done()) s.at = start;
        return false;
    }
    return true;
}

}  // namespace probity::detail::korean
