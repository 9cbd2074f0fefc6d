// Expectations about refusals: that an expression throws just this class of error, and which words
// the message has.
//
//     EXPECT_ERROR(make_date(2026, 2, 31), DateError);
//     EXPECT_MESSAGE(make_date(2026, 2, 31), DateError, "2026-02-31: February 2026 has days 1 to
//     28");
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <typeinfo>

#include "probity/date/error.hpp"

namespace probity_tests {

/// Whether an error is just an Error. Those of documents keep their sentences in a class within the
/// library, which its users do not see.
template <class Error>
bool is_just(const std::exception& error) {
    if (std::is_same_v<Error, probity::DocumentError>) {
        return dynamic_cast<const probity::DocumentError*>(&error) != nullptr;
    }
    return typeid(error) == typeid(Error);
}

/// The message with which an action throws exactly an Error; a failure where it does not.
template <class Error, class Action>
std::string message_of(Action action) {
    try {
        action();
    } catch (const std::exception& error) {
        EXPECT_TRUE(is_just<Error>(error)) << "another error: " << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

}  // namespace probity_tests

#define EXPECT_MESSAGE(expression, Error, message)                                                 \
    EXPECT_EQ((probity_tests::message_of<Error>([&] { static_cast<void>(expression); })), message) \
        << #expression

#define EXPECT_ERROR(expression, Error)                                                       \
    EXPECT_NE((probity_tests::message_of<Error>([&] { static_cast<void>(expression); })), "") \
        << #expression
