// The special-day answers of the public data portal (특일 정보, SpcdeInfoService of the Korea Astronomy
// and Space Science Institute), as they come: in XML, and in JSON with _type=json.
//
//     <response>
//       <header><resultCode>00</resultCode><resultMsg>NORMAL SERVICE.</resultMsg></header>
//       <body>
//         <items>
//           <item><dateKind>01</dateKind><dateName>임시공휴일</dateName><isHoliday>Y</isHoliday>
//                 <locdate>20231002</locdate><seq>2</seq></item>
//         </items>
//         <numOfRows>10</numOfRows><pageNo>1</pageNo><totalCount>1</totalCount>
//       </body>
//     </response>
//
// The almanac (월력요항) that community packages mirror is read as well: the names of each day, by year or not.
//
//     {"2025-05-05": ["어린이날", "부처님 오신 날"], "2025-05-06": ["대체공휴일(부처님 오신 날)"]}
//
// In JSON one item stands alone instead of in a list, and no item is an empty text. Days with
// isHoliday N are no days off and are left out. An answer that is an error, or a part of more rows, is
// refused: it would pass for a whole one.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "probity/workdays/holiday.hpp"

namespace probity::detail {

/// Whether a text is XML, and not JSON: it begins with '<'.
[[nodiscard]] bool is_xml(std::string_view text) noexcept;
/// Whether a JSON document is an answer of the portal.
[[nodiscard]] bool is_special_days(const nlohmann::json& document);

/// Whether a JSON document is an almanac: its first member is a day, or a year with days.
[[nodiscard]] bool is_almanac(const nlohmann::json& document);
/// The public holidays of an almanac. Throws DocumentError, naming the place, for anything else in it.
[[nodiscard]] std::vector<Holiday> read_almanac(const nlohmann::json& document);

/// The public holidays of an answer. Throw DocumentError, naming the place, for anything else.
[[nodiscard]] std::vector<Holiday> read_special_days(const nlohmann::json& document);
[[nodiscard]] std::vector<Holiday> read_special_days_xml(std::string_view text);

}  // namespace probity::detail
