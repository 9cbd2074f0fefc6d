#include "planning/quota_words.hpp"

#include "planning/words.hpp"

namespace probity {

Text on_record(const Verdict& verdict) {
    return {.korean = "실시 추정 " + std::to_string(verdict.presumed) + "회, 기록 " +
                      std::to_string(verdict.held) + "회",
            .english = std::to_string(verdict.presumed) + " presumed, " +
                       std::to_string(verdict.held) + " on record"};
}

namespace detail {
namespace {

std::string number(std::int64_t n) { return std::to_string(n); }

/// "(2025-1, 2025-2)"; empty if nothing counts.
std::string ids(const std::vector<QuotaFact>& facts) {
    std::string list;
    for (const QuotaFact& fact : facts) list += (list.empty() ? "" : ", ") + fact.id;
    return list.empty() ? "" : "(" + list + ")";
}

std::string english_count(const Verdict& verdict, const QuotaGrounds& grounds) {
    const std::string list = ids(verdict.counted);
    const std::string which = list.empty() ? "" : " " + list;
    const bool presumes = verdict.presumed > 0;
    const std::string required = number(verdict.required);
    const std::string counted = presumes ? "Of " + required + ": " + on_record(verdict).english
                                         : number(verdict.held) + " of " + required + " counted";
    if (verdict.state == QuotaState::missed) {
        return counted + which + " when the period ended on " + to_string(verdict.period.last()) +
               ": " + (presumes ? "at least " : "") + number(verdict.still_to_hold()) + " short.";
    }
    const std::string day = " on " + to_string(grounds.on);
    return counted + (presumes ? which + day : day + which) + ".";
}

std::string korean_count(const Verdict& verdict, const QuotaGrounds& grounds) {
    const bool presumes = verdict.presumed > 0;
    const std::string counted = presumes
                                    ? "필요 " + number(verdict.required) + "회 중 " +
                                          on_record(verdict).korean + ids(verdict.counted)
                                    : number(verdict.required) + "회 중 " + number(verdict.held) +
                                          "회 인정" + ids(verdict.counted);
    if (verdict.state == QuotaState::missed) {
        return written(verdict.period.last()).korean + " 기간 종료, " + counted + ", " +
               (presumes ? "최소 " : "") + number(verdict.still_to_hold()) + "회 미달.";
    }
    return written(grounds.on).korean + " 현재 " + counted + ".";
}

Text what_is_to_be_recorded() {
    return {.korean = " 기록만으로는 충족되지 않으므로 실시 여부를 기록해야 합니다.",
            .english = " The record alone does not meet it: record whether they were held."};
}

Text proration(const Verdict& verdict, const QuotaGrounds& grounds) {
    if (verdict.period == grounds.whole_period) return {};
    const std::string days = number(verdict.period.days());
    const std::string all = number(grounds.whole_period.days());
    const std::string times = number(grounds.quota.times);
    const std::string required = number(verdict.required);
    return {.korean = " 기간 " + all + "일 중 " + days + "일에 적용되어 " + times + "회를 " +
                      required + "회로 환산.",
            .english = " In force on " + days + " of " + all + " days: of " + times + ", " +
                       (verdict.required == 0   ? "none is due."
                        : verdict.required == 1 ? required + " is due."
                                                : required + " are due.")};
}

Text slots_gone_by(const Verdict& verdict, const QuotaGrounds& grounds) {
    const std::string gone = number(verdict.slots_gone_by);
    const std::string has = verdict.slots_gone_by == 1 ? " has gone by." : " have gone by.";
    if (!grounds.slots) {
        const std::string parts = number(verdict.required);
        return {.korean = " 공표된 주기가 없어 기간을 " + parts + "등분하면 " + gone +
                          "개 구간이 지났습니다.",
                .english = " No cadence is published: of " + parts + " equal parts of the period " +
                           gone + has};
    }
    const std::string all = number(*grounds.slots);
    return {.korean = " 예정된 " + all + "회 중 " + gone + "회의 시기가 지났습니다.",
            .english = " Of the " + all + " slots of its cadence " + gone + has};
}

Text what_is_left(const Verdict& verdict, const QuotaGrounds& grounds) {
    const Text last = written(verdict.period.last());
    if (!verdict.latest_feasible && grounds.still_possible == 0) {
        return {.korean = " " + last.korean + "까지 더 열 수 있는 날이 없습니다.",
                .english = " None can still be held by " + last.english + "."};
    }
    if (!verdict.latest_feasible) {
        const std::string left = number(grounds.still_possible);
        return {.korean = " " + last.korean + "까지 더 열 수 있는 횟수는 " + left + "회입니다.",
                .english = " No more than " + left + " can still be held by " + last.english + "."};
    }
    const Text feasible = written(*verdict.latest_feasible);
    const Text notice = written(*verdict.latest_notice);
    const bool noticed = notice != feasible;
    return {.korean = " 다음 회차의 개최 시한은 " + feasible.korean + "입니다" +
                      (noticed ? "(통지 시한 " + notice.korean + ")." : "."),
            .english = " The next can be held up to " + feasible.english +
                       (noticed ? ", with notice by " + notice.english + "." : ".")};
}

Text uncertain(const Verdict& verdict) {
    Text list;
    for (const QuotaFact& fact : verdict.possibly_counted) {
        const Text first = written(fact.possible->begin());
        const Text last = written(fact.possible->last());
        list.korean += (list.korean.empty() ? " 아직 확정되지 않음: " : ", ") + fact.id + "(" +
                       first.korean + "부터 " + last.korean + " 사이, 날짜 미상)";
        list.english += (list.english.empty() ? " Not certain to count: " : ", ") + fact.id +
                        ", on an unknown day from " + first.english + " to " + last.english;
    }
    if (list.empty()) return {};
    return {.korean = list.korean + ".", .english = list.english + "."};
}

void append(Text& text, const Text& more) {
    text.korean += more.korean;
    text.english += more.english;
}

}  // namespace

Text presumed_without_record() {
    return {.korean = "실시 여부 기록 없음, 추정",
            .english = "Presumed: no record says whether it was held"};
}

Text reason_of(const Verdict& verdict, const QuotaGrounds& grounds) {
    Text reason{.korean = korean_count(verdict, grounds),
                .english = english_count(verdict, grounds)};
    append(reason, proration(verdict, grounds));
    if (verdict.state == QuotaState::presumed) append(reason, what_is_to_be_recorded());
    const bool wants_more = verdict.state == QuotaState::on_track ||
                            verdict.state == QuotaState::at_risk ||
                            verdict.state == QuotaState::infeasible;
    if (wants_more && verdict.required > 0) {
        append(reason, slots_gone_by(verdict, grounds));
        append(reason, what_is_left(verdict, grounds));
    }
    append(reason, uncertain(verdict));
    return reason;
}

}  // namespace detail
}  // namespace probity
