// What one must not be able to write with rules and recurrences; check.py says how this file is
// read.

#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/every.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/recurrence/spans.hpp"

#ifdef PROBITY_ILLEGAL
#define CASE(legal, illegal) static_cast<void>(illegal)
#else
#define CASE(legal, illegal) static_cast<void>(legal)
#endif

using namespace probity;
using namespace probity::every;

// clang-format off: a case stands on one line with its reason.

void notation() {
    // A number by itself may be a day, a month or a week.
    CASE(every_month / day[3], every_month / 3);                      // refused: no match for 'operator/'
    CASE(every_month / day[3], every_month / day);                    // refused: no match for 'operator/'
    CASE(every_month / week[3], every_month / week);                  // refused: no match for 'operator/'
    CASE(every_year / March, every_year / "March");                   // refused: no match for 'operator/'
    // The frequency comes first, once.
    CASE(every_month / Wednesday[3], Wednesday[3] / every_month);     // refused: no match for 'operator/'
    CASE(every_month / Wednesday[3], every_month / every_week);       // refused: no match for 'operator/'
    // A week is a run of days: nothing is added to it, and it is no rule of dates.
    CASE(every_month / week[3], every_month / week[3] / Wednesday);   // refused: no match for 'operator/'
    CASE(Rule(every_month / Wednesday[3]), Rule(every_month / week[3]));  // refused: no matching function
    CASE(Rule(every_month / Wednesday[3]), Rule(every_month));        // refused: no matching function
}

void recurrences(Rule rule, Recurrence a, Recurrence b, Spans spans, Date start) {
    // A rule has no dates before it has a start, and no text is a rule by chance.
    CASE(Recurrence(rule, start), Recurrence(rule));                  // refused: no matching function
    CASE(Recurrence(rule, start).next_after(start), rule.next_after(start));  // refused: has no member
    CASE(rule = Rule::parse("FREQ=DAILY"), rule = "FREQ=DAILY");      // refused: no match for 'operator='
    CASE(a == Recurrence(rule, start), a == rule);                    // refused: no match for 'operator=='
    CASE(a | Recurrence(rule, start), a | rule);                      // refused: no match for 'operator\|'
    // An infinite set has neither an end to walk back from nor an order among its like.
    CASE(a == b, a < b);                                              // refused: no match for 'operator<'
    CASE(a.begin(), a.rbegin());                                      // refused: has no member
    CASE(a - b, ~a);                                                  // refused: no match for 'operator~'
    CASE(a - b, a + b);                                               // refused: no match for 'operator\+'
    CASE(a.shift(3), a + 3);                                          // refused: no match for 'operator\+'
    // Spans are no dates; their days or first days are.
    CASE(a | spans.days(), a | spans);                                // refused: no match for 'operator\|'
    CASE(a == spans.days(), a == spans);                              // refused: no match for 'operator=='
}
