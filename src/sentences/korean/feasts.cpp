// Days with a name in a Korean sentence, and the week that holds a day: 추석 연휴, 설이 있는 주.

#include "sentences/feasts.hpp"

#include <algorithm>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

// The week in which a day lies.
const Pattern holding(
    U"[이가을를]?(?:있는|들어있는|든|속한|속하는|속해있는|포함된|포함되는|포함되어있는|포함한|"
    U"포함하는|낀"
    U"|끼어있는)(?:주(?:간)?(?!말)|(?P<other>달|월|해|연도|분기|날))");
const Pattern before_beginning(U"시작(?:이?전|[0-9]{1,2}(?:일|주일?)전|일주일전|하루전)");
const Pattern week_of_feast(U"주간(?!에)|주(?=$|[의중은을에(,.]|[월화수목금토]|일요일)");
const Pattern date_of_feast(U"[(](음력)?([0-9]{1,2})[월.]([0-9]{1,2})(?:일|[.])?[)]");

/// 세계 반부패의 날(12월 9일): the date of a name, which is that of the calendar.
void check_date_of_feast(Scanner& s, std::u32string_view name) {
    const std::size_t mark = s.at;
    const auto match = s.take_match(date_of_feast);
    if (!match) return;
    const Feast& known = feast(name);
    const Feast given{match->has(1), static_cast<int>(number_of((*match)[2])),
                      static_cast<int>(number_of((*match)[3]))};
    if (given == known) return;
    s.fail(sentence("rule.feast_is",
                    {{"name", utf8(name)},
                     {"date", (known.lunar ? "음력 " : "") + std::to_string(known.month) + "월 " +
                                  std::to_string(known.day) + "일"}}),
           mark);
}

std::vector<std::u32string_view> listed_feasts(Scanner& s) {
    std::vector<std::u32string_view> found;
    while (true) {
        const std::size_t mark = s.at;
        if (!found.empty() && !s.separator() && !s.begins_word(s.at)) return found;
        const Taken word = s.take_of(feast_names());
        if (!word && found.empty() && s.take(U"명절(설·추석)", U"명절(설,추석)", U"명절")) {
            return {U"설", U"추석"};
        }
        if (!word || (word == U"설" && s.ahead(U"립", U"명", U"치", U"계", U"문"))) {
            s.at = mark;
            return found;
        }
        s.take(U"명절", U"(구정)", U"(음력1월1일)", U"(음력8월15일)");
        found.push_back(word.word);
    }
}

}  // namespace

bool read_feasts(Scanner& s, SentencePlan& plan) {
    const std::vector<std::u32string_view> found = listed_feasts(s);
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (feast(found[i]) == feast(found[j])) {
                s.fail(sentence("rule.feast_twice", {{"name", utf8(found.back())}}));
            }
        }
    }
    if (found.empty()) return false;
    s.take(U"명절");
    plan.feasts.insert(plan.feasts.end(), found.begin(), found.end());
    check_date_of_feast(s, found.back());
    if (s.take(U"연휴기간", U"연휴")) {
        plan.holidays_around = true;
        if (s.take(U"첫날", U"첫째날", U"시작일")) {
            plan.holidays_around = false;
            plan.shift = -1;
        } else if (s.take(U"마지막날", U"끝날", U"종료일")) {
            plan.holidays_around = false;
            plan.shift = 1;
        } else if (before_beginning.match(s.text, s.at)) {
            s.take(U"시작");
        }
        return true;
    }
    s.take(U"당일");
    if (s.take_match(week_of_feast)) {
        plan.containing = true;
        read_part_of_week(s, plan);
    } else {
        read_holding(s, plan);
    }
    return true;
}

bool read_holding(Scanner& s, SentencePlan& plan) {
    const auto match = holding.match(s.text, s.at);
    if (!match) return false;
    if (match->has("other")) {
        s.fail(sentence("rule.week_that_holds", {{"words", s.shown(s.at, match->end())},
                                                 {"other", utf8((*match)["other"])}}));
    }
    s.at = match->end();
    plan.containing = true;
    read_part_of_week(s, plan);
    return true;
}

void read_part_of_week(Scanner& s, SentencePlan& plan) {
    s.take(U"의", U"중");
    std::vector<int> found = s.weekdays(true);
    if (s.run_of_weekdays) {
        plan.part_run = s.run_of_weekdays;
    } else {
        plan.part_days = std::move(found);
    }
}

}  // namespace probity::detail::korean
