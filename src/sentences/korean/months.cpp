// The months of a Korean sentence: 3월, 6~8월, 3월부터 11월까지 격월, 6월 한 달간.

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

const Pattern steps_on(U"부터(?:매|격|홀수|짝수|[0-9]{1,2}개월(?:마다|간격))");
constexpr auto months_long = std::to_array<Meaning<std::size_t>>({{U"두달", 2},
                                                                  {U"2개월", 2},
                                                                  {U"2달", 2},
                                                                  {U"석달", 3},
                                                                  {U"세달", 3},
                                                                  {U"3개월", 3},
                                                                  {U"3달", 3},
                                                                  {U"넉달", 4},
                                                                  {U"네달", 4},
                                                                  {U"4개월", 4},
                                                                  {U"여섯달", 6},
                                                                  {U"6개월", 6}});

/// 매월 3월: how often does not agree with the month.
void check_months(const Scanner& s, const SentencePlan& plan, const std::vector<NamedMonth>& months,
                  std::size_t at) {
    const bool monthly = !plan.heads.empty() && plan.heads.back() == Head{Frequency::monthly, 1};
    if (!monthly || months.size() != 1 || plan.times) return;
    const std::string month = std::to_string(months[0].month) + "월";
    s.fail(sentence("rule.month_and_every", {{"month", month}}), at);
}

/// The months in the order in which they were said: November to February.
std::vector<NamedMonth> run_of(const SentencePlan& plan) {
    if (!plan.month_run) return plan.months;
    const auto [first, last] = *plan.month_run;
    std::vector<NamedMonth> months;
    for (int i = 0; i < (last - first + 12) % 12 + 1; ++i) {
        months.push_back({(first + i - 1) % 12 + 1, false});
    }
    return months;
}

/// 3월부터 11월까지 격월: March, May, ... November.
void read_step(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U",");
    Said step = 2;
    if (!s.take(U"격월로", U"격월", U"격달")) {
        step = s.number().value_or(0);
        if (step == 0 || step > 12 || !s.take(U"개월마다", U"달마다", U"개월간격으로")) {
            s.at = mark;
            return;
        }
    }
    const std::vector<NamedMonth> run = run_of(plan);
    plan.months.clear();
    for (std::size_t i = 0; i < run.size(); i += static_cast<std::size_t>(step)) {
        plan.months.push_back(run[i]);
    }
    plan.month_run.reset();
}

void set_months(SentencePlan& plan, int first, int last) {
    plan.months.clear();
    for (int month = first; month <= last; ++month) plan.months.push_back({month, false});
}

/// 6월 한 달간, 3월부터 5월까지 석 달간: the whole of the months.
void read_length(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const Meaning<std::size_t>* length = nullptr;
    if (plan.month_run) {
        for (const auto& each : months_long) {
            if (s.take(each.word)) {
                length = &each;
                break;
            }
        }
    }
    if (length != nullptr) {
        if (plan.months.size() != length->value) {
            s.fail(sentence("rule.not_the_months",
                            {{"words", utf8(length->word)}, {"number", plan.months.size()}}),
                   mark);
        }
        s.take(U"간", U"동안", U"에걸쳐");
        plan.whole_months = true;
    } else if (s.take(U"동안", U"기간")) {
        plan.whole_months = true;
    }
}

}  // namespace

bool read_months(Scanner& s, SentencePlan& plan) {
    if (!plan.months.empty()) return false;
    const std::size_t start = s.at;
    if (s.ahead(U"매홀수", U"매짝수")) s.take(U"매");
    const std::vector<NamedMonth> months = s.months();
    if (months.empty()) return s.back(start);
    check_months(s, plan, months, start);
    plan.months = months;
    plan.month_of_block = plan.block != 0;
    const std::u32string_view text = s.between(start, s.at);
    const int first = months[0].month;
    if (s.ranged) {
        const std::vector<Said> numbers = figures_in(text);
        plan.month_run.reset();
        if (numbers.size() == 2) {
            plan.month_run.emplace(static_cast<int>(numbers[0]), static_cast<int>(numbers[1]));
        }
        read_step(s, plan);
    } else if (months.size() == 1 && steps_on.match(s.text, s.at)) {
        // 4월부터 매월: to the end of the year.
        s.take(U"부터");
        set_months(plan, first, 12);
        read_step(s, plan);
    } else if (months.size() == 1 && text.ends_with(U"까지") &&
               s.ahead(U"매월", U"매달", U"매주")) {
        set_months(plan, 1, first);
    } else if (s.ahead(U"한달", U"중한달", U"1달", U"1개월", U"동안", U"내내", U"전체")) {
        s.take(U"중");
        s.take(U"한달", U"1달", U"1개월", U"전체");
        s.take(U"간", U"동안", U"내내");
        plan.whole_months = true;
    }
    read_length(s, plan);
    return true;
}

bool read_months_in_brackets(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take(U"(") && read_months(s, plan) && s.take(U")")) {
        if (plan.last_head_is(Frequency::monthly)) plan.heads.back().interval = 1;
        return true;
    }
    if (s.at > mark + 1) plan.months.clear();
    return s.back(mark);
}

}  // namespace probity::detail::korean
