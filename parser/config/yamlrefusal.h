// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamlcursor.h"
#include "parser/config/yamldocument.h"

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

/// What ends the reading of a document. It is thrown inside the reader and caught by YamlDocument::parse().
class YamlRefusal : public std::exception
{
public:
    YamlRefusal(SourcePosition position, std::string text)
        : m_position(position)
        , m_text(std::move(text))
    {}

    /// Where the mistake is best seen.
    [[nodiscard]] SourcePosition position() const noexcept { return m_position; }
    [[nodiscard]] YamlRefusal shownAt(const YamlMark &mark) const
    {
        YamlRefusal moved = *this;
        moved.m_position = mark.position();
        return moved;
    }
    /// go-yaml's text, which Prometheus and promtool print, with the line that it names: often not where the
    /// mistake is, but where what surrounds it begins, or the line before that.
    [[nodiscard]] std::string text(GoYaml version) const;
    [[nodiscard]] const char *what() const noexcept override { return m_text.c_str(); }

private:
    friend YamlRefusal scanRefusal(const YamlMark &, const YamlMark &, std::string_view);
    friend YamlRefusal structureRefusal(const YamlMark &, const YamlMark &, std::string_view);

    SourcePosition m_position;
    std::string m_text;
    // As they are told; 0: not.
    std::uint32_t m_contextLine = 0;
    std::uint32_t m_problemLine = 0;
};

/// Of characters: `context` is where the token or the line began.
[[nodiscard]] YamlRefusal scanRefusal(const YamlMark &context, const YamlMark &problem,
                                      std::string_view text);

/// Of tokens that do not go together: `context` is where the collection or node began.
[[nodiscard]] YamlRefusal structureRefusal(const YamlMark &context, const YamlMark &problem,
                                           std::string_view text);

} // namespace sightglass
