// The days that the government of Korea designated before 2006-09-06.
#include <string>
#include <utility>
#include <vector>

#include "workdays/korea_rows.hpp"

namespace probity::korea {

// Before 2006-09-06 polling days were temporary holidays too. The ministry's list of temporary
// holidays begins with 1962-04-19; what is older here was kept as a day off by other accounts. The
// days on which parliament or an electoral college chose the president (1960, 1972, 1978 to 1981) are
// left out: nobody else went to the polls, and the exchange traded on them.
std::vector<HolidayRow> earlier_temporary_holidays() {
    const std::pair<std::string, std::string> assembly{"국회의원선거",
                                                       "National Assembly election"};
    const std::pair<std::string, std::string> president{"대통령선거", "presidential election"};
    const std::pair<std::string, std::string> local{"지방선거", "local elections"};
    const std::pair<std::string, std::string> inauguration{"대통령 취임식",
                                                           "presidential inauguration"};
    const std::pair<std::string, std::string> referendum{"국민투표", "referendum"};
    const std::pair<std::string, std::string> conference{
        "통일주체국민회의 대의원선거", "election of the National Conference for Unification"};
    const std::pair<std::string, std::string> april_19{"4ㆍ19혁명 기념일",
                                                       "anniversary of the April Revolution"};
    const std::pair<std::string, std::string> may_16{"5ㆍ16 기념일", "anniversary of 16 May 1961"};
    const std::pair<std::string, std::string> rhee{"이승만 대통령 탄신일",
                                                   "President Rhee's birthday"};
    const auto day = [](int y, int m, int d, const std::pair<std::string, std::string>& occasion) {
        return said_to_be(on(y, m, d), occasion.first, occasion.second);
    };
    return {
        day(1949, 7, 5, {"김구 국민장", "funeral of Kim Ku"}),
        day(1950, 5, 30, assembly),
        day(1950, 6, 21, {"전몰군인 합동위령제", "memorial service for fallen soldiers"}),
        day(1951, 5, 16, {"부통령선거", "vice-presidential election"}),
        day(1952, 4, 25, local),
        day(1952, 5, 10, local),
        day(1952, 8, 5, president),
        day(1954, 5, 20, assembly),
        day(1956, 5, 15, president),
        day(1956, 8, 8, local),
        day(1956, 8, 13, local),
        day(1957, 3, 26, rhee),
        day(1958, 3, 26, rhee),
        day(1958, 5, 2, assembly),
        day(1959, 3, 26, rhee),
        day(1960, 3, 15, president),
        day(1960, 3, 16, {"사방의 날", "Erosion Control Day"}),
        day(1960, 3, 26, rhee),
        day(1960, 7, 29, assembly),
        day(1960, 10, 1, {"신정부 경축의 날", "celebration of the new government"}),
        day(1960, 12, 12, local),
        day(1960, 12, 19, local),
        day(1960, 12, 26, local),
        day(1960, 12, 29, local),
        day(1961, 4, 19, april_19),
        day(1962, 4, 19, april_19),
        day(1962, 5, 16, may_16),
        day(1962, 12, 17, referendum),
        day(1963, 4, 19, april_19),
        day(1963, 5, 16, may_16),
        day(1963, 10, 15, president),
        day(1963, 11, 26, assembly),
        day(1963, 12, 17, inauguration),
        day(1966, 10, 1, {"국군의 날", "Armed Forces Day"}),
        day(1967, 1, 4, {"신정", "New Year"}),
        day(1967, 5, 3, president),
        day(1967, 6, 8, assembly),
        day(1967, 7, 1, inauguration),
        day(1969, 7, 21, {"아폴로 11호 달 착륙", "Moon landing of Apollo 11"}),
        day(1969, 10, 17, referendum),
        day(1971, 4, 27, president),
        day(1971, 5, 25, assembly),
        day(1971, 7, 1, inauguration),
        day(1972, 11, 21, referendum),
        day(1972, 12, 15, conference),
        day(1972, 12, 27, inauguration),
        day(1973, 2, 27, assembly),
        day(1974, 8, 19, {"육영수 여사 국민장", "funeral of Yuk Young-soo"}),
        day(1975, 2, 12, referendum),
        day(1978, 5, 18, conference),
        day(1978, 12, 12, assembly),
        day(1978, 12, 27, inauguration),
        day(1979, 11, 3, {"박정희 대통령 국장", "state funeral of Park Chung Hee"}),
        day(1979, 12, 21, inauguration),
        day(1980, 9, 1, inauguration),
        day(1980, 10, 22, referendum),
        day(1981, 2, 11, {"대통령선거인선거", "election of presidential electors"}),
        day(1981, 3, 3, inauguration),
        day(1981, 3, 25, assembly),
        day(1982, 10, 2, {"추석 연휴", "Chuseok"}),
        day(1985, 2, 12, assembly),
        day(1987, 10, 27, referendum),
        day(1987, 12, 16, president),
        day(1988, 2, 25, inauguration),
        day(1988, 4, 26, assembly),
        day(1988, 9, 17, {"서울올림픽 개막식", "opening of the Seoul Olympic Games"}),
        day(1991, 3, 26, local),
        day(1991, 6, 20, local),
        day(1992, 3, 24, assembly),
        day(1992, 12, 18, president),
        day(1995, 6, 27, local),
        day(1996, 4, 11, assembly),
        day(1997, 12, 18, president),
        day(1998, 6, 4, local),
        day(2000, 4, 13, assembly),
        day(2002, 6, 13, local),
        day(2002, 7, 1, {"월드컵 4강 진출", "World Cup semi-final"}),
        day(2002, 12, 19, president),
        day(2004, 4, 15, assembly),
        day(2006, 5, 31, local),
    };
}

}  // namespace probity::korea
