// The calendars that the rules of the reference are in (reference.hpp).
#pragma once

#include <chrono>
#include <vector>

#include "reference_rule.hpp"

namespace probity::testing::reference {

using std::chrono::days;

struct Month {
    MonthName name;
    sys_days first;
    int length = 0;
};

struct Year {
    int number = 0;
    std::vector<Month> months;
    sys_days first() const { return months.front().first; }
    sys_days end() const { return months.back().first + days(months.back().length); }
    int length() const { return static_cast<int>((end() - first()).count()); }
};

class Scale {
  public:
    virtual ~Scale() = default;
    virtual int year_of(sys_days date) const = 0;
    virtual const Year& year(int number) const = 0;
    virtual bool knows(int year) const = 0;
};

const Scale& gregorian_scale();
const Scale& korean_scale();

}  // namespace probity::testing::reference
