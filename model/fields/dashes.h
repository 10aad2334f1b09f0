// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace sightglass {

/// Strokes and gaps in turn. A value whose lengths are shared by its copies: walls of thousands of lines have
/// a few patterns between them, which are copied and compared with each tick.
template<typename Length>
class Dashes
{
public:
    Dashes() = default; ///< solid
    Dashes(std::initializer_list<Length> lengths)
        : Dashes(std::vector<Length>(lengths))
    {}
    explicit Dashes(std::vector<Length> lengths)
        : m_lengths(lengths.empty() ? nullptr
                                    : std::make_shared<const std::vector<Length>>(std::move(lengths)))
    {}

    [[nodiscard]] bool empty() const noexcept { return m_lengths == nullptr; }
    [[nodiscard]] std::size_t size() const noexcept { return empty() ? 0 : m_lengths->size(); }
    [[nodiscard]] const std::vector<Length> &lengths() const noexcept
    {
        static const std::vector<Length> none;
        return empty() ? none : *m_lengths;
    }
    [[nodiscard]] auto begin() const noexcept { return lengths().begin(); }
    [[nodiscard]] auto end() const noexcept { return lengths().end(); }

    friend bool operator==(const Dashes &a, const Dashes &b) noexcept
    {
        return a.m_lengths == b.m_lengths || a.lengths() == b.lengths();
    }

private:
    std::shared_ptr<const std::vector<Length>> m_lengths; ///< null: none
};

} // namespace sightglass
