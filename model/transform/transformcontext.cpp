// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/transformcontext.h"

#include <algorithm>

namespace sightglass {

namespace {

/// More would tell nobody more.
constexpr std::size_t mostNotes = 20;

std::string cutNote(std::size_t kept, std::size_t wanted, std::string_view what)
{
    return "only " + std::to_string(kept) + " of " + std::to_string(wanted) + " " + std::string(what) +
           " are kept";
}

} // namespace

TransformContext::TransformContext(TextInterpolation interpolate, TransformLimits limits)
    : m_interpolate(std::move(interpolate))
    , m_limits(limits)
{}

std::string TransformContext::text(std::string_view option) const
{
    // Most options name no variable, and the interpolation of a whole dashboard is not cheap.
    const bool named = option.find_first_of("$[") != std::string_view::npos;
    return named && m_interpolate ? m_interpolate(option) : std::string(option);
}

std::vector<std::string> TransformContext::texts(std::span<const std::string> options) const
{
    std::vector<std::string> result;
    result.reserve(options.size());
    for (const std::string &option : options)
        result.push_back(text(option));
    return result;
}

void TransformContext::note(std::string_view text)
{
    std::string whole = m_step.empty() ? std::string(text) : m_step + ": " + std::string(text);
    if (m_notes.size() < mostNotes && std::find(m_notes.begin(), m_notes.end(), whole) == m_notes.end())
        m_notes.push_back(std::move(whole));
}

std::size_t TransformContext::rowsWithin(std::size_t rows, std::size_t columns)
{
    const std::size_t most = m_limits.cells / std::max<std::size_t>(columns, 1);
    if (rows <= most)
        return rows;
    note(cutNote(most, rows, "rows"));
    return most;
}

std::size_t TransformContext::columnsWithin(std::size_t columns)
{
    if (columns <= m_limits.columns)
        return columns;
    note(cutNote(m_limits.columns, columns, "columns"));
    return m_limits.columns;
}

} // namespace sightglass
