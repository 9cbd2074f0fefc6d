#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

#include <utility>

namespace probity::detail::korean {
namespace {

/// 6월 한 달간 매주 월요일: days of the months, not the whole of them.
void read_days_of_months(Scanner& s, SentencePlan& plan) {
    plan.whole_months = false;
    read_days(s, plan);
    plan.whole_months = !plan.has_days();
}

bool says_days_or_weeks(const SentencePlan& plan) {
    for (const Head& head : plan.heads) {
        if (head.frequency == Frequency::weekly || head.frequency == Frequency::daily) return true;
    }
    return false;
}

}  // namespace

SentencePlan read_plan(Scanner& s) {
    if (s.done()) s.fail(sentence("rule.empty"));
    SentencePlan plan;
    pass_label(s);
    if (read_clock(s, plan)) s.take(U",");  // 14:00, 매월 셋째 수요일
    read_heads(s, plan);
    if (pass_object(s)) read_heads(s, plan);
    if (plan.whole_months && says_days_or_weeks(plan)) plan.whole_months = false;
    if (plan.whole_months && !s.done() && !s.ahead(U"(")) {
        read_days_of_months(s, plan);
    } else if (plan.month_days.empty()) {
        read_days(s, plan);
    }
    // 6월 30일, 12월 31일: the dates that follow the first.
    while (read_other_date(s, plan, plan.others)) {
    }
    read_span(s, plan);
    // 3. 1. ~ 3. 15., 9. 1. ~ 9. 15.
    for (std::vector<SentencePlan> other; read_other_date(s, plan, other); other.clear()) {
        read_span(s, other.front());
        plan.others.push_back(std::move(other.front()));
    }
    do {
        while (read_exclusion(s, plan) || read_qualifier(s, plan) || read_limit(s, plan)) {
        }
    } while (pass_name(s, plan));
    if (!s.done()) s.fail(what_is_wrong(s, plan));
    plan.share();
    return plan;
}

}  // namespace probity::detail::korean
