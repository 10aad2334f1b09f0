// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlrefusal.h"

namespace sightglass {

std::string YamlRefusal::text(GoYaml version) const
{
    const std::uint32_t first = version == GoYaml::V2 ? m_problemLine : m_contextLine;
    const std::uint32_t second = version == GoYaml::V2 ? m_contextLine : m_problemLine;
    const std::uint32_t line = first != 0 ? first : second;
    return line == 0 ? m_text : "line " + std::to_string(line) + ": " + m_text;
}

YamlRefusal scanRefusal(const YamlMark &context, const YamlMark &problem, std::string_view text)
{
    YamlRefusal refusal(problem.position(), std::string(text));
    // No line is told for the first.
    refusal.m_contextLine = context.line == 0 ? 0 : context.line + 1;
    refusal.m_problemLine = problem.line == 0 ? 0 : problem.line + 1;
    return refusal;
}

YamlRefusal structureRefusal(const YamlMark &context, const YamlMark &problem, std::string_view text)
{
    YamlRefusal refusal(problem.position(), std::string(text));
    refusal.m_contextLine = context.line;
    refusal.m_problemLine = problem.line;
    return refusal;
}

} // namespace sightglass
