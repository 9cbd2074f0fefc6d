// Whether how often and when agree: 월 2회 is no one Wednesday.
#pragma once

#include "probity/sentences/reading.hpp"
#include "sentences/rule_maker.hpp"

namespace probity::detail {

/// Refuses a sentence whose number is not that of its days in each period.
///
/// 연 2회, 3월과 9월 첫째 월요일 agrees; 월 2회 셋째 수요일, 분기 1회 3월 15일 do not.
void check_times(const RuleMaker& maker, const Reading& usual);

}  // namespace probity::detail
