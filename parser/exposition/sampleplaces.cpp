// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/sampleplaces.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::string_view blanks = " \t";

class PlaceFinder
{
public:
    PlaceFinder(std::string_view body, std::size_t lineStart)
        : m_body(body)
        , m_at(std::min(lineStart, body.size()))
    {}

    SamplePlaces find()
    {
        skip(blanks);
        takeUntil(" \t{\n");
        skip(blanks);
        if (current() == '{') {
            ++m_at;
            takeLabels();
            skip(blanks);
        }
        m_places.value = takeUntil(" \t\n");
        skip(blanks);
        m_places.timestamp = current() == '#' ? SourceSpan{m_at, m_at} : takeUntil(" \t\n");
        return std::move(m_places);
    }

private:
    [[nodiscard]] char current() const noexcept { return m_at < m_body.size() ? m_body[m_at] : '\n'; }

    void skip(std::string_view characters) noexcept
    {
        m_at = std::min(m_body.find_first_not_of(characters, m_at), m_body.size());
    }

    SourceSpan takeUntil(std::string_view characters) noexcept
    {
        const std::size_t begin = m_at;
        m_at = std::min(m_body.find_first_of(characters, m_at), m_body.size());
        return {begin, m_at};
    }

    SourceSpan takeQuoted() noexcept
    {
        const std::size_t begin = m_at;
        m_at = endOfQuoted(m_body, begin);
        return {begin, m_at};
    }

    void takeLabels()
    {
        for (skip(" \t,"); current() != '}' && current() != '\n'; skip(" \t,")) {
            const SourceSpan name = current() == '"' ? takeQuoted() : takeUntil("=,} \t\n");
            skip(blanks);
            // The metric's name in quotes, or what is no label.
            if (current() != '=')
                continue;
            ++m_at;
            skip(blanks);
            m_places.labels.push_back({name, current() == '"' ? takeQuoted() : takeUntil(",} \t\n")});
        }
        m_places.labelsEnd = current() == '}';
        m_at += m_places.labelsEnd ? 1 : 0;
    }

    std::string_view m_body;
    std::size_t m_at;
    SamplePlaces m_places;
};

} // namespace

SamplePlaces samplePlaces(std::string_view body, std::size_t lineStart)
{
    return PlaceFinder(body, lineStart).find();
}

std::optional<SourceSpan> openLabelValue(std::string_view body, std::size_t lineStart, std::size_t error)
{
    const std::size_t lineEnd = std::min(body.find('\n', lineStart), body.size());
    if (error <= lineEnd || body.substr(lineStart).starts_with('#'))
        return std::nullopt;
    // No further than to the error: a page may have very many of them.
    const SamplePlaces places = samplePlaces(body.substr(0, error), lineStart);
    if (places.labelsEnd)
        return std::nullopt;
    for (const LabelPlace &label : places.labels) {
        if (label.value.begin < lineEnd && label.value.end > lineEnd)
            return SourceSpan{label.value.begin, lineEnd};
    }
    return std::nullopt;
}

std::size_t endOfQuoted(std::string_view body, std::size_t quote) noexcept
{
    for (std::size_t at = quote + 1; at < body.size(); ++at) {
        if (body[at] == '"')
            return at + 1;
        at += body[at] == '\\' ? 1 : 0;
    }
    return body.size();
}

} // namespace sightglass
