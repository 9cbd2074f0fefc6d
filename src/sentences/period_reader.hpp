// The readings of what is named by its period or lasts: 추석 전 2주간, 분기 종료 후 10일 이내.
#pragma once

#include <string_view>
#include <vector>

#include "probity/sentences/reading.hpp"
#include "sentences/week_reader.hpp"

namespace probity::detail {

/// Reads working days, feasts, periods, and what lasts.
class PeriodReader : public WeekReader {
  public:
    using WeekReader::WeekReader;

  protected:
    [[nodiscard]] std::vector<Reading> working();
    /// 설, 추석; the week that holds it; the holidays around it.
    [[nodiscard]] std::vector<Reading> feasts() const;
    /// 분기 종료 후 10일 이내: the tenth day after the period, which itself does not count.
    [[nodiscard]] std::vector<Reading> after_period() const;
    /// 6월 한 달간, 3월부터 5월까지: whole months.
    [[nodiscard]] std::vector<Reading> whole_months() const;

    /// 추석 3일 전, 설 전날, 말일 5근무일 전.
    [[nodiscard]] Reading shifted(Reading reading) const;
    /// 추석 전 2주간: the fourteen days that end the day before.
    [[nodiscard]] Reading around(Reading reading) const;
    /// 셋째 주 월요일부터 3일간, 3월 1일부터 2개월간.
    [[nodiscard]] Reading lasting(Reading reading) const;
    /// 12월 1일부터 12월 15일까지, 첫째 주부터 둘째 주까지.
    [[nodiscard]] std::vector<Reading> running(const std::vector<Reading>& begins,
                                               const std::vector<Reading>& ends) const;

  private:
    [[nodiscard]] std::vector<Reading> weeks_around(const std::vector<Rule>& rules,
                                                    const Text& title) const;
    [[nodiscard]] Rule feast_rule(std::u32string_view name) const;
    [[nodiscard]] std::vector<int> last_months() const;
    [[nodiscard]] Rule in_months(std::vector<int> months, Said day) const;
    [[nodiscard]] Reading lasting_months(Reading reading, Said number) const;
    void check_order() const;
    void check_length(Said days) const;
};

}  // namespace probity::detail
