// The exclusions of a Korean sentence: 8월 제외, 7·8월을 제외한, (단, 공휴일은 제외).

#include <algorithm>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"
#include "sentences/days_off.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

std::u32string left_out_source() {
    std::vector<std::u32string> words;
    for (const Word word :
         {U"제외하고는", U"제외하고",   U"제외하며",    U"제외한다", U"제외합니다", U"제외한",
          U"제외하여",   U"제외함",     U"제외됨",      U"제외",     U"빼고는",     U"빼고",
          U"뺀",         U"생략한다",   U"생략",        U"미개최",   U"미실시",     U"미운영",
          U"휴회",       U"휴무",       U"휴강",        U"쉼",       U"쉰다",       U"쉽니다",
          U"없음",       U"이외에는",   U"이외의",      U"이외",     U"외에는",     U"외의",
          U"외",         U"열지않는다", U"열지아니한다"}) {
        words.emplace_back(word);
    }
    for (const Word verb : {U"", U"개최", U"실시", U"운영", U"시행", U"진행"}) {
        for (const Word end : {U"않는다", U"않음", U"않습니다", U"아니한다", U"아니함"}) {
            words.push_back(std::u32string(verb) + U"하지" + std::u32string(end));
        }
    }
    return U"(?:을|를|은|는|이|가|에는|에|중에는|의경우에는|의경우)?,?(?:" +
           any_of({words.begin(), words.end()}) + U")(?:로|,)?";
}

// 하계 휴가철(7~8월): the name of some months, with the months.
const Pattern season(U"[가-힣]{2,10}[(](?=[0-9])");
const Pattern time_of_year(
    U"(?:동절기|하절기|혹서기|혹한기|하계|동계|여름|겨울)?"
    U"(?:휴가철|휴가기간|휴가|방학기간|방학|철)?(?<=[가-힣]{2})(?=[0-9])");
const Pattern one_quarter(U"([1-4])(?:/4)?분기");

/// Days off by their names, as bits of DayOff.
constexpr unsigned saturday = 1;
constexpr unsigned sunday = 2;
constexpr unsigned holiday = 4;
constexpr auto off_words = std::to_array<Meaning<unsigned>>({
    {U"법정공휴일", sunday | holiday},
    {U"공휴일", sunday | holiday},
    {U"국경일", sunday | holiday},
    {U"휴무일", saturday | sunday | holiday},
    {U"휴무", saturday | sunday | holiday},
    {U"휴일", saturday | sunday | holiday},
    {U"쉬는날", saturday | sunday | holiday},
    {U"비근무일", saturday | sunday | holiday},
    {U"토·일요일", saturday | sunday},
    {U"토·일", saturday | sunday},
    {U"토,일", saturday | sunday},
    {U"토일", saturday | sunday},
    {U"주말", saturday | sunday},
    {U"토요일", saturday},
    {U"토", saturday},
    {U"일요일", sunday},
    {U"일", sunday},
});

bool read_out(Scanner& s) { return s.take_match(left_out_words).has_value(); }

/// 4분기, 상반기: its months.
std::vector<NamedMonth> months_of_period(Scanner& s) {
    int first = 0;
    int last = 0;
    if (const auto match = s.take_match(one_quarter)) {
        last = static_cast<int>(3 * number_of((*match)[1]));
        first = last - 2;
    } else if (s.take(U"상반기")) {
        first = 1, last = 6;
    } else if (s.take(U"하반기")) {
        first = 7, last = 12;
    }
    std::vector<NamedMonth> found;
    for (int month = first; month != 0 && month <= last; ++month) found.push_back({month, false});
    return found;
}

bool read_days_off_out(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const std::vector<DayOff> kinds = read_off_days(s);
    if (kinds.empty()) return s.back(mark);
    const std::size_t inner = s.at;
    // 공휴일 및 8월 제외
    std::vector<NamedMonth> months;
    if (s.separator()) months = s.months();
    if (months.empty()) s.at = inner;
    if (!read_out(s)) return s.back(mark);
    add_kinds(plan.omits, kinds);
    for (const NamedMonth& each : months) plan.months_out.push_back(each.month);
    return true;
}

bool read_named_out(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    SentencePlan inner{.heads = plan.heads};
    s.take(U"매년", U"매월", U"매달");
    const bool of_season = s.take_match(season).has_value();
    if (!of_season) s.take_match(time_of_year);
    inner.months = s.months();
    if (inner.months.empty()) inner.months = months_of_period(s);
    if (of_season && (inner.months.empty() || !s.take(U")"))) return s.back(mark);
    s.take(U"의", U"중");
    try {
        read_days(s, inner);
    } catch (const RuleError&) {
        return s.back(mark);  // what is no day here may be one where it is read
    }
    const bool is_named = !inner.months.empty() || inner.has_days();
    if (!is_named || !inner.others.empty() || !read_out(s)) return s.back(mark);
    if (inner.has_days()) {
        plan.out.push_back(std::move(inner));
    } else {
        for (const NamedMonth& each : inner.months) plan.months_out.push_back(each.month);
    }
    return true;
}

}  // namespace

const Pattern left_out_words(left_out_source);

bool read_exclusion(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const bool bracket = bool(s.take(U"("));
    s.take(U",", U".");
    s.take(U"단,", U"다만,", U"단", U"다만");
    if (!read_days_off_out(s, plan) && !read_named_out(s, plan)) return s.back(mark);
    if (bracket && !s.take(U")")) {
        const bool is_parted = s.at > 0 && s.stands_at(U",", s.at - 1);
        if (!is_parted && !s.take(U",")) s.fail(sentence("rule.closing_bracket"));
        s.open_bracket_before();
    }
    return true;
}

std::vector<DayOff> read_off_days(Scanner& s) {
    unsigned found = 0;
    while (true) {
        const std::size_t mark = s.at;
        const bool parted =
            found == 0 || s.take(U"이거나", U"그리고", U"이나", U"과", U"와", U"및", U"·", U",",
                                 U"/", U"하고", U"또는", U"혹은", U"나");
        const std::size_t begin = s.at;
        const unsigned* const kinds = s.take_meaning(off_words);
        if (kinds == nullptr || !(parted || s.at > begin + 1)) {
            s.at = mark;
            break;
        }
        found |= *kinds;
    }
    std::vector<DayOff> kinds;
    for (const DayOff kind : {DayOff::saturday, DayOff::sunday, DayOff::holiday}) {
        if ((found >> static_cast<unsigned>(kind) & 1U) != 0) kinds.push_back(kind);
    }
    return kinds;
}

}  // namespace probity::detail::korean
