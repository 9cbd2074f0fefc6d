// Tables of what a journal holds, for questions in SQL. They are made by the fold, live in memory with
// a connection, and stand for one head; no rule of the domain is in SQL.
#pragma once

#include <string>

#include "journal/sqlite.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

/// Makes the tables of a programme anew, in the temporary database of a connection.
void project(Database& database, const Programme& programme);

/// The names of the views, as a refusal lists them: "events, tasks, units, ...".
[[nodiscard]] std::string view_names();

}  // namespace probity::detail
