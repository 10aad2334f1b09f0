// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace sightglass {

/// Either a value or the Error that kept it from being made. Never both, never neither. Reading the side that
/// is not there is a programming error (asserted).
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    [[nodiscard]] bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    [[nodiscard]] T *operator->() { return &value(); }

    [[nodiscard]] const Error &error() const &
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }
    [[nodiscard]] Error &&error() &&
    {
        assert(!ok());
        return std::move(*std::get_if<1>(&m_state));
    }

private:
    std::variant<T, Error> m_state;
};

/// The value of a Result that has nothing to say but "done".
struct Done
{};

using Status = Result<Done>;

} // namespace sightglass
