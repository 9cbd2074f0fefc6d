#include "probity/exchange/examples.hpp"

#include "exchange/embedded.hpp"
#include "probity/exchange/json.hpp"

namespace probity::examples {

Programme songpa() { return read_programme(songpa_document()); }
Programme yongsan() { return read_programme(yongsan_document()); }

Programme statutory_year() { return read_programme(embedded::statutory_year()); }

Programme songpa_illustrative() { return read_programme(embedded::songpa_illustrative()); }
Programme yongsan_illustrative() { return read_programme(embedded::yongsan_illustrative()); }

std::string_view songpa_document() noexcept { return embedded::songpa(); }
std::string_view yongsan_document() noexcept { return embedded::yongsan(); }

}  // namespace probity::examples
